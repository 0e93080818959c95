"""Figures: what counts as one, its value, what it measures, and when two sources differ."""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from string import ascii_lowercase

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord import code, syntax
from onrecord.code._terms.figures_words import key
from onrecord.code._terms.said import Said
from onrecord.model import Article, Attribution, FigureMention, Reading, Span
from onrecord.resolve import statement_id
from tests.made import article

Value = tuple[float | None, float | None, str | None, str | None]


def figures(text: str) -> tuple[FigureMention, ...]:
    of = article("a", text)
    return code.figures(of, syntax.parse(of.text, [p.span for p in of.paragraphs]), ())


def only(text: str) -> FigureMention:
    (figure,) = figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank approved a EUR 90bn loan for Karshevia.", (90e9, 90e9, "EUR", "loan")),
        ("Its army now holds 19.3 % of the valley's territory.", (19.3, 19.3, "percent", "territory")),
        ("Orlund runs 3,000 centrifuges under the mountain.", (3000, 3000, None, "centrifuge")),
        ("At least 300,000 troops have crossed the river.", (300_000, None, None, "troop")),
        ("They threatened duties on goods worth up to $150 billion.", (None, 150e9, "USD", "good")),
        ("The ministry offered tariffs of 10 to 15 percent.", (10, 15, "percent", "tariff")),
        ("The port handles nearly two million barrels.", (2e6, 2e6, "barrel", None)),
        ("Tens of thousands of refugees went home.", (10_000, None, None, "refugee")),
        ("The grant covers two-thirds of the needs.", (66.667, 66.667, "percent", "need")),
        ("Lawmakers get a 60-day review period.", (60, 60, "day", "period")),
        ("The accord limits enrichment for 15 years.", (15, 15, "year", "enrichment")),
        ("Orlund freed three detained sailors at noon.", (3, 3, None, "sailor")),
        ("He spoke of between 35 and 40 billion euros in aid.", (35e9, 40e9, "EUR", "aid")),
        ("They asked for 20 or more tanks.", (20, None, None, "tank")),
    ],
)
def test_value_unit_and_noun(text: str, expected: Value) -> None:
    figure = only(text)

    assert (figure.low, figure.high, figure.unit, figure.of) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two officials met three ministers on 12 June 2019 at 9:30 under Resolution 2231 and Article 5.",
        "The G7 and the P5+1 flew in a B-52 over the 38th parallel, said Marden, 46, of 12 Quay Road.",
        "He has served for ten years and was here two years ago; call 555-0199 or see page 3 of 10.",
        "The 2019 missile tests angered her.",
        "1. Trade. 2. Ports. 3. One tank was seen.",
    ],
)
def test_dates_ages_names_lists_and_heads_are_no_figures(text: str) -> None:
    assert figures(text) == ()


def test_a_rate_a_rounding_and_the_scope_are_kept() -> None:
    figure = only("Orlund pays about $110 million a year.")
    assert (figure.low, figure.about, figure.per) == (110e6, True, "year")
    assert only("They shot down 12 Karshevian drones.").scope == ("karshevian",)


def test_a_figure_knows_the_statement_that_it_stands_in() -> None:
    of = article("a", "Marden said 40 tanks had crossed.")
    said = Attribution((Span(0, 6),), (Span(7, 11),), (Span(12, 32),), "indirect", "by hand")

    (figure,) = code.figures(of, syntax.parse(of.text, [p.span for p in of.paragraphs]), (said,))

    assert figure.statement is not None
    assert of.text[figure.span.start : figure.span.end] == "40 tanks"


def quoting(*contents: tuple[Span, ...]) -> list[Attribution]:
    return [Attribution((), (), content, "indirect", "by hand") for content in contents]


def test_the_shortest_of_the_statements_around_a_figure_is_its_statement() -> None:
    of = article("a", "Marden said that Okello had said 40 tanks had crossed.")
    outer, inner, beside = quoting((Span(12, 54),), (Span(0, 6), Span(33, 54)), (Span(33, 35),))

    (figure,) = code.figures(of, syntax.parse(of.text, [p.span for p in of.paragraphs]), (outer, beside, inner))

    assert figure.statement == statement_id("a", inner)


SPANS = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 30), st.integers(1, 12))


@given(st.lists(st.lists(SPANS, max_size=3).map(tuple), max_size=8), SPANS)
def test_the_statement_at_a_place_is_the_one_that_going_through_all_finds(
    contents: list[tuple[Span, ...]], place: Span
) -> None:
    attributions = quoting(*contents)

    holding = [a for a in attributions if any(p.start <= place.start and place.end <= p.end for p in a.content)]
    shortest = min(holding, key=lambda a: (sum(p.end - p.start for p in a.content), a.content), default=None)
    assert Said(article("a", "x"), attributions).statement_at(place) == (shortest and statement_id("a", shortest))


class Counted(tuple[Span, ...]):
    """Spans that know how often they were gone through."""

    reads = 0

    def __iter__(self) -> Iterator[Span]:
        type(self).reads += 1
        return super().__iter__()


@pytest.mark.parametrize("many", [2, 60])
def test_more_figures_do_not_mean_more_reading_of_the_attributions(many: int) -> None:
    of: Article = article("a", "Marden said 40 tanks had crossed. " + "Orlund freed 12 soldiers. " * many)
    attributions = quoting(*(Counted([Span(12 + at, 32)]) for at in range(2)))
    Counted.reads = 0

    found = code.figures(of, syntax.parse(of.text, [p.span for p in of.paragraphs]), attributions)

    assert len(found) == many + 1
    assert Counted.reads <= 4 * len(attributions)


def test_letters_that_are_matched_as_i_and_s_are_read_as_i_and_s() -> None:
    assert (only("Two mıllion refugees went home.").low, only("They sank ſix ships.").low) == (2e6, 6)

    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    for letter in re.findall("[a-z]", everything, re.IGNORECASE):
        assert key(letter) in ascii_lowercase
        assert re.fullmatch(key(letter), letter, re.IGNORECASE)


def test_a_number_too_large_to_count_is_no_figure_and_the_others_stay() -> None:
    found = figures(
        f"They asked for ${'9' * 400} trillion, then for $5{'0' * 300} trillion and at last for $40 billion."
    )

    assert [(f.low, f.high) for f in found] == [(40e9, 40e9)]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789,.-–$€% abmnkotf\u00a0\n\r\u0301😀\u202e", max_size=80))
@example("$" * 60 + "1" * 400)
@example("at least at least at least 5 5 5 m m bn")
@example("two mİllion ſix perſons, a thırd of the shıps")
def test_spans_lie_in_the_text_in_order_and_nothing_crashes(text: str) -> None:
    of = article("a", f"x {text} x")

    found = code.figures(of, syntax.parse(of.text, [p.span for p in of.paragraphs]), ())

    assert all(0 <= f.span.start < f.span.end <= len(of.text) for f in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(f.low is None or f.high is None or f.low <= f.high for f in found)
    assert all(math.isfinite(f.low or 0) and math.isfinite(f.high or 0) for f in found)


def reading(
    name: str, low: float, high: float | None, *, about: bool = False, published: str = "2024-03-04"
) -> Reading:
    mention = FigureMention(low, high, about, None, None, "troop", ("orlund",), Span(0, 5))
    return Reading(article(name, "Some words of an article.", published=published), figures=(mention,))


def test_two_sources_of_one_week_that_give_other_values_differ() -> None:
    one, other = code.same_figures([reading("a", 300, 300), reading("b", 500, 500)])

    assert (one.differs, other.differs) == ((other.id,), (one.id,))


@pytest.mark.parametrize(
    "vague",
    [reading("b", 250, None), reading("b", 310, 310, about=True), reading("b", 300, 300), reading("b", 200, 400)],
)
def test_a_rounding_or_a_bound_is_vaguer_and_no_difference(vague: Reading) -> None:
    found = code.same_figures([reading("a", 296, 296), vague])

    sharp = next(figure for figure in found if figure.low == figure.high == 296)
    rough = next(figure for figure in found if figure.id != sharp.id)
    assert sharp.vaguer == (rough.id,)
    assert (sharp.differs, rough.differs, rough.vaguer) == ((), (), ())


def test_a_newer_value_is_news_and_the_order_of_articles_does_not_matter() -> None:
    readings = [reading("a", 300, 300), reading("b", 500, 500, published="2024-04-04"), reading("c", 300, 300)]

    found = code.same_figures(readings)

    assert found == code.same_figures(reversed(readings))
    assert [(f.low, len(f.mentions), f.differs) for f in found] == [(300, 2, ()), (500, 1, ())]
