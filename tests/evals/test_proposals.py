"""Figures and proposals against those marked by reading: what is counted, and floors."""

from __future__ import annotations

import pytest

from evals import proposals
from evals.corpora import corpora
from evals.proposals import Read, Told, gold, score
from onrecord.model import FigureMention, ProposalMention, Span, StepMention, StepStatus
from tests.made import article

# Percent on all parts together, under what is reached.
FLOORS = {"figure precision": 90, "figure recall": 88, "step precision": 82, "step recall": 74}


def figure(low: float, start: int) -> FigureMention:
    return FigureMention(low, low, False, "USD", None, "loan", (), Span(start, start + 5))


def told(status: StepStatus, start: int) -> Told:
    step = StepMention(status, None, "Orlund", Span(start, start + 20))
    return Told(ProposalMention("plan", "plan", None, None, (), (Span(start, start + 4),), (step,)), step, ("Orlund",))


def opening(*, sure: bool = True, figures: tuple[FigureMention, ...] = (), steps: tuple[Told, ...] = ()) -> Read:
    marked = {"span": [10, 15], "low": 5e9, "high": 5e9, "unit": "USD", "of": "loan", "about": False, "sure": sure}
    step = {"proposal": [30, 34], "cue": [40, 48], "status": "rejected", "by": "Orlund", "sure": sure}
    row = {"part": "open", "figures": [marked], "steps": [step]}
    return Read(row, article("a", "Words."), figures, steps)


def test_a_figure_is_right_when_its_value_is_and_a_step_when_its_status_is() -> None:
    right = score([opening(figures=(figure(5e9, 12),), steps=(told("rejected", 30),))])
    wrong = score([opening(figures=(figure(6e9, 12),), steps=(told("agreed", 30),))])

    assert {right[name] for name in FLOORS} == {100}
    assert right["by whom right"] == right["noun right"] == right["proposals found"] == 100
    assert {wrong[name] for name in FLOORS} == {0}
    assert wrong["proposals found"] == 100


def test_what_the_reader_was_not_sure_of_counts_neither_way() -> None:
    figures = score([opening(sure=False, figures=(figure(6e9, 12),), steps=(told("agreed", 30),))])

    assert (figures["figures marked"], figures["steps marked"]) == (0, 0)
    assert score([opening(sure=False, figures=(figure(6e9, 90),))])["figure precision"] == 0


def test_the_gold_holds_offsets_and_both_halves() -> None:
    assert {row["part"] for row in gold()} == {"open", "shut", "seeds"}
    for row in gold():
        spans = [f["span"] for f in row["figures"]] + [s[k] for s in row["steps"] for k in ("proposal", "cue")]
        assert all(0 <= start < end <= row["end"] for start, end in spans)


@pytest.mark.corpora
@pytest.mark.skipif(
    not (corpora() / "coverage").is_dir(), reason="needs the public corpora (ONRECORD_CORPORA; see docs/corpora.md)"
)
def test_no_figure_falls_below_its_floor() -> None:
    figures = score(proposals.run())
    assert {name: figures[name] >= floor for name, floor in FLOORS.items()} == dict.fromkeys(FLOORS, True), figures
