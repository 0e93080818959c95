"""Where the sides stand in the five texts: what counts as the wrong way round, what is counted, and floors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.corpora import corpora
from evals.seeds import articles
from evals.seeds.coding import Code, Coding, Said, both, by_hand, gold
from evals.seeds.stands import missed, not_told, other_stance, score, table, wrong_side, wrong_way_round
from onrecord import code
from onrecord.model import Span

needs_corpora = pytest.mark.skipif(
    not (corpora() / "seeds").is_dir(), reason="needs the public corpora (ONRECORD_CORPORA; see docs/corpora.md)"
)
FLOORS = {
    "cells found, %": 68,
    "cells right, %": 80,
    "and the stance": 37,
    "statements found, %": 95,
    "and its side": 92,
}
WRONG_WAY_ROUND = 0

CODES = st.lists(
    st.builds(
        Code,
        article=st.sampled_from(["one", "two"]),
        words=st.integers(0, 40).map(lambda start: (Span(start, start + 10),)),
        side=st.sampled_from(["Orlund", "Karshevia"]),
        option=st.sampled_from(["ports.open", "border.line"]),
        stance=st.sampled_from(["support", "oppose", "conditional", "unclear"]),
    ),
    max_size=8,
)


def told(stance: str, *, at: int = 0, side: str = "Orlund", option: str = "ports.open", sure: bool = True) -> Code:
    return Code("one", (Span(at, at + 10),), side, option, stance, sure)


def coding(*codes: Code) -> Coding:
    return Coding(tuple(Said(c.article, c.words, c.side) for c in codes), codes)


def test_the_contrary_of_what_the_words_tell_is_the_wrong_way_round() -> None:
    assert wrong_way_round(coding(told("oppose")), coding(told("support"))) == [told("support")]
    assert not wrong_way_round(coding(told("conditional")), coding(told("support")))
    assert not wrong_way_round(coding(told("oppose", side="Karshevia")), coding(told("support")))


def test_where_the_words_tell_nothing_the_side_is_asked_what_it_holds_elsewhere() -> None:
    elsewhere = told("oppose", at=50)

    assert wrong_way_round(coding(elsewhere), coding(told("support"))) == [told("support")]
    assert not wrong_way_round(coding(elsewhere, told("support", at=80)), coding(told("support")))
    assert wrong_way_round(coding(told("oppose"), told("support", at=80)), coding(told("support")))


def test_what_the_coder_was_not_sure_of_counts_neither_way() -> None:
    doubted = coding(told("oppose", sure=False), told("support", option="border.line", at=20))
    found = coding(told("support"), told("support", option="border.line", at=20))

    assert not wrong_way_round(doubted, found)
    assert not wrong_way_round(coding(told("support", sure=False), told("oppose", at=50)), coding(told("support")))
    assert not other_stance(doubted, found)
    assert (score(doubted, found)["cells found, %"], score(doubted, found)["cells right, %"]) == (100, 100)


def test_each_fault_has_its_list() -> None:
    true = coding(told("support"), told("oppose", option="border.line", at=20))
    found = coding(
        told("support", side="Karshevia"), told("unclear", option="border.line", at=20), told("oppose", at=70)
    )

    assert wrong_side(true, found) == [told("support", side="Karshevia")]
    assert other_stance(true, found) == [told("unclear", option="border.line", at=20)]
    assert not_told(true, found) == [told("oppose", at=70)]
    assert missed(true, found) == list(true.codes)
    assert "Karshevia  ports.open  support  one 0-10" in table(true, found)


@given(CODES)
def test_a_coding_is_right_by_itself(codes: list[Code]) -> None:
    whole = coding(*codes)
    figures = score(whole, whole)

    assert not any(kind(whole, whole) for kind in (wrong_way_round, wrong_side, other_stance, not_told, missed))
    assert not codes or figures["cells found, %"] == figures["cells right, %"] == figures["and the stance"] == 100


@given(CODES, CODES)
def test_every_figure_is_a_share_or_a_count(one: list[Code], other: list[Code]) -> None:
    figures = score(coding(*one), coding(*other))

    assert all(0 <= figure <= 100 for figure in figures.values())
    assert figures["and the stance"] <= figures["and the side"] <= figures["positions found, %"]


def test_every_code_is_of_the_codebook_and_every_condition_says_how_it_binds() -> None:
    known = {f"{issue.id}.{option.id}" for issue in code.codebook(None).issues for option in issue.options}
    positions = [position for row in gold() for position in row["positions"]]

    assert {one["option"] for one in positions} <= known
    assert {one["linked"] for one in positions} <= known | {None}
    assert all((one["condition"] is None) == (one["condition_type"] is None) for one in positions)
    assert all(not row["source"] or row["speaker"] for row in gold())


@pytest.mark.corpora
@needs_corpora
def test_the_spans_of_the_gold_are_whole_words_of_the_texts() -> None:
    texts = {article.name: article.text for article in articles()}

    for row in gold():
        text = texts[row["article"]]
        for start, end in (*row["source"], *row["cue"], *row["content"]):
            assert 0 <= start < end <= len(text)
            assert not (text[start - 1 : start] + text[start]).isalnum() or start == 0
            assert not text[end - 1 : end + 1].isalnum() or end == len(text)


@pytest.mark.corpora
@needs_corpora
def test_no_figure_falls_below_its_floor_and_no_more_cells_are_the_wrong_way_round() -> None:
    true, found = both()
    figures = score(true, found)

    assert len(by_hand(gold()).statements) == figures["statements"]
    assert figures["cells the wrong way round"] <= WRONG_WAY_ROUND, table(true, found)
    assert {name: figures[name] >= floor for name, floor in FLOORS.items()} == dict.fromkeys(FLOORS, True), figures
