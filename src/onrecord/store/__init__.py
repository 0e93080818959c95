"""The record: one SQLite file with everything that was read, the words it rests on, and what people decided of it."""

from onrecord.store._judged.lines import Lines, judgements_in, read_lines, write_lines
from onrecord.store._judged.log import made as judgement
from onrecord.store._judged.snapshot import of_actor, of_position, of_statement
from onrecord.store._judged.statements import OF_STATEMENTS
from onrecord.store._record import Record
from onrecord.store._searches import save_search
from onrecord.store._writer import Writer, judge

__all__ = [
    "OF_STATEMENTS",
    "Lines",
    "Record",
    "Writer",
    "judge",
    "judgement",
    "judgements_in",
    "of_actor",
    "of_position",
    "of_statement",
    "read_lines",
    "save_search",
    "write_lines",
]
