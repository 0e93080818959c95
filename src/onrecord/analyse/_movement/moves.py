"""Moves that the text announces, and how they go together with those that the statements show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.analyse._movement.shown import COUNTED, Shown
from onrecord.analyse._movement.table import Saying
from onrecord.date import bounds


def announcements(said: Sequence[Saying], window: int) -> tuple[Shown, ...]:
    """What the text calls a change, by date. The same announced again within `window` days is one change; an
    announcement without a date is passed over, as nobody knows what came before it."""
    found: list[Shown] = []
    for saying in said:
        if saying.announced is None or saying.date is None:
            continue
        last = next((one for one in reversed(found) if _same(one, saying, window)), None)
        if last is not None:
            found[found.index(last)] = replace(last, again=(*last.again, saying.id))
            continue
        earlier = _before(said, saying)
        found.append(Shown(earlier.stance if earlier else None, saying.stance, earlier, saying))
    return tuple(found)


def merged(announced: Sequence[Shown], shown: Sequence[Shown], window: int) -> tuple[Shown, ...]:
    """Both, by date; one that is announced and shown within `window` days is one change, with the evidence of both."""
    left = list(shown)
    found = []
    for one in announced:
        same = next((other for other in left if other.after == one.after and _near(other, one, window)), None)
        if same is not None:
            left.remove(same)
            one = replace(one, before=same.before, earlier=same.earlier or one.earlier, p=same.p, counts=same.counts)
        found.append(one)
    return tuple(sorted([*found, *left], key=lambda one: (one.statement.date or "", one.statement.id)))


def _same(one: Shown, saying: Saying, window: int) -> bool:
    told = saying.announced
    return (
        one.after == saying.stance and _days(one.statement, saying) <= window and _agree(one, told.way if told else "")
    )


def _agree(one: Shown, way: str) -> bool:
    ways = {way, one.statement.announced.way if one.statement.announced else way} - {"either"}
    return len(ways) <= 1


def _near(one: Shown, other: Shown, window: int) -> bool:
    return _days(one.statement, other.statement) <= window


def _days(one: Saying, other: Saying) -> int:
    return abs((_first(one) - _first(other)).days)


def _first(saying: Saying) -> date:
    return bounds(saying.date or "")[0]


def _before(said: Sequence[Saying], at: Saying) -> Saying | None:
    """The last known stance before a statement: of its own voice, else of its side; another stance is preferred."""
    earlier = [one for one in said if one.date and one.date < (at.date or "") and one.stance in COUNTED]
    for told in ([one for one in earlier if one.voice == at.voice], earlier):
        other = [one for one in told if one.stance != at.stance]
        if other or told:
            return (other or told)[-1]
    return None
