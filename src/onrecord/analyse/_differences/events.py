"""Events of which articles differ on the day, the place, who took part, or whether they took place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from onrecord.analyse._differences.coverage import DAY, Coverage, by_time, difference, in_order
from onrecord.model import Difference, DifferenceKind, DifferenceRelation, Event, EventMention, Telling

APART = 2  # days between two accounts of what may be one event
MAY_BE_TWO = "They may also be two events."
ONCE = "A thing is signed once."

Pair = tuple["Account", "Account"]


@dataclass(frozen=True, slots=True)
class Account:
    """What one article tells of an event, with those who take part as actors."""

    event: str
    article: str
    mention: EventMention
    actors: frozenset[str]

    @property
    def day(self) -> str | None:
        """The day, if it is told to the day."""
        value = self.mention.when.value
        return value if value and len(value) == DAY else None


def event_differences(coverage: Coverage, events: Sequence[Event]) -> Iterator[Difference]:
    """What independent articles tell differently of one event, or of two that may well be one.

    Accounts that were joined to one event agree on day and place, so they differ on its status alone: held or planned
    in one, cancelled in another. Two events that no article tells both of, with the same kind and two or more of the
    same actors, a person among them, may be one that is told differently when all but one of day, place and company
    agree.
    """
    accounts = _accounts(coverage, events)
    by_event: dict[str, list[Account]] = {}
    for account in accounts:
        by_event.setdefault(account.event, []).append(account)
    for told in by_event.values():
        yield from _statuses(coverage, told)
    by_actor: dict[str, set[str]] = {}
    for account in accounts:
        for actor in account.actors:
            if coverage.actors[actor].kind == "person":
                by_actor.setdefault(actor, set()).add(account.event)
    near = {pair for ids in by_actor.values() for pair in combinations(sorted(ids), 2)}
    for one, other in sorted(near):
        yield from _perhaps_one(coverage, by_event[one], by_event[other])


def _accounts(coverage: Coverage, events: Sequence[Event]) -> list[Account]:
    told: dict[tuple[str, object, str], EventMention] = {}
    for id, reading in coverage.readings.items():
        told |= {(id, mention.span, mention.kind): mention for mention in reading.events}
    found = []
    for event in events:
        for article, span in event.mentions:
            kinds = (event.kind, "meeting", "visit", "call", "signing", "announcement")
            mention = next((told[article, span, kind] for kind in kinds if (article, span, kind) in told), None)
            if mention is not None:
                known = ((article, number) for number in mention.participants)
                actors = frozenset(coverage.identity[key] for key in known if key in coverage.identity)
                found.append(Account(event.id, article, mention, actors))
    return found


def _statuses(coverage: Coverage, told: Sequence[Account]) -> Iterator[Difference]:
    on = [a for a in told if a.mention.status in {"held", "planned"}]
    off = [a for a in told if a.mention.status == "cancelled"]
    pair = coverage.closest(((a.article, a) for a in on), [(a.article, a) for a in off])
    if pair is not None:
        one, other = (_telling(coverage, account, "status") for _, account in pair)
        first, second = in_order(coverage, one, other)
        relation, why = by_time(coverage, first.article, second.article)
        if relation == "open" and first.article == one.article and pair[0][1].mention.status == "planned":
            relation, why = "update", "What was planned was cancelled later."
        yield difference("status", relation, _about(coverage, *(account for _, account in pair)), why, first, second)


def _perhaps_one(coverage: Coverage, ours: Sequence[Account], theirs: Sequence[Account]) -> Iterator[Difference]:
    if {a.article for a in ours} & {a.article for a in theirs}:
        return
    pair = coverage.closest([(a.article, a) for a in ours], [(a.article, a) for a in theirs])
    kind = _differ_on(*(account for _, account in pair)) if pair else None
    if pair is None or kind is None:
        return
    accounts = (pair[0][1], pair[1][1])
    one, other = in_order(coverage, *(_telling(coverage, account, kind) for account in accounts))
    relation: DifferenceRelation = "conflict" if accounts[0].mention.kind == "signing" else "open"
    why = ONCE if relation == "conflict" else MAY_BE_TWO
    yield difference(kind, relation, _about(coverage, *accounts), why, one, other)


def _differ_on(a: Account, b: Account) -> DifferenceKind | None:
    """The one thing of day, place and company on which two accounts of the same kind of event differ."""
    told = {a.mention.status, b.mention.status}
    if a.mention.kind != b.mention.kind or not a.day or not b.day or "cancelled" in told:
        return None
    shared = a.actors & b.actors
    apart = abs((date.fromisoformat(a.day) - date.fromisoformat(b.day)).days)
    places = {place for place in (a.mention.place, b.mention.place) if place}
    if len(shared) >= 2 and len(places) <= 1 and 0 < apart <= APART and a.actors == b.actors:
        return "date"
    if len(shared) >= 2 and len(places) == 2 and not apart:
        return "place"
    others = (a.actors - shared, b.actors - shared)
    same_place = len(places) == 1 and a.mention.place == b.mention.place
    return "participants" if same_place and not apart and all(others) else None


def _telling(coverage: Coverage, account: Account, kind: DifferenceKind) -> Telling:
    names = ", ".join(sorted(coverage.name(actor) for actor in account.actors))
    mention = account.mention
    value = {"date": mention.when.value, "place": mention.place, "participants": names, "status": mention.status}[kind]
    return Telling(account.article, mention.span, value or "")


def _about(coverage: Coverage, a: Account, b: Account) -> str:
    return f"{a.mention.kind}: {', '.join(sorted(coverage.name(actor) for actor in a.actors & b.actors))}"
