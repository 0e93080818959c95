"""What is said of a codebook that codes wrongly, idly or twice, and of one that doesn't."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import code
from onrecord.code._codebook.contained import contained, unfindable
from onrecord.code._codebook.patterns import PatternError, phrase
from onrecord.model import Span

FISH = """
name: Fisheries
issues:
  - id: fish
    name: Fish
    description: How much may be caught, and where.
    options:
      - id: quota
        name: Higher quota
        description: More than last year.
        phrases: ["[higher|larger] quota"]
        examples:
          - {text: "The fishermen's league called for a higher quota.", stance: support}
        counter_examples: ["The fleet landed its quota of herring."]
      - id: zone
        name: Shared zone
        description: Both fleets in the same waters.
        phrases: ["[shared|joint] ... zone"]
"""


def found(source: str, *contents: code.Contents) -> list[tuple[str, bool, str]]:
    findings = code.check(code.codebook_of(source), contents or None)
    return [(finding.kind, finding.fault, finding.field) for finding in findings]


def option(name: str, rest: str) -> str:
    return f"{FISH}      - id: {name.lower()}\n        name: {name}\n        description: About {name}.\n{rest}"


def test_a_codebook_that_holds_together_has_no_findings() -> None:
    assert found(FISH) == []


def test_options_that_say_the_same_are_a_fault() -> None:
    same = option("Other", "        phrases: [patrol]\n").replace(
        "description: About Other.", "description: MORE than last year."
    )

    assert found(same) == [("duplicate", True, "issues.fish.options.other.description")]


def test_an_option_without_phrases_and_examples_is_a_fault() -> None:
    assert found(option("Patrols", "")) == [("empty", True, "issues.fish.options.patrols")]
    assert found(option("Patrols", '        examples: ["Norland rejected patrols."]\n')) == []


def test_a_phrase_that_another_option_s_phrase_finds_is_a_fault() -> None:
    wide = option("Shares", '        phrases: ["[higher|larger|smaller] [quota|share]"]\n')

    assert found(wide) == [("contained", True, "issues.fish.options.quota.phrases.1")]


def test_a_phrase_for_and_against_is_a_fault() -> None:
    torn = option("Patrols", '        phrases: ["joint patrol"]\n        against: ["[joint|common] patrol"]\n')

    assert found(torn) == [("contradiction", True, "issues.fish.options.patrols.phrases.1")]


def test_a_phrase_that_finds_nothing_is_a_fault_and_a_choice_to_be_looked_at() -> None:
    assert found(option("Patrols", '        phrases: ["can\'t patrol"]\n')) == [
        ("unfindable", True, "issues.fish.options.patrols.phrases.1")
    ]
    assert found(option("Patrols", '        phrases: ["[navy|captains\'] patrol"]\n')) == [
        ("unfindable", False, "issues.fish.options.patrols.phrases.1")
    ]


def test_an_example_that_is_coded_otherwise_is_to_be_looked_at() -> None:
    turned = FISH.replace("stance: support", "stance: oppose")
    missed = FISH.replace("called for a higher quota.", "called for more cod.")

    assert found(turned) == [("example", False, "issues.fish.options.quota.examples.1")]
    assert found(missed) == [("example", False, "issues.fish.options.quota.examples.1")]


def test_an_example_that_nothing_else_finds_needs_no_phrase_as_it_codes_its_likes() -> None:
    # Given an example in words that neither a phrase nor the option shares
    sung = "The skippers of Norland sang about their grandfathers all night."
    book = code.codebook_of(FISH.replace("The fishermen's league called for a higher quota.", sung))

    # When the codebook is checked, and a statement is made in nearly its words
    (finding,) = code.check(book)
    coded = code.attempt(sung.replace("Norland", "Orlund"), book).coded

    # Then the check tells what the program can't do in other words, and the statement is coded by the example
    assert finding.problem.startswith("without the example, nothing finds the option in it")
    assert finding.advice.startswith("Like words are coded by it.")
    assert [(one.option, one.stance, one.by) for one in coded] == [("quota", "support", "example")]


def test_a_counter_example_that_is_coded_is_to_be_looked_at() -> None:
    coded = FISH.replace("The fleet landed its quota of herring.", "The premier rejected a higher quota.")

    assert found(coded) == [("example", False, "issues.fish.options.quota.counter_examples.1")]


def test_a_record_shows_options_that_nothing_mentions_and_options_that_never_come_apart() -> None:
    # Given articles that speak of quotas only where they speak of licences
    text = "\n\n".join(f"The {who} wants a higher quota and a free licence." for who in ("mayor", "skipper", "union"))
    book = option("Licences", '        phrases: ["free licence"]\n')

    # When the codebook is checked against what is said in them
    seen = found(book, (text, (Span(0, len(text)),)))

    # Then the zone is idle, and the two others are confused
    assert seen == [
        ("unmatched", False, "issues.fish.options.zone"),
        ("together", False, "issues.fish.options.licences"),
    ]


def test_words_outside_what_is_said_are_no_mention() -> None:
    text = "A higher quota is in force. The union wants a joint fishing zone."
    start = text.index("The union")

    assert found(FISH, (text, (Span(start, len(text)),))) == [("unmatched", False, "issues.fish.options.quota")]


@pytest.mark.parametrize(
    ("narrow", "wide", "expected"),
    [
        ("higher quota", "[higher|larger] quota", True),
        ("[higher|larger] quota", "higher quota", False),
        ("[raise|raising] quota", "rais* [catch|] quota", True),
        ("raise ... quota", "rais* ... [quota|share]", True),
        ("raise the quota", "raise quota", True),
        ("raise catch quota", "raise ... quota", False),  # the longer one counts
        ("recogni*", "recog*", True),
        ("recog*", "recogni*", False),
        ("roll back limit", "[roll back|lift] limit", True),
        ("quota", "higher quota", False),
    ],
)
def test_one_phrase_contains_another(narrow: str, wide: str, expected: bool) -> None:
    assert contained(narrow, wide) is expected


WORDS = st.sampled_from(["quota", "zone", "roll back", "recogni*", "", "can't"])
PIECES = st.one_of(WORDS, st.lists(WORDS, min_size=1, max_size=3).map(lambda w: f"[{'|'.join(w)}]"), st.just("..."))


@given(st.lists(PIECES, min_size=1, max_size=5).map(" ".join))
def test_every_phrase_contains_itself_and_can_be_looked_into(text: str) -> None:
    try:
        phrase(text)
    except PatternError:
        return
    assert contained(text, text)
    lost = unfindable(text)
    assert lost is None or "can't" in lost or lost == ()


@pytest.mark.parametrize("name", code.shipped())
def test_the_shipped_codebooks_have_no_faults(name: str) -> None:
    assert [finding for finding in code.check(code.codebook(Path(name))) if finding.fault] == []


def test_each_option_of_nonproliferation_has_examples_and_counter_examples() -> None:
    for issue in code.codebook(Path("nonproliferation")).issues:
        for option in issue.options:
            assert 2 <= len(option.examples) <= 4, option.id
            assert 1 <= len(option.counter_examples) <= 2, option.id
            assert len({example.stance for example in option.examples}) > 1, option.id
