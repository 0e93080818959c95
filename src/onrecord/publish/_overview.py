"""The first page: in one screen who stands where, what blocks, what moved and what is to come."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from onrecord.analyse import Entry
from onrecord.publish._said import Said
from onrecord.publish._standing import Standing
from onrecord.publish._views import Views

if TYPE_CHECKING:
    from onrecord.publish._analyses.linkage import Circle

COLUMNS = 8  # sides in the matrix; more do not fit on a page, and are listed under it
LINES = 2  # options that a cell of the matrix shows; the page has all
TOP = 3  # of what blocks, moved and is to come, above the matrix
CHANGES = 12  # of each kind of news
LATEST = 5  # statements
STICKING = 8  # options that block
MEETINGS = 8  # events to come
DEADLOCKS = 4  # circles with their words; the page of linkage has all
CAMP = 3  # sides of each camp with their words; the sentence names them all


def overview(views: Views) -> dict[str, Any]:
    """What the template of the first page is given."""
    return {
        "columns": views.stands.sides[:COLUMNS],
        "lines": LINES,
        "top": TOP,
        "newest_of": newest_of,
        "camp": CAMP,
        "sticking_points": views.sticking_points[:STICKING],
        "deadlocks": deadlocks(views),
        "told_deadlocks": DEADLOCKS,
        "coming": coming(views)[:MEETINGS],
        "moved": views.lately.moves[:CHANGES],
        "new": views.lately.news[:CHANGES],
        "earlier": views.lately.earlier[:CHANGES],
        "latest": [said for said in views.newest if said.held][:LATEST],
    }


def coming(views: Views) -> list[Entry]:
    """What was announced and may still be, by date; what nothing dates last."""
    found = [entry for entry in views.timeline if entry.coming and not entry.overdue]
    return sorted(found, key=lambda entry: entry.certainty != "dated")


def deadlocks(views: Views) -> list[Circle]:
    """The circles in which sides wait for each other: the shortest first, then by the number of statements that their
    least supported condition rests on, as a circle is no firmer than that."""
    return sorted(
        views.linkage.deadlocks, key=lambda one: (len(one.options), -min(len(waits.said) for waits in one.waits))
    )


def newest_of(options: Iterable[Iterable[Standing]]) -> Said:
    """The newest words on some options: a side's own or what is told of it, and only else what others say of it."""
    every = [one for standings in options for one in standings]
    heard = [one for one in every if one.cell.basis != "reported"] or every
    return max((one.newest for one in heard), key=lambda said: said.when.value or "")
