"""On what people decided."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord import analyse, publish, store
from onrecord.errors import InputError
from onrecord.store import Record


@dataclass(frozen=True, slots=True)
class Imported:
    """What `judgements_import` did: how many judgements it added, how many usable ones the file holds, and what is
    wrong with the other lines."""

    added: int
    usable: int
    problems: tuple[InputError, ...]


def judgements_list(record: Path | str) -> list[dict[str, Any]]:
    """The log of what people decided, by time, as rows of plain values: when, who, what of which words, why.

    It reads records of other versions of onrecord, too. Raises RecordError for what is no record.
    """
    return publish.judgement_rows(store.judgements_in(Path(record)))


def judgements_conflicts(record: Path | str) -> list[dict[str, Any]]:
    """Judgements that don't agree with each other, or with what the machine says by now, as rows of plain values.

    Raises RecordError for a record that cannot be read.
    """
    return publish.conflict_rows(Record(record).conflicts())


def judgements_agreement(record: Path | str, one: str, other: str) -> tuple[analyse.review.Agreement, ...]:
    """How far two people agree on the statements that both judged: percent, Cohen's κ and Krippendorff's α of each
    variable, with the list of what they differ on.

    Raises RecordError for a record that cannot be read, InputError for somebody who judged nothing in it.
    """
    return analyse.review.agreement(record, one, other)


def judgements_export(record: Path | str, to: Path | str) -> int:
    """Write the log as JSON Lines, for `judgements_import` into another record; how many judgements it has.

    It reads records of other versions of onrecord, too. Raises RecordError for what is no record, InputError when the
    file cannot be written.
    """
    return store.write_lines(store.judgements_in(Path(record)), Path(to))


def judgements_import(record: Path | str, file: Path | str) -> Imported:
    """Add the judgements of such a file to a record's log, without those that it holds already.

    A line that can't be used is left out and named in `problems`. Raises InputError for a file that cannot be read,
    NothingToRead when none of its lines can be used, RecordError for a record that cannot be written to.
    """
    lines = store.read_lines(Path(file))
    return Imported(store.judge(Path(record), lines.judgements), len(lines.judgements), lines.problems)
