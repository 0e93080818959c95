"""A collection that grows gives what a new one of all its articles gives."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import trace
from onrecord.model import Article, Reuse
from onrecord.trace import _align, _collection
from tests.made import article
from tests.trace.test_reuse import FERRY, LEAD, WEATHER

FOOTER = (
    "Our reporters have stood at both gates of the upper lock since the first day of the talks and write down every "
    "evening what was said there, by whom and before whom, for as long as there is somebody left who says it."
)
OTHER = (
    "The council of Tarn has put off its vote on the bridge toll until the autumn, the mayor's office said in a note."
)


def pairs_of(articles: Sequence[Article]) -> tuple[Reuse, ...]:
    return trace.reuse(articles)


def test_what_is_added_is_compared_with_what_was_there() -> None:
    # given a wire story that was there before
    collection = trace.Collection()
    collection.add([article("wire", LEAD, FERRY), article("other", WEATHER)])
    assert list(collection.pairs()) == []
    # when a copy comes in
    collection.add([article("copy", FERRY, outlet="Tarn Courier")])
    # then
    assert [(pair.a, pair.b) for pair in collection.pairs()] == [("copy", "wire")]
    assert len(collection) == 3


def test_pairs_that_are_known_are_not_aligned_again(monkeypatch: pytest.MonkeyPatch) -> None:
    # given a collection whose pairs were found
    collection = trace.Collection()
    collection.add([article(f"{n:02}", LEAD, FERRY, f"So {n} said.", outlet=f"Outlet {n}") for n in range(6)])
    assert len(list(collection.pairs())) == 15
    aligned = 0
    align = _align.align

    def counting(*given: object) -> object:
        nonlocal aligned
        aligned += 1
        return align(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(_collection, "align", counting)
    # when one more comes in
    collection.add([article("06", LEAD, FERRY, "So 6 said.", outlet="Outlet 6")])
    # then it alone is compared
    assert len(list(collection.pairs())) == 21
    assert aligned == 6
    # and articles of one content are compared once, however many there are
    collection.add([article(f"{n:02}", LEAD, FERRY, "So 6 said.", outlet=f"Outlet {n}") for n in range(7, 40)])
    assert len(list(collection.pairs())) == 40 * 39 / 2
    assert aligned == 6 + 1  # 6 with itself; its copies share with the others what it shares


def test_what_turns_out_to_be_furniture_is_taken_back() -> None:
    # given three articles of an outlet with one paragraph in common, which might be a copy
    stories = [LEAD, FERRY, WEATHER, OTHER]
    articles = [article(str(n), story, FOOTER, outlet="Tarn Courier") for n, story in enumerate(stories)]
    collection = trace.Collection()
    collection.add(articles[:3])
    assert len(list(collection.pairs())) == 3
    # when a fourth shows that the outlet prints it everywhere
    collection.add(articles[3:])
    # then
    assert list(collection.pairs()) == []


def test_versions_of_one_story_are_no_furniture() -> None:
    # given an outlet that prints a story five times, with one more paragraph each time
    added = [WEATHER, OTHER, FOOTER, "The talks go on in the morning."]
    versions = [article(str(n), LEAD, FERRY, *added[:n], outlet="Tarn Courier") for n in range(5)]
    # when another outlet takes it over
    pairs = pairs_of([*versions, article("copy", LEAD, FERRY, outlet="Pepper")])
    # then
    assert sum("copy" in (pair.a, pair.b) for pair in pairs) == 5


def test_a_part_of_a_story_that_stands_in_many_outlets_is_found() -> None:
    # given a wire story in more outlets than a stock phrase may stand in, and a longer piece with a paragraph of it
    copies = [article(f"{n:03}", LEAD, FERRY, WEATHER, outlet=f"Outlet {n}") for n in range(70)]
    around = [f"Paragraph {n} of the piece tells of something else that happened in town {n}." for n in range(20)]
    piece = article("piece", *around[:10], FERRY, *around[10:], outlet="Tarn Courier")
    # then
    assert sum(pair.b == "piece" for pair in pairs_of([*copies, piece])) == 70


STORIES = st.lists(
    st.lists(st.sampled_from([LEAD, FERRY, WEATHER, FOOTER, OTHER, "Short."]), min_size=1, max_size=4),
    min_size=2,
    max_size=9,
)


@given(STORIES, st.randoms(use_true_random=False), st.integers(1, 8))
@settings(max_examples=50, deadline=None)
def test_bit_by_bit_is_the_same_as_at_once(texts: list[list[str]], chance: random.Random, at_a_time: int) -> None:
    articles = [
        article(f"id{n}", *paragraphs, outlet=f"Outlet {n % 2}", published=f"2024-03-0{1 + n % 5}")
        for n, paragraphs in enumerate(texts)
    ]
    chance.shuffle(articles)
    collection = trace.Collection()
    for start in range(0, len(articles), at_a_time):
        collection.add(articles[start : start + at_a_time])
        assert tuple(collection.pairs()) == pairs_of(articles[: start + at_a_time])


def test_the_same_article_twice_is_one() -> None:
    collection = trace.Collection()
    collection.add([article("a", LEAD), article("a", LEAD)])
    collection.add([article("a", LEAD)])
    assert len(collection) == 1
    assert list(collection.pairs()) == []
