"""The figures on paper."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import get_args

from evals.differences.collections import made, news
from evals.differences.matching import Compared, Place, score
from onrecord.model import Difference, DifferenceKind

COLLECTIONS = {"made": made, "news": news}
PARTS = ("open", "shut")


def table(compared: Sequence[Compared]) -> str:
    """The figures by kind and of all kinds."""
    lines = [f"{'':14}{'marked':>7}{'found':>7}{'precision':>11}{'recall':>8}{'relation':>10}{'no conflict':>13}"]
    for kind in (*get_args(DifferenceKind), None):
        of = score(compared, kind)
        if of.marked or of.found:
            rates = f"{_rate(of.precision):>11}{_rate(of.recall):>8}{f'{of.related}/{of.met}':>10}"
            lines.append(f"{kind or 'all':14}{of.marked:7}{of.found:7}{rates}{of.contradictions:13}")
    return "\n".join(lines)


def mistakes(compared: Sequence[Compared]) -> str:
    """What was missed, and what was found and is not labelled, in the open half."""
    lines = []
    for one in compared:
        if one.part == "open" and (one.missed or one.wrong):
            lines.append(f"== {one.name}")
            lines += [
                f"  missed {m.kind} {m.relation}: {_words(one, m.one)} | {_words(one, m.other)}" for m in one.missed
            ]
            lines += [f"  wrong {d.kind} {d.relation} {d.about}: {_told(one, d)}" for d in one.wrong]
    return "\n".join(lines)


def main(words: Sequence[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Score differences against those labelled by reading.")
    parser.add_argument("--of", choices=sorted(COLLECTIONS))
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--mistakes", action="store_true", help="also those of the open half")
    asked = parser.parse_args(words)
    for name, compare in COLLECTIONS.items():
        if asked.of in (None, name):
            compared = compare(asked.part)
            for part in PARTS:
                half = [one for one in compared if one.part == part]
                if half:
                    print(f"{name}, {part} half: {len(half)} collections\n{table(half)}\n")
            if asked.mistakes:
                print(mistakes(compared))


def _rate(percent: float | None) -> str:
    return "–" if percent is None else f"{percent:.1f}"


def _words(one: Compared, place: Place) -> str:
    text, span = one.articles[place.article].text, place.span
    return repr(text[span.start : span.end])


def _told(one: Compared, found: Difference) -> str:
    return " | ".join(
        repr(one.articles[t.article].text[max(0, t.span.start - 60) : t.span.end + 60])
        for t in (found.one, found.other)
    )
