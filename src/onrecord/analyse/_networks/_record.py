"""From the positions of a record to claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.analyse._cells import date_of
from onrecord.analyse._networks._claims import BOOLEAN, Claim, Claims, in_order
from onrecord.errors import InputError
from onrecord.model import Actor, Article, Position, Stance, Statement, Utterance

Conditional = Literal["out", "between", "support"]
Unclear = Literal["out", "between"]


@dataclass(frozen=True, slots=True)
class Reading:
    """How positions become claims.

    A `conditional` position ("only if the sanctions go") is no yes and no no: it is left out, counts half-way
    "between" support and opposition (the scale is then -1, 0, 1), or as "support". `unclear` ones are left out or
    count between. `told` adds what articles tell by themselves of what somebody does or wants; `again` counts what
    was said once each time that an article reports it, not once.
    """

    conditional: Conditional = "out"
    unclear: Unclear = "out"
    told: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Coded:
    """A claim with the statement and position that it was made from."""

    claim: Claim
    statement: Statement


def coded(
    statements: Sequence[Statement],
    articles: Iterable[Article],
    actors: Iterable[Actor],
    utterances: Iterable[Utterance] = (),
    reading: Reading | None = None,
) -> tuple[tuple[Coded, ...], Claims]:
    """The claims of a record, each with its statement, and as a table.

    A position counts for the actor who speaks and for its side; what is reported of somebody else's will counts for
    nobody. Speakers without a name count for their side alone, as nobody knows which are the same. Documents are
    articles, options are written `issue.option`, and a claim is dated when it was said, else published.
    """
    reading = reading or Reading()
    check(reading)
    by_id = {article.id: article for article in articles}
    values, names = _values(reading), _names(actors)
    spoken = _once(statements, () if reading.again else utterances)
    left_out: Counter[str] = Counter()
    found = []
    for statement, number, position, repeated in spoken:
        why = _left_out(statement, position, values, names, reading) or ("said before" if repeated else None)
        if why:
            left_out[why] += 1
            continue
        claim = Claim(
            id=f"{statement.id}.{number}",
            date=date_of(statement, by_id),
            actor=names.get(statement.actor or ""),
            side=statement.side,
            option=f"{position.issue}.{position.option}",
            value=values[position.stance],
            document=statement.article,
        )
        found.append(Coded(claim, statement))
    if not found:
        raise InputError("no position in it counts as a claim.", path="record", advice=_advice(left_out))
    scale = (min(values.values()), max(values.values())) if len(set(values.values())) > 2 else BOOLEAN
    return tuple(found), Claims(in_order(one.claim for one in found), scale, tuple(sorted(left_out.items())))


def check(reading: Reading) -> None:
    """Raises InputError for a way to read positions that there is not."""
    for field, possible in (("conditional", get_args(Conditional)), ("unclear", get_args(Unclear))):
        if getattr(reading, field) not in possible:
            problem, advice = f"{getattr(reading, field)!r} is no choice.", f"It can be {', '.join(possible)}."
            raise InputError(problem, path="networks", field=field, advice=advice)


def _values(reading: Reading) -> dict[Stance, int]:
    """What a stance is worth: 1 and 0, or 1 and -1 where something stands between."""
    between: list[Stance] = []
    if reading.conditional == "between":
        between.append("conditional")
    if reading.unclear == "between":
        between.append("unclear")
    values: dict[Stance, int] = {"support": 1, "oppose": -1 if between else 0}
    values |= dict.fromkeys(between, 0)
    return values | {"conditional": 1} if reading.conditional == "support" else values


def _names(actors: Iterable[Actor]) -> Mapping[str, str]:
    """Actors that have a name, by id; those who share one are told apart by their ids."""
    named = [actor for actor in actors if actor.kind != "unnamed"]
    count = Counter(actor.name for actor in named)
    return {actor.id: actor.name if count[actor.name] == 1 else f"{actor.name} ({actor.id[:6]})" for actor in named}


def _once(
    statements: Sequence[Statement], utterances: Iterable[Utterance]
) -> Iterator[tuple[Statement, int, Position, bool]]:
    """Every position of every statement, and whether an earlier report of the same utterance took it already."""
    said = {report.statement: one.id for one in utterances for report in one.reports}
    taken: set[tuple[str, str, str, Stance]] = set()
    for statement in statements:
        for number, position in enumerate(statement.positions, 1):
            what = (said.get(statement.id, statement.id), position.issue, position.option, position.stance)
            yield statement, number, position, what in taken
            taken.add(what)


def _left_out(
    statement: Statement, position: Position, values: Mapping[Stance, int], names: Mapping[str, str], reading: Reading
) -> str | None:
    if position.holder is not None:
        return "reported of somebody else"
    if statement.side is None and (statement.actor or "") not in names:
        return "nobody known speaks"
    if statement.attribution.mode == "told" and not reading.told:
        return "told by the article"
    return None if position.stance in values else position.stance


def _advice(left_out: Counter[str]) -> str:
    if not left_out:
        return "Build it with a codebook that fits."
    return f"Left out: {', '.join(f'{number} {why}' for why, number in sorted(left_out.items()))}."
