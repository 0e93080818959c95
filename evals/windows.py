"""Attributions in news that is not American campaign news: windows in coverage of Iran, North Korea and trade.

    python -m evals.windows

In each of 75 articles, four paragraphs running were marked by hand, all attributions in them
(evals/speakers/windows.jsonl and gold.jsonl, rule.md). A reader reads the whole article; what counts is every
attribution, gold or found, whose content starts inside the window, whole even where it runs beyond. Figures are the
scorer's. The line "sure" leaves out what the annotator was not sure of: those gold units, and what matches them, count
neither for nor against. The line "shut" has only articles whose errors nobody looked at (rule.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evals.attribution.matching import Row, match, read, scorer
from evals.attribution.readers import READERS, Plain
from evals.attribution.tables import aligned
from evals.corpora import ROOT, corpora

MARKED = ROOT / "evals" / "speakers"
CORPORA = ("iran-nuclear", "north-korea", "trade")


@dataclass(frozen=True, slots=True)
class Window:
    """A window of an article: where it starts and ends in the text, and what was marked in it."""

    corpus: str
    article: str
    text: str
    start: int
    end: int
    gold: tuple[Row, ...]

    @property
    def shut(self) -> bool:
        """Whether nobody looked at the errors in this article."""
        return all(row["part"] == "shut" for row in self.gold)

    def inside(self, attributions: Iterable[Plain]) -> list[Plain]:
        """Those whose content starts in the window."""
        return [a for a in attributions if a["content"] and self.start <= min(a["content"])[0] < self.end]


@cache
def windows() -> tuple[Window, ...]:
    """All windows. Raises FileNotFoundError where the public corpora are missing."""
    marked: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in read(MARKED / "gold.jsonl"):
        marked[row["corpus"], row["article"]].append(row)
    texts = {corpus: _texts(corpora() / "coverage" / f"{corpus}.jsonl") for corpus in CORPORA}
    found: list[Window] = []
    for row in read(MARKED / "windows.jsonl"):
        corpus, article, (start, end) = row["corpus"], row["article"], row["window"]
        gold = tuple(marked[corpus, article])
        found.append(Window(corpus, article, texts[corpus][article], start, end, gold))
    return tuple(found)


def _texts(path: Path) -> dict[str, str]:
    return {row["id"]: row["text"] for row in read(path)}


def found(name: str) -> dict[str, list[Plain]]:
    """What a reader finds in the windows, by article."""
    return {w.article: w.inside(READERS[name](w.text)) for w in windows()}


def score(chosen: Sequence[Window], predicted: Mapping[str, list[Plain]], only_sure: bool = False) -> dict[str, Any]:
    """The scorer's figures on some windows."""
    gold: list[Row] = []
    counted: dict[str, list[Plain]] = {}
    for window in chosen:
        marked, its = window.inside(window.gold), predicted[window.article]
        if only_sure:
            marked, its = _sure(window.text, marked, its)
        gold.append({"id": window.article, "text": window.text, "attributions": marked})
        counted[window.article] = its
    return scorer().score(gold, counted)


def _sure(text: str, gold: Sequence[Row], predicted: Sequence[Plain]) -> tuple[list[Row], list[Plain]]:
    """Both as attributions of one unit each, without unsure gold and what matches it."""
    marked = [(row, unit) for row in gold for unit in scorer().units(text, [row])]
    units = scorer().units(text, predicted)
    matched = match(text, [unit for _, unit in marked], units)
    unsure = {i for i, (row, _) in enumerate(marked) if not row["sure"]}
    passed = {j for i, j in matched.items() if i in unsure}
    return (
        [_alone(unit) for i, (_, unit) in enumerate(marked) if i not in unsure],
        [_alone(unit) for j, unit in enumerate(units) if j not in passed],
    )


def _alone(unit: Row) -> Plain:
    return {"source": unit["source"], "content": [unit["span"]]}


def table(predicted: Mapping[str, Mapping[str, list[Plain]]]) -> str:
    """The figures of each reader, given what it found by article: in all windows and in parts of them."""
    measures = ("content", "end_to_end")
    rows = [["", "", "marked", "found", "content P", "R", "F1", "end-to-end P", "R", "F1", "direct + speaker"]]
    for name, its in predicted.items():
        parts = [("all", score(windows(), its)), ("sure", score(windows(), its, only_sure=True))]
        parts.append(("shut", score([w for w in windows() if w.shut], its)))
        parts += [(corpus, score([w for w in windows() if w.corpus == corpus], its)) for corpus in CORPORA]
        for part, figures in parts:
            units = [str(figures["units"]["gold"]), str(figures["units"]["predicted"])]
            percent = [f"{figure:.1f}" for measure in measures for figure in figures[measure].values()]
            rows.append([name, part, *units, *percent, f"{figures['direct']['with_speaker']:.1f}"])
    return aligned(rows)


def main() -> None:
    """Print the table."""
    print(f"{len(windows())} windows of four paragraphs; units are contiguous pieces of content")
    print(table({name: found(name) for name in READERS}))


if __name__ == "__main__":
    main()
