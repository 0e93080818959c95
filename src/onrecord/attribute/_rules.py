"""The reader by rules: every step by name.

1. quotation marks → quotations, a paragraph at a time             `_quotes`
2. syntax → candidates: cue, frame, source, content                `_frames` (`_verbs`, `_nouns`, `_quoted`, `_sources`)
3. how likely each is an attribution                               `_cues`
4. the ones that stand, no word in the content of two              `_merge`
5. quotations that are left get the speaker of their surroundings  `_floating`
6. direct, mixed or indirect                                       `_mode`
7. how likely each is to be right                                  `_confidence`
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from onrecord.attribute._candidates import Candidate
from onrecord.attribute._confidence import NOTHING, Calibration, Signs, calibration, confident
from onrecord.attribute._cues import likelihood
from onrecord.attribute._floating import with_floating
from onrecord.attribute._frames import candidates
from onrecord.attribute._merge import one_per_cue, says_something, standing
from onrecord.attribute._mode import mode_of
from onrecord.attribute._quotes import Quotation, quotations
from onrecord.model import Attribution, Span
from onrecord.syntax import Passage

THRESHOLD = 0.33  # chosen on PolNeAR's training part: best end-to-end F1
ANNOUNCED = "announced"  # the frame of a quotation whose cue is no candidate's


class RulesReader:
    """Reads attributions off the syntax; see the module's docstring for the steps."""

    name = "rules"
    parsed = True

    def __init__(self, tables: Path | None = None) -> None:
        """`tables` is a folder with other figures of cues than the package's own."""
        self._tables = tables

    def __call__(self, text: str, passages: Sequence[Passage]) -> tuple[Attribution, ...]:
        """All attributions of a text in the order of their content; `passages` are its parsed paragraphs."""
        return confident(self.signed(text, passages), _calibration())

    def signed(self, text: str, passages: Sequence[Passage]) -> Iterator[tuple[Attribution, Signs]]:
        """The same without their confidence, each with the signs that it is made of."""
        quotes = quotations(text, [Span(p.start, p.end) for p in passages])
        found: list[Candidate] = []
        for passage, here in _with_quotations(passages, quotes):
            possible = [c for c in candidates(text, passage, here) if says_something(text, c)]
            found += standing([(likelihood(c, self._tables), c) for c in possible], THRESHOLD)
        for c in one_per_cue(text, with_floating(text, passages, quotes, found)):
            rule = f"{c.lemma}:{c.frame}"
            yield Attribution(c.source, c.cue, c.content, mode_of(c.content, quotes), rule), self._signs(c)

    def _signs(self, candidate: Candidate) -> Signs:
        """How likely cue, frame and traits make it, which tell nothing of what is only announced."""
        return {"likelihood": NOTHING if candidate.frame == ANNOUNCED else likelihood(candidate, self._tables)}


@cache
def _calibration() -> Calibration | None:
    return calibration(files("onrecord") / "data" / "attribute")


def _with_quotations(
    passages: Sequence[Passage], quotes: Sequence[Quotation]
) -> Iterator[tuple[Passage, Sequence[Quotation]]]:
    at = 0
    for passage in passages:
        start, end = at, passage.end
        while at < len(quotes) and quotes[at].outer.start < end:
            at += 1
        yield passage, quotes[start:at]
