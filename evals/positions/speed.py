"""How long coding takes: `python -m evals.positions.speed [--every 6]`.

Every so many articles of the collection on Iran, read as a build reads them; what is timed is coding alone, in CPU
seconds of one process, which a busy machine hardly changes.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from evals.positions import CODEBOOKS
from evals.speakers import article_of, texts_of
from onrecord import code, resolve, syntax
from onrecord.attribute import reader
from onrecord.model import Reading

CORPUS = "iran-nuclear"
CORES = 2


@dataclass(frozen=True, slots=True)
class Timed:
    """How many articles and statements were coded, and the CPU seconds that statements and what is told took."""

    articles: int
    of: int
    statements: int
    coding: float
    telling: float

    @property
    def whole(self) -> float:
        """Seconds for the whole collection on two cores."""
        return (self.coding + self.telling) * self.of / self.articles / CORES


def timed(every: int) -> Timed:
    """Code every so many articles of the collection."""
    texts, lexicon, codebook = texts_of(CORPUS), resolve.lexicon(()), code.codebook(CODEBOOKS[CORPUS])
    names = sorted(texts)[::every]
    statements, coding, telling = 0, 0.0, 0.0
    for name in names:
        article = article_of(texts[name])
        passages = syntax.parse(article.text, [paragraph.span for paragraph in article.paragraphs])
        attributions = tuple(reader("model")(article.text, passages))
        reading = Reading(article, attributions, *resolve.refer(article, passages, attributions, lexicon))
        start = time.process_time()
        positions = code.positions(reading, passages, codebook, lexicon)
        coded = time.process_time()
        code.told(replace(reading, positions=positions), passages, codebook, lexicon)
        coding, telling = coding + coded - start, telling + time.process_time() - coded
        statements += len(attributions)
    return Timed(len(names), len(texts), statements, coding, telling)


def main(words: Sequence[str] | None = None) -> None:
    """Print statements a CPU second, and the time of the whole collection."""
    parser = argparse.ArgumentParser(description="Time the coding of positions.")
    parser.add_argument("--every", type=int, default=6)
    found = timed(parser.parse_args(words).every)
    print(
        f"{found.articles} of {found.of} articles on Iran: {found.statements / found.coding:.1f} statements a CPU "
        f"second, {found.telling / found.articles:.2f} CPU seconds an article for what it tells by itself; "
        f"all on two cores: {found.whole:.0f} s"
    )


if __name__ == "__main__":
    main()
