"""The challenge model (expected utility) of Bueno de Mesquita, after the replication of Scholz, Calbert and Smith.

Bueno de Mesquita, B. (1994, 1997) never published all of it. This follows Scholz, J. B., Calbert, G. J. and Smith,
G. A. (2011), Unravelling Bueno de Mesquita's group decision model, Journal of Theoretical Politics 23, 510–531, with
Q = 1: who is not challenged stays where it is.

Each pair weighs what a challenge would bring. The chance to win is the share of weight that would rather have the one's
position than the other's; the gain bends with the party's readiness to take risks, which comes from how much danger it
stands in. Who expects to win makes an offer: all the way, or part of it when the other expects to lose less. Everybody
takes the offer that asks the least of them, and all move at once, round after round, until the weighted median stays.
Where several offers ask the same, ours moves to their mean, so that nothing hangs on the order of the parties.
"""

from __future__ import annotations

import numpy as np

from onrecord.analyse._outcomes.models.base import Model
from onrecord.analyse._outcomes.models.median import weighted_median
from onrecord.analyse._outcomes.stakes import Flags, Floats, Stakes

ROUNDS = 10
STEADY = 0.005  # of the range of positions: a median that moves less has come to rest
STILL = 1e-9
CELLS = 1_000_000  # numbers held at a time: issues × parties³


def challenge(stakes: Stakes) -> Floats:
    """The weighted median when the rounds of challenges are over."""
    shape, parties = stakes.position.shape[:-1], stakes.position.shape[-1]
    low, high = stakes.range
    span = np.where(high > low, high - low, 1.0)
    at = np.where(stakes.present, (stakes.position - low[..., None]) / span[..., None], 0.0).reshape(-1, parties)
    weight = (stakes.weight / stakes.weight.sum(-1, keepdims=True)).reshape(-1, parties)
    salience = np.where(stakes.present, stakes.salience, 0.0).reshape(-1, parties)
    step = max(1, CELLS // parties**3)
    parts = [slice(start, start + step) for start in range(0, len(at), step)]
    settled = np.concatenate([_settled(at[part], weight[part], salience[part]) for part in parts])
    outcome: Floats = low + settled.reshape(shape) * span
    return outcome


def _settled(at: Floats, weight: Floats, salience: Floats) -> Floats:
    """The outcomes of issues × parties, with positions from 0 to 1 and absent parties at weight 0."""
    outcome = weighted_median(at, weight)
    going = np.arange(len(at))
    for _ in range(ROUNDS):
        at[going] = _moved(at[going], weight[going], salience[going])
        now = weighted_median(at[going], weight[going])
        moved = np.abs(now - outcome[going]) > STEADY
        outcome[going] = now
        going = going[moved]
        if not len(going):
            break
    return outcome


def _moved(at: Floats, weight: Floats, salience: Floats) -> Floats:
    """Where everybody stands after one round of offers. The axes are issue, who makes the offer, who gets it."""
    present = weight > 0
    apart = np.minimum(np.abs(at[:, :, None] - at[:, None, :]), 1.0)  # rounding can make it more
    win = _chances(apart, weight)
    neutral = _expected(apart, win, salience, np.ones_like(at))
    own = _expected(apart, win, salience, _risk(neutral, present))
    theirs = own.swapaxes(1, 2)
    part = np.where((theirs < 0) & (own > -theirs), -theirs / np.where(own > 0, own, 1.0), 1.0)
    offered = (own > 0) & (own > theirs) & present[:, :, None] & present[:, None, :]
    move = (at[:, :, None] - at[:, None, :]) * part
    cost = np.where(offered & (apart > STILL), np.abs(move), np.inf)
    least = cost.min(1, keepdims=True)
    taken = np.isfinite(cost) & (cost <= least + STILL)
    moved: Floats = at + np.where(taken, move, 0.0).sum(1) / np.maximum(taken.sum(1), 1)
    return moved


def _chances(apart: Floats, weight: Floats) -> Floats:
    """P[i, j]: the share of the weight of those who care that prefers the position of i to that of j."""
    every = np.matmul(np.abs(apart[:, :, None, :] - apart[:, None, :, :]), weight[:, None, :, None])[..., 0]
    far = np.einsum("bik,bk->bi", apart, weight)
    lead = far[:, None, :] - far[:, :, None]  # the weight for i less that for j, by how much each cares
    chance: Floats = 0.5 + np.divide(lead, 2 * every, out=np.zeros_like(every), where=every > STILL)
    return chance


def _expected(apart: Floats, win: Floats, salience: Floats, risk: Floats) -> Floats:
    """E[i, j]: what i expects of challenging j, over leaving things as they are."""
    bend = risk[:, :, None]
    success = 2 - 4 * (0.5 - 0.5 * apart) ** bend
    failure = 2 - 4 * (0.5 + 0.5 * apart) ** bend
    resisted = salience[:, None, :]
    return resisted * (win * success + (1 - win) * failure) + (1 - resisted) * success - (2 - 4 * 0.5**bend)


def _risk(expected: Floats, present: Flags) -> Floats:
    """The exponent of each party's utility: from 2 for who is safest to 1/2 for who is in most danger."""
    pairs = present[:, :, None] & present[:, None, :]
    danger = np.where(pairs, expected, 0.0).sum(1) - np.einsum("bii->bi", np.where(pairs, expected, 0.0))
    most = np.where(present, danger, -np.inf).max(1, keepdims=True)
    least = np.where(present, danger, np.inf).min(1, keepdims=True)
    width = most - least
    lean = np.where(width > STILL, (2 * danger - most - least) / np.where(width > STILL, width, 1.0), 0.0)
    lean = np.where(present, lean, 0.0)
    bend: Floats = (1 - lean / 3) / (1 + lean / 3)
    return bend


CHALLENGE = Model(
    "challenge",
    "Challenge (expected utility)",
    "Bueno de Mesquita 1994, 1997; after Scholz, Calbert & Smith 2011",
    challenge,
    draws=2_000,
)
