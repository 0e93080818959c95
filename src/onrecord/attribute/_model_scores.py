"""What the network says of one window, before anything is made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

ROLES = ("nothing", "source", "cue", "content")
POINTERS = ("to cue", "cue to source", "content to source")
EDGES = ("first of a content", "last of a content")
NOTHING, SOURCE, CUE, CONTENT = range(len(ROLES))
TO_CUE, CUE_TO_SOURCE, CONTENT_TO_SOURCE = range(len(POINTERS))
FIRST, LAST = range(len(EDGES))
NONE = 0  # the token that is pointed to when there is no source

Floats = NDArray[np.floating[Any]]
Run = tuple[int, int]  # first token and the one after the last


@dataclass(frozen=True, slots=True)
class Scores:
    """Probabilities for a window: `roles` (tokens × roles) and `pointers` (pointers × tokens × tokens), in which rows
    sum to one, and `edges` (tokens × edges); `inside` says which tokens go on with the word of the token before."""

    roles: Floats
    edges: Floats
    pointers: Floats
    inside: Sequence[bool]


def runs(chosen: NDArray[np.bool_], inside: Sequence[bool]) -> Iterator[Run]:
    """Unbroken stretches of chosen tokens, widened to whole words."""
    at, length = 0, len(chosen)
    while at < length:
        if not chosen[at]:
            at += 1
            continue
        start = at
        while start > 0 and inside[start]:
            start -= 1
        while at < length and (chosen[at] or inside[at]):
            at += 1
        yield start, at
