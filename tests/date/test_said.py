"""When statements were said."""

from __future__ import annotations

import pytest

from onrecord import date
from onrecord.model import Dated
from tests.date.telling import attributed, told


@pytest.mark.parametrize(
    ("text", "cue", "content", "value"),
    [
        (
            "Marden said on Tuesday that talks would resume on Friday.",
            "said",
            "talks would resume on Friday",
            "2024-03-05",
        ),
        ("“We are close,” Okello told reporters in Oslo on Wednesday.", "told", "“We are close,”", "2024-03-06"),
        ("In a statement on Monday, the ministry rejected the offer.", "rejected", "the offer", "2024-03-04"),
        (
            "The gap is wide, the ministry said in a statement published on Sunday.",
            "said",
            "The gap is wide",
            "2024-03-03",
        ),
        ("Speaking in Oslo on 1 March, Marden said the gap was wide.", "said", "the gap was wide", "2024-03-01"),
        ("Okello told lawmakers last month the plan was on track.", "told", "the plan was on track", "2024-02"),
        ("Marden said Thursday the talks would go on.", "said", "Thursday the talks would go on", "2024-03-07"),
        ("On Monday, Marden praised the plan and said it was fair.", "said", "it was fair", "2024-03-04"),
        ("In March 2014 Okello said: “No.”", "said", "“No.”", "2014-03"),
    ],
)
def test_a_time_that_modifies_the_cue(text: str, cue: str, content: str, value: str) -> None:
    of, passages = told(text)
    assert [d.value for d in date.said(of, passages, [attributed(of, cue, [content])])] == [value]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("“The talks are on Sunday,” Marden said.", "said", "“The talks are on Sunday,”"),
        ("Okello, who arrived on Tuesday, said the talks were hard.", "said", "the talks were hard"),
        ("Marden said Friday's talks went well.", "said", "Friday's talks went well"),
        ("Marden said after Tuesday's meeting that it was over.", "said", "it was over"),
        ("OSLO, March 5 (QW) - Marden said the offer was fair.", "said", "the offer was fair"),
        ("Marden said the offer was fair.", "said", "the offer was fair"),
    ],
)
def test_a_time_of_something_else_is_not_taken(text: str, cue: str, content: str) -> None:
    of, passages = told(text)
    assert date.said(of, passages, [attributed(of, cue, [content])]) == (Dated(),)


def test_without_a_date_of_publication_a_weekday_stays_unknown_and_a_full_date_does_not() -> None:
    # given an article without a date
    of, passages = told(
        "Marden said on Tuesday that she would go.",
        "Okello said on 2 March 2023 that he would stay.",
        "Brenner said on 2 March that he would wait.",
        published=None,
    )
    attributions = [attributed(of, f"{who} said") for who in ("Marden", "Okello", "Brenner")]
    # then
    assert date.said(of, passages, attributions) == (Dated(), Dated("2023-03-02", "text"), Dated())


def test_the_result_runs_parallel_to_the_attributions() -> None:
    of, passages = told("Marden said on Tuesday she would go.", "Okello disagreed.", "Brenner said on Monday he knew.")
    attributions = [attributed(of, "Brenner said"), attributed(of, "disagreed"), attributed(of, "Marden said")]
    assert [d.value for d in date.said(of, passages, attributions)] == ["2024-03-04", None, "2024-03-05"]
    assert date.said(of, passages, []) == ()
    assert date.said(of, (), attributions) == (Dated(),) * 3
