"""How often the same claim counts: each time it is made, or once in a document or a stretch of time."""

from __future__ import annotations

from typing import Literal, get_args

from onrecord.analyse._networks._claims import Claim, Claims
from onrecord.analyse._networks._days import PERIODS

Once = Literal["kept", "document", "week", "month", "year", "range", "dna-week", "dna-month"]
ONCE: tuple[Once, ...] = get_args(Once)
Speaker = Literal["side", "actor"]


def without_duplicates(claims: Claims, once: Once, *, speaker: Speaker, by_value: bool) -> Claims:
    """The first of the claims in which the same speaker takes a stance on the same option within `once`.

    `once`: "kept" counts every claim; "document", ISO "week", "month", "year" or the whole "range" count one in each.
    "dna-week" and "dna-month" are those of the Discourse Network Analyzer, which takes January 2020 and January 2021
    for one month. With `by_value`, claims with different values are no duplicates. Where the period of a claim is
    unknown, it counts once in its document.
    """
    if once == "kept":
        return claims
    seen: set[object] = set()
    rows = []
    for claim in claims.rows:
        key = (getattr(claim, speaker), claim.option, claim.value if by_value else None, _within(claim, once))
        if key not in seen:
            seen.add(key)
            rows.append(claim)
    return claims.with_rows(rows)


def _within(claim: Claim, once: Once) -> object:
    if once == "range":
        return None
    period = None if once == "document" else PERIODS[once](claim.date)
    return ("document", claim.document) if period is None else period
