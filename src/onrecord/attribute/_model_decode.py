"""Scores of the network → attributions: one joint reading of each window, not a choice per token.

1. stretches that may well be a cue are the candidates
2. the best path over the tokens (Viterbi) where a token is nothing, a source, a cue or content *of one candidate*;
   it costs to enter a content, so that one flicker doesn't break a quotation in two, and words are never split
3. each candidate with content takes one source or none                                         `_model_sources`
4. pieces that are too unlikely are dropped
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.attribute._confidence import Signs
from onrecord.attribute._model_scores import CONTENT, CUE, FIRST, LAST, SOURCE, TO_CUE, Floats, Run, Scores, runs
from onrecord.attribute._model_sources import source_of

SURE = 0.5  # probability from which on a token of a cue is shown as one
TINY = 1e-6  # probabilities are taken for at least this much


@dataclass(frozen=True, slots=True)
class Decoding:
    """What decoding hangs on. Chosen on articles kept apart from training by training/attribution/choose.py."""

    cue: float = 0.2  # least probability of a candidate's tokens
    entry: float = -0.5  # cost of entering a content beside the edges', in nats
    bias: float = 1.0  # gain of each token's being content, in nats
    edges: float = 1.625  # weight of the edges beside the role
    pointing: float = 0.625  # weight of the pointer to the cue beside the role
    floor: float = -6.0  # least log-probability of pointing
    short: float = 0.35  # least likelihood of a piece of one word
    least: float = 0.43  # least likelihood of a longer piece
    none: float = 0.5  # probability of having no source from which on none is given
    by_cue: float = 0.75  # weight of the cue's pointer to the source beside the content's


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in tokens of its window, and what tells how likely it is."""

    source: Run | None
    cue: Run
    content: tuple[Run, ...]
    signs: Signs


def decode(scores: Scores, with_: Decoding) -> list[Found]:
    """The attributions of a window, in order of their content."""
    cues = list(runs(scores.roles[:, CUE] > with_.cue, scores.inside))
    if not cues:
        return []
    tied = np.stack([scores.pointers[TO_CUE][:, a:b].sum(1) for a, b in cues], axis=1)
    tied = np.clip(tied, TINY, 1)
    logs = np.log(np.maximum(scores.roles, TINY))
    content = logs[:, CONTENT, None] + with_.bias + with_.pointing * np.maximum(np.log(tied), with_.floor)
    states = np.concatenate([logs[:, :CONTENT], content], axis=1)
    path = _best_path(states, _Edges.of(scores.edges, with_.edges, with_.entry), scores.inside)
    sources = list(runs(path == SOURCE, scores.inside))
    found: list[Found] = []
    for number, cue in enumerate(cues):
        taken = runs(path == CONTENT + number, scores.inside)
        pieces = list(_likely(taken, scores.roles[:, CONTENT] * tied[:, number], scores.inside, with_))
        if pieces:
            found.append(_found(scores, cue, pieces, sources, with_))
    return sorted(found, key=lambda one: one.content)


def _found(
    scores: Scores, cue: Run, pieces: Sequence[tuple[Run, float]], sources: Sequence[Run], with_: Decoding
) -> Found:
    """The attribution of a candidate with these pieces of content.

    Its signs are the mean probabilities of the content's tokens, of the cue's, of the content's ends, and the source's.
    """
    content = tuple(run for run, _ in pieces)
    source, mass = source_of(scores, cue, content, sources, with_.by_cue, with_.none)
    core = _core(cue, scores)
    ends = [scores.edges[at] for a, b in content for at in ((a, FIRST), (b - 1, LAST))]
    signs = {
        "content": float(np.mean([likely for _, likely in pieces])),
        "cue": float(scores.roles[slice(*core), CUE].mean()),
        "source": mass,
        "ends": float(np.mean(ends)),
    }
    return Found(source, core, content, signs)


def _core(cue: Run, scores: Scores) -> Run:
    """A candidate without what it was only widened by, if any of it is surely a cue."""
    sure = [run for run in runs(scores.roles[:, CUE] > SURE, scores.inside) if cue[0] <= run[0] and run[1] <= cue[1]]
    return (sure[0][0], sure[-1][1]) if sure else cue


def _likely(
    pieces: Iterator[Run], chances: Floats, inside: Sequence[bool], with_: Decoding
) -> Iterator[tuple[Run, float]]:
    """The pieces that are likely enough, each with how likely it is: the mean over its tokens."""
    for a, b in pieces:
        likelihood = float(chances[a:b].mean())
        words = sum(not inside[at] for at in range(a, b))
        if likelihood >= (with_.short if words == 1 else with_.least):
            yield (a, b), likelihood


@dataclass(frozen=True, slots=True)
class _Edges:
    """What it gains to enter a content at a token, to leave one before it, and to stay in one there."""

    enter: Floats
    leave: Floats
    stay: Floats

    @classmethod
    def of(cls, edges: Floats, weight: float, entry: float) -> _Edges:
        yes, no = weight * np.log(np.maximum(edges, TINY)), weight * np.log(np.maximum(1 - edges, TINY))
        return cls(yes[:, FIRST] - entry, np.roll(yes[:, LAST], 1), no[:, FIRST] + np.roll(no[:, LAST], 1))


def _best_path(scores: Floats, edges: _Edges, inside: Sequence[bool]) -> NDArray[np.int64]:
    """The state of each token on the path of the highest sum; the states from CONTENT on are contents."""
    length, states = scores.shape
    back = np.tile(np.arange(states), (length, 1))
    value = scores[0].copy()
    value[CONTENT:] += edges.enter[0]
    for at in range(1, length):
        leaving = value.copy()
        leaving[CONTENT:] += edges.leave[at]
        value[CONTENT:] += edges.stay[at]
        if not inside[at]:
            best = int(leaving.argmax())
            moved = np.full(states, leaving[best])
            moved[CONTENT:] += edges.enter[at]
            back[at, value < moved] = best
            value = np.maximum(value, moved)
        value += scores[at]
    path = np.empty(length, dtype=np.int64)
    path[-1] = int(value.argmax())
    for at in range(length - 1, 0, -1):
        path[at - 1] = back[at, path[at]]
    return path
