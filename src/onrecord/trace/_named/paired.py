"""How often each outlet uses each name of a thing that has several."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field

from onrecord.model import Span
from onrecord.trace._named.pairs import Pair, pairs, words_of
from onrecord.trace._named.stories import Told

EXAMPLES = 3

Place = tuple[str, Span]  # an article's id, and where in it


@dataclass(frozen=True, slots=True)
class Naming:
    """What an outlet calls a thing: how often in its own words, how often in words that it quotes, in how many stories
    in its own words (copies count once), and the first places, those in its own words before the others."""

    pair: str
    about: str
    name: str
    outlet: str
    own: int
    quoted: int
    stories: int
    places: tuple[Place, ...]


@dataclass(slots=True)
class _Count:
    own: list[Place] = field(default_factory=list)
    quoted: list[Place] = field(default_factory=list)
    families: set[int] = field(default_factory=set)


def paired(stories: Iterable[Told], known: Sequence[Pair] | None = None) -> tuple[Naming, ...]:
    """The names that outlets use for things with several, for `known` pairs or those of `data/trace/naming.yaml`.

    Pairs come in their order, outlets by name, names as often as they are used. What stands in quotation marks is
    somebody else's word for it. A pair of which outlets use one name alone in their own words sets none of them apart
    and is left out, whatever they quote.
    """
    found: dict[tuple[str, str, str], _Count] = {}
    known = pairs() if known is None else known
    for told in stories:
        words = frozenset(words_of(told.article.text))
        for pair in known:
            _count(told, words, pair, found)
    namings = [
        _naming(pair, name.name, outlet, found[pair.id, name.name, outlet])
        for pair in known
        for name in pair.names
        for outlet in sorted({o for (p, n, o) in found if (p, n) == (pair.id, name.name)})
    ]
    several = {pair.id for pair in known if len({n.name for n in namings if n.pair == pair.id and n.own}) > 1}
    order = {pair.id: number for number, pair in enumerate(known)}
    kept = (naming for naming in namings if naming.pair in several)
    return tuple(sorted(kept, key=lambda n: (order[n.pair], n.outlet, -(n.own + n.quoted), n.name)))


def _count(told: Told, words: Set[str], pair: Pair, found: dict[tuple[str, str, str], _Count]) -> None:
    for name in pair.names:
        if not name.may_stand(words):
            continue
        for start, end in name.places(told.article.text):
            counted = found.setdefault((pair.id, name.name, told.outlet), _Count())
            if _within(told.quotations, start):
                counted.quoted.append((told.article.id, Span(start, end)))
            else:
                counted.own.append((told.article.id, Span(start, end)))
                counted.families.add(told.family)


def _within(spans: Sequence[Span], at: int) -> bool:
    """Whether a place lies in one of some spans that are in order and don't overlap."""
    number = bisect_right(spans, at, key=lambda span: span.start) - 1
    return number >= 0 and at < spans[number].end


def _naming(pair: Pair, name: str, outlet: str, counted: _Count) -> Naming:
    places = [*_one_an_article(counted.own), *_one_an_article(counted.quoted)][:EXAMPLES]
    own, quoted = len(counted.own), len(counted.quoted)
    return Naming(pair.id, pair.about, name, outlet, own, quoted, len(counted.families), tuple(places))


def _one_an_article(places: Sequence[Place]) -> list[Place]:
    return list({place[0]: place for place in reversed(places)}.values())[::-1]
