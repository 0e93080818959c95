"""What the article itself tells: `python -m evals.positions.told [--part open|shut]`.

The articles with a position by the narrator (`narrator.jsonl`, coded by reading) are read as a build reads them. A gold
place is found when a told position on its option touches its words, or when the words of a statement with a position on
it cover them. The gold has only what stands in the windows that were coded, so what is told elsewhere is counted
("told in all") and not judged.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from evals.positions import CODEBOOKS, HOME, Row, read
from evals.speakers import article_of, same_body, same_person, texts_of
from onrecord import code, resolve, syntax
from onrecord.attribute import reader
from onrecord.model import Article, Attribution, Position, Reading, Span, Speaker

GOLD = HOME / "narrator.jsonl"


@dataclass(frozen=True, slots=True)
class Place:
    """A gold place: whether it was found, by which stance, and whether whose it is was right."""

    found: bool
    stance: bool = False
    holder: bool = False


@dataclass(frozen=True, slots=True)
class Scored:
    """The gold places of some articles, and how many positions those articles tell."""

    places: tuple[Place, ...]
    told: int


def run(part: str | None = None) -> Scored:
    """All articles of the gold, or of one half of it."""
    rows = [row for row in read(GOLD) if part in (None, row["part"])]
    places: list[Place] = []
    told = 0
    for corpus, file in CODEBOOKS.items():
        here = [row for row in rows if row["corpus"] == corpus]
        texts, codebook = texts_of(corpus) if here else {}, code.codebook(file)
        for name in sorted({row["article"] for row in here}):
            reading = read_as_built(article_of(texts[name]), codebook)
            places += (place(row, reading) for row in here if row["article"] == name)
            told += sum(len(of_one) for one, _, of_one in _every(reading) if one.mode == "told")
    return Scored(tuple(places), told)


def read_as_built(article: Article, codebook: code.Codebook) -> Reading:
    """An article with its attributions, speakers and positions, and what it tells itself."""
    lexicon = resolve.lexicon(())
    passages = syntax.parse(article.text, [p.span for p in article.paragraphs])
    attributions = tuple(reader("model")(article.text, passages))
    referents, speakers = resolve.refer(article, passages, attributions, lexicon)
    heard = Reading(article, attributions, referents, speakers)
    coded = replace(heard, positions=code.positions(heard, passages, codebook, lexicon))
    return code.told(coded, passages, codebook, lexicon)


def place(row: Row, reading: Reading) -> Place:
    """What a reading makes of one gold place; of several positions there the one that is most nearly right."""
    words = Span(*row["words"])
    names = {referent.number: [form for form, _ in referent.forms] for referent in reading.referents}
    met = [
        Place(
            found=True,
            stance=position.stance == row["stance"],
            holder=_is(row["holder"], [position.holder] if position.holder else _named(speaker, names)),
        )
        for attribution, speaker, of_one in _every(reading)
        if _meets(attribution, words)
        for position in of_one
        if f"{position.issue}.{position.option}" == row["option"]
    ]
    return max(met, key=lambda one: (one.stance, one.holder), default=Place(found=False))


def _every(reading: Reading) -> Iterator[tuple[Attribution, Speaker, Sequence[Position]]]:
    yield from zip(reading.attributions, reading.speakers, reading.positions, strict=True)


def _meets(attribution: Attribution, words: Span) -> bool:
    if attribution.mode == "told":
        spans = (*attribution.content, *attribution.source)
        return any(span.start < words.end and words.start < span.end for span in spans)
    spans = (*attribution.content, *attribution.cue, *attribution.source)
    return min(span.start for span in spans) <= words.start and words.end <= max(span.end for span in spans)


def _named(speaker: Speaker, names: dict[int, list[str]]) -> list[str]:
    return names.get(speaker.referent, []) if speaker.referent is not None else []


def _is(holder: str, names: Iterable[str]) -> bool:
    return any(same_person(holder, name) or same_body(holder, name) for name in names)


def table(scored: Scored) -> str:
    """The counts."""
    found = [one for one in scored.places if one.found]
    counts = {
        "gold places": len(scored.places),
        "found": len(found),
        "  stance right": sum(one.stance for one in found),
        "  holder right": sum(one.holder for one in found),
        "  both": sum(one.stance and one.holder for one in found),
        "told in all": scored.told,
    }
    return "\n".join(f"{name:18}{count:5}" for name, count in counts.items())


def main(words: Sequence[str] | None = None) -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description="Score what articles tell by themselves.")
    parser.add_argument("--part", choices=("open", "shut"))
    print(table(run(parser.parse_args(words).part)))


if __name__ == "__main__":
    main()
