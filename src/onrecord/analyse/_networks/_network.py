"""A network from a table of claims, by one set of choices."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np

from onrecord.analyse._networks._claims import Claim, Claims
from onrecord.analyse._networks._counts import Counts, Floats, count
from onrecord.analyse._networks._duplicates import ONCE, Once, Speaker, without_duplicates
from onrecord.analyse._networks._measures import MEASURES, Measure, one_mode, two_mode
from onrecord.analyse._networks._normals import Normal, OneModeNormal, TwoModeNormal, normalised
from onrecord.errors import InputError

Between = Literal["speakers", "options", "both"]
BETWEEN: tuple[Between, ...] = get_args(Between)
SPEAKERS: tuple[Speaker, ...] = get_args(Speaker)


@dataclass(frozen=True, slots=True)
class Choice:
    """How a network is made.

    `between`: ties among speakers, among options, or of speakers to options (both). `speaker`: who counts as one, the
    side or the actor. `once`: how often the same claim counts. `normal`: by what ties are divided; None is the usual
    one, "average" for ties among speakers or options, "none" for ties between both.
    """

    between: Between = "speakers"
    speaker: Speaker = "side"
    measure: Measure = "subtract"
    normal: Normal | None = None
    once: Once = "document"

    @property
    def two_mode(self) -> bool:
        """Whether the ties are of speakers to options."""
        return self.between == "both"

    @property
    def divided(self) -> Normal:
        """The normalisation, the usual one where none was asked for."""
        return self.normal or ("none" if self.two_mode else "average")


@dataclass(frozen=True, slots=True)
class Network:
    """Ties as a matrix, and how many claims each row and column makes or draws.

    One-mode networks have the same names as rows and columns, and no ties of a name with itself. `claims` is how many
    count, `silent` how many have no speaker of the kind that was chosen.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    matrix: Floats
    row_claims: tuple[int, ...]
    column_claims: tuple[int, ...]
    choice: Choice
    claims: int
    silent: int

    @property
    def two_mode(self) -> bool:
        """Whether rows are speakers and columns options."""
        return self.choice.two_mode

    @property
    def signed(self) -> Floats:
        """The ties with their meaning: conflict is negative, also where it is all that was counted."""
        return -self.matrix if self.choice.measure == "conflict" else self.matrix

    def with_matrix(self, matrix: Floats) -> Network:
        """The same names with other ties."""
        return replace(self, matrix=matrix)


def network(claims: Claims, choice: Choice | None = None) -> Network:
    """The network of these claims. Raises InputError for choices that don't go together."""
    choice = choice or Choice()
    check(choice)
    counting = counted(claims, choice)
    spoken = [(_speaker(claim, choice), claim.option, claim.value) for claim in counting.rows]
    if choice.between == "options":
        spoken = [(option, name, value) for name, option, value in spoken]
    counts = count(spoken, claims.scale)
    if choice.two_mode:
        try:
            ties = two_mode(counts, choice.measure, claims.scale)
        except ValueError as error:
            raise InputError(f"{error}.", path="networks", field="measure") from error
    else:
        ties = one_mode(counts, choice.measure)
    ties = normalised(ties, counts, choice.divided, choice.measure)
    silent = sum(getattr(claim, choice.speaker) is None for claim in claims.rows)
    return _made(ties, counts, choice, silent)


def counted(claims: Claims, choice: Choice) -> Claims:
    """The claims that count: those with a speaker, without duplicates. Where values are ignored, so are they here."""
    spoken = claims.with_rows(claim for claim in claims.rows if getattr(claim, choice.speaker) is not None)
    return without_duplicates(spoken, choice.once, speaker=choice.speaker, by_value=choice.measure != "ignore")


def check(choice: Choice) -> None:
    """Raises InputError, with what is possible instead, for a choice that there is not."""
    normals = get_args(TwoModeNormal if choice.two_mode else OneModeNormal)
    measures = [m for m in MEASURES if m in ("ignore", "subtract") or (m == "combine") == choice.two_mode]
    possible: dict[str, tuple[str, tuple[str, ...]]] = {
        "between": (choice.between, BETWEEN),
        "speaker": (choice.speaker, SPEAKERS),
        "once": (choice.once, ONCE),
        "measure": (choice.measure, tuple(measures)),
        "normal": (choice.divided, ("none",) if choice.measure == "combine" else normals),
    }
    for field, (given, values) in possible.items():
        if given not in values:
            kind = "speakers to options" if choice.two_mode else "speakers, or options, to each other"
            advice = f"For ties of {kind} it can be {', '.join(values)}."
            raise InputError(f"{given!r} can't be had here.", path="networks", field=field, advice=advice)


def _speaker(claim: Claim, choice: Choice) -> str:
    name: str = getattr(claim, choice.speaker)
    return name


def _made(ties: Floats, counts: Counts, choice: Choice, silent: int) -> Network:
    down = tuple(int(number) for number in counts.total.sum(axis=1))
    across = tuple(int(number) for number in counts.total.sum(axis=0))
    if not choice.two_mode:
        np.fill_diagonal(ties, 0)
        return Network(counts.rows, counts.rows, ties, down, down, choice, sum(down), silent)
    return Network(counts.rows, counts.columns, ties, down, across, choice, sum(down), silent)
