"""Statements that are worded like an example of the codebook."""

from __future__ import annotations

import pytest

from onrecord import code

BOOK = """
name: Debt
issues:
  - id: terms
    name: Terms
    description: What creditors give up.
    options:
      - id: haircut
        name: A haircut
        description: Creditors write off a part of what they are owed.
        phrases: ["haircut"]
        examples:
          - {text: "The government has no appetite for a haircut on the bonds, the minister said.", stance: oppose}
          - {text: "Bondholders will swallow a haircut if the coupons rise, she said.", stance: conditional}
        counter_examples:
          - "The minister got a haircut before the meeting in Paris."
"""


def coded(sentence: str, *, by_example: bool = True) -> list[str]:
    trial = code.attempt(sentence, code.codebook_of(BOOK), by_example=by_example)
    return [one.stance for one in trial.coded]


def test_a_statement_worded_like_an_example_means_what_the_example_does() -> None:
    trial = code.attempt(
        "Lusaka has no appetite for a haircut on the bonds, the minister said.", code.codebook_of(BOOK)
    )
    (one,) = trial.coded
    assert (one.stance, one.why.startswith("like the example: The government")) == ("oppose", True)


def test_one_that_is_negated_otherwise_does_not() -> None:
    turned = "The government has an appetite for a haircut on the bonds, the minister said."
    assert coded(turned) == coded(turned, by_example=False)


def test_one_like_a_counter_example_gives_nothing() -> None:
    assert coded("The minister got a haircut before the meeting in London.") == []


@pytest.mark.parametrize("sentence", ["", "No.", "A haircut."])
def test_a_short_sentence_is_like_no_example(sentence: str) -> None:
    assert coded(sentence) == coded(sentence, by_example=False)
