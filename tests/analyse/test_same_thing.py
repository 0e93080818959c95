"""When two numbers or days of independent articles are of one thing, and what they then come to."""

from __future__ import annotations

import pytest

from onrecord.analyse import sentence
from onrecord.analyse._differences.aligned import EVIDENCE, Value, aligned, evidence
from onrecord.analyse._differences.amounts import Amount, amounts_of, compare_amounts, same_amount
from onrecord.analyse._differences.context import Rarity
from onrecord.analyse._differences.coverage import Coverage
from onrecord.analyse._differences.days import compare_days, days_of
from onrecord.model import Reading, Span
from tests.made import article, span

DAY = "2031-06-16"  # a Monday


def _amount(text: str) -> Amount:
    ((_, amount),) = amounts_of(Reading(article("a", text, published=DAY)))
    return amount


@pytest.mark.parametrize(
    ("text", "at", "whole"),
    [
        ("Talks resume on Nov. 20 in Varnes. He left.", "20", "Talks resume on Nov. 20 in Varnes."),
        ("Sen. Ilse Marden voted no. Others did not.", "Marden", "Sen. Ilse Marden voted no."),
        ("Envoys left the U.S. Marines stayed on. Rain fell.", "left", "Envoys left the U.S. Marines stayed on."),
        ("Envoys left the U.S. They came back later.", "left", "Envoys left the U.S."),
        ("Doors opened at 9 a.m. The hall was full.", "Doors", "Doors opened at 9 a.m."),
        ("He said no. Nobody asked why.", "said", "He said no."),
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str, at: str, whole: str) -> None:
    """Given a stop that shortens a word, then the sentence goes on, unless a function word opens another one."""
    made = article("a", text)
    around = sentence(made, span(made, at))

    assert text[around.start : around.end] == whole


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("The ban lasts more than a decade.", "The ban lasts 15 years.", "vaguer"),
        ("The ban lasts a decade.", "The ban lasts 15 years.", "open"),
        ("The ban lasts more than 20 days.", "The ban lasts 90 days.", None),
        ("Some 14 undecided senators remain.", "The 13 undecided senators remain.", "vaguer"),
        ("There are 14 undecided senators.", "There are 17 undecided senators.", "open"),
        ("There are 14 undecided senators.", "There are 17 retired pilots.", None),
        ("There are 14 Liberal senators.", "There are 17 Labour senators.", None),
    ],
)
def test_two_numbers_are_compared_by_what_they_count(one: str, other: str, relation: str | None) -> None:
    """Given lengths of time, or counts of one noun, then they lie apart or one bounds the other; two nouns don't."""
    verdict = compare_amounts(_amount(one), _amount(other))

    assert (verdict.relation if verdict else None) == relation


def test_one_time_in_two_units_is_the_same() -> None:
    """Given sixty days and two months, then they are one length of time; two decades and two years are not."""
    assert same_amount(_amount("It takes 60 days."), _amount("It takes two months."))
    assert not same_amount(_amount("It takes two decades."), _amount("It takes two years."))


def test_an_age_a_year_and_one_thing_are_no_counts() -> None:
    """Given an age, a year and "one", then nothing is read as a count."""
    text = "The 53-year-old envoy left in 2019 with one bag."

    assert not list(amounts_of(Reading(article("a", text, published=DAY))))


def test_a_length_of_time_to_come_is_a_time_in_which_a_day_can_lie() -> None:
    """Given "within 10 days", then June 24 is one of them and the first is only vaguer; July 27 is none of them."""
    ((_, rough),) = days_of(article("a", "The limit will be passed within 10 days.", published=DAY))
    ((_, sharp),) = days_of(article("b", "The limit will be passed on June 24.", published=DAY))
    ((_, late),) = days_of(article("c", "The limit will be passed on July 27.", published=DAY))

    verdict = compare_days(rough, sharp)
    assert verdict is not None
    assert (verdict.relation, verdict.swap) == ("vaguer", False)
    assert compare_days(rough, late) is None or compare_days(rough, late).relation == "open"  # type: ignore[union-attr]


def test_one_day_of_the_week_is_one_day() -> None:
    """Given "early Sunday" on Saturday's page and "Sunday morning" on Sunday's, then nothing differs."""
    ((_, one),) = days_of(article("a", "A deal was struck early Sunday.", published="2031-06-14"))
    ((_, other),) = days_of(article("b", "They struck a deal Sunday morning.", published="2031-06-15"))

    assert compare_days(one, other) is None


def test_names_alone_are_little_evidence() -> None:
    """Given two sentences that share three names, and two that share what is told, then the second are of one thing."""
    texts = (
        "Marden and Oksanen of Varnes dined on June 3.",
        "Marden beat Oksanen of Varnes at chess on June 9.",
        "The smelter reopens after the strike on June 3.",
        "After a strike the smelter reopens on June 9.",
    )
    readings = [Reading(article(f"a{n}", text, published=DAY)) for n, text in enumerate(texts)]
    rarity = Rarity(reading.article for reading in readings)
    contexts = [
        rarity.context(r, span(r.article, "June 3" if "June 3" in r.article.text else "June 9")) for r in readings
    ]

    assert evidence(contexts[0], contexts[1]) < EVIDENCE < evidence(contexts[2], contexts[3])


def test_only_a_value_that_could_be_the_same_thing_is_a_rival() -> None:
    """Given a sentence with a percentage nearer to the other article's length of time, then the lengths still meet."""
    ours = "The pact caps herring catches at 9 percent and trawler days at sea, all for 15 years."
    theirs = "The pact caps herring catches and trawler days at sea for more than a decade."
    readings = [Reading(article("a", ours, published=DAY)), Reading(article("b", theirs, published=DAY))]
    coverage = Coverage(readings, (), (), {}, ())
    rarity = Rarity(reading.article for reading in readings)
    values = [
        Value(reading.article.id, place, amount, rarity.context(reading, place, counted=True))
        for reading in readings
        for place, amount in amounts_of(reading)
    ]

    def comparable(one: Amount, other: Amount) -> bool:
        return compare_amounts(one, other) is not None

    met = {
        frozenset((ours if v.article == "a" else theirs)[v.span.start : v.span.end] for v in pair)
        for pair in aligned(coverage, rarity, values, comparable)
    }
    assert met == {frozenset({"15 years", "more than a decade"})}


@pytest.mark.parametrize("days", [(None, "2031-06-16", "2033-01-02"), (None, "2031-06-16", "2031-06-18")])
def test_an_undated_article_is_of_the_time_of_a_collection_only_if_that_is_one(days: tuple[str | None, ...]) -> None:
    """Given an undated article among those of one week, then it may tell of the same; among those of years not."""
    readings = [Reading(article(f"a{n}", "Envoys met.", published=day)) for n, day in enumerate(days)]
    coverage = Coverage(readings, (), (), {}, ())

    assert coverage.of_one_time("a0", "a1") == (days[2] == "2031-06-18")
    assert coverage.of_one_time("a1", "a2")


@pytest.mark.parametrize(
    "text", ["9 " * 4000, "12 " + "senators " * 3000, "5\u0301 day\u202es", "\x003 envoys", "9" * 400]
)
def test_any_text_can_be_read_for_numbers(text: str) -> None:
    """Given enormous lines and strange characters, then numbers are read without an error, each within the text."""
    made = article("a", text, published=DAY)

    for place, _ in amounts_of(Reading(made)):
        assert Span(0, 0) <= place
        assert place.end <= len(text)
