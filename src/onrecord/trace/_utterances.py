"""What was said once, and the statements that report it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from hashlib import sha256
from itertools import combinations

from onrecord.model import Article, Report, Statement, Utterance
from onrecord.trace._wording import Likeness, Wording, differences, likeness, wording

MANY = 40  # statements that share a run of words; in more of them it is a stock phrase and points at nothing
NEAR = timedelta(days=3)  # between two articles that paraphrase one utterance
NEXT = timedelta(days=1)  # between two that put it in other words, or quote a few of its words
_RUN, _RARE = 4, 3  # words of a run that candidates share, and of one whose words are all of weight
_DAY = len("2015-03-30")

Pair = tuple[int, int]


def utterances(statements: Iterable[Statement], articles: Mapping[str, Article]) -> tuple[Utterance, ...]:
    """The utterances that two statements or more report, by id; the order of the statements doesn't matter.

    `articles` holds the statements' articles by id. Two statements are one utterance when their words agree (one is the
    other, trimmed, or a little differently worded: see `likeness`), when the same actor says them, or one whose name
    is not known says the very same words, and when nothing about their dates speaks against it. Of several that could
    be joined the most alike are joined first, and nobody joins a cluster with a member that it can't be.
    """
    spoken = [s for s in sorted(statements, key=lambda s: s.id) if s.attribution.mode != "told"]
    spoken = [s for n, s in enumerate(spoken) if n == 0 or spoken[n - 1].id != s.id]
    worded = [wording(statement, articles[statement.article]) for statement in spoken]
    alike: list[tuple[float, Pair]] = []
    for a, b in _candidates(worded):
        how = likeness(worded[a], worded[b]) if _can_be(spoken[a], spoken[b], articles) else None
        if how is not None and _is_one(how, spoken[a], spoken[b], articles):
            alike.append((-how.weight, (a, b)))
    clusters = _joined(sorted(alike), spoken, articles)
    return tuple(
        sorted((_utterance([(spoken[n], worded[n]) for n in group]) for group in clusters), key=lambda u: u.id)
    )


def _candidates(worded: Sequence[Wording]) -> list[Pair]:
    """Pairs that share a run of words, without looking at all pairs."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, words in enumerate(worded):
        for run in words.runs(_RUN, _RARE):
            if number not in holders[run][-1:]:
                holders[run].append(number)
    groups = (numbers for numbers in holders.values() if 1 < len(numbers) <= MANY)
    return sorted({pair for numbers in groups for pair in combinations(numbers, 2)})


def _is_one(how: Likeness, a: Statement, b: Statement, articles: Mapping[str, Article]) -> bool:
    """Whether two statements whose words agree so far have the speaker and the time for one utterance."""
    if how.loose:
        named = a.grade == "named" == b.grade and a.article != b.article
        return named and _one_speaker(a, b) and _near(a, b, articles, NEXT)
    return how.exact or (_one_speaker(a, b) and (how.quoted or _near(a, b, articles, NEAR)))


def _one_speaker(a: Statement, b: Statement) -> bool:
    """Whether two statements are of one speaker whom the record knows."""
    return a.actor is not None and a.actor == b.actor


def _can_be(a: Statement, b: Statement, articles: Mapping[str, Article]) -> bool:
    """Whether neither speaker nor date speaks against two statements being one utterance: two named persons are two,
    nothing is said twice on different days, nor after it was printed."""
    if a.actor != b.actor and a.grade == "named" == b.grade:
        return False
    if a.said.value and b.said.value:
        return _same_day(a.said.value, b.said.value)
    for said, other in ((a, b), (b, a)):
        printed = articles[other.article].published.value
        if said.said.value and printed and said.said.value[:_DAY] > printed[: len(said.said.value)][:_DAY]:
            return False
    return True


def _near(a: Statement, b: Statement, articles: Mapping[str, Article], days: timedelta) -> bool:
    """Whether two statements stand in articles of near days: a paraphrase may repeat what was said long before."""
    printed = [articles[s.article].published.value or "" for s in (a, b)]
    if a.article == b.article or not all(len(date) >= _DAY for date in printed):
        return a.article == b.article
    first, second = (date.fromisoformat(value[:_DAY]) for value in printed)
    return abs(first - second) <= days


def _same_day(a: str, b: str) -> bool:
    shared = min(len(a), len(b), _DAY)
    return a[:shared] == b[:shared]


def _joined(
    alike: Iterable[tuple[float, Pair]], spoken: Sequence[Statement], articles: Mapping[str, Article]
) -> list[list[int]]:
    group: dict[int, list[int]] = {}
    for _, (a, b) in alike:
        one, other = group.get(a, [a]), group.get(b, [b])
        if one is other or not all(_can_be(spoken[m], spoken[n], articles) for m in one for n in other):
            continue
        both = sorted([*one, *other])
        group |= dict.fromkeys(both, both)
    return [list(members) for members in dict.fromkeys(tuple(members) for members in group.values())]


def _utterance(told: Sequence[tuple[Statement, Wording]]) -> Utterance:
    ordered = sorted(told, key=lambda one: (one[0].attribution.mode == "indirect", -len(one[1].words), one[0].id))
    fullest = ordered[0][1]
    reports = tuple(Report(statement.id, differences(fullest, words)) for statement, words in ordered)
    actors = sorted({s.actor for s, _ in ordered if s.actor is not None and s.grade == "named"})
    known = actors or sorted({s.actor for s, _ in ordered if s.actor is not None})
    id = sha256("|".join(sorted(report.statement for report in reports)).encode()).hexdigest()[:16]
    return Utterance(id, known[0] if known else None, reports)
