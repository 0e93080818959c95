"""Polarisation in time: how far speakers fall into camps that agree within and disagree with each other."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.analyse._networks._claims import Claims
from onrecord.analyse._networks._communities import communities, modularity
from onrecord.analyse._networks._network import Choice, counted, network
from onrecord.analyse._networks._windows import Window

SHUFFLES = 100
TRIES = 4  # runs that look for camps, one from each kind of start, in what was claimed as in each deal


@dataclass(frozen=True, slots=True)
class Polarisation:
    """How polarised the claims of a window are.

    `modularity` is that of the best camps, -1 to 1; `by_chance` its mean when the same people speak on the same
    options and their stances are dealt out anew; `likely` the share of those deals that reach it. Both are None when
    nothing can be dealt differently or there are no ties.
    """

    first: str
    last: str
    claims: int
    speakers: int
    camps: int
    modularity: float | None
    by_chance: float | None
    likely: float | None


def polarisation(
    windows: Iterable[Window], choice: Choice | None = None, *, shuffles: int = SHUFFLES, seed: int = 0
) -> Iterator[Polarisation]:
    """The polarisation of each window.

    It is the modularity of the best communities (Waugh et al. 2009, Party Polarization in Congress: A Network Science
    Approach), of the network of congruence less conflict, with Gómez, Jensen and Arenas's (2009) treatment of negative
    ties. Few claims fall into camps by chance alone, so each window is compared with `shuffles` networks in which the
    stances on each option are dealt out anew among those who took one: who speaks, on what, and how contested each
    option is stay as they are.
    """
    choice = replace(choice or Choice(), between="speakers", measure="subtract")
    for window in windows:
        counting = counted(window.claims, choice)
        # what counts has been settled: dealt stances must not become duplicates
        settled = replace(choice, once="kept")
        reached, camps, speakers = _reached(counting, settled, seed)
        dealt = [_reached(one, settled, seed)[0] for one in _deals(counting, shuffles if reached is not None else 0)]
        chance = [value for value in dealt if value is not None]
        yield Polarisation(
            window.first,
            window.last,
            len(counting.rows),
            speakers,
            camps,
            reached,
            sum(chance) / len(chance) if chance else None,
            _share(chance, reached),
        )


def _reached(claims: Claims, choice: Choice, seed: int) -> tuple[float | None, int, int]:
    """Modularity, the number of camps and of speakers; no modularity without ties."""
    if not claims.rows:
        return None, 0, 0
    ties = network(claims, choice)
    groups = communities(ties, seed, TRIES)
    if not any(groups):
        return None, 0, len(ties.rows)
    return modularity(ties.matrix, groups), max(groups), len(ties.rows)


def _share(chance: list[float], reached: float | None) -> float | None:
    """How many deals reach it, the real one counted among them, as it is one of those that could have been dealt."""
    if reached is None or not chance:
        return None
    return (1 + sum(value >= reached - 1e-12 for value in chance)) / (1 + len(chance))


def _deals(claims: Claims, number: int) -> Iterator[Claims]:
    """The same claims with the stances on each option dealt out anew; none where every option has one stance only."""
    stances: defaultdict[str, list[int]] = defaultdict(list)
    for claim in claims.rows:
        stances[claim.option].append(claim.value)
    if all(len(set(values)) == 1 for values in stances.values()):
        return
    for attempt in range(number):
        dealer = random.Random(attempt)
        dealt = {option: iter(dealer.sample(values, len(values))) for option, values in sorted(stances.items())}
        yield claims.with_rows(replace(claim, value=next(dealt[claim.option])) for claim in claims.rows)
