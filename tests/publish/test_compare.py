"""Two outlets, sides or weeks next to each other: what one reports and the other does not."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import code, trace
from onrecord.model import Article, Reading, Reuse, Span
from onrecord.publish import Views, dossier
from onrecord.publish._compare import index
from onrecord.publish._compare.figures import voices
from onrecord.publish._compare.gathered import gathered
from onrecord.publish._compare.pair import default, pair
from onrecord.publish._compare.pairing import names
from onrecord.publish._compare.parts import Group, Item, Pair, Section, phrase
from onrecord.publish._compare.rows import Position, Rows
from onrecord.publish._compare.weeks import monday, named
from onrecord.store import Record, Writer
from tests.publish import sample
from tests.publish.compared import ONE, OTHER, OUTLETS, SIDES, WEEKS, rows_by_hand


@pytest.fixture(scope="session")
def rows(record: Record) -> Rows:
    return gathered(Views(record))


def _between(rows: Rows, kind: Any, one: str, other: str) -> Pair:
    known = names(rows, kind)
    return pair(rows, kind, (known.index(one), known.index(other)))


def _section(compared: Pair, key: str) -> Section:
    return next(section for section in compared.sections if section.key == key)


def _all(section: Section, column: str) -> list[Item]:
    return [item for group in section.groups for item in getattr(group, column)]


def _named(section: Section, column: str) -> list[str]:
    return [f"{item.head.side} {item.head.name}".strip() for item in _all(section, column) if item.head]


def _notes(item: Item) -> list[str]:
    return ["".join(note) for note in item.notes]


def _opposed() -> list[Position]:
    """Harbour against the bridge, which it says of itself once, and for it, which others say of it twice."""
    return [Position(1, 0, 0, [(0, 2), (2, 2)]), Position(1, 0, 1, [(1, 0)])]


# The sample: a tabloid and a paper that prints a copy of a wire's story


def test_what_one_outlet_reports_and_the_other_does_not_stands_apart(rows: Rows) -> None:
    positions = _section(_between(rows, "outlets", "Meridian Wire", "Valley Mirror"), "positions")
    both = [row for group in positions.groups for row in group.both]
    assert [(row.head.side, row.head.name, row.head.stance) for row in both] == [("Varland", "Truce at once", 2)]
    assert _named(positions, "one") == ["Varland Leaving the villages"]
    assert set(_named(positions, "other")) == {
        "Varland Truce at once", "Norrin Monitors", "Ostrel Monitors", "Ostrel Truce at once",
        "Varland Leaving the villages", "Tessary Recognised border",
    }  # fmt: skip


def test_a_copy_of_one_story_in_both_is_one_voice(rows: Rows) -> None:
    positions = _section(_between(rows, "outlets", "Meridian Wire", "Valley Mirror"), "positions")
    (row,) = (row for group in positions.groups for row in group.both)
    assert ["".join(note) for note in row.notes] == ["one story, which both print"]


def test_what_one_reports_in_a_copy_that_the_other_prints_is_told(rows: Rows) -> None:
    compared = _between(rows, "outlets", "Meridian Wire", "Valley Mirror")
    (withdrawal,) = _all(_section(compared, "positions"), "one")
    assert _notes(withdrawal) == [
        "≠ in Valley Mirror: supports",
        "Valley Mirror prints a copy of this article",
        "in no other outlet",
    ]


def test_an_item_leads_to_words_of_its_own_outlet(rows: Rows) -> None:
    compared = _between(rows, "outlets", "The <i>Daily</i> Shout", "Valley Mirror")
    for section in compared.sections:
        for column, outlet in (("one", compared.one), ("other", compared.other)):
            for item in _all(section, column):
                articles = {rows.tellings[telling].article for telling in item.tellings}
                assert {rows.outlets[rows.articles[article].outlet] for article in articles} == {outlet}
                assert len(articles) == len(item.tellings)


def test_every_telling_leads_to_a_place_that_is_there(rows: Rows, folder: Path) -> None:
    assert rows.tellings
    for telling in rows.tellings:
        page = (folder / "articles" / f"{rows.articles[telling.article].id}.html").read_text(encoding="utf-8")
        assert f'id="{telling.anchor}"' in page


def test_sources_without_a_name_are_nobody_to_compare(rows: Rows) -> None:
    assert "a diplomat close to the talks" not in {speaker.name for speaker in rows.speakers}
    assert any(telling.by == "a diplomat close to the talks" for telling in rows.tellings) is False
    assert "Ilsa Brandt" in {speaker.name for speaker in rows.speakers}


def test_sides_stand_against_each_other(rows: Rows) -> None:
    stands = _section(_between(rows, "sides", "Varland", "Ostrel"), "stands")
    by_relation = {
        group.head.name: [row.head.name for row in group.both] for group in stands.groups if group.head is not None
    }
    assert by_relation == {"The same stance": ["Truce at once"]}
    compared = pair(rows_by_hand()._replace(positions=[*_opposed(), *rows_by_hand().positions]), "sides", SIDES)
    assert [group.head and group.head.name for group in _section(compared, "stands").groups] == [
        "Against each other", "The same stance",
    ]  # fmt: skip


def test_what_a_side_only_is_said_to_hold_is_told_from_its_own_words(rows: Rows) -> None:
    others = _section(_between(rows, "sides", "Varland", "Ostrel"), "others")
    (item,) = _all(others, "one")
    assert item.head
    assert (item.head.name, item.head.ground, rows.stances[item.head.stance][0]) == ("Truce at once", 2, "conditional")
    assert _all(others, "other") == []


def test_one_week_is_nothing_to_compare(rows: Rows) -> None:
    assert [name for _, name in rows.weeks] == ["3 – 9 March 2031"]
    assert default(rows, "weeks") is None
    assert default(rows, "outlets") == (0, 1)


def test_the_page_shows_the_first_of_each_kind_and_loads_what_it_needs(folder: Path) -> None:
    page = (folder / "compare.html").read_text(encoding="utf-8")
    assert '<h2 id="outlets">' in page
    assert '<h2 id="sides">' in page
    assert '<h2 id="weeks">' not in page
    assert (folder / "static" / "compare-index.js").is_file()


def test_the_index_is_a_script_that_can_stand_in_a_page(record: Record) -> None:
    script = index(Views(record))
    assert script == index(Views(record))
    assert script.count("\n") == 1
    assert "<" not in script
    rows = json.loads(script.removeprefix("onrecordCompared = ").removesuffix(";\n"))
    assert "The <i>Daily</i> Shout" in rows["outlets"]


def test_a_record_with_nothing_to_compare_says_so(tmp_path: Path) -> None:
    with Writer(tmp_path / "silent.onrecord") as writer:
        writer.add(Reading(article=Article("bare", "bare.txt", "bare.txt", "", ())), "by hand")
        writer.about({"codebook": code.codebook(Path(sample.__file__).with_name("valley.yaml")).source})
        writer.collect((), (), (), ())
        writer.finish()
    index = dossier(Record(tmp_path / "silent.onrecord"), tmp_path / "silent")
    assert "no two outlets, sides or weeks" in index.with_name("compare.html").read_text(encoding="utf-8")


# Rows made by hand: two outlets and a third, two sides, three weeks


def test_a_position_is_told_apart_from_its_opposite_and_others_that_tell_it_are_counted() -> None:
    compared = pair(rows_by_hand(), "outlets", OUTLETS)
    positions = _section(compared, "positions")
    assert _named(positions, "one") == ["Esk Toll bridge", "Esk Night ferry"]
    assert _notes(_all(positions, "one")[0]) == ["≠ in Harbour Post: opposes", "also in 1 other outlet"]
    assert "".join(compared.lead) == "Positions of sides: 1 in both, 2 only in Esk Courier, 1 only in Harbour Post."


def test_a_cell_rests_on_the_best_ground_that_there_is_alone() -> None:
    ferry = _all(_section(pair(rows_by_hand(), "outlets", OUTLETS), "positions"), "one")[1]
    assert ferry.head
    assert ferry.head.ground == 0
    assert len(ferry.tellings) == 1


def test_a_fact_that_the_two_tell_differently_keeps_its_order() -> None:
    forty, sixty = "40 carriages", "60 carriages"
    for both, values in ((OUTLETS, [forty, sixty]), (OUTLETS[::-1], [sixty, forty])):
        (group,) = _section(pair(rows_by_hand(), "outlets", both), "facts").groups
        (row,) = group.both
        heads = [item.head for cell in (row.one, row.other) for item in cell]
        assert [head.name for head in heads if head] == values
        assert {head.name: head.detail for head in heads if head} == {forty: "the first", sixty: "the second"}


def test_a_fact_that_one_outlet_alone_tells_in_two_ways_is_no_difference_between_outlets() -> None:
    assert _section(pair(rows_by_hand(), "outlets", (ONE, 2)), "facts").groups == []


def test_of_weeks_what_is_new_and_what_is_gone_is_told_with_when_it_was_told_besides() -> None:
    positions = _section(pair(rows_by_hand(), "weeks", WEEKS), "positions")
    assert ("".join(positions.one), "".join(positions.other)) == (
        "Gone after 2 – 8 June 2031", "New in 9 – 15 June 2031",
    )  # fmt: skip
    gone, new = _all(positions, "one"), _all(positions, "other")
    assert [_notes(item)[-1] for item in gone] == ["again in 16 – 22 June 2031", "not again"]
    assert [_notes(item)[-1] for item in new] == ["not before"]


def test_weeks_the_other_way_round_are_named_for_what_they_are() -> None:
    positions = _section(pair(rows_by_hand(), "weeks", WEEKS[::-1]), "positions")
    assert ("".join(positions.one), "".join(positions.other)) == (
        "New in 9 – 15 June 2031", "Gone after 2 – 8 June 2031",
    )  # fmt: skip


def test_what_moved_stands_in_its_week() -> None:
    moves = _section(pair(rows_by_hand(), "weeks", WEEKS), "moves")
    assert _named(moves, "one") == []
    assert [(item.head and item.head.side, _notes(item)) for item in _all(moves, "other")] == [
        ("Mayor Ode", ["a single speaker; before: supports"])
    ]


def test_events_of_two_sides_are_of_one_of_the_other_or_of_both() -> None:
    (group,) = _section(pair(rows_by_hand(), "sides", SIDES), "events").groups
    assert isinstance(group, Group)
    assert [row.head.name for row in group.both] == ["Meeting, Quay House"]
    assert [item.head and item.head.name for item in group.one] == ["Vote"]
    assert group.other == []


@given(st.sets(st.integers(0, 9)), st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_articles_without_copies_are_counted_as_everywhere(articles: set[int], pairs: list[tuple[int, int]]) -> None:
    rows = rows_by_hand()._replace(copies=pairs)
    reuse = [Reuse(str(a), str(b), trace.COPY, 0, (), None, "") for a, b in pairs]
    assert voices(rows, articles) == trace.voices(map(str, articles), reuse)


@given(st.dates(min_value=date(2, 1, 1)))
def test_a_week_is_that_of_its_days(day: date) -> None:
    first = monday(day.isoformat())
    assert first is not None
    assert first.weekday() == 0
    assert first <= day < first + timedelta(days=7)


@pytest.mark.parametrize("value", [None, "", "2031", "2031-03", "2031-02-30", "0001-01-01x", "next week"])
def test_what_is_no_day_is_in_no_week(value: str | None) -> None:
    assert monday(value) is None or value == "0001-01-01x"


@pytest.mark.parametrize(
    ("first", "words"),
    [
        (date(2031, 3, 3), "3 – 9 March 2031"),
        (date(2015, 3, 30), "30 March – 5 April 2015"),
        (date(2019, 12, 30), "30 December 2019 – 5 January 2020"),
        (date(9999, 12, 27), "27 – 31 December 9999"),
    ],
)
def test_a_week_in_words(first: date, words: str) -> None:
    assert named(first) == words


def test_names_stay_apart_from_the_words_around_them() -> None:
    words = "\u202eLeft{b}"
    assert phrase("Only in {a}, not in {b}", a=words, b=Span) == ["Only in ", words, ", not in ", str(Span), ""]
    assert OTHER != ONE
