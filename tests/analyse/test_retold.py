"""One thing told in much the same words by two articles that give another day, figure or list of names."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord
from onrecord.analyse._differences.aligned import ALIKE, EVIDENCE, Value, aligned, evidence
from onrecord.analyse._differences.context import Rarity
from onrecord.analyse._differences.coverage import Coverage
from onrecord.analyse._differences.days import compare_days, days_of
from onrecord.analyse._differences.lists import compare_lists, lists_of
from onrecord.model import Difference, Reading
from onrecord.store import Record
from tests.made import article, span

Told = Callable[..., list[Difference]]

DAY = "2031-06-16"  # a Monday
OURS = (
    "The smelter at Varnes has been closed since the strike began, and its furnaces are cold.",
    "Envoys from six countries have been meeting in a hotel by the lake, where reporters wait behind a fence.",
)
THEIRS = (
    "Fishermen who sell their catch in the harbour have seen prices fall for three summers.",
    "Nobody in the ministry would say how much of the fleet is still at sea.",
)


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Differences of two articles, each with paragraphs of its own around the given sentences."""

    def differences(one: str, other: str, later: str = DAY) -> list[Difference]:
        texts = zip((one, other), (OURS, THEIRS), ("Harbour Times", "Quorum Wire"), (DAY, later), strict=True)
        rows = [
            {"id": f"a{n}", "outlet": outlet, "published": day, "text": "\n\n".join((rest[0], text, rest[1]))}
            for n, (text, rest, outlet, day) in enumerate(texts)
        ]
        coverage = tmp_path / "coverage.jsonl"
        coverage.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        onrecord.build([coverage], tmp_path / "talks.onrecord", processes=1)
        return list(Record(tmp_path / "talks.onrecord").differences())

    return differences


LIMIT = (
    "Ilse Marden, a spokeswoman for the agency, said that the country would pass the 400-ton limit on herring by {}."
)
SAME = "By raising its quota, the spokeswoman added, the country would exceed the limit of 400 tons of herring by {}."


@pytest.mark.parametrize(
    ("one", "other", "relation", "values"),
    [
        ("July 27", "June 27", "open", {"July 27", "June 27"}),
        ("the end of June", "June 27", "vaguer", {"the end of June", "June 27"}),
        ("June", "late June", "vaguer", {"June", "late June"}),
    ],
)
def test_a_day_told_among_the_same_words(told: Told, one: str, other: str, relation: str, values: set[str]) -> None:
    """Given a limit that will be passed on two days, then it is open; a month that holds the day is only vaguer."""
    (found,) = told(LIMIT.format(one), SAME.format(other))

    assert (found.kind, found.relation, {found.one.value, found.other.value}) == ("date", relation, values)
    assert "limit" in found.about
    if relation == "vaguer":
        assert found.one.value == one


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LIMIT.format("June 27"), SAME.format("June 27")),  # the same
        (LIMIT.format("July 27"), "The herring market in Varnes will be closed on June 27."),  # another thing
        (LIMIT.format("July 27"), SAME.format("June 27") + " It had named July 27 for the limit on herring before."),
        (LIMIT.format("July 27"), SAME.format("next year")),  # a year is no vaguer day
        (LIMIT.format("last Friday"), SAME.format("June 27")),  # past and to come
    ],
)
def test_days_that_are_no_difference(told: Told, one: str, other: str) -> None:
    """Given the same day, another thing, an article that gives both, or dates that can't be compared, then nothing."""
    assert told(one, other) == []


def test_a_later_value_is_news(told: Told) -> None:
    """Given two days for the limit in articles two days apart, then nothing: the second may just be newer."""
    assert told(LIMIT.format("July 27"), SAME.format("June 27"), later="2031-06-18") == []


def test_the_day_of_a_saying_is_no_day_of_the_thing(told: Told) -> None:
    """Given what was said on two days about one limit, then nothing differs."""
    one = "The agency's spokeswoman said on Friday that the limit on herring would soon be passed by the fleet."
    other = "On Saturday, a minister said that the fleet would soon pass the limit on herring."
    assert told(one, other) == []


def test_a_rounded_figure_is_vaguer(told: Told) -> None:
    """Given 880 and 882 pounds in sentences on one limit, then the first only rounds the second."""
    one = "Under the accord the country can land no more than 400 tons (880,000 pounds) of herring in a season."
    other = "The accord says that the country can land no more than 400 tons (882,000 pounds) of herring each season."
    (found,) = told(one, other)

    assert (found.kind, found.relation) == ("number", "vaguer")
    assert (found.one.value, found.other.value) == ("880,000 pounds", "882,000 pounds")


def test_a_list_that_leaves_names_out_is_vaguer(told: Told) -> None:
    """Given inspectors of two and of five countries, then the shorter list is vaguer, whatever Britain is called."""
    one = (
        "The agency said inspectors, among them some from Norway and the United Kingdom, would be invited to the port."
    )
    other = "It will invite inspectors from Norway, Iceland, Canada, Denmark and Britain to see the port, it said."
    (found,) = told(one, other)

    assert (found.kind, found.relation) == ("participants", "vaguer")
    assert found.one.value == "Norway and the United Kingdom"


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("in early May", date(2031, 5, 1), date(2031, 5, 11)),
        ("at the end of May", date(2031, 5, 21), date(2031, 5, 31)),
        ("in May 2030", date(2030, 5, 1), date(2030, 5, 31)),
        ("later this month", date(2031, 6, 16), date(2031, 6, 30)),
        ("on June 27", date(2031, 6, 27), date(2031, 6, 27)),
    ],
)
def test_the_days_that_words_allow(words: str, first: date, last: date) -> None:
    """Given an expression of time, then it spans the days that it allows, and an undated article gives none."""
    sentence = f"The port was to be opened {words}."
    ((_, days),) = days_of(article("a", sentence, published=DAY))

    assert (days.first, days.last) == (first, last)
    assert not [*days_of(article("a", sentence, published=None))]


def test_a_time_of_day_alone_has_no_day() -> None:
    """Given "at midnight", then no day is guessed; "Tuesday evening" has one."""
    assert not [*days_of(article("a", "The strike begins at midnight.", published=DAY))]
    assert [*days_of(article("a", "The strike began on Tuesday evening.", published=DAY))]


NAMES = st.lists(st.sampled_from(["Norway", "Iceland", "Canada", "Peru", "Kenya"]), min_size=2, max_size=5, unique=True)


@given(NAMES, NAMES)
def test_lists_compare_the_same_in_either_order(one: list[str], other: list[str]) -> None:
    """Given two lists, then both orders give one relation, and the vaguer one has fewer names."""
    ((_, first),), ((_, second),) = (
        [*lists_of(article("a", f"They met {', '.join(names[:-1])} and {names[-1]}."))] for names in (one, other)
    )
    there, back = compare_lists(first, second), compare_lists(second, first)

    assert (there and there.relation) == (back and back.relation)
    if there and there.relation == "vaguer":
        assert there.swap == (len(second.of) < len(first.of))


@given(st.dates(date(2031, 5, 1), date(2031, 7, 31)), st.dates(date(2031, 5, 1), date(2031, 7, 31)))
def test_days_compare_the_same_in_either_order(one: date, other: date) -> None:
    """Given any two days of a summer, then both orders give one verdict, and a day does not differ from itself."""
    texts = [f"The port was to be opened on {day:%B} {day.day}." for day in (one, other)]
    ((_, first),), ((_, second),) = ([*days_of(article("a", text, published=DAY))] for text in texts)

    assert compare_days(first, second) == compare_days(second, first)
    assert one != other or compare_days(first, second) is None


WORDS = ("herring", "quota", "harbour", "envoy", "treaty", "furnace", "strike", "captain", "lantern", "gravel")


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=6), min_size=2, max_size=8), st.randoms())
def test_no_near_pair_is_lost_by_looking_up_rare_words_alone(bags: list[list[str]], rng: random.Random) -> None:
    """Given any articles, then the pairs are those that comparing all with all gives, in whatever order they came."""
    readings = [Reading(article(f"a{n:02}", f"Then {' '.join(bag)} June.")) for n, bag in enumerate(bags)]
    coverage, rarity = Coverage(readings, (), (), {}, ()), Rarity(reading.article for reading in readings)
    values = [
        Value(r.article.id, span(r.article, "June"), None, rarity.context(r, span(r.article, "June"))) for r in readings
    ]
    found = {frozenset((a.article, b.article)) for a, b in aligned(coverage, rarity, values, lambda _a, _b: True)}
    shuffled = rng.sample(values, len(values))

    again = aligned(coverage, rarity, shuffled, lambda _a, _b: True)
    assert found == {frozenset((a.article, b.article)) for a, b in again}
    assert found >= {
        frozenset((a.article, b.article))
        for a in values
        for b in values
        if a.article != b.article
        and a.context.likeness(b.context) > ALIKE
        and evidence(a.context, b.context) > EVIDENCE
    }


@pytest.mark.parametrize(
    "text",
    [
        "June 3 and " * 3000,
        "Ann, " * 5000 + "and Bo",
        "A" * 50_000 + " June",
        "\u202eJune 5\u0301, 🕊 and\u00a0May",
        "\x00 June",
    ],
)
def test_any_text_can_be_read(text: str) -> None:
    """Given enormous lines and strange characters, then days and lists are read without an error."""
    made = article("a", text, published=DAY)
    for place, _ in (*days_of(made), *lists_of(made)):
        assert made.text[place.start : place.end].strip()
