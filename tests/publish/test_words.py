"""Dates, quotations and ids as a reader sees them."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import ActorKind, Basis, ConditionKind, EventKind, EventStatus, Grade, Ground, Mode, Stance
from onrecord.publish import _words


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2031-03-04", "4 March 2031"),
        ("2031-03-04T09:00:00Z", "4 March 2031"),
        ("2031-12", "December 2031"),
        ("2031", "2031"),
        ("2031-13", "2031"),
        ("last week", "last week"),
        (None, "date unknown"),
    ],
)
def test_a_date_keeps_its_granularity(value: str | None, shown: str) -> None:
    assert _words.day(value) == shown


def test_every_term_of_the_record_has_words() -> None:
    assert set(_words.STANCES) == set(get_args(Stance))
    assert set(_words.BASES) == set(get_args(Basis))
    assert set(_words.MODES) == set(get_args(Mode))
    assert set(_words.GROUNDS) == set(get_args(Ground))
    assert set(_words.CONDITION_KINDS) == set(get_args(ConditionKind))
    assert set(_words.GRADES) == {*get_args(Grade), None}
    assert set(_words.EVENT_KINDS) == set(get_args(EventKind))
    assert set(_words.EVENT_STATUSES) == set(get_args(EventStatus))
    assert set(_words.ACTOR_KINDS) == set(get_args(ActorKind))


def test_numbers_agree_with_their_nouns() -> None:
    assert _words.count(1, "article") == "1 article"
    assert _words.count(1204, "statement") == "1,204 statements"


def test_a_long_quotation_is_cut_between_words() -> None:
    assert _words.short("We will not sign away a single village", 20) == "We will not sign\u00a0…"


@given(st.text(), st.integers(min_value=1, max_value=300))
def test_a_shortened_quotation_starts_as_the_quotation_does(quotation: str, longest: int) -> None:
    shown = _words.short(quotation, longest)
    assert shown == quotation or quotation.startswith(shown.removesuffix("\u00a0…"))
    assert len(shown) <= longest + 2


@given(st.text())
def test_every_id_is_fit_for_a_file_name(identifier: str) -> None:
    safe = _words.safe_id(identifier)
    assert set(safe) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert 1 <= len(safe) <= 80
    assert _words.safe_id(safe) == safe


def test_a_path_is_no_id() -> None:
    assert _words.safe_id("../../etc/passwd") != "../../etc/passwd"
    assert _words.safe_id("a\n") != "a\n"
