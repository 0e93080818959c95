"""Where independent articles differ, and what is only newer or vaguer."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import code
from onrecord.analyse import differences, sentence
from onrecord.model import (
    Actor,
    Article,
    Attribution,
    Difference,
    FigureMention,
    Proposal,
    Reading,
    Referent,
    Reuse,
    Span,
    Statement,
    Step,
)
from tests.made import article, span

PEOPLE = ("Ann Lee", "Tom Bray", "Ivo Kral")


def _figure(
    of: Article, words: str, value: float, noun: str | None = "fund", unit: str | None = "USD"
) -> FigureMention:
    return FigureMention(value, value, False, unit, None, noun, ("displaced",) if noun else (), span(of, words))


def _reading(of: Article, *figures: FigureMention) -> Reading:
    named = [name for name in PEOPLE if name in of.text]
    referents = tuple(Referent(n, name, "person", ((name, 1),), (), span(of, name)) for n, name in enumerate(named))
    return Reading(of, referents=referents, figures=figures)


def _found(
    *readings: Reading, reuse: tuple[Reuse, ...] = (), statements: tuple[Statement, ...] = ()
) -> tuple[Difference, ...]:
    actors = [Actor(name, name, "person", None, ()) for name in PEOPLE]
    identity = {(r.article.id, ref.number): ref.name for r in readings for ref in r.referents}
    figures = code.same_figures(readings)
    return differences(readings, statements, actors, identity, reuse, figures=figures)


def _amount(name: str, words: str, value: float, published: str | None) -> Reading:
    of = article(name, f"The donors put {words} into a fund for displaced families.", published=published)
    return _reading(of, _figure(of, words, value))


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("2024-03-04", "2024-03-04", "conflict"),
        ("2024-03-04", "2024-03-06", "open"),  # the later one may just be newer
        (None, "2024-03-04", "open"),
        (None, None, "open"),
    ],
)
def test_two_values_for_one_thing(first: str | None, second: str | None, relation: str) -> None:
    """Given two articles with other values for a fund, then only those of one day are called a conflict."""
    found = _found(_amount("a", "$300 million", 3e8, first), _amount("b", "$500 million", 5e8, second))

    assert [(one.kind, one.relation) for one in found] == [("number", relation)]
    assert {found[0].one.value, found[0].other.value} == {"$300 million", "$500 million"}


def test_a_copy_does_not_differ_from_its_source() -> None:
    """Given two values in an article and its copy, then nothing differs: they are one voice."""
    readings = _amount("a", "$300 million", 3e8, "2024-03-04"), _amount("b", "$500 million", 5e8, "2024-03-04")
    copied = Reuse("a", "b", 0.9, 0.9, (), None, "")

    assert not _found(*readings, reuse=(copied,))


def test_a_rounded_value_is_vaguer_and_no_conflict() -> None:
    """Given "300" beside 296, then the first is called vaguer."""
    found = _found(_amount("a", "$300 million", 3e8, "2024-03-04"), _amount("b", "$296 million", 2.96e8, "2024-03-04"))

    assert [one.relation for one in found] == ["vaguer"]
    assert found[0].one.value == "$300 million"


def test_an_article_that_gives_both_values_speaks_of_two_things() -> None:
    """Given an article that holds the other's value under another noun, then they don't differ."""
    of = article("a", "The donors put $300 million into a fund for displaced families, out of pledges of $500 million.")
    both = _reading(of, _figure(of, "$300 million", 3e8), _figure(of, "$500 million", 5e8, None))

    assert not _found(both, _amount("b", "$500 million", 5e8, "2024-03-04"))


@pytest.mark.parametrize(
    "words",
    [
        "The fund is smaller than the $500 million fund initially planned, and would open with $300 million.",
        "The fund was cut from $500 million, and would open with $300 million.",
        "Lenders put in $300 million instead of $500 million.",
    ],
)
def test_a_value_that_was_given_up_is_an_update(words: str) -> None:
    """Given words that tell that a figure was given up, then the other took its place, in any article of that day."""
    of = article("a", words)
    told = _reading(of, _figure(of, "$500 million", 5e8), _figure(of, "$300 million", 3e8))

    found = _found(told, _amount("b", "$500 million", 5e8, "2024-03-04"))

    assert [(one.relation, one.one.value, one.other.value) for one in found] == [
        ("update", "$500 million", "$300 million")
    ]


def _talks(name: str, words: str, published: str | None = "2024-03-04") -> Reading:
    return _reading(article(name, "Ann Lee met Tom Bray in Lund on Monday.", words, published=published))


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("The talks were productive.", "Officials called the talks fruitless.", "conflict"),
        ("The talks were very useful and constructive.", "No compromise was found.", "open"),
        ("They reached an agreement on grain.", "The meeting ended without an agreement.", "conflict"),
    ],
)
def test_outcomes_of_the_same_talks(one: str, other: str, relation: str) -> None:
    """Given talks of the same two people, then a result against a view may both be true, and two results may not."""
    found = _found(_talks("a", one), _talks("b", other))

    assert [(d.kind, d.relation) for d in found] == [("outcome", relation)]


@pytest.mark.parametrize(
    "other",
    [
        "They hoped for a productive round.",  # wished for
        "The talks were constructive.",  # the same
        "Ivo Kral called his own diet fruitless.",  # nobody else is at any talks of his
    ],
)
def test_what_is_no_outcome_of_these_talks(other: str) -> None:
    """Given an outcome that is wished for, agrees, or is of something else, then nothing differs."""
    elsewhere = _reading(article("b", other)) if "Ivo" in other else _talks("b", other)

    assert not _found(_talks("a", "The talks were productive."), elsewhere)


def test_talks_of_other_weeks_are_other_talks() -> None:
    """Given the same people a month apart, then their talks are not compared."""
    assert not _found(_talks("a", "The talks were productive."), _talks("b", "The talks were fruitless.", "2024-04-04"))


def _quote(name: str, source: str) -> tuple[Reading, Statement]:
    of = article(name, f"{source} said “we will not open the northern crossing this year”.")
    words = span(of, "“we will not open the northern crossing this year”")
    attribution = Attribution((span(of, source),), (span(of, "said"),), (words,), "direct", "made")
    return _reading(of), Statement(f"s-{name}", name, attribution, source, source, None, "named", replace(of.published))


def test_the_same_words_in_two_mouths() -> None:
    """Given one quotation with two speakers, then it is a conflict of attribution; with one speaker it is none."""
    (first, said), (second, says) = _quote("a", "Ann Lee"), _quote("b", "Tom Bray")
    found = _found(first, second, statements=(said, says))

    assert [(d.kind, d.relation, {d.one.by, d.other.by}) for d in found] == [
        ("attribution", "conflict", {"Ann Lee", "Tom Bray"})
    ]
    assert not _found(first, replace(second, referents=()), statements=(said, replace(says, actor="Ann Lee")))


def test_a_yes_and_a_no_to_one_proposal() -> None:
    """Given two articles of a day in which the same actor agreed and rejected, then it is a conflict."""
    yes, no = article("a", "Tom Bray agreed to the plan."), article("b", "Tom Bray rejected the plan.")
    steps = (
        Step("agreed", "Tom Bray", "Tom Bray", yes.published, "a", span(yes, yes.text), None),
        Step("rejected", "Tom Bray", "Tom Bray", no.published, "b", span(no, no.text), None),
    )
    plan = Proposal("p", "plan", (), "plan", None, None, "rejected", (), steps, ())
    actors = [Actor("Tom Bray", "Tom Bray", "person", None, ())]

    found = differences([Reading(yes), Reading(no)], (), actors, {}, (), proposals=(plan,))

    assert [(d.kind, d.relation, d.about) for d in found] == [("step", "conflict", "plan: Tom Bray")]


# fmt: off
_PIECES = st.sampled_from((
    "talks", "Ann Lee", "Tom Bray", " ", ".", "\n\n", "“", "”", "productive", "no compromise", "🕊️", "\u202e", "\x00",
    "é", "$500 million", "initially planned", "\r\n", "\u00a0", "fruitless", "met", "x" * 34,
))
# fmt: on


@given(st.lists(st.lists(_PIECES, max_size=40).map(" ".join), min_size=2, max_size=4), st.randoms())
@settings(max_examples=60, deadline=None)
def test_any_text_in_any_order(texts: list[str], shuffled: random.Random) -> None:
    """Given any texts, then every telling is a span of its article, and the order of the articles doesn't matter."""
    readings = [_reading(article(f"n{number}", text or "-")) for number, text in enumerate(texts)]
    found = _found(*readings)
    shuffled.shuffle(readings)

    assert _found(*readings) == found
    texts_by_id = {r.article.id: r.article.text for r in readings}
    for one in found:
        assert one.one.article != one.other.article
        for told in (one.one, one.other):
            words = texts_by_id[told.article][told.span.start : told.span.end]
            assert " ".join(words.split()) == told.value


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 20))
def test_a_sentence_holds_its_place(text: str, start: int, length: int) -> None:
    """Given any text and a place with words in it, then its sentence lies in the text and holds the place."""
    of = article("a", text)
    at = Span(min(start, len(text)), min(start + length, len(text)))
    around = sentence(of, at)

    assert 0 <= around.start <= at.start
    assert at.start <= around.end <= len(text)
    if text[at.start : at.end].strip() == text[at.start : at.end] != "":
        assert around.end >= at.end


def test_an_enormous_line_is_read_in_bounded_time() -> None:
    """Given a line of a hundred thousand words without a stop, then looking for outcomes ends."""
    words = "Ann Lee met Tom Bray and the talks were productive and no deal " * 3000

    assert len(_found(_talks("a", words), _talks("b", "The talks were fruitless."))) <= 3


def test_ids_are_of_the_content() -> None:
    """Given the same articles twice, then ids are the same and no two differences share one."""
    readings = _talks("a", "The talks were productive."), _talks("b", "The talks were fruitless. No deal was made.")
    found = _found(*readings)

    assert found == _found(*readings)
    assert all(one.id < other.id for one, other in pairwise(found))
