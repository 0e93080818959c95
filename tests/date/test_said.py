"""When statements were said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord import date
from onrecord.model import Article, Attribution, Dated, Speaker
from onrecord.syntax import Passage
from tests.date.telling import BRENNER, MARDEN, OKELLO, attributed, told

NOBODY = Speaker(None, None, None)


def said(
    of: Article, passages: tuple[Passage, ...], *attributions: Attribution, by: tuple[int, ...] = ()
) -> tuple[Dated, ...]:
    speakers = [Speaker(who, None, "named") for who in by] or [NOBODY] * len(attributions)
    return date.said(of, passages, attributions, speakers)


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
    assert [d.value for d in said(of, passages, attributed(of, cue, [content]))] == [value]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("“The talks are on Sunday,” Marden said.", "said", "“The talks are on Sunday,”"),
        ("Okello, who arrived on Tuesday, said the talks were hard.", "said", "the talks were hard"),
        ("Marden said Friday's talks went well.", "said", "Friday's talks went well"),
        ("Marden said after Tuesday's meeting that it was over.", "said", "it was over"),
        ("OSLO, March 5 (QW) - Marden said the offer was fair.", "said", "the offer was fair"),
        ("When she addresses parliament on Tuesday, Marden will call for a truce.", "will call for", "a truce"),
        ("Marden said the offer was fair.", "said", "the offer was fair"),
    ],
)
def test_a_time_of_something_else_is_not_taken(text: str, cue: str, content: str) -> None:
    of, passages = told(text)
    assert said(of, passages, attributed(of, cue, [content])) == (Dated(),)


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
    assert said(of, passages, *attributions) == (Dated(), Dated("2023-03-02", "text"), Dated())


def test_the_result_runs_parallel_to_the_attributions() -> None:
    of, passages = told("Marden said on Tuesday she would go.", "Okello disagreed.", "Brenner said on Monday he knew.")
    attributions = [attributed(of, "Brenner said"), attributed(of, "disagreed"), attributed(of, "Marden said")]
    assert [d.value for d in said(of, passages, *attributions)] == ["2024-03-04", None, "2024-03-05"]
    assert said(of, passages) == ()
    assert said(of, (), *attributions) == (Dated(),) * 3


def test_the_day_goes_on_with_the_same_speaker() -> None:
    of, passages = told(
        "Marden said on Tuesday that the offer was fair.",
        "“We are close,” she added.",
        "Okello disagreed.",
        "The gap is small, according to Marden.",
    )
    attributions = [attributed(of, cue) for cue in ("Marden said", "she added", "disagreed", "according to")]
    found = said(of, passages, *attributions, by=(MARDEN, MARDEN, OKELLO, MARDEN))
    assert found == (*[Dated("2024-03-05", "inferred")] * 2, Dated(), Dated("2024-03-05", "inferred"))


@pytest.mark.parametrize(
    ("later", "cue"),
    [
        ("Marden told Reuters in an interview that the gap was small.", "told"),
        ("Marden once called the gap a chasm.", "called"),
        ("Marden has said the gap is small.", "has said"),
        ("Marden had vowed to leave.", "had vowed"),
        ("“It is small,” Marden says.", "says"),
        ("The talks end a process that Marden called a farce.", "called"),
        ("Marden demands a better offer.", "demands"),
    ],
)
def test_the_day_does_not_go_on_to_what_is_of_another_time(later: str, cue: str) -> None:
    of, passages = told("Marden said on Tuesday that the offer was fair.", later)
    found = said(of, passages, attributed(of, "Marden said"), attributed(of, cue), by=(MARDEN, MARDEN))
    assert [d.value for d in found] == ["2024-03-05", None]


def test_another_occasion_breaks_the_chain_and_background_does_not() -> None:
    of, passages = told(
        "Marden said on Tuesday that the offer was fair.",
        "She had rejected it on 1 February.",
        "She added that it was late.",
        "In a letter she asked for more.",
        "She thanked Norway.",
    )
    cues = ("Marden said", "had rejected", "added", "asked", "thanked")
    found = said(of, passages, *(attributed(of, cue) for cue in cues), by=(MARDEN,) * 5)
    assert [d.value for d in found] == ["2024-03-05", "2024-02-01", "2024-03-05", None, None]


def test_words_said_at_an_occasion_have_its_day() -> None:
    # given a ceremony that the article sets on a day, and a summit that it sets on two
    of, passages = told(
        "Marden and Okello signed the page on Tuesday at a ceremony in Oslo.",
        "“There are more to fill,” Brenner said at the ceremony.",
        "Ministers held a summit on Monday. They met at another summit on Wednesday.",
        "Okello thanked Norway at the summit.",
    )
    found = said(of, passages, attributed(of, "Brenner said"), attributed(of, "thanked"), by=(BRENNER, OKELLO))
    # then
    assert found == (Dated("2024-03-05", "inferred"), Dated())


def test_a_headline_has_the_day_of_its_speakers_first_words() -> None:
    of, passages = told(
        "Marden: the offer is fair", "The offer was fair, Marden said on Tuesday.", published="2024-03-07"
    )
    headed = replace(of, paragraphs=(replace(of.paragraphs[0], role="title"), *of.paragraphs[1:]))
    found = said(headed, passages, attributed(of, ":"), attributed(of, "said"), by=(MARDEN, MARDEN))
    assert [d.value for d in found] == ["2024-03-05", "2024-03-05"]
