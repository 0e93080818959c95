"""Tables in and out of files, and what is said of a file with a fault."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.corpora import corpora
from onrecord.analyse._outcomes import Mark, Party, Scale, Stake, Table, read, write
from onrecord.analyse._outcomes.files import plain, records, tree
from onrecord.errors import InputError
from tests.analyse.outcomes.talks import TABLE

RECORDS = """\
#O;Talks on the valley;;;;
#/;ID;name;;;
#A;OR;Orlund;;;
#A;KA;Karshevia;;;
#P;troops;withdrawal of troops;;;
#M;troops;0;none;;
#M;troops;100; all of them;;
#/;actor;issue;position;salience;power
#D;OR;troops;100;0.9;1
#D;KA;troops;12.5;0.45;3
"""
PLAIN = "issue,actor,position\ntroops,OR,100\ntroops,KA,0\n"

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12)
saliences, capabilities = st.sampled_from([0.05, 0.5, 1.0]), st.sampled_from([0.1, 2.0, 7.25])
places = st.integers(0, 1000).map(lambda tenth: tenth / 10)


@st.composite
def any_tables(draw: st.DrawFn) -> Table:
    ids = st.text(st.characters(codec="utf-8", categories=["L", "N", "S"]), min_size=1, max_size=6)
    parties = draw(st.lists(ids, min_size=1, max_size=4, unique=True))
    issues = draw(st.lists(ids, min_size=1, max_size=3, unique=True))
    stakes = tuple(
        Stake(party, issue, draw(places), draw(saliences), draw(capabilities)) for issue in issues for party in parties
    )
    scales = tuple(
        Scale(issue, draw(words).strip() or issue, tuple(map(Mark, draw(st.lists(places, max_size=2)), ["a", " b "])))
        for issue in issues
    )
    return Table(tuple(Party(party, draw(words).strip() or party) for party in parties), scales, stakes)


def test_records_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "talks.csv"
    path.write_text(RECORDS, encoding="utf-8")
    table = read(path)
    assert table.stakes[1] == Stake("KA", "troops", 12.5, 0.45, 3)
    assert table.scales[0].marks[1] == Mark(100, " all of them")
    assert records.written(table, path) == RECORDS


@pytest.mark.corpora
def test_climate_talks_come_back_as_they_were(tmp_path: Path) -> None:
    source = corpora() / "outcomes" / "cop21.csv"
    if not source.is_file():
        pytest.skip(f"no {source}: the public corpora are not here (docs/corpora.md)")
    table = read(source)
    assert (len(table.parties), len(table.scales), len(table.stakes)) == (15, 13, 181)
    write(table, tmp_path / "out.csv", as_records=True)
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == source.read_text(encoding="cp1252")
    for name in ("out.yaml", "plain.csv"):
        write(table, tmp_path / name)
        back = read(tmp_path / name)
        assert (back.parties, back.scales) == (table.parties, table.scales)
        assert sorted(back.stakes, key=repr) == sorted(table.stakes, key=repr)


@pytest.mark.parametrize("name", ["table.csv", "table.yaml", "table.yml"])
def test_a_table_comes_back_with_red_lines_and_reference_points(name: str, tmp_path: Path) -> None:
    write(TABLE, tmp_path / name)
    assert read(tmp_path / name) == TABLE


@given(table=any_tables())
@settings(deadline=None)
def test_any_table_comes_back_from_any_form(table: Table) -> None:
    path = Path("table")
    assert plain.read(plain.written(table), path) == table
    assert tree.read(tree.written(table), path) == table
    words = [word for party in table.parties for word in (party.id, party.name)]
    words += [word for scale in table.scales for word in (scale.id, scale.name)]
    if not any(";" in word for word in words):
        assert records.read(records.written(table, path), path) == table


def test_norway_is_no_boolean() -> None:
    text = "actors: {NO: Norway}\nissues: [{id: cod, positions: [{actor: NO, position: 20}]}]\n"
    assert tree.read(text, Path("t.yaml")).parties == (Party("NO", "Norway"),)


def test_a_spreadsheet_with_semicolons_and_an_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes("\ufeffIssue;Actor;Position\r\ntroops;Orlund;40\r\n\r\n;;\r\n".encode())
    assert read(path).stakes == (Stake("Orlund", "troops", 40),)


@pytest.mark.parametrize(
    ("old", "new", "row", "field", "says"),
    [
        ("0.9;1\n", "-3;1\n", 9, "salience", "out of range"),
        ("0.9;1\n", "90;1\n", 9, "salience", "divide percentages by 100"),
        ("0.9;1\n", "0.9;nan\n", 9, "capability", "out of range"),
        ("#D;OR", "#D;ORL", 9, "actor", "Known actors: OR, KA"),
        ("#D;OR;troops", "#D;OR;troop", 9, "issue", "Known issues: troops"),
        ("#D;OR;troops;100", "#D;OR;troops;130", 9, "position", "from 0 to 100"),
        ("#D;OR;troops;100", "#D;OR;troops;", 9, "position", "it is empty"),
        ("#D;KA;", "#D;OR;", 10, "actor", "two positions"),
        ("#D;KA;troops;12.5;0.45;3\n", "", None, "actor", "'KA' has no position"),
        ("#M;troops;0", "#M;troops;first", 6, "position", "is no number"),
        ("#A;KA;", "#A;OR;", 4, "actor", "twice"),
        ("#A;OR", "A;OR", 3, None, "no kind of record"),
    ],
)
def test_a_fault_in_records_is_named(old: str, new: str, row: int | None, field: str | None, says: str) -> None:
    assert old in RECORDS
    with pytest.raises(InputError, match=says) as caught:
        records.read(RECORDS.replace(old, new), Path("talks.csv"))
    assert (caught.value.row, caught.value.field, caught.value.path) == (row, field, "talks.csv")


@pytest.mark.parametrize(
    ("text", "row", "field", "says"),
    [
        ("issue,actor\ntroops,OR\n", 1, "position", "no such column"),
        ("issue,actor,position,power\n", 1, "power", "not known"),
        (PLAIN + "troops,OR,3\n", 4, "actor", "two positions"),
        (PLAIN + ",OR,3\n", 4, "issue", "no issue"),
        (PLAIN + "gas,,3\n", 4, "actor", "no actor ''"),
        ("issue,actor,position,salience\ntroops,OR,3,0\n", 2, "salience", "nobody"),
        ("what,issue,actor,position\noffer,troops,OR,3\n", 2, "what", "no kind of row"),
        ("", 1, "issue", "no such column"),
        ("issue,actor,position\n", None, None, "no position"),
        ('issue,actor,position\n"troops,OR,3\n', 2, None, "no CSV"),
    ],
)
def test_a_fault_in_a_plain_table_is_named(text: str, row: int | None, field: str | None, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        plain.read(text, Path("t.csv"))
    assert (caught.value.row, caught.value.field) == (row, field)


@pytest.mark.parametrize(
    ("issue", "field", "says"),
    [
        ("{id: gas, positions: [{actor: OR, position: 5, salience: -3}]}", "issues.gas.positions.OR.salience", "range"),
        ("{id: gas, positions: [{actor: XX, position: 5}]}", "issues.gas.positions.XX.actor", "no actor 'XX'"),
        ("{id: gas, positions: [{actor: OR}]}", "issues.gas.positions.OR.position", "it is empty"),
        ("{id: gas, positions: [{actor: OR, positon: 5}]}", "issues.gas.positions.1.positon", "Known here"),
        ("{id: gas, positions: 5}", "issues.gas.positions", "no list"),
        ("{id: gas, reference: high}", "issues.gas.reference", "no number"),
        ("gas", "issues.1", "no names"),
    ],
)
def test_a_fault_in_yaml_is_named(issue: str, field: str, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        tree.read(f"actors: {{OR: Orlund}}\nissues: [{issue}]\n", Path("t.yaml"))
    assert caught.value.field == field


@given(text=st.text(max_size=200), ending=st.sampled_from(["csv", "yaml"]))
@settings(deadline=None)
def test_no_file_breaks_it(text: str, ending: str) -> None:
    path = Path(f"t.{ending}")
    for form in (tree,) if ending == "yaml" else (records, plain):
        with suppress(InputError):  # nothing else may come out
            form.read(text, path)


def test_a_file_that_nests_itself_is_no_work() -> None:
    deep = "".join(f"  - &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40))
    text = f"actors: {{OR: Orlund}}\nissues:\n- id: gas\n  options: &a0 []\n  positions:\n{deep}"
    with pytest.raises(InputError, match="no names with values"):
        tree.read(text, Path("t.yaml"))
    name = text.replace("positions:\n", "name:\n") + "  positions: [{actor: OR, position: *a39}]\n"
    with pytest.raises(InputError, match="no number"):
        tree.read(name, Path("t.yaml"))


def test_what_records_have_no_place_for_is_not_dropped_in_silence(tmp_path: Path) -> None:
    for table in (TABLE, replace(TABLE, scales=(Scale("troops", "none; all"),), stakes=TABLE.stakes[:1])):
        with pytest.raises(InputError, match="yaml"):
            write(table, tmp_path / "t.csv", as_records=True)
    assert not (tmp_path / "t.csv").exists()


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        read(tmp_path / "none.csv")
    with pytest.raises(InputError, match="Check the path"):
        write(TABLE, tmp_path / "none" / "t.csv")
