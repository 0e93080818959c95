"""Claims from whatever a person has: a record, a file of the Discourse Network Analyzer, a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from onrecord.analyse._networks._claims import Claims, claims
from onrecord.analyse._networks._dna import dna_claims, dna_of, read_dna, write_dna
from onrecord.analyse._networks._files import read_claims
from onrecord.analyse._networks._record import Coded, Reading, coded
from onrecord.analyse._tables import TABLES
from onrecord.errors import InputError
from onrecord.store import Record

Source = Claims | Record | Path | str | Iterable[Mapping[str, object]]


def claims_of(source: Source, reading: Reading | None = None) -> Claims:
    """The claims of a record (a `Record` or its path), a `.dna` file, a CSV or TSV file, or rows of plain values.

    `reading` says how positions of a record become claims; a table has its own values. Raises InputError for what
    cannot be used.
    """
    if isinstance(source, Claims):
        return source
    if isinstance(source, Record):
        return _coded(source, reading)[1]
    if not isinstance(source, str | Path):
        return claims(source)
    path = Path(source)
    if path.suffix.lower() == ".dna":
        return dna_claims(read_dna(path), path=path)
    if path.suffix.lower() in TABLES:
        return read_claims(path)
    return _coded(Record(path), reading)[1]


def record_to_dna(record: Record | Path | str, path: Path | str, reading: Reading | None = None) -> int:
    """Write a record's claims, with its articles, as a file that the Discourse Network Analyzer opens; return their
    number. Raises InputError for a `record` that is none, or holds no claim, and when the file cannot be written."""
    if not isinstance(record, Record):
        if Path(record).suffix.lower() in (".dna", *TABLES):
            advice = "Only a record has the articles that its statements stand in."
            raise InputError("no .dna file can be made of it.", path=record, advice=advice)
        record = Record(record)
    found, table = _coded(record, reading)
    write_dna(dna_of(found, record.articles(), table.scale), path)
    return len(found)


def _coded(record: Record, reading: Reading | None) -> tuple[tuple[Coded, ...], Claims]:
    return coded(record.statements(), record.articles(), record.actors(), record.utterances(), reading)
