"""On how much something rests: articles, those that are no copies, outlets, and independent origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property

from onrecord.model import Article, Grade, Reuse, Statement, Utterance, Voices
from onrecord.trace import _credits

COPY = 0.2  # containment of either article from which the two are one voice; unrelated reports stay below .13

_WORD_OF_AN_OUTLET: frozenset[Grade] = frozenset({"another outlet", "unnamed source", "unnamed official"})

Key = tuple[str, str]
Telling = tuple[str, Statement | None]  # an article that tells something, and the statement in it that does, if any


class _Groups:
    """Things that are joined into groups; the first in order stands for its group."""

    def __init__(self, things: Iterable[Hashable]) -> None:
        self._parent = {thing: thing for thing in things}
        self._order = {thing: number for number, thing in enumerate(self._parent)}

    def root(self, thing: Hashable) -> Hashable:
        while self._parent[thing] != thing:
            self._parent[thing] = self._parent[self._parent[thing]]
            thing = self._parent[thing]
        return thing

    def join(self, a: Hashable, b: Hashable) -> None:
        first, second = sorted((self.root(a), self.root(b)), key=self._order.__getitem__)
        self._parent[second] = first

    def number(self) -> int:
        return len({self.root(thing) for thing in self._parent})


def families(article_ids: Iterable[str], reuse: Sequence[Reuse]) -> tuple[tuple[str, ...], ...]:
    """The given articles grouped so that copies stand together; both the groups and their members are sorted.

    Two articles are joined when the containment of either in the other is COPY or more, and through third ones of the
    given articles. Pairs with articles that are not given have no say.
    """
    given = sorted(set(article_ids))
    groups = _Groups(given)
    known = set(given)
    for pair in reuse:
        if pair.a in known and pair.b in known and max(pair.containment_a, pair.containment_b) >= COPY:
            groups.join(pair.a, pair.b)
    found: dict[Hashable, list[str]] = {}
    for article in given:
        found.setdefault(groups.root(article), []).append(article)
    return tuple(tuple(group) for group in found.values())


def voices(article_ids: Iterable[str], reuse: Sequence[Reuse]) -> int:
    """How many of these articles are no copies of one another: from 1 to their number, 0 when there are none."""
    return len(families(article_ids, reuse))


class Witnesses:
    """Counts on how much of a collection something rests.

    `articles` are those of the collection, `reuse` the pairs that share passages, `utterances` what was said once.
    """

    def __init__(self, articles: Iterable[Article], reuse: Sequence[Reuse], utterances: Iterable[Utterance]) -> None:
        self._articles = {article.id: article for article in articles}
        self._reuse: dict[str, list[Reuse]] = defaultdict(list)
        for pair in reuse:
            self._reuse[pair.a].append(pair)
        self._utterance = {report.statement: one.id for one in utterances for report in one.reports}

    def count(self, told: Iterable[Telling]) -> Voices:
        """On how much something rests that these articles tell, each in a statement or in its own words.

        Two origins are one wherever they may be. A speaker, office or document is one origin, however often it is
        printed. An unnamed source is the word of the outlet that heard it, and so is what an outlet tells itself: they
        are one origin, whoever repeats it. An article that credits an agency has the agency's word. Origins are joined
        when they say one utterance, and outlets when the articles in which they tell it are copies.
        """
        telling = list(told)
        ids = sorted({article for article, _ in telling})
        groups = families(ids, [pair for id in ids for pair in self._reuse.get(id, ())])
        family = {article: group[0] for group in groups for article in group}
        outlets = {_printed_by(self._articles[id]) for id in ids}
        return Voices(len(ids), len(groups), len(outlets), self._origins(telling, family))

    def _origins(self, telling: Iterable[Telling], family: Mapping[str, str]) -> int:
        same: list[tuple[Key, Key]] = []
        for article, statement in telling:
            key = self._origin(article, statement)
            same.append((key, key))
            if key == ("outlet", self._word_of[article]):
                same.append((key, ("copies", family[article])))
            if statement is not None and statement.id in self._utterance:
                same.append((key, ("utterance", self._utterance[statement.id])))
        groups = _Groups(sorted({key for pair in same for key in pair}))
        for one, other in same:
            groups.join(one, other)
        return groups.number()

    def _origin(self, article: str, statement: Statement | None) -> Key:
        chain = statement.chain if statement is not None else ()
        outlet = next((link for link in reversed(chain) if link.kind == "another outlet"), None)
        if not chain or chain[-1].kind in _WORD_OF_AN_OUTLET:
            return "outlet", _outlet(outlet.name) if outlet is not None else self._word_of[article]
        return "speaker", chain[-1].actor or chain[-1].name.casefold()

    @cached_property
    def _word_of(self) -> dict[str, str]:
        """Whose word each article is: the agency that it credits, else its own outlet."""
        return {id: _word_of(article) for id, article in self._articles.items()}


def _word_of(article: Article) -> str:
    agencies = _credits.agencies(_credits.edges(article.text, article.paragraphs))
    return min(map(_outlet, agencies), default=_printed_by(article))


def _printed_by(article: Article) -> str:
    """An article's outlet; one whose outlet is not known stands for itself."""
    return _outlet(article.outlet) if article.outlet else f"article {article.id}"


def _outlet(name: str) -> str:
    return _credits.names(name)[0].casefold()
