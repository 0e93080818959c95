"""What an article's own words say of when it was published, and which article came first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import date
from onrecord.model import Article, DateBound, Dated, Event, EventMention, EventStatus, Span
from tests.date.telling import told
from tests.made import article


@pytest.mark.parametrize(
    ("text", "side", "value", "words"),
    [
        ("Norway signed the accord on 3 March 2015 in Vienna.", "not before", "2015-03-03", "3 March 2015"),
        ("The pact that was signed in May 2014 still holds.", "not before", "2014-05-01", "May 2014"),
        ("The talks will resume in June 2031.", "not after", "2031-06-30", "June 2031"),
        ("Imports will be banned from January 2031.", "not after", "2031-01-31", "January 2031"),
    ],
)
def test_a_text_bounds_its_own_date(text: str, side: str, value: str, words: str) -> None:
    # given an article without a date
    of, passages = told(text, published=None)
    # then the bound is a day, and leads to the words
    (bound,) = date.limits(passages)
    assert (bound.side, bound.value) == (side, value)
    assert of.text[bound.span.start : bound.span.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "“We signed it on 3 March 2015,” Marden said.",  # an old quotation bounds nothing
        "Norway planned in 2014 to leave by 2030.",
        "The accord would be signed in May 2031, Marden said.",
        "Norway did not sign in 2015.",
        "Norway will leave by 2031.",
        "Marden said she wanted talks on the fleet after 2031.",
        "Data from 2015 told another story.",
        "The talks resumed on Tuesday.",
        "",
    ],
)
def test_words_that_bound_nothing(text: str) -> None:
    _, passages = told(text, published=None)
    assert date.limits(passages) == ()


def mention(status: EventStatus) -> EventMention:
    return EventMention("meeting", (), None, Dated(), status, Span(0, 5), Span(0, 5))


def meeting(*articles: str) -> Event:
    return Event("e", "meeting", (), None, Dated(), "held", tuple((name, Span(0, 5)) for name in articles))


def test_an_article_that_announces_is_before_one_that_tells_of_it_as_held() -> None:
    articles = {name: article(name, "Words.", published=None) for name in "ab"}
    told_of = {"a": (mention("planned"),), "b": (mention("held"),)}
    (found,) = date.order(articles, {}, [meeting("a", "b")], told_of)
    assert (found.before, found.after, found.event) == ("a", "b", "e")


def test_what_the_text_does_not_say_is_not_ordered() -> None:
    articles = {name: article(name, "Words.", published=None) for name in "abc"}
    # two articles that both tell it as held may come in any order
    assert date.order(articles, {}, [meeting("a", "b")], {"a": (mention("held"),), "b": (mention("held"),)}) == ()
    # and so may two of which each announces what the other tells as held
    crossed = [meeting("a", "b"), meeting("b", "a")]
    both = {"a": (mention("planned"), mention("held")), "b": (mention("planned"), mention("held"))}
    assert date.order(articles, {}, crossed, both) == ()


def test_bounds_that_lie_apart_order_articles_without_a_date() -> None:
    articles = {"a": article("a", "Words.", published=None), "b": article("b", "Words.", published="2015-06-01")}
    bounds = {"a": (DateBound("not before", "2018-01-01", Span(0, 5)),)}
    (found,) = date.order(articles, bounds, [], {})
    assert (found.before, found.after, found.event) == ("b", "a", None)


DAYS = st.sampled_from(["2014-01-01", "2015-06-01", "2016-01-01", "2018-12-31"])
BOUNDS = st.lists(
    st.builds(DateBound, st.sampled_from(["not before", "not after"]), DAYS, st.just(Span(0, 5))), max_size=2
)


@given(st.lists(st.tuples(st.none() | DAYS, BOUNDS), min_size=2, max_size=5), st.data())
def test_the_order_never_runs_both_ways_and_never_against_a_date(
    made: list[tuple[str | None, list[DateBound]]], data: st.DataObject
) -> None:
    articles: dict[str, Article] = {str(n): article(str(n), "Words.", published=day) for n, (day, _) in enumerate(made)}
    bounds = {str(n): tuple(found) for n, (_, found) in enumerate(made)}
    statuses: st.SearchStrategy[EventStatus] = st.sampled_from(["planned", "held", "rumoured"])
    told_of = {name: (mention(data.draw(statuses)),) for name in articles}
    found = date.order(articles, bounds, [meeting(*articles)], told_of)
    pairs = {(one.before, one.after) for one in found}
    assert not pairs & {(after, before) for before, after in pairs}
    for before, after in pairs:
        first, last = articles[before].published.value, articles[after].published.value
        assert not (first and last)  # what dates say needs no order
