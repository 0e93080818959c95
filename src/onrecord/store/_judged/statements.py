"""Statements under the judgements of people: accepted, rejected, corrected, added.

A judgement wins over the machine. It finds its statement by id; in a later build, in which another model cut the words
otherwise, by where they are; and where the machine does not find the statement any more, it is kept as it was judged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.model import Actor, Article, Conflict, Dated, Judged, Judgement, Position, Statement
from onrecord.resolve import held
from onrecord.store._judged.actors import Cast
from onrecord.store._judged.places import Places
from onrecord.store._judged.snapshot import attribution_of, of_statement, position_of, spans

BY_A_PERSON = "a person"
Names = Mapping[tuple[str, int], str]  # by article and number of the speaker in it
_VERDICTS = frozenset({"accept", "reject"})
OF_STATEMENTS = frozenset({"accept", "reject", "speaker", "spans", "position", "add"})


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement as the machine has it, its positions before the speaker's side was known, and the number that the
    speaker has among those its article speaks of."""

    statement: Statement
    alone: tuple[Position, ...]
    referent: int | None


@dataclass(frozen=True, slots=True)
class Settled:
    """The statements as judged, those that were rejected, and, by statement id, the judgements that hold for each."""

    statements: tuple[Statement, ...]
    rejected: tuple[Statement, ...]
    judgements: Mapping[str, tuple[Judgement, ...]]
    conflicts: tuple[Conflict, ...]


def settle(
    heard: Iterable[Heard],
    articles: Mapping[str, Article],
    cast: Cast,
    judgements: Sequence[Judgement],
    names: Names,
) -> Settled:
    """The machine's statements under judgements, in the order of the log; `names` is what articles call speakers."""
    statements = {one.statement.id: _recast(one, cast, names) for one in heard}
    places, conflicts = Places(statements.values(), articles), list[Conflict]()
    of: dict[str, list[Judgement]] = defaultdict(list)
    for one in judgements:
        if one.kind in OF_STATEMENTS:
            found = places.find(one)
            if found is None:
                conflicts.append(Conflict("target gone", one))
                continue
            if found not in statements:
                statements[found] = _revived(one, found, cast)
            of[found].append(one)
    rejected: dict[str, Statement] = {}
    for id, log in of.items():
        machine = statements[id]
        conflicts += _differ(log)
        conflicts += _changed(log, machine, articles, cast.actors)
        judged = _decided(machine, log, cast)
        if judged is None:
            rejected[id] = statements.pop(id)
        else:
            statements[id] = judged
    held_by = {id: tuple(log) for id, log in of.items()}
    return Settled(tuple(statements.values()), tuple(rejected.values()), held_by, tuple(conflicts))


def _recast(one: Heard, cast: Cast, names: Names) -> Statement:
    """A statement under the judgements on actors."""
    statement = one.statement
    if any(cast.who(link.actor) != link.actor for link in statement.chain):
        links = tuple(replace(link, actor=cast.who(link.actor)) for link in statement.chain)
        statement = replace(statement, chain=links)
    who = cast.who(statement.actor)
    if who is not None and cast.apart and one.referent is not None:
        name = names.get((statement.article, one.referent), "")
        who = cast.who(cast.apart.get((who, name.casefold()), who))
    if who == statement.actor and (who is None or cast.actors[who].side == statement.side):
        return statement
    return _spoken(statement, who, cast, one.alone)


def _spoken(statement: Statement, who: str | None, cast: Cast, alone: Iterable[Position]) -> Statement:
    """A statement with another speaker: what is its own, and what it only reports, is told anew."""
    actor = cast.actors.get(who or "")
    side, names = (actor.side, (actor.name, *actor.aliases)) if actor is not None else (None, ())
    return replace(statement, actor=who, side=side, positions=held(alone, side, names))


def _revived(one: Judgement, id: str, cast: Cast) -> Statement:
    """A statement that the machine does not have: one that a person added, or that a later build lost."""
    said = one.value if one.kind == "add" else one.machine
    statement = Statement(
        id=id,
        article=said["article"],
        attribution=attribution_of(said, BY_A_PERSON),
        actor=None,
        as_written=said.get("speaker"),
        side=None,
        grade=None,
        said=Dated(),
    )
    positions = [position_of(position, position.get("why", "")) for position in said.get("positions", ())]
    return _spoken(statement, _speaker(said, cast), cast, positions)


def _speaker(said: Mapping[str, Any], cast: Cast) -> str | None:
    return cast.find(said.get("actor"), said.get("speaker"))


def _decided(statement: Statement, log: Sequence[Judgement], cast: Cast) -> Statement | None:
    """What the judgements make of a statement, the last word on each thing counting; None where it is rejected."""
    gone, judged = False, statement
    for one in log:
        gone = one.kind == "reject" or (gone and one.kind != "accept")
        judged = _after(judged, one, cast)
    if gone:
        return None
    kinds = {one.kind for one in log}
    mark: Judged = "added" if "add" in kinds else "accepted" if kinds <= {"accept", "reject"} else "changed"
    return replace(judged, judged=mark)


def _after(statement: Statement, one: Judgement, cast: Cast) -> Statement:
    value = one.value
    match one.kind:
        case "accept":
            return _as_it_was(statement, one.machine, cast)
        case "speaker":
            return _spoken(statement, _speaker(value, cast), cast, statement.positions)
        case "spans":
            source, cue, content = (spans(value[name]) for name in ("source", "cue", "content"))
            attribution = replace(statement.attribution, source=source, cue=cue, content=content)
            return replace(statement, attribution=attribution)
        case "position":
            return replace(statement, positions=tuple(_with(statement.positions, one)))
    return statement


def _as_it_was(statement: Statement, said: Mapping[str, Any], cast: Cast) -> Statement:
    """A statement as it was accepted, should the machine say otherwise by now."""
    then = replace(statement, attribution=attribution_of(said, statement.attribution.rule))
    known = {(p.issue, p.option, p.stance): p for p in statement.positions}
    positions = [
        known.get((p["issue"], p["option"], p["stance"])) or position_of(p, BY_A_PERSON) for p in said["positions"]
    ]
    return _spoken(then, _speaker(said, cast), cast, positions)


def _with(positions: Iterable[Position], one: Judgement) -> Iterator[Position]:
    """Positions with a person's on an option in place of the machine's; without any where they see no stance."""
    key = (one.value["issue"], one.value["option"])
    yield from (position for position in positions if (position.issue, position.option) != key)
    if one.value["stance"] is not None:
        yield position_of(one.value, one.why or f"judged by {one.by}")


def _differ(log: Sequence[Judgement]) -> Iterator[Conflict]:
    """Judgements of several people on one thing that don't agree: the last of each counts."""
    last: dict[tuple[object, ...], dict[str, Judgement]] = defaultdict(dict)
    for one in log:
        last[_thing(one)][one.by] = one
    for by_person in last.values():
        *others, newest = sorted(by_person.values(), key=lambda one: one.at)
        unlike = tuple(one for one in others if _decision(one) != _decision(newest))
        if unlike:
            yield Conflict("reviewers differ", newest, unlike)


def _thing(one: Judgement) -> tuple[object, ...]:
    kind = "verdict" if one.kind in _VERDICTS else one.kind
    return kind, one.value.get("issue"), one.value.get("option")


def _decision(one: Judgement) -> tuple[object, ...]:
    return (one.kind,) if one.kind in _VERDICTS else (one.kind, one.value)


def _changed(
    log: Sequence[Judgement], machine: Statement, articles: Mapping[str, Article], actors: Mapping[str, Actor]
) -> Iterator[Conflict]:
    """Judgements, the last on each thing, of which the machine says by now what it neither said then nor was told, and
    that were not made in the knowledge of it."""
    if machine.attribution.rule == BY_A_PERSON:
        return
    now = of_statement(machine, articles[machine.article], actors)
    for one in {_thing(one): one for one in log}.values():
        said, today, wanted = (_aspect(one, said) for said in (one.machine, now, one.value.get("despite", one.value)))
        if one.kind not in {"reject", "add"} and today not in (said, wanted):
            yield Conflict("machine changed", one, now=now)


def _aspect(one: Judgement, said: Mapping[str, Any]) -> Any:
    """What a snapshot, or a judgement's value, says on the thing that is judged."""
    match one.kind:
        case "speaker":
            return said.get("speaker")
        case "spans":
            return [said.get(name) for name in ("source", "cue", "content")]
        case "position":
            key = (one.value["issue"], one.value["option"])
            found = said.get("positions", [said])
            return next((p["stance"] for p in found if (p.get("issue"), p.get("option")) == key), None)
        case "accept":
            coded = sorted((p["issue"], p["option"], p["stance"]) for p in said.get("positions", ()))
            return said.get("speaker"), said.get("content"), coded
    return None
