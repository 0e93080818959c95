"""The conditions on the options of an issue, and what waits for what by them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.code import Issue
from onrecord.publish._said import Held, Said
from onrecord.publish._standing import Standing
from onrecord.publish._stands import grouped
from onrecord.publish._views import Views

if TYPE_CHECKING:
    from onrecord.publish._analyses.linkage import Waits
    from onrecord.publish._analyses.options import Option


@dataclass(frozen=True, slots=True)
class Conditions:
    """The conditions on an option: where those stand who set it, the position and its statement, newest first.

    `waits` are the options that it waits for by them, `awaited` those that wait for it by conditions of their own: what
    is part of a deadlock first, then what rests on most statements.
    """

    option: str
    set: tuple[tuple[Standing, Held, Said], ...]
    waits: tuple[Waits, ...]
    awaited: tuple[Waits, ...]


def conditions(views: Views, issue: Issue) -> tuple[Conditions, ...]:
    """The options of an issue that have conditions or that others wait for, in the codebook's order."""
    own = grouped((one.cell.option, (one, held, said)) for one, held, said in views.stands.conditions_on(issue.id))
    found = (
        Conditions(
            option=option.id,
            set=tuple(own[option.id]),
            waits=_firmest(one for one in views.linkage.waits if _is(one.option, issue.id, option.id)),
            awaited=_firmest(one for one in views.linkage.waits if _is(one.needs, issue.id, option.id)),
        )
        for option in issue.options
    )
    return tuple(one for one in found if one.set or one.awaited)


def _is(option: Option, issue: str, id: str) -> bool:
    return option.issue == issue and option.id == id


def _firmest(waits: Iterable[Waits]) -> tuple[Waits, ...]:
    return tuple(sorted(waits, key=lambda one: (not one.deadlock, -len(one.said))))
