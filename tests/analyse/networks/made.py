"""Claims made by hand for tests."""

from __future__ import annotations

from onrecord.analyse._networks import Claims, claims


def table(*rows: tuple[str, str, int] | tuple[str, str, int, str] | tuple[str, str, int, str, str]) -> Claims:
    """Claims as (side, option, value), and where it matters the date and the document."""
    fields = ("side", "option", "value", "date", "document")
    return claims([dict(zip(fields, row, strict=False)) for row in rows])


def talks() -> Claims:
    """Three sides on three options. Orlund is against the toll (twice) and for the bridge; Karshevia is for the toll
    and for the bridge; Salmera is against the toll, for the bridge (three times) and for the ferry.
    """
    return table(
        ("Orlund", "toll", 0),
        ("Orlund", "toll", 0),
        ("Orlund", "bridge", 1),
        ("Karshevia", "toll", 1),
        ("Karshevia", "bridge", 1),
        ("Salmera", "toll", 0),
        ("Salmera", "bridge", 1),
        ("Salmera", "bridge", 1),
        ("Salmera", "bridge", 1),
        ("Salmera", "ferry", 1),
    )
