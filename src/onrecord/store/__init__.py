"""The record: one SQLite file that holds everything that was read, and the words it was read from."""

from onrecord.store._record import Record
from onrecord.store._writer import Writer

__all__ = ["Record", "Writer"]
