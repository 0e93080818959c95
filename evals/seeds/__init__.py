"""Five raw scrapes of articles on one negotiation: how much of what is quoted has a speaker, and where the sides stand.

    python -m evals.seeds

Each text goes through the program's own `gather` and `read` first. A quotation is four words or more between double
quotation marks; it is covered when at least half of its characters are in the content of an attribution that has a
source. Scare quotes and titles count as well, so that 100 % is not the aim. Where the sides stand is coded by hand
(`coding.py`) and scored in `stands.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evals.attribution.tables import aligned
from evals.corpora import corpora
from evals.seeds import stands
from evals.seeds.coding import both
from onrecord.attribute import reader
from onrecord.gather import gather
from onrecord.model import Article, Attribution, Document, Span
from onrecord.read import read
from onrecord.settings import Settings
from onrecord.syntax import parse

READERS = ("model", "rules")
MODES = ("direct", "mixed", "indirect")
QUOTED = re.compile(r"[“\"]([^“”\"]{8,3000}?)[”\"]")  # as in the scorer of attributions
WORDS = 4


@dataclass(frozen=True, slots=True)
class Seed:
    """What a reader finds in one text: attributions by mode, and how many of its quotations have a speaker."""

    name: str
    reader: str
    attributions: Counter[str]
    quotations: int
    covered: int

    def cells(self) -> list[str]:
        """As a line of the table."""
        by_mode = [str(self.attributions[mode]) for mode in MODES]
        share = f"{100 * self.covered / self.quotations:.0f} % ({self.covered} of {self.quotations})"
        return [self.name, self.reader, *by_mode, share if self.quotations else "none"]


def articles() -> list[Article]:
    """The texts as the program reads them. Raises Unreadable for one that it can't."""
    found = gather((corpora() / "seeds",), Settings(), None)
    return [read(one) for one in found if isinstance(one, Document)]


def look(article: Article, name: str) -> Seed:
    """What the reader of that name finds in an article."""
    passages = parse(article.text, [paragraph.span for paragraph in article.paragraphs])
    attributions = reader(name)(article.text, passages)
    quoted = quotations(article.text)
    covered = sum(has_speaker(quotation, attributions) for quotation in quoted)
    return Seed(article.name, name, Counter(a.mode for a in attributions), len(quoted), covered)


def quotations(text: str) -> list[Span]:
    """What stands between double quotation marks, if it is long enough to be somebody's words."""
    return [Span(*m.span(1)) for m in QUOTED.finditer(text) if len(m.group(1).split()) >= WORDS]


def has_speaker(quotation: Span, attributions: Iterable[Attribution]) -> bool:
    """Whether one attribution with a source holds at least half of a quotation."""
    return any(a.source and 2 * _shared(quotation, a.content) >= quotation.end - quotation.start for a in attributions)


def _shared(span: Span, others: Sequence[Span]) -> int:
    return sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for other in others)


def main() -> None:
    """Print a line for each text and reader, then where the sides stand."""
    head = ["", "reader", *MODES, "quotations with a speaker"]
    print(aligned([head, *(look(article, name).cells() for article in articles() for name in READERS)]))
    print(f"\n{stands.table(*both())}")
