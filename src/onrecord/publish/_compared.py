"""Where articles differ and how outlets name things, in words and as rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from copy import copy
from itertools import groupby
from typing import Any

from onrecord import analyse, trace
from onrecord.model import Article, DifferenceKind, DifferenceRelation, Span, Telling
from onrecord.publish._words import words
from onrecord.store import Record

Row = dict[str, Any]

RELATIONS: dict[DifferenceRelation, tuple[str, str]] = {
    "conflict": ("Both can’t be true", "Told of the same thing on the same day, and not the same."),
    "open": ("May both be true", "The later article may just be newer, or the two may be of two things. Read both."),
    "update": ("The second took the first’s place", "The words say so, or the second came more than a week later."),
    "vaguer": ("The first is only vaguer", "It rounds, bounds, or leaves out what the second tells."),
}
DIFFERENCE_KINDS: dict[DifferenceKind, str] = {
    "number": "number",
    "date": "day",
    "place": "place",
    "participants": "who took part",
    "status": "whether it took place",
    "outcome": "how it went",
    "attribution": "whose words",
    "step": "yes or no",
}


class Names:
    """How the outlets of a record name things: listed names of one thing, and terms that set an outlet apart."""

    def __init__(self, record: Record) -> None:
        self._stories = stories = trace.stories(record.articles(), record.reuse())
        self._read = record.articles()
        self.outlets = len({story.outlet for story in stories})
        self.paired = trace.paired(stories)
        self._set_apart(record)

    def again(self, record: Record) -> Names:
        """The same for a later record: only what other articles, or what judgements on actors, change is made anew."""
        if record.articles() is not self._read:
            return Names(record)
        if _called(record) == self._called:
            return self
        other = copy(self)
        other._set_apart(record)
        return other

    def _set_apart(self, record: Record) -> None:
        self._called = _called(record)
        self.apart = trace.set_apart(self._stories, record.actors())

    def beside(self, outlet: str | None) -> list[tuple[str, list[trace.Naming], list[tuple[str, int]]]]:
        """The things that an outlet names: (the thing, its names for it, and each name that other outlets use in their
        own words with the number of those outlets, most first)."""
        found = []
        for _, group in groupby(sorted(self.paired, key=lambda one: one.pair), key=lambda one: one.pair):
            namings = list(group)
            own = [one for one in namings if one.outlet == outlet]
            others = Counter(one.name for one in namings if one.outlet != outlet and one.own)
            if own:
                found.append((own[0].about, own, sorted(others.items(), key=lambda pair: (-pair[1], pair[0]))))
        return found


def _called(record: Record) -> frozenset[tuple[str, str]]:
    return frozenset((actor.kind, name) for actor in record.actors() for name in (actor.name, *actor.aliases))


def around(article: Article, span: Span, longest: int | None = None) -> str:
    """The sentence that a telling stands in, on one line. One longer than `longest` characters is cut between words on
    both sides of the telling, which is never cut, with ellipses."""
    whole = analyse.sentence(article, span)
    if longest is None or whole.end - whole.start <= longest:
        return words(article, [whole])
    room = max(0, longest - (span.end - span.start)) // 2
    before, after = article.text[whole.start : span.start], article.text[span.end : whole.end]
    if len(before) > room:
        before = "… " + before[len(before) - room :].partition(" ")[2]
    if len(after) > room:
        after = after[:room].rpartition(" ")[0].rstrip(" ,;:–—") + " …"
    return " ".join(f"{before}{article.text[span.start : span.end]}{after}".split())


def difference_rows(record: Record) -> list[Row]:
    """A row per difference, each telling with its article, words and sentence."""
    articles = {article.id: article for article in record.articles()}
    actors = {actor.id: actor.name for actor in record.actors()}
    return [
        {
            "relation": one.relation,
            "kind": one.kind,
            "about": one.about,
            "one": one.one.value,
            "other": one.other.value,
            "why": one.why,
            "tellings": [_telling_row(telling, articles, actors) for telling in (one.one, one.other)],
            "id": one.id,
        }
        for one in record.differences()
    ]


def naming_rows(record: Record) -> list[Row]:
    """A row per outlet and name of a thing with several (`thing` is what it is), then a row per term that sets an
    outlet apart (`thing` is empty, `z` says how surely)."""
    names = Names(record)
    articles = {article.id: article for article in record.articles()}
    listed = [
        _named(n.outlet, n.name, n.places, articles)
        | {"thing": n.about, "own": n.own, "quoted": n.quoted, "stories": n.stories}
        for n in names.paired
    ]
    found = [
        _named(a.outlet, a.term, a.places, articles)
        | {"stories": a.stories, "of": a.of, "elsewhere": a.elsewhere, "of_elsewhere": a.of_elsewhere, "z": a.z}
        for a in names.apart
    ]
    return [_EMPTY | row for row in (*listed, *found)]


_EMPTY: Row = dict.fromkeys(
    ("thing", "outlet", "name", "own", "quoted", "stories", "of", "elsewhere", "of_elsewhere", "z", "examples")
)


def _named(outlet: str, name: str, places: Sequence[tuple[str, Span]], articles: dict[str, Article]) -> Row:
    examples = [
        {"article": id, "start": span.start, "end": span.end, "sentence": around(articles[id], span)}
        for id, span in places
    ]
    return {"outlet": outlet, "name": name, "examples": examples}


def _telling_row(telling: Telling, articles: dict[str, Article], actors: dict[str, str]) -> Row:
    article = articles[telling.article]
    return {
        "article": article.name,
        "article_id": article.id,
        "outlet": article.outlet,
        "published": article.published.value,
        "start": telling.span.start,
        "end": telling.span.end,
        "text": article.text[telling.span.start : telling.span.end],
        "sentence": around(article, telling.span),
        "value": telling.value,
        "speaker": actors.get(telling.by or ""),
    }
