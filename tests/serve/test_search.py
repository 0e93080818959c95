"""Search: words with filters, counts, pages, and searches that are kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.serve._index import FILTERS, Asked, Index, Row
from onrecord.store import Writer
from tests.serve.conftest import Browser

ROW = Row("s0", "a0", "2031-03-04", "Meridian Wire", "a-brandt", "Varland", "direct", "named", None, 0.0,
          "Truce first", "We want a truce", "Ilsa Brandt", "Ilsa Brandt",
          (("ceasefire", "ceasefire.truce", "support"),))  # fmt: skip


def found(index: Index, **asked: str) -> list[str]:
    return [row.id for row in index.find(Asked.of(asked)).rows]


def test_filters_and_words_narrow_together() -> None:
    other = replace(ROW, id="s1", side="Ostrel", actor="a-pell", speaker="Tomas Pell", date="2031-03-05")
    third = replace(ROW, id="s2", words="No truce without the dam", held=(), mode="indirect", date="2031-03-06")
    index = Index([ROW, other, third])

    assert found(index, q="truce") == ["s2", "s1", "s0"]
    assert found(index, q="TRUCE want") == ["s1", "s0"]
    assert found(index, q="truce", side="Varland") == ["s2", "s0"]
    assert found(index, q="pell") == ["s1"]
    assert found(index, side="Varland", stance="support") == ["s0"]
    assert found(index, option="-") == ["s2"]
    assert found(index, mode="indirect", since="2031-03-06") == ["s2"]
    assert found(index, q="truce", side="nobody") == []


def test_issue_option_and_stance_are_those_of_one_position() -> None:
    both = replace(ROW, held=(("ceasefire", "ceasefire.truce", "support"), ("water", "water.dam", "oppose")))
    index = Index([both])

    assert found(index, issue="water", stance="oppose") == ["s0"]
    assert found(index, issue="water", stance="support") == []


@pytest.mark.parametrize(
    ("date", "since", "until", "fits"),
    [
        ("2031-03-04", "2031-03-04", "2031-03-04", True),
        ("2031-03-04", "2031-03-05", "", False),
        ("2031-03-04", "", "2031-03", True),
        ("2031-03", "2031-03-20", "2031-03-21", True),
        ("2031", "2031-12-31", "", True),
        ("2031", "", "2030", False),
        ("2031-02", "2031-03", "", False),
        (None, "1900", "2100", False),
        (None, "", "", True),
    ],
)
def test_a_date_fits_where_any_of_its_days_does(date: str | None, since: str, until: str, fits: bool) -> None:
    index = Index([replace(ROW, date=date)])

    assert found(index, since=since, until=until) == (["s0"] if fits else [])


def test_rejected_statements_are_found_only_where_they_are_asked_for() -> None:
    index = Index([ROW, replace(ROW, id="s1", judged="rejected"), replace(ROW, id="s2", judged="accepted")])

    assert found(index) == ["s0", "s2"]
    assert found(index, judged="no") == ["s0"]
    assert found(index, judged="yes") == ["s2"]
    assert found(index, judged="rejected") == ["s1"]


_ROWS = st.lists(
    st.builds(
        replace,
        st.just(ROW),
        side=st.sampled_from([None, "Varland", "Ostrel"]),
        mode=st.sampled_from(["direct", "indirect"]),
        held=st.lists(
            st.tuples(st.sampled_from("ab"), st.sampled_from(["a.x", "b.y"]), st.sampled_from(["support", "oppose"])),
            unique=True, max_size=3,
        ).map(tuple),
    ),
    max_size=12,
)  # fmt: skip


@given(_ROWS, st.sampled_from([{}, {"side": "Varland"}, {"issue": "a"}, {"stance": "oppose", "mode": "direct"}]))
def test_every_count_is_what_choosing_it_finds(rows: list[Row], asked: dict[str, str]) -> None:
    index = Index([replace(row, id=f"s{number}") for number, row in enumerate(rows)])
    wanted = Asked.of(asked)

    for name, counts in index.find(wanted).counts.items():
        for value, count in counts:
            assert index.find(wanted.having(name, value)).count == count


def test_an_article_that_is_put_again_takes_the_place_of_what_it_had() -> None:
    index = Index([ROW, replace(ROW, id="s1", article="a1")])

    index.put("a0", [replace(ROW, words="The dam comes first")])

    assert found(index, q="truce") == ["s1"]
    assert found(index, q="dam") == ["s0"]
    assert index.find(Asked()).count == 2


def test_what_is_asked_stands_in_the_address_and_is_read_from_it() -> None:
    asked = Asked.of({"q": "a & b", "side": "Ostrel's <b>", "grade": "-", "since": "2031", "until": "x", "judged": "?"})

    assert asked == Asked("a & b", (("side", "Ostrel's <b>"), ("grade", "")), "2031", "", "")
    assert "grade=-" in asked.query()


def test_the_page_leads_to_the_words_and_counts(browser: Browser) -> None:
    page = browser.get("/search?q=village").text

    assert 'href="articles/art-wire.html#s-' in page
    assert "We will not sign away a single village" in page
    for name in FILTERS:
        assert f"{name}=" in page


def test_searches_that_are_kept_survive_a_build_and_can_be_given_up(browser: Browser) -> None:
    browser.submit("/searches", name="Truce & <b>", query="q=truce&side=Varland")
    with Writer(browser.path) as writer:
        writer.finish()

    page = browser.get("/search").text
    assert 'href="search?q=truce&amp;side=Varland"' in page
    assert "<b>" not in page
    browser.submit("/searches", name="Truce & <b>", query="")
    assert browser.record.saved_searches() == ()
