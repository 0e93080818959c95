"""What a record leaves open on an issue: what sides have not said, not said clearly, or not been answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from onrecord.code import Issue
from onrecord.model import Stance
from onrecord.publish._said import Said
from onrecord.publish._standing import Standing
from onrecord.publish._stands import grouped
from onrecord.publish._views import Views

_OPPOSED: tuple[Stance, ...] = ("support", "oppose")
Kind = Literal["silent", "spoken for", "unclear", "unanswered"]


@dataclass(frozen=True, slots=True)
class Open:
    """An open question about an option, the sides that it is open for, and the words that raise it, newest first.

    - "silent": some sides are for the option and others against it, as the two of `said` show; these take stances on
      the issue, and none on this option, nor does anybody tell one of theirs;
    - "spoken for": only others say where the side stands on it;
    - "unclear": the side speaks of it, and its stance is unclear each time;
    - "unanswered": these sides set it as a condition, and no other takes a clear stance on it.
    """

    kind: Kind
    issue: str
    option: str
    sides: tuple[str, ...]
    said: tuple[Said, ...]


def open_questions(views: Views, issue: Issue) -> dict[Kind, tuple[Open, ...]]:
    """What is open on an issue, by kind; within a kind by the order of the codebook, then as conditions were set."""
    by_option = {option.id: views.stands.on_option(issue.id, option.id) for option in issue.options}
    speaking = dict.fromkeys(_side(one) for one in chain.from_iterable(by_option.values()) if _heard(one))
    ranked = sorted(speaking, key=views.stands.rank)
    found: dict[Kind, Iterable[Open]] = {
        "unanswered": _unanswered(views, issue.id),
        "silent": chain.from_iterable(_silent(issue.id, id, found, ranked) for id, found in by_option.items()),
        "spoken for": chain.from_iterable(_alone(issue.id, id, found) for id, found in by_option.items()),
        "unclear": chain.from_iterable(_unclear(issue.id, id, found) for id, found in by_option.items()),
    }
    return {kind: questions for kind, each in found.items() if (questions := tuple(each))}


def _heard(standing: Standing) -> bool:
    """Whether the side says so itself, or the article tells it, rather than somebody else."""
    return standing.cell.basis != "reported"


def _side(standing: Standing) -> str:
    return standing.cell.side or ""


def _silent(issue: str, option: str, standings: Sequence[Standing], speaking: Sequence[str]) -> Iterable[Open]:
    heard = grouped((one.cell.stance, one) for one in standings if _heard(one))
    camps = [heard[stance] for stance in _OPPOSED]
    one_way = [[one for one in camp if _side(one) not in map(_side, other)] for camp, other in (camps, camps[::-1])]
    told = {_side(one) for one in standings}
    silent = tuple(side for side in speaking if side not in told)
    if silent and all(one_way):
        yield Open("silent", issue, option, silent, tuple(max(camp, key=_weight).strongest for camp in one_way))


def _weight(standing: Standing) -> int:
    return standing.cell.voices


def _alone(issue: str, option: str, standings: Sequence[Standing]) -> Iterable[Open]:
    for side, own in grouped((_side(one), one) for one in standings).items():
        if not any(map(_heard, own)):
            yield Open("spoken for", issue, option, (side,), _newest(said for one in own for said in one.said))


def _unclear(issue: str, option: str, standings: Sequence[Standing]) -> Iterable[Open]:
    for side, own in grouped((_side(one), one) for one in standings if _heard(one)).items():
        if all(one.cell.stance == "unclear" for one in own):
            yield Open("unclear", issue, option, (side,), _newest(said for one in own for said in one.said))


def _unanswered(views: Views, issue: str) -> Iterable[Open]:
    """The options that conditions on the issue ask for, and that only those who set them speak of."""
    asked = (
        (held.position.linked, (_side(standing), said))
        for standing, held, said in views.stands.conditions_on(issue)
        if held.position.linked and standing.cell.side
    )
    for (of, option), pairs in grouped(asked).items():
        setting = dict.fromkeys(side for side, _ in pairs)
        others = (one for one in views.stands.on_option(of, option) if _heard(one) and one.cell.stance != "unclear")
        if all(_side(one) in setting for one in others):
            yield Open("unanswered", of, option, tuple(setting), _newest(said for _, said in pairs))


def _newest(said: Iterable[Said]) -> tuple[Said, ...]:
    once = {one.statement.id: one for one in said}
    return tuple(sorted(once.values(), key=lambda one: one.when.value or "", reverse=True))
