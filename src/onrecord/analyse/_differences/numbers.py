"""Figures that articles give differently, and figures that took another's place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.analyse._differences.aligned import EVIDENCE, evidence
from onrecord.analyse._differences.context import Rarity
from onrecord.analyse._differences.coverage import Coverage, by_time, difference, in_order
from onrecord.analyse._differences.words import names, sentence, words
from onrecord.model import Article, Difference, Figure, FigureMention, Span, Telling

REACH = 40  # characters before a figure in which words can tell that it was given up
BEHIND = 80  # and behind it
FAR = 1500  # characters between a figure that was given up and the one in its place


def number_differences(coverage: Coverage, rarity: Rarity, figures: Sequence[Figure]) -> Iterator[Difference]:
    """Values for one thing in independent articles: of one day a conflict, of different days open, and never a conflict
    when any article tells that the one took the other's place."""
    updates = list(_told_updates(coverage, figures))
    yield from (found for _, found in updates)
    replaced = {pair for pair, _ in updates}
    by_id = {figure.id: figure for figure in figures}
    for figure in figures:
        for other in (by_id[id] for id in figure.differs if figure.id < id):
            yield from _differing(coverage, rarity, figure, other, replaced)
        for rough in (by_id[id] for id in figure.vaguer):
            yield from _vaguer(coverage, rarity, rough, figure)


def _differing(
    coverage: Coverage, rarity: Rarity, figure: Figure, other: Figure, replaced: set[tuple[str, str]]
) -> Iterator[Difference]:
    pair = coverage.closest(figure.mentions, other.mentions)
    if pair is None:
        return
    if _tells(coverage, pair[0][0], other) or _tells(coverage, pair[1][0], figure):
        return  # an article that gives both values tells of two things, or of a change
    if not _of_one_scene(coverage, rarity, figure, *pair):
        return
    one, two = in_order(coverage, _telling(coverage, *pair[0]), _telling(coverage, *pair[1]))
    relation, why = by_time(coverage, one.article, two.article)
    if {(figure.id, other.id), (other.id, figure.id)} & replaced:
        relation, why = "update", "An article tells that the one took the other’s place."
    yield difference("number", relation, _about(figure), why, one, two)


def _tells(coverage: Coverage, article: str, figure: Figure) -> bool:
    """Whether an article gives a value anywhere, whatever it says that it measures."""
    value = (figure.low, figure.high, figure.unit)
    return any((m.low, m.high, m.unit) == value for m in coverage.readings[article].figures)


def _of_one_scene(
    coverage: Coverage,
    rarity: Rarity,
    figure: Figure,
    one: tuple[str, FigureMention],
    other: tuple[str, FigureMention],
) -> bool:
    """Whether two mentions of one noun are of one thing. What is counted must be counted in a paragraph that names
    something in common besides: the town, the day or the party. Money and measures must stand among the same words,
    as tariffs on Chinese goods are many."""
    if not coverage.of_one_time(one[0], other[0]):
        return False
    if figure.unit is None:
        named = [names(coverage.readings[article].article, mention.span) for article, mention in (one, other)]
        return bool((named[0] & named[1]) - set(figure.scope))
    ours, theirs = (rarity.context(coverage.readings[id], mention.span, counted=True) for id, mention in (one, other))
    return evidence(ours, theirs) >= EVIDENCE


def _vaguer(coverage: Coverage, rarity: Rarity, rough: Figure, sharp: Figure) -> Iterator[Difference]:
    pair = coverage.closest(rough.mentions, sharp.mentions)
    if pair is not None and _of_one_scene(coverage, rarity, sharp, *pair):
        one, two = (_telling(coverage, *told) for told in pair)
        yield difference("number", "vaguer", _about(sharp), "The first only rounds or bounds the second.", one, two)


def _told_updates(coverage: Coverage, figures: Iterable[Figure]) -> Iterator[tuple[tuple[str, str], Difference]]:
    """Pairs of figures of one article of which its words tell that the first was given up ("initially planned")."""
    by_article: dict[str, list[tuple[FigureMention, Figure]]] = {}
    for figure in figures:
        for id, mention in figure.mentions:
            by_article.setdefault(id, []).append((mention, figure))
    for id, told in sorted(by_article.items()):
        article = coverage.readings[id].article
        for mention, figure in sorted(told, key=lambda pair: pair[0].span):
            cue = _given_up(article, mention.span)
            new = _in_its_place(mention, told) if cue else None
            if cue and new:
                why = f"The words “{cue}” tell that it took the other’s place."
                tellings = (_telling(coverage, id, mention), _telling(coverage, id, new[0]))
                about = _about(figure) or _about(new[1])
                yield (figure.id, new[1].id), difference("number", "update", about, why, *tellings)


def _given_up(article: Article, at: Span) -> str | None:
    """The words that tell that a figure was given up, within its sentence."""
    around = sentence(article, at)
    before = words().before.search(article.text, max(around.start, at.start - REACH), at.start)
    after = words().after.match(article.text, at.end, min(around.end, at.end + BEHIND))
    found = after or before
    return " ".join(found.group().split()) if found else None


def _in_its_place(
    old: FigureMention, told: Iterable[tuple[FigureMention, Figure]]
) -> tuple[FigureMention, Figure] | None:
    """The nearest other value of the same unit that can be of the same thing."""
    candidates = [
        (mention, figure)
        for mention, figure in told
        if (mention.unit, mention.per) == (old.unit, old.per)
        and (mention.low, mention.high) != (old.low, old.high)
        and (old.unit is not None or mention.of == old.of)
        and (mention.of is None or old.of is None or mention.of == old.of)
        and _distance(mention.span, old.span) <= FAR
    ]
    return min(candidates, key=lambda pair: (_distance(pair[0].span, old.span), pair[0].span), default=None)


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _telling(coverage: Coverage, article: str, mention: FigureMention) -> Telling:
    text = coverage.readings[article].article.text
    said = " ".join(text[mention.span.start : mention.span.end].split())
    return Telling(article, mention.span, said, coverage.speaker(mention.statement))


def _about(figure: Figure) -> str:
    return f"{figure.of} ({', '.join(figure.scope)})" if figure.of and figure.scope else figure.of or ""
