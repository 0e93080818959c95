"""Changes that the statements show without saying so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scipy.stats import false_discovery_control

from onrecord.analyse._movement.table import Saying
from onrecord.analyse._movement.voices import day, moved
from onrecord.analyse._movement.windows import Parted, first_parting
from onrecord.model import Stance

COUNTED: tuple[Stance, ...] = ("support", "conditional", "oppose")
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """A change with the statement that brings it, and the last one before it with the stance given up."""

    before: Stance | None
    after: Stance
    earlier: Saying | None
    statement: Saying
    p: float | None = None
    counts: tuple[tuple[int, ...], ...] = ()
    again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What windows show of a course: how often chance parts them as far (None: too few statements to tell), and the
    changes, the one that parts most first."""

    p: float | None
    changes: tuple[Shown, ...] = ()


def shown(said: Sequence[Saying], window: int, wrong: float) -> Evidence:
    """Where the windows of a course part by more than chance, each change with a p of at most `wrong`.

    Only statements dated to the day count, without unclear ones; what a voice says several times a day counts once.
    """
    row = _once(said)
    whole = _parting(row, window)
    if whole is None:
        return Evidence(None)
    return Evidence(whole.p, tuple(_changes(row, whole, window, wrong)))


def likely(found: Mapping[Key, Evidence], wrong: float) -> dict[Key, tuple[Shown, ...]]:
    """The changes of the courses that stand when all courses are looked at together: their p goes through Benjamini &
    Hochberg at `wrong`. Courses that are too short to show anything take no part."""
    tested = [(key, p) for key in sorted(found) if (p := found[key].p) is not None]
    if not tested:
        return {}
    adjusted = false_discovery_control([p for _, p in tested])
    return {key: found[key].changes for (key, _), value in zip(tested, adjusted, strict=True) if value <= wrong}


def _once(said: Sequence[Saying]) -> list[tuple[date, Saying]]:
    found: dict[tuple[date, str | None, Stance], Saying] = {}
    for saying in said:
        when = day(saying)
        if when is not None and saying.stance in COUNTED:
            found.setdefault((when, saying.voice, saying.stance), saying)
    return sorted(((key[0], saying) for key, saying in found.items()), key=lambda one: one[0])


def _parting(row: Sequence[tuple[date, Saying]], window: int) -> Parted | None:
    stances = [COUNTED.index(saying.stance) for _, saying in row]
    return first_parting([when for when, _ in row], stances, len(COUNTED), window)


def _changes(row: Sequence[tuple[date, Saying]], parted: Parted | None, window: int, wrong: float) -> Iterator[Shown]:
    """Bisection: where windows part most, then on either side of that day, which has to show it twice as well as both
    are asked (Bonferroni)."""
    if parted is None or parted.p > wrong:
        return
    change = _change(row, parted, window)
    if change is not None:
        yield change
    for part in ([one for one in row if one[0] < parted.day], [one for one in row if one[0] >= parted.day]):
        yield from _changes(part, _parting(part, window), window, wrong / 2)


def _change(row: Sequence[tuple[date, Saying]], parted: Parted, window: int) -> Shown | None:
    lost, gained = COUNTED[parted.lost], COUNTED[parted.gained]
    apart = [((when - parted.day).days, saying) for when, saying in row]  # the year 1 has no day a window before it
    before = [saying for days, saying in apart if -window <= days < 0]
    after = [saying for days, saying in apart if 0 <= days < window]
    if not moved(before, after, gained):
        return None
    statement = next(saying for saying in after if saying.stance == gained)
    earlier = next((saying for saying in reversed(before) if saying.stance == lost), None)
    return Shown(lost, gained, earlier, statement, parted.p, parted.counts)
