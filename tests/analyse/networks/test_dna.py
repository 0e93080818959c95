"""Files of the Discourse Network Analyzer: in, out, and what is wrong with those that can't be used."""

from __future__ import annotations

import base64
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.corpora import corpora
from onrecord.analyse._networks import (
    Choice,
    Coded,
    Dna,
    Reading,
    Variables,
    claims_of,
    coded,
    dna_claims,
    dna_of,
    dna_places,
    network,
    read_dna,
    write_dna,
)
from onrecord.analyse._networks._dna._make import PASSWORD, short
from onrecord.analyse._networks._dna._offsets import Offsets
from onrecord.analyse._networks._dna._password import digest
from onrecord.errors import InputError
from onrecord.model import Article
from tests.analyse.networks.test_record import collection

SAMPLE = corpora() / "discourse" / "sample.dna"


def made(reading: Reading | None = None) -> tuple[Dna, tuple[Coded, ...], Sequence[Article]]:
    statements, articles, actors = collection()
    found, table = coded(statements, articles, actors, reading=reading)
    return dna_of(found, articles, table.scale), found, articles


def test_a_record_written_and_read_back_has_its_claims_and_their_words(tmp_path: Path) -> None:
    # given a record with an emoji in an article before a quotation
    dna, found, articles = made()
    write_dna(dna, tmp_path / "talks.dna")

    back = read_dna(tmp_path / "talks.dna")

    assert back == dna
    claims = dna_claims(back)
    fields = sorted((one.claim.actor or "", one.claim.side or "", one.claim.option, one.claim.value) for one in found)
    assert sorted((c.actor or "", c.side or "", c.option, c.value) for c in claims.rows) == fields
    texts = {number: article.text for number, article in enumerate(articles, 1)}
    for number, (document, span) in enumerate(dna_places(back).values()):
        words = found[number].statement.attribution.content[0]
        assert texts[int(document)][span.start : span.end] == texts[int(document)][words.start : words.end]


def test_stances_between_become_a_variable_of_whole_numbers() -> None:
    dna, _, _ = made(Reading(conditional="between"))

    assert dna_claims(dna).scale == (-1, 1)
    assert not dna.tables["DATABOOLEAN"]


def test_the_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.dna", "b.dna"):
        write_dna(made()[0], tmp_path / name)

    assert (tmp_path / "a.dna").read_bytes() == (tmp_path / "b.dna").read_bytes()


def test_the_coder_opens_the_file_with_the_password_of_the_docs() -> None:
    dna, _, _ = made()
    stored = str(next(dna.rows("CODERS"))["Password"])

    assert digest(PASSWORD, base64.b64decode(stored)[:16]) == stored


def test_long_names_are_cut_and_stay_apart() -> None:
    one, other = short("Ministry " * 40 + "A"), short("Ministry " * 40 + "B")

    assert one != other
    assert len(one) == len(other) <= 190
    assert short("Ministry") == "Ministry"


@given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
def test_offsets_are_those_of_utf_16(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    offsets = Offsets(text)

    assert offsets.units(at) == len(text[:at].encode("utf-16-le")) // 2
    assert offsets.character(offsets.units(at)) == at


@pytest.mark.corpora
@pytest.mark.skipif(not SAMPLE.is_file(), reason="the public corpora are not there")
def test_the_sample_of_the_other_program_goes_through_without_loss(tmp_path: Path) -> None:
    dna = read_dna(SAMPLE)
    write_dna(dna, tmp_path / "copy.dna")

    def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {table: sorted(database.execute(f"SELECT * FROM {table}"), key=repr) for table in sorted(tables)}

    assert everything(tmp_path / "copy.dna") == everything(SAMPLE)
    assert dna_places(read_dna(tmp_path / "copy.dna")) == dna_places(dna)
    assert len(network(claims_of(SAMPLE), Choice(speaker="actor")).rows) == 7


def faulty(tmp_path: Path, *changes: str) -> Path:
    path = tmp_path / "faulty.dna"
    write_dna(made()[0], path)
    with closing(sqlite3.connect(path)) as database:
        for change in changes:
            database.execute("PRAGMA ignore_check_constraints = ON")
            database.execute(change)
        database.commit()
    return path


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("DELETE FROM DOCUMENTS", "STATEMENTS 1, field 'DocumentId': there is no such document"),
        ("DELETE FROM ENTITIES", "field 'Entity': there is no such entity"),
        ("UPDATE DATABOOLEAN SET VariableId = 99", "field 'VariableId': there is no such variable"),
        ("UPDATE DATABOOLEAN SET Value = 'often'", "field 'value': 'often' is no whole number"),
        ("UPDATE DOCUMENTS SET Date = 'today'", "field 'Date': 'today' is no time"),
        ("UPDATE DOCUMENTS SET Date = 99999999999999999", "is no time"),
        ("UPDATE VARIABLES SET Variable = 'claim' WHERE Variable = 'concept'", "Its variables are agreement, claim"),
        ("DELETE FROM STATEMENTS", "there is no claim"),
        ("DROP TABLE ENTITIES", "there is no table ENTITIES"),
        ("ALTER TABLE ENTITIES DROP COLUMN Red", "the table ENTITIES has no Red"),
    ],
)
def test_a_file_with_a_fault_says_which(tmp_path: Path, change: str, problem: str) -> None:
    path = faulty(tmp_path, *(["DROP INDEX IF EXISTS none"] if "DROP" in change else []), change)

    with pytest.raises(InputError) as raised:
        claims_of(path)

    assert problem in str(raised.value)


def test_a_statement_outside_its_document_is_a_fault(tmp_path: Path) -> None:
    path = faulty(tmp_path, "UPDATE STATEMENTS SET Stop = 1000000 WHERE ID = 2")

    with pytest.raises(InputError, match="STATEMENTS 2, field 'Stop'"):
        dna_places(read_dna(path))


@pytest.mark.parametrize("size", [0, 5, 100, 3000, 9000])
def test_a_file_that_was_cut_short_is_damaged_not_a_crash(tmp_path: Path, size: int) -> None:
    whole = tmp_path / "whole.dna"
    write_dna(made()[0], whole)
    cut = tmp_path / "cut.dna"
    cut.write_bytes(whole.read_bytes()[:size])

    with pytest.raises(InputError, match=r"damaged|no SQLite file|no table"):
        claims_of(cut)


def test_what_a_stranger_put_in_is_not_run_and_not_lost_in_silence(tmp_path: Path) -> None:
    # given a view that would never end in the place of a table, and a table of somebody's own
    endless = "CREATE VIEW REGEXES AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT x FROM n"
    path = faulty(tmp_path, "DROP TABLE REGEXES", endless)
    with pytest.raises(InputError, match="no table REGEXES"):
        read_dna(path)

    dna = read_dna(faulty(tmp_path, "CREATE TABLE MEMOS(ID INTEGER)", "ALTER TABLE ENTITIES ADD COLUMN Memo TEXT"))

    assert dna.unknown == ("MEMOS", "ENTITIES.Memo")
    with pytest.raises(InputError, match=r"would lose MEMOS, ENTITIES.Memo"):
        write_dna(dna, tmp_path / "copy.dna")


def test_variables_can_have_other_names(tmp_path: Path) -> None:
    path = faulty(tmp_path, "UPDATE VARIABLES SET Variable = 'party' WHERE Variable = 'organization'")

    sides = {claim.side for claim in dna_claims(read_dna(path), Variables(side="party")).rows}

    assert sides == {"Orlund", "Karshevia"}


def test_a_place_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        write_dna(made()[0], tmp_path / "none" / "talks.dna")


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        claims_of(tmp_path / "none.dna")
