"""Which of the machine's claims people found right.

Whoever judges one thing of a statement has read it, so what they leave counts as right. A statement that is rejected
says nothing of its positions: they were never the question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.model import Position, Statement


@dataclass(frozen=True, slots=True)
class Verdict:
    """A statement as the machine has it, whether its words and its speaker are right, and of each of its positions
    whether the stance is; `positions` is empty where they were not looked at."""

    statement: Statement
    attribution: bool
    positions: tuple[bool, ...] = ()


def verdicts(
    machine: Iterable[Statement],
    settled: Mapping[str, Statement],
    rejected: frozenset[str],
    names: Mapping[str, tuple[str, ...]],
    called: Mapping[str, str],
) -> Iterator[Verdict]:
    """A verdict for each statement of the machine that people judged.

    `settled` are statements as judged, by id; `names` all names of an actor as judged, by its id; `called` the name of
    an actor by the id that the machine gave it: two actors that were merged are one, whatever their ids were.
    """
    for one in machine:
        if one.id in rejected:
            yield Verdict(one, attribution=False)
        elif one.id in settled:
            held = settled[one.id]
            told = {_coded(position) for position in held.positions}
            speaker = one.actor == held.actor or called.get(one.actor or "") in names.get(held.actor or "", ())
            words = one.attribution.content == held.attribution.content
            yield Verdict(one, speaker and words, tuple(_coded(position) in told for position in one.positions))


def _coded(position: Position) -> tuple[str, str, str]:
    return position.issue, position.option, position.stance
