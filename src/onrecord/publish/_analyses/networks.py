"""Who sides with whom, as a page shows it: camps, a heat map, and the ties with the statements behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.analyse import _networks as room
from onrecord.errors import InputError
from onrecord.publish._analyses.camps import Camps, Conditional, camps_of, coded, otherwise
from onrecord.publish._analyses.options import Option, Options
from onrecord.publish._analyses.rests import Rests, rests
from onrecord.publish._analyses.stances import Spoken, Stances, stances
from onrecord.publish._said import Said
from onrecord.publish._views import Views

SHOWN = 20  # speakers in a heat map: more can't be read, and those with most claims say most
STRONGEST = 6  # ties that are told with their words; what the others rest on stands in the table of stances
NAMED = 8  # of a camp, and camps, that a list names
STEPS = 4  # shades on either hand

LEFT_OUT = {
    "conditional": "conditions (“only if” is no yes and no no)",
    "unclear": "unclear stances",
    "nobody known speaks": "of speakers that nobody can name",
    "reported of somebody else": "that a speaker only reports of somebody else",
    "said before": "said once and printed again elsewhere",
    "told by the article": "that articles tell by themselves",
}
Coded = Sequence[room.Coded]


@dataclass(frozen=True, slots=True)
class Shared:
    """An option that two speakers take a stance on, with the statements of either, newest first. They `both` agree and
    differ where one of them says both."""

    option: Option
    how: Literal["agree", "differ", "both"]
    one: tuple[Said, ...]
    other: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two speakers, how far they agree more than they disagree (`value`, `step` as a shade) and on what."""

    anchor: str
    one: str
    other: str
    value: float
    step: int
    shared: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the heat map: a speaker, its claims, its camp (0: none), and its tie to each; None with itself, and
    where the two take no stance on the same option."""

    name: str
    actor: str | None
    claims: int
    camp: int
    ties: tuple[Tie | None, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Ties among sides, or among those who speak. `chance` is the share of deals by chance that fall into camps as
    clearly, None where nothing can be dealt; `otherwise` are the camps of other readings of conditions that divide the
    speakers differently."""

    of: Literal["side", "actor"]
    claims: int
    rests: Rests
    camps: Camps
    alone: tuple[str, ...]
    speakers: int
    rows: tuple[Row, ...]
    ties: tuple[Tie, ...]
    stances: tuple[Stances, ...]
    chance: float | None
    otherwise: tuple[tuple[Conditional, Camps], ...]


@dataclass(frozen=True, slots=True)
class Networks:
    """The networks of a record, and how many positions are in none of them, by reason."""

    sides: Network | None
    actors: Network | None
    left_out: tuple[tuple[str, int], ...]


def networks(views: Views) -> Networks:
    """The networks of a record; one that nobody has a tie in is None."""
    try:
        found, claims = coded(views)
    except InputError:
        return Networks(None, None, ())
    return Networks(_network(views, "side", found, claims), _network(views, "actor", found, claims), claims.left_out)


def _network(views: Views, of: Literal["side", "actor"], whole: Coded, claims: room.Claims) -> Network | None:
    choice = room.Choice(speaker=of)
    if not any(getattr(claim, of) for claim in claims.rows):
        return None
    found = room.find(claims, choice)
    if not found.network.matrix.any():
        return None
    counts = {claim.id for claim in room.counted(claims, choice).rows}
    kept = [one for one in whole if one.claim.id in counts]
    options, spoken = Options(views), _spoken(kept, of)
    drawn = _drawn(views, options, found, kept, spoken)
    dealt = next(room.polarisation([room.Window("", "", claims)], choice))
    return Network(
        of=of,
        claims=found.network.claims,
        rests=rests(views, (one.statement.id for one in kept)),
        camps=camps_of(found),
        alone=tuple(name for name, camp in zip(found.network.rows, found.groups, strict=True) if not camp),
        speakers=len(found.network.rows),
        rows=drawn,
        ties=_strongest(drawn),
        stances=stances(views, options, [spoken[row.name] for row in drawn]),
        chance=dealt.likely,
        otherwise=otherwise(views, choice, camps_of(found)),
    )


def _drawn(
    views: Views, options: Options, found: room.Found, kept: Coded, spoken: Mapping[str, Spoken]
) -> tuple[Row, ...]:
    net, of = found.network, found.network.choice.speaker
    shown = [node["name"] for node in found.nodes() if node["community"]]
    most = sorted(shown, key=lambda name: (-net.row_claims[net.rows.index(name)], name))[:SHOWN]
    names = [name for name in shown if name in most]
    at = {name: place for place, name in enumerate(net.rows)}
    strongest = max((abs(float(net.matrix[at[a], at[b]])) for a in names for b in names), default=0.0) or 1.0
    actors = {one.claim.actor: one.statement.actor for one in kept} if of == "actor" else {}
    ties: dict[tuple[int, int], Tie | None] = {}
    for one in range(len(names)):
        for other in range(one):
            value = float(net.matrix[at[names[one]], at[names[other]]])
            pair = (names[other], names[one])
            shared = _shared(views, options, spoken[pair[0]], spoken[pair[1]])
            step = round(STEPS * value / strongest) or (1 if value > 0 else -1 if value < 0 else 0)
            tie = Tie(f"{of}-{other + 1}-{one + 1}", *pair, value, step, shared) if shared else None
            ties[one, other] = ties[other, one] = tie
    return tuple(
        Row(
            name=name,
            actor=actors.get(name),
            claims=net.row_claims[at[name]],
            camp=found.groups[at[name]],
            ties=tuple(ties.get((row, column)) for column in range(len(names))),
        )
        for row, name in enumerate(names)
    )


def _spoken(kept: Coded, of: str) -> Mapping[str, Spoken]:
    """Claims by speaker and option."""
    found: dict[str, dict[str, list[room.Coded]]] = defaultdict(lambda: defaultdict(list))
    for one in kept:
        found[getattr(one.claim, of)][one.claim.option].append(one)
    return found


def _shared(views: Views, options: Options, one: Spoken, other: Spoken) -> tuple[Shared, ...]:
    found = []
    for option in sorted(set(one) & set(other), key=lambda key: (-len(one[key]) - len(other[key]), key)):
        here, there = ({coded.claim.value for coded in of[option]} for of in (one, other))
        how: Literal["agree", "differ", "both"] = (
            "differ" if not here & there else "agree" if len(here | there) == 1 else "both"
        )
        found.append(Shared(options[option], how, _newest(views, one[option]), _newest(views, other[option])))
    return tuple(found)


def _newest(views: Views, coded: Iterable[room.Coded]) -> tuple[Said, ...]:
    said = {one.statement.id: views.said[one.statement.id] for one in coded}
    return tuple(sorted(said.values(), key=lambda one: one.when.value or "", reverse=True))


def _strongest(rows: Sequence[Row]) -> tuple[Tie, ...]:
    """The ties of a heat map, each once, the strongest first."""
    ties = {tie.anchor: tie for row in rows for tie in row.ties if tie}
    return tuple(sorted(ties.values(), key=lambda tie: (-abs(tie.value), -len(tie.shared), tie.one, tie.other)))
