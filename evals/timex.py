"""Time expressions against TimeBank, AQUAINT and WikiWars, as TempEval-3 scores them: `python -m evals.timex`.

An expression is found when it overlaps one of gold (relaxed) or has its very span (strict). Type and value count where
they are right for one that is found; value F1 is the figure that systems are compared by (UzZaman and others 2013).
The grammar was written on four fifths of TimeBank and AQUAINT; the fifth that a hash sets apart ("unseen") was looked
at only as figures. WikiWars, histories instead of news, served to choose, and its mistakes were read.
"""

from __future__ import annotations

import importlib.util
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

from evals.corpora import corpora
from onrecord.date import tag

Mark = tuple[int, int, str, str]  # start, end, type, value
Tagger = Callable[[str, str], Iterable[Mark]]
FIGURES = ("precision", "recall", "relaxed F1", "strict F1", "type F1", "value F1")


@dataclass(frozen=True, slots=True)
class Gold:
    """An article of a corpus: its text, the day it was written, and its expressions of time."""

    id: str
    text: str
    written: str
    marks: tuple[Mark, ...]

    @property
    def unseen(self) -> bool:
        """Whether it belongs to the fifth that the grammar was not written on."""
        return int(sha256(self.id.encode()).hexdigest(), 16) % 5 == 0


def gold(corpus: str) -> tuple[Gold, ...]:
    """The articles of "timebank", "aquaint" or "wikiwars", in the order of their names."""
    return tuple(_article(path) for path in sorted((corpora() / "timex" / corpus).glob("*.tml")))


def onrecord(text: str, written: str) -> Iterator[Mark]:
    """onrecord's own expressions, with the date of the article given."""
    for one in tag(text, written):
        yield one.span.start, one.span.end, one.kind, one.value


def dateparser(text: str, written: str) -> Iterator[Mark]:
    """What dateparser's search finds: it gives words and moments; each is taken as a DATE to the day."""
    from datetime import datetime

    from dateparser.search import search_dates

    at = 0
    settings = {"RELATIVE_BASE": datetime.fromisoformat(written), "PREFER_DATES_FROM": "past"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = search_dates(text, languages=["en"], settings=settings) or []
    for words, moment in found:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield start, at, "DATE", moment.date().isoformat()


def score(articles: Sequence[Gold], tagger: Tagger) -> dict[str, float]:
    """The figures in percent, and articles per CPU-second."""
    right = dict.fromkeys(("relaxed", "strict", "type", "value"), 0)
    marked = told = 0
    spent = 0.0
    for article in articles:
        begun = time.process_time()
        found = list(tagger(article.text, article.written))
        spent += time.process_time() - begun
        marked, told = marked + len(article.marks), told + len(found)
        for one, own in _pairs(article.marks, found):
            right["relaxed"] += 1
            right["strict"] += one[:2] == own[:2]
            right["type"] += one[2] == own[2]
            right["value"] += one[3] == own[3]
    figures = {f"{name} F1": 200 * count / max(marked + told, 1) for name, count in right.items()}
    figures |= {"precision": 100 * right["relaxed"] / max(told, 1), "recall": 100 * right["relaxed"] / max(marked, 1)}
    return figures | {"articles per CPU-second": len(articles) / max(spent, 1e-9)}


def _pairs(marks: Sequence[Mark], found: Sequence[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """Each mark of gold with the first expression that overlaps it and no mark before; each is used once."""
    used: set[int] = set()
    for one in marks:
        for number, own in enumerate(found):
            if number not in used and own[0] < one[1] and one[0] < own[1]:
                used.add(number)
                yield one, own
                break


def _article(path: Path) -> Gold:
    root = ElementTree.parse(path).getroot()
    written = root.find("DCT/TIMEX3")
    body = root.find("TEXT")
    if written is None or body is None:
        raise ValueError(f"{path.name} is no TimeML")
    pieces: list[str] = []
    marks: list[Mark] = []
    _walk(body, pieces, marks)
    return Gold(path.stem, "".join(pieces), str(written.get("value"))[:10], tuple(sorted(marks)))


def _walk(element: ElementTree.Element, pieces: list[str], marks: list[Mark]) -> None:
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _walk(child, pieces, marks)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        end = sum(map(len, pieces))
        marks.append((start, end, str(element.get("type")), str(element.get("value"))))


def main() -> None:
    """Print the table, onrecord beside dateparser where that is installed."""
    parts: list[tuple[str, tuple[Gold, ...]]] = []
    for corpus in ("timebank", "aquaint"):
        articles = gold(corpus)
        parts.append((corpus, articles))
        parts.append((f"{corpus}, unseen", tuple(article for article in articles if article.unseen)))
    parts.append(("wikiwars", gold("wikiwars")))
    taggers: list[tuple[str, Tagger]] = [("onrecord", onrecord)]
    if importlib.util.find_spec("dateparser"):
        taggers.append(("dateparser", dateparser))
    else:
        print("dateparser is not installed (pip install dateparser); onrecord stands alone\n")
    next(iter(onrecord("Today.", "2024-03-07")))  # the grammar is compiled before the clock runs
    columns = (*FIGURES, "articles per CPU-second")
    print(f"{'':<30}" + "".join(f"{name:>12}" for name in FIGURES) + f"{columns[-1]:>26}")
    for part, articles in parts:
        for name, tagger in taggers:
            figures = score(articles, tagger)
            row = "".join(f"{figures[column]:>12.1f}" for column in FIGURES)
            print(f"{part + ' ' + name:<30}{row}{figures[columns[-1]]:>26.0f}   ({len(articles)} articles)")


if __name__ == "__main__":
    main()
