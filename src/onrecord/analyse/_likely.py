"""Which codings are worth telling something from that a single one of them would make: news, a deadlock."""

from __future__ import annotations

from onrecord.model import Position, Statement

LIKELY = 0.5  # the confidence from which on a coding is likelier right than wrong (docs/positions.md)


def likely(statement: Statement, position: Position) -> bool:
    """Whether a position is likelier coded right than wrong, or a person looked the statement over."""
    return position.confidence >= LIKELY or statement.judged is not None
