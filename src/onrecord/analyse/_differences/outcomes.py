"""How talks went, as one article or side tells it and as another does: "productive", "no compromise"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.analyse._differences.coverage import DAY, Coverage, Told, difference, in_order
from onrecord.analyse._differences.words import Outcome, names, sentence, words
from onrecord.model import Difference, DifferenceRelation, Reading, Span, Telling
from onrecord.resolve import Forms

_PARTIES = {"person", "state", "organisation", "group", "office"}
UNSAID = 40  # characters before an outcome in which words take it back
SENTENCES = 6  # looked at for the talks that an outcome is told of
CLOSE = 3  # days within which two articles that name the same people speak of the same talks
STEM = 4  # letters that "Norway" and "Norwegian" share
_SAME = "Both name {names} at talks."
_BOTH = " What came of talks and how somebody found them can both be as told."


@dataclass(frozen=True, slots=True)
class Account:
    """How talks went by one article: where, told by whom, and who and what its words name at them."""

    outcome: Outcome
    telling: Telling
    parties: frozenset[str]
    named: frozenset[str]  # all names from the talks to the outcome, in small letters


def outcome_differences(coverage: Coverage) -> Iterator[Difference]:
    """Outcomes of the same talks that independent articles tell with opposite signs.

    Talks are the same when two or more parties are named with them in both articles, within three days of each other.
    Who speaks in both is no party for that alone. States meet too often: where no person is among the parties,
    something else must be named in both, such as the town, and where a day of publication is unknown, two must be
    people. Two results, or two views of how useful talks were, are a conflict on one day; a result against a view is
    open, as both can be true.
    """
    accounts = [account for reading in coverage.readings.values() for account in _accounts(coverage, reading)]
    by_party: dict[str, list[Told[int]]] = {}
    for number, account in enumerate(accounts):
        for party in account.parties:
            by_party.setdefault(party, []).append((account.telling.article, number))
    pairs = {pair for told in by_party.values() for pair in coverage.within(CLOSE, told)}
    found = [d for d in (_differing(coverage, accounts[a], accounts[b]) for a, b in sorted(pairs)) if d is not None]
    yield from _once(coverage, found)


def _once(coverage: Coverage, found: Sequence[Difference]) -> Iterator[Difference]:
    """One difference for each two voices and talks, however many articles print them: a conflict before others, then
    the first. Talks of the same parties are others where more than CLOSE days lie between the articles."""
    groups: dict[tuple[str, frozenset[str | None]], list[list[tuple[str, Difference]]]] = {}
    for day, one in sorted(((_day(coverage, one), one) for one in found), key=_first):
        rounds = groups.setdefault((one.about, frozenset((one.one.by, one.other.by))), [])
        if not rounds or _days_apart(rounds[-1][-1][0], day) > CLOSE:
            rounds.append([])
        rounds[-1].append((day, one))
    for rounds in groups.values():
        for told in rounds:
            yield min(told, key=lambda pair: (pair[1].relation != "conflict", *_first(pair)))[1]


def _first(told: tuple[str, Difference]) -> tuple[str, str, Span, str, Span]:
    """By day, then as it stands in the text."""
    day, one = told
    return (day, one.one.article, one.one.span, one.other.article, one.other.span)


def _day(coverage: Coverage, one: Difference) -> str:
    """The day of the earlier article, empty where it has none."""
    day = coverage.published(one.one.article) or ""
    return day if len(day) == DAY else ""


def _days_apart(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days if earlier and later else 0


def _differing(coverage: Coverage, a: Account, b: Account) -> Difference | None:
    one, two = a.telling.article, b.telling.article
    if a.outcome.sign == b.outcome.sign or not coverage.independent(one, two):
        return None
    days = coverage.days_between(one, two)
    shared = (a.parties & b.parties) - ({a.telling.by} & {b.telling.by})
    people = frozenset(party for party in shared if coverage.actors[party].kind == "person")
    if days is None:
        shared = people
    if len(shared) < 2 or (days is not None and abs(days) > CLOSE):
        return None
    if not people and not _scene(coverage, a, shared) & _scene(coverage, b, shared):
        return None
    names = ", ".join(sorted(coverage.name(party) for party in shared))
    alike = a.outcome.aspect == b.outcome.aspect
    relation: DifferenceRelation = "conflict" if alike and days == 0 else "open"
    why = _SAME.format(names=names) + ("" if alike else _BOTH)
    return difference("outcome", relation, f"talks: {names}", why, *in_order(coverage, a.telling, b.telling))


def _scene(coverage: Coverage, account: Account, parties: frozenset[str]) -> frozenset[str]:
    """What an account names besides some parties, by the first letters that a name shares with its adjective."""
    known = {word[:STEM] for party in parties for word in coverage.name(party).casefold().split()}
    return frozenset(word for word in account.named if word[:STEM] not in known)


def _accounts(coverage: Coverage, reading: Reading) -> Iterator[Account]:
    """The outcomes that an article tells of talks, the first of those by the same voice with the same parties."""
    article, forms = reading.article, Forms(reading.referents)
    seen: set[tuple[object, ...]] = set()
    for paragraph in article.paragraphs:
        for outcome, at in _outcomes(article.text, paragraph.span):
            parties, named = _at_the_talks(coverage, reading, forms, at)
            by = coverage.speaker_at(article.id, at)
            key = (outcome.aspect, outcome.sign, by, parties)
            if parties and key not in seen:
                seen.add(key)
                said = " ".join(article.text[at.start : at.end].split())
                yield Account(outcome, Telling(article.id, at, said, by), parties, named)


def _outcomes(text: str, within: Span) -> Iterator[tuple[Outcome, Span]]:
    """Words of an outcome; of those that overlap the first pattern of the file counts."""
    taken = bytearray(within.end - within.start)
    for outcome in words().outcomes:
        for match in outcome.pattern.finditer(text, within.start, within.end):
            place = slice(match.start() - within.start, match.end() - within.start)
            if not any(taken[place]):
                taken[place] = b"\1" * (match.end() - match.start())
                yield outcome, Span(*match.span())


def _at_the_talks(
    coverage: Coverage, reading: Reading, forms: Forms, at: Span
) -> tuple[frozenset[str], frozenset[str]]:
    """Who is at the talks that an outcome is told of, and all names from there to it: in its sentence, or in the last
    of a few before it that speaks of talks and names two. Empty where the outcome is only wished for or to come."""
    article, none = reading.article, (frozenset[str](), frozenset[str]())
    around = sentence(article, at)
    if words().unsaid.search(article.text, max(around.start, at.start - UNSAID), at.start):
        return none
    named = names(article, around)
    for _ in range(SENTENCES):
        text = article.text[around.start : around.end]
        parties = _parties(coverage, article.id, forms, text)
        if len(parties) >= 2 and words().talks.search(text):
            return parties, named
        if around.start == 0:
            break
        around = sentence(article, _end_before(article.text, around.start))
        named |= names(article, around)
    return none


def _end_before(text: str, at: int) -> Span:
    """The last character before a place that is not a space."""
    while at > 1 and text[at - 1].isspace():
        at -= 1
    return Span(at - 1, at)


def _parties(coverage: Coverage, article: str, forms: Forms, text: str) -> frozenset[str]:
    named = (coverage.identity.get((article, number)) for _, _, number in forms.places(text))
    return frozenset(actor for actor in named if actor in coverage.actors and coverage.actors[actor].kind in _PARTIES)
