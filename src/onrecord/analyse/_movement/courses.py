"""The course of a side on an option: what it said first and last, and where it moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.analyse._movement.announced import Announced
from onrecord.analyse._movement.moves import announcements, merged
from onrecord.analyse._movement.shown import Shown, likely, shown
from onrecord.analyse._movement.table import STANCES, Saying, in_order
from onrecord.analyse._movement.voices import dissent
from onrecord.analyse._movement.ways import Way, way
from onrecord.errors import InputError
from onrecord.model import Stance

LONGEST = 36_525  # days of a window: a hundred years


@dataclass(frozen=True, slots=True)
class Choice:
    """How movement is read: `window` days are compared on either side of a day, and of the changes that the windows
    show, `wrong` (0 to 1) is the share that may be chance."""

    window: int = 60
    wrong: float = 0.10


@dataclass(frozen=True, slots=True)
class Held:
    """A stance that a side took: its first and last date (None if undated) and the statements, by date."""

    stance: Stance
    first: str | None
    last: str | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """On `date` a side's stance changed from `before` (None if nothing was known) to `after`.

    `announced` are the words that say so; `p`, where the windows before and after part, is how often chance alone
    parts them as far, and `counts` the statements for each stance (in the order of `STANCES`) in the two windows.
    `way` is towards the other sides or away from them; None where they tell nothing. `earlier` and `statement` are ids
    of the two statements to read side by side, `again` of others that announce the same.
    """

    side: str
    option: str
    date: str
    before: Stance | None
    after: Stance
    way: Way | None
    earlier: str | None
    statement: str
    announced: Announced | None = None
    p: float | None = None
    counts: tuple[tuple[int, ...], ...] = ()
    again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """A side on an option. `held` are the stances that it took, the first taken first; `dissent` are statements of
    voices within it against its line, and `undated` counts those that no window can hold."""

    side: str
    option: str
    held: tuple[Held, ...]
    moves: tuple[Move, ...]
    dissent: tuple[str, ...]
    undated: int


def movement(table: Iterable[Saying], choice: Choice | None = None) -> tuple[Course, ...]:
    """The course of every side on every option of a table, by option and side.

    A move is reported where the text announces it, and where the windows before and after a day part by more than
    chance: p is corrected within a course for the days tried (`windows`), and over all courses by Benjamini & Hochberg
    (1995, JRSS B 57:289), so that of the moves shown at most `choice.wrong` are expected to be none. Raises InputError
    for a choice that cannot be.
    """
    choice = choice or Choice()
    check(choice)
    courses: dict[tuple[str, str], list[Saying]] = defaultdict(list)
    for saying in in_order(table):
        courses[saying.option, saying.side].append(saying)
    found = {key: shown(said, choice.window, choice.wrong) for key, said in courses.items()}
    sure = likely(found, choice.wrong)
    return tuple(_course(key, courses, sure.get(key, ()), choice) for key in sorted(courses))


def check(choice: Choice) -> None:
    """Raises InputError for a window or a share that cannot be."""
    if not 1 <= choice.window <= LONGEST:
        problem = f"a window has a day at least, and {LONGEST:,} at most."
        raise InputError(problem, path="movement", field="window", advice="Give days, as 60.")
    if not 0 < choice.wrong < 1:
        raise InputError("it is no share.", path="movement", field="wrong", advice="Give a number such as 0.1.")


def _course(
    key: tuple[str, str],
    courses: Mapping[tuple[str, str], Sequence[Saying]],
    sure: Sequence[Shown],
    choice: Choice,
) -> Course:
    option, side = key
    said = courses[key]
    others = {name: of for (on, name), of in courses.items() if on == option and name != side}
    moves = [
        Move(
            side=side,
            option=option,
            date=one.statement.date or "",
            before=one.before,
            after=one.after,
            way=way(one.before, one.after, one.statement, others),
            earlier=one.earlier.id if one.earlier else None,
            statement=one.statement.id,
            announced=one.statement.announced,
            p=one.p,
            counts=one.counts,
            again=one.again,
        )
        for one in merged(announcements(said, choice.window), sure, choice.window)
    ]
    against = dissent(said, choice.window)
    undated = sum(saying.date is None for saying in said)
    return Course(side, option, _held(said), tuple(moves), tuple(one.id for one in against), undated)


def _held(said: Sequence[Saying]) -> tuple[Held, ...]:
    found = []
    for stance in STANCES:
        with_it = [saying for saying in said if saying.stance == stance]
        dates = [saying.date for saying in with_it if saying.date]
        if with_it:
            ids = tuple(saying.id for saying in with_it)
            found.append(Held(stance, dates[0] if dates else None, dates[-1] if dates else None, ids))
    return tuple(sorted(found, key=lambda held: (held.first or "~", STANCES.index(held.stance))))
