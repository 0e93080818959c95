"""How far each thing that dates an article is to be trusted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

from onrecord.model import Article, DateEvidence
from onrecord.read._patterns import data

FIRST_DATE = "first date in the text"
_BELIEVED = 0.9  # a date that is wrong more often would be a guess
_DAY = len("2015-03-30")


def kind_of(piece: DateEvidence) -> str:
    """What a piece of evidence is measured as: its basis; the first date in the text, and an address that gives but a
    month, apart; "declared" for what came with a document, which nothing measured."""
    if piece.where == FIRST_DATE:
        return "first date"
    if piece.basis == "metadata" and not piece.where.startswith(("json-ld", "meta ")):
        return "declared"
    return "url month" if piece.basis == "url" and len(piece.value) < _DAY else piece.basis


def with_confidence(evidence: Iterable[DateEvidence]) -> tuple[DateEvidence, ...]:
    """The evidence with the probability, 0 to 1, that each is within a day of the true date; None if not measured."""
    return tuple(replace(piece, confidence=_measured().get(kind_of(piece))) for piece in evidence)


def is_believed(piece: DateEvidence) -> bool:
    """Whether a piece of evidence may date an article."""
    return kind_of(piece) != "first date" and (piece.confidence is None or piece.confidence >= _BELIEVED)


def believed(article: Article) -> DateEvidence | None:
    """The evidence that an article's date of publication comes from; None where it has none."""
    own = article.published
    return next((p for p in article.date_evidence if (p.value, p.basis) == (own.value, own.basis)), None)


def disagreeing(article: Article) -> tuple[DateEvidence, ...]:
    """The evidence that may date an article and says another day than the one that was believed, by more than a day,
    as two clocks may lie in two time zones. The day of a change is no other day of publication."""
    own = article.published.value
    return tuple(p for p in article.date_evidence if own and is_believed(p) and _apart(p, own))


def _apart(piece: DateEvidence, own: str) -> bool:
    shorter = min(len(piece.value), len(own))
    if "line of a change" in piece.where or piece.value[:shorter] == own[:shorter]:
        return False
    if shorter < _DAY:
        return True
    return abs((date.fromisoformat(piece.value[:_DAY]) - date.fromisoformat(own[:_DAY])).days) > 1


@cache
def _measured() -> dict[str, float]:
    """By kind, from the counts of `data/read/date_confidence.yaml`, by Laplace's rule of succession."""
    counts: dict[str, list[int]] = data("date_confidence.yaml")
    return {kind: round((right + 1) / (of + 2), 2) for kind, (right, of) in counts.items()}
