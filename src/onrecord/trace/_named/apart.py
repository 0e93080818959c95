"""Words that set an outlet apart from the others of a collection.

Log-odds with an informative Dirichlet prior: B. Monroe, M. Colaresi and K. Quinn, "Fightin' Words", Political Analysis
16 (2008), equations 16, 20 and 22. What is counted is in how many stories a term stands, not how often: one article
that says a word thirty times is one article.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS

from onrecord.model import Actor, Span
from onrecord.trace._named.pairs import no_naming
from onrecord.trace._named.stories import Told

SURE = 0.05  # share of the terms of an outlet that may be there by chance (Benjamini and Hochberg 1995)
STORIES = 5  # stories that are no copies of one another, from which an outlet has words of its own
SUPPORT = 3  # of them that must hold the term
MOST = 12  # terms of an outlet
EXAMPLES = 3
_PLAIN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*")
_NOT_NAMING = frozenset({"person", "outlet"})  # whom an outlet writes of is its subject, not its way of naming


@dataclass(frozen=True, slots=True)
class Apart:
    """A term that an outlet uses more than the others: the z-score of its log-odds, in how many of the outlet's stories
    it stands, and in how many of the others'. `places` are in the outlet's own words, one an article."""

    outlet: str
    term: str
    z: float
    stories: int
    of: int
    elsewhere: int
    of_elsewhere: int
    places: tuple[tuple[str, Span], ...]


@dataclass(slots=True)
class _Used:
    """Which families of each outlet hold a term, and where it stands."""

    families: dict[str, set[int]]
    places: dict[str, list[tuple[str, Span]]]


def set_apart(stories: Iterable[Told], actors: Iterable[Actor] = ()) -> tuple[Apart, ...]:
    """The words and pairs of words that set outlets apart, by outlet, the surest first.

    Each outlet of five or more stories that are no copies is set against all others together. Left out are words in
    quotation marks, furniture, function words, the calendar, and the names of outlets and of `actors` that are persons
    or outlets. The order given doesn't matter.
    """
    told = sorted(stories, key=lambda one: one.article.id)
    terms = _terms(told, _unwanted(told, actors))
    size: dict[str, set[int]] = defaultdict(set)
    for one in told:
        size[one.outlet].add(one.family)
    totals = {outlet: sum(len(used.families.get(outlet, ())) for used in terms.values()) for outlet in size}
    if len(size) < 2:
        return ()
    prior = 1 / len(size)  # all that is imagined weighs as much as one outlet
    found: list[Apart] = []
    for outlet in sorted(outlet for outlet, families in size.items() if len(families) >= STORIES):
        scored = _scored(outlet, terms, totals, prior)
        found += [_apart(outlet, term, z, terms[term], size) for term, z in _without_parts(scored)[:MOST]]
    return tuple(found)


def z_score(here: int, total_here: int, there: int, total_there: int, prior: float, total_prior: float) -> float:
    """How many standard deviations the log-odds of a term here lie above those there. `prior` is the term's share of
    `total_prior` imagined observations; both are greater than 0 and the prior is not the whole."""
    odds_here = (here + prior) / (total_here + total_prior - here - prior)
    odds_there = (there + prior) / (total_there + total_prior - there - prior)
    return (math.log(odds_here) - math.log(odds_there)) / math.sqrt(1 / (here + prior) + 1 / (there + prior))


def _scored(
    outlet: str, terms: Mapping[str, _Used], totals: Mapping[str, int], prior: float
) -> list[tuple[str, float]]:
    total, everything = totals[outlet], sum(totals.values())
    scored = []
    for term, used in terms.items():
        here = len(used.families.get(outlet, ()))
        if here >= SUPPORT:
            uses = sum(map(len, used.families.values()))
            z = z_score(here, total, uses - here, everything - total, prior * uses, prior * everything)
            scored.append((term, z))
    scored.sort(key=lambda pair: (-pair[1], pair[0]))
    # Terms that the outlet hardly uses were looked at as well: to count only those with support would make chance rare.
    tried = sum(sum(map(len, used.families.values())) >= SUPPORT for used in terms.values())
    sure = [rank for rank, (_, z) in enumerate(scored, 1) if _by_chance(z) <= SURE * rank / tried]
    return scored[: max(sure, default=0)]


def _by_chance(z: float) -> float:
    """The probability of a z-score as high as this one by chance."""
    return math.erfc(z / math.sqrt(2)) / 2


def _without_parts(scored: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """Terms of which none is part of a surer one, nor holds one."""
    kept: list[tuple[str, float]] = []
    for term, z in scored:
        words = set(term.split())
        if not any(words <= set(other.split()) or words >= set(other.split()) for other, _ in kept):
            kept.append((term, z))
    return kept


def _apart(outlet: str, term: str, z: float, used: _Used, size: Mapping[str, set[int]]) -> Apart:
    elsewhere = set().union(*(families for other, families in used.families.items() if other != outlet))
    others = set().union(*(families for other, families in size.items() if other != outlet))
    places = list({place[0]: place for place in reversed(used.places[outlet])}.values())[::-1]
    here = len(used.families[outlet])
    return Apart(
        outlet, term, round(z, 2), here, len(size[outlet]), len(elsewhere), len(others), tuple(places[:EXAMPLES])
    )


def _terms(told: Sequence[Told], unwanted: frozenset[str]) -> dict[str, _Used]:
    terms: dict[str, _Used] = defaultdict(lambda: _Used(defaultdict(set), defaultdict(list)))
    for one in told:
        for term, span in _of(one, unwanted):
            used = terms[term]
            used.families[one.outlet].add(one.family)
            used.places[one.outlet].append((one.article.id, span))
    return terms


def _of(told: Told, unwanted: frozenset[str]) -> Iterator[tuple[str, Span]]:
    """The terms of an article in its own words: words, and two words with nothing but a space between them."""
    text, before = told.article.text, None
    for (start, end), own in zip(told.words.places.tolist(), told.own, strict=True):
        word = text[start:end].casefold().replace("’", "'").removesuffix("'s")
        if not own or word in unwanted or len(word) < 2 or not _PLAIN.fullmatch(word):
            before = None
            continue
        yield word, Span(start, end)
        if before is not None and text[before[1].end : start].isspace():
            yield f"{before[0]} {word}", Span(before[1].start, end)
        before = (word, Span(start, end))


def _unwanted(told: Sequence[Told], actors: Iterable[Actor]) -> frozenset[str]:
    names = Counter(one.outlet for one in told)
    names.update(one.article.author or "" for one in told)
    for actor in actors:
        if actor.kind in _NOT_NAMING:
            names.update((actor.name, *actor.aliases))
    capitals = (word for name in names for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())
    return frozenset({word.casefold() for word in capitals}) | STOP_WORDS | no_naming()
