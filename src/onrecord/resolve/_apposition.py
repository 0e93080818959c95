"""Descriptions beside a name: "the Council of Free Harbors, a dissident group", "Ada Quill, an investor who …"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.resolve._line import Line
from onrecord.resolve._mentions import Mention
from onrecord.resolve._scan import INDEFINITE


def in_apposition(line: Line, descriptions: Iterable[Mention], found: Sequence[Mention]) -> None:
    """Mark each description that stands beside one of the line's names as the same somebody."""
    for mention in descriptions:
        if line.passage.doc[mention.head].tag_ not in {"NNS", "NNPS"}:
            beside = _beside(line, mention)
            named = (m for m in found if m.sort in {"name", "known", "office"} and m.start <= beside < m.end)
            mention.same = next(named, None)


def _beside(line: Line, mention: Mention) -> int:
    """The token of the name that a description stands beside, -1 if there is none."""
    doc, after = line.passage.doc, line.low(mention.end)
    if line.deps[mention.head] == "appos":
        return int(doc[mention.head].head.i)
    if line.deps[mention.head] in {"compound", "nmod"} and line.capital(mention.end):
        return mention.end  # "its ally Xland"
    if after in {"--", "—", "–"} and line.capital(mention.end + 1):
        return mention.end + 1  # "a former candidate -- Ada Quill --"
    opened = line.low(mention.start) in INDEFINITE | {"the"}
    comma = mention.start - 1 - (not opened and line.low(mention.start - 1) in {"a", "an", "the"})
    if line.low(comma) != "," or after not in {",", ".", "that", "which", "who", ")"}:
        return -1
    return comma - 4 if line.low(comma - 1) == ")" and line.low(comma - 3) == "(" else comma - 1
