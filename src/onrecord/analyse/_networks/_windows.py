"""Windows: the claims of a stretch of time, or so many claims in a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.analyse._networks._claims import Claim, Claims
from onrecord.analyse._networks._days import day
from onrecord.errors import InputError

MOST = 10_000


@dataclass(frozen=True, slots=True)
class Window:
    """The claims from `first` to `last`, ISO days, both included."""

    first: str
    last: str
    claims: Claims


def between(claims: Claims, since: str | None = None, until: str | None = None) -> Claims:
    """The claims from one ISO day to another, both included. A claim that is not dated to the day is in it only when
    nothing bounds it. Raises InputError for a bound that is no day."""
    first, last = _bound(since, "since"), _bound(until, "until")
    if since is None and until is None:
        return claims
    if until is not None and last < first:
        raise InputError(f"{until} is before {since}.", path="networks", field="until", advice="Give a later day.")
    rows = [claim for claim, when in _dated(claims) if first <= when <= (last if until else date.max)]
    return claims.with_rows(rows)


def by_days(claims: Claims, days: int, step: int | None = None) -> Iterator[Window]:
    """Windows of `days` days from the first dated claim on, each `step` days (`days` by default) after the one before.

    A window without claims is given too: silence is not a gap in time. Claims not dated to the day are in none.
    Raises InputError for a number under 1, and when there would be more than 10,000 windows.
    """
    _positive(days, "days")
    step = _positive(days if step is None else step, "step")
    dated = _dated(claims)
    if not dated:
        return
    starts = range(dated[0][1].toordinal(), dated[-1][1].toordinal() + 1, step)
    if len(starts) > MOST:
        problem = f"from {dated[0][0].date} to {dated[-1][0].date} there are {len(starts):,} windows."
        raise InputError(problem, path="networks", field="days", advice="Look for a wrong year, or take longer ones.")
    for start in starts:
        first, last = date.fromordinal(start), date.fromordinal(min(start + days - 1, date.max.toordinal()))
        yield _window(claims, first, last, [claim for claim, when in dated if first <= when <= last])


def by_number(claims: Claims, number: int, step: int | None = None) -> Iterator[Window]:
    """Windows of `number` claims in order of date, each `step` claims (`number` by default) after the one before.

    What is left at the end and does not fill a window is in none, as fewer claims would not compare.
    """
    _positive(number, "number")
    step = _positive(number if step is None else step, "step")
    dated = _dated(claims)
    for start in range(0, len(dated) - number + 1, step):
        part = dated[start : start + number]
        yield _window(claims, part[0][1], part[-1][1], [claim for claim, _ in part])


def _window(claims: Claims, first: date, last: date, rows: list[Claim]) -> Window:
    return Window(first.isoformat(), last.isoformat(), claims.with_rows(rows))


def _dated(claims: Claims) -> list[tuple[Claim, date]]:
    return [(claim, when) for claim in claims.rows if (when := day(claim.date)) is not None]


def _bound(written: str | None, field: str) -> date:
    if written is None:
        return date.min
    known = day(written)
    if known is None:
        raise InputError(f"{written!r} is no day.", path="networks", field=field, advice="Write 2015-03-30.")
    return known


def _positive(number: int, field: str) -> int:
    if number < 1:
        raise InputError(f"{number} is too few.", path="networks", field=field, advice="Give 1 or more.")
    return number
