"""Pairwise exchange of positions at equal gain, then the compromise of what the parties then say.

Stokman, F. N. and Van Oosten, R. (1994), The exchange of voting positions, in Bueno de Mesquita and Stokman (eds.),
European Community Decision Making, Yale, pp. 105–127.

Two parties who stand on opposite sides of the expected outcome on two issues both gain when each gives way on the one
that matters less to it. An exchange goes as far as it can until one of them has moved all the way to the other's
position, with shifts of the two outcomes such that both gain the same. The exchange with the highest gain comes first;
who has moved on an issue moves there no more; then outcomes are expected anew, until no exchange brings gain. What a
party gains is salience times shift of the outcome, and it always measures from the position it had at first.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from onrecord.analyse._outcomes.models.base import Model
from onrecord.analyse._outcomes.stakes import Flags, Floats, Stakes

LEAST = 1e-6  # a gain below this is none
SAME = 1e-7  # gains, and places, that differ by less are the same: rounding must not choose between equal ones


def exchange(stakes: Stakes) -> Floats:
    """The compromise after all exchanges."""
    shape = stakes.position.shape
    tables = zip(
        stakes.filled.reshape(-1, *shape[-2:]),
        stakes.weight.reshape(-1, *shape[-2:]),
        np.broadcast_to(stakes.salience, shape).reshape(-1, *shape[-2:]),
        strict=True,
    )
    settled = [_Bargain(at, weight, salience).settle() for at, weight, salience in tables]
    return np.array(settled).reshape(shape[:-1])


@dataclass(slots=True)
class _Bargain:
    """One table while positions are exchanged: arrays of issues × parties."""

    wanted: Floats
    weight: Floats
    salience: Floats
    said: Floats = field(init=False)
    free: Flags = field(init=False)  # who can still move
    share: Floats = field(init=False)

    def __post_init__(self) -> None:
        self.said = self.wanted.copy()
        self.free = self.weight > 0
        self.share = self.weight / self.weight.sum(-1, keepdims=True)

    def settle(self) -> Floats:
        """Exchange until nobody gains; the outcomes."""
        issues = len(self.wanted)
        best = np.zeros((issues, issues))
        for issue in range(issues):
            best[issue] = self._gains(issue)[0].max((1, 2))
        while best.max(initial=0.0) > LEAST:
            one, other = divmod(_first_best(best), issues)
            self._exchange(one, other)
            for issue in (one, other):
                best[issue] = best[:, issue] = self._gains(issue)[0].max((1, 2))  # i for j is j for i
        outcomes: Floats = (self.said * self.share).sum(-1)
        return outcomes

    def _exchange(self, one: int, other: int) -> None:
        """The exchange with the highest gain of those in which i wins on issue `one` and j on issue `other`."""
        gains, shift_one, shift_other = (array[0] for array in self._gains(one, np.array([other])))
        i, j = divmod(_first_best(gains), gains.shape[1])
        for issue, mover, to, shift in ((one, j, i, shift_one[i, j]), (other, i, j, shift_other[i, j])):
            way = np.sign(self.wanted[issue, to] - self.said[issue, mover])
            self.said[issue, mover] += way * shift / self.share[issue, mover]
            self.free[issue, mover] = False

    def _gains(self, one: int, others: NDArray[np.int64] | None = None) -> tuple[Floats, Floats, Floats]:
        """For each other issue and parties i × j, where j gives way on issue `one` and i on the other: the gain of
        each, and by how much the two outcomes shift."""
        others = np.arange(len(self.wanted)) if others is None else others
        reach_one = self._reach(np.array([one]))[0][None]  # i wins, j moves
        reach_other = self._reach(others).swapaxes(1, 2)  # j wins, i moves
        salience_one = self.salience[one][None]
        salience_other = self.salience[others]
        matters_one = salience_one[:, :, None] + salience_one[:, None, :]
        matters_other = salience_other[:, :, None] + salience_other[:, None, :]
        with np.errstate(divide="ignore", invalid="ignore"):
            rate = np.where(
                matters_one > 0, matters_other / matters_one, 0.0
            )  # shift of the one per shift of the other
            shift_other = np.where(rate > 0, np.minimum(reach_other, reach_one / rate), 0.0)
        shift_one = rate * shift_other
        gain = salience_one[:, :, None] * shift_one - salience_other[:, :, None] * shift_other
        gain[others == one] = 0
        return gain, shift_one, shift_other

    def _reach(self, issues: NDArray[np.int64]) -> Floats:
        """By how much the outcome of each issue can shift towards i when j moves to the position of i, at most to
        that position; 0 unless they stand on opposite sides of it, and j is free to move."""
        wanted, said, share = self.wanted[issues], self.said[issues], self.share[issues]
        outcome = (said * share).sum(-1)[:, None]
        side = np.where(np.abs(wanted - outcome) > SAME, np.sign(wanted - outcome), 0) * (share > 0)
        opposed = side[:, :, None] * side[:, None, :] < 0
        full = share[:, None, :] * np.abs(wanted[:, :, None] - said[:, None, :])
        room = np.abs(wanted - outcome)[:, :, None]
        return np.where(opposed & self.free[issues][:, None, :], np.minimum(full, room), 0.0)


def _first_best(gains: Floats) -> int:
    """The place of the first of the highest gains."""
    return int(np.argmax(gains >= gains.max() - SAME))


EXCHANGE = Model("exchange", "Exchange of positions", "Stokman & Van Oosten 1994", exchange, joint=True, draws=100)
