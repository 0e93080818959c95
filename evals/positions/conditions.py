"""Conditions apart from stances: `python -m evals.positions.conditions [--part open|shut]`.

The program is told which options a statement is conditional on, and says what the condition is, of which kind, and
which option it names. Codes that the coder was not sure of count here, as what he was not sure of is the stance.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evals.positions import CODEBOOKS, Linked, Row, gold, linkage, overlap
from evals.speakers import article_of, by_hand, texts_of
from onrecord import code
from onrecord.code._codebook.book import Codebook
from onrecord.code._rules.linkage import hangs_on
from onrecord.code._rules.places import Places
from onrecord.code._rules.sentences import Sentences
from onrecord.model import Article
from onrecord.syntax import parse

HALF = 0.5  # a condition is found when this share of the words is right


@dataclass(frozen=True, slots=True)
class Told:
    """A gold condition: F1 of its words (0 when none was found), the two kinds, and the two linked options."""

    words: float
    kinds: tuple[str, str | None]
    options: Linked


def run(part: str | None = None, rows: Sequence[Row] | None = None) -> list[Told]:
    """Every condition of the gold, or of the rows given in its form, with what the program makes of it."""
    chosen = [row for row in (gold(part) if rows is None else rows) if any(map(_asked, row["positions"]))]
    found: list[Told] = []
    for corpus, file in CODEBOOKS.items():
        here = [row for row in chosen if row["corpus"] == corpus]
        texts = texts_of(corpus) if here else {}
        for name in sorted({row["article"] for row in here}):
            of_it = [row for row in here if row["article"] == name]
            found += _article(article_of(texts[name]), of_it, code.codebook(file))
    return found


def _asked(one: Row) -> bool:
    return one["stance"] == "conditional" and bool(one["condition"])


def _article(article: Article, rows: Iterable[Row], codebook: Codebook) -> Iterator[Told]:
    passages = parse(article.text, [p.span for p in article.paragraphs])
    sentences, places = Sentences(passages, codebook), Places(passages)
    for row in rows:
        for one in filter(_asked, row["positions"]):
            issue, option = one["option"].split(".")
            told = []
            for passage, content in places.covered(by_hand(row).content):
                near = [s for s in passage.doc.sents if not content.isdisjoint(range(s.start, s.end))]
                mentions = [m for s in near for m in sentences.read(passage, s).mentions]
                hung = hangs_on(passage, content, mentions, (issue, option))
                if hung is not None:
                    condition, link = hung
                    span = passage.span(condition.first, condition.last)
                    words = overlap(article.text, one["condition"], (span.start, span.end))
                    told.append(Told(words, (one["condition_type"], condition.kind), _pair(one, link)))
            yield told[0] if told else _missed(one)


def _pair(one: Row, link: tuple[str, str] | None) -> Linked:
    return one["linked"], ".".join(link) if link else None


def _missed(one: Row) -> Told:
    return Told(0.0, (one["condition_type"], None), _pair(one, None))


def score(told: Sequence[Told]) -> dict[str, float]:
    """Percent: conditions found, mean F1 of their words, kinds right of those found, F1 of linkages."""
    found = [one for one in told if one.words >= HALF]
    return {
        "found": 100 * len(found) / max(1, len(told)),
        "words F1": 100 * sum(one.words for one in told) / max(1, len(told)),
        "kind right": 100 * sum(one.kinds[0] == one.kinds[1] for one in found) / max(1, len(found)),
        "linkage F1": linkage(one.options for one in told),
        "conditions": float(len(told)),
    }


def main(words: Sequence[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Score conditions where the stance is known.")
    parser.add_argument("--part", choices=("open", "shut"))
    for name, value in score(run(parser.parse_args(words).part)).items():
        print(f"{name:12}{value:8.1f}")


if __name__ == "__main__":
    main()
