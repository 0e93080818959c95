"""Tables of claims as files: CSV and TSV, with a first row of names."""

from __future__ import annotations

from pathlib import Path

from onrecord.analyse._networks._claims import Claims, Scale, claims
from onrecord.analyse._tables import read_rows

FIELDS = ("id", "date", "actor", "side", "option", "value", "document")
ALSO = {
    "person": "actor", "organization": "side", "organisation": "side", "party": "side", "concept": "option",
    "agreement": "value", "stance": "value", "article": "document", "document_id": "document",
}  # fmt: skip


def read_claims(path: Path | str, scale: Scale | None = None) -> Claims:
    """The claims of a CSV or TSV file (UTF-8; commas, semicolons or tabs, as its first row has them).

    Columns are those of a claim; names that the Discourse Network Analyzer uses are known too (person, organization,
    concept, agreement). Raises InputError naming row, as a spreadsheet shows it, and field.
    """
    path = Path(path)
    return claims(read_rows(path, FIELDS, ("option", "value"), ALSO), path=path, scale=scale)
