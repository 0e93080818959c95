"""Figures and proposals in the record: what is written is what is read."""

from __future__ import annotations

from pathlib import Path

from onrecord.model import (
    Dated,
    Figure,
    FigureMention,
    Proposal,
    ProposalMention,
    Reading,
    Span,
    Step,
    StepMention,
)
from onrecord.store import Record, Writer
from tests.made import article

ARTICLE = article("a", "Orlund proposed a EUR 90bn loan.")
FIGURE = FigureMention(90e9, 90e9, False, "EUR", None, "loan", ("orlund",), Span(18, 26), "s1")
STEP = StepMention("floated", 0, "Orlund", Span(0, 31), Dated("2024-03-04", "inferred"), "s1")
PROPOSAL = ProposalMention("EUR 90bn loan", "loan", 0, None, (Span(7, 15),), (Span(18, 31),), (STEP,))


def test_mentions_come_back_for_the_next_build_and_the_collection_as_it_was(tmp_path: Path) -> None:
    place = tmp_path / "r.onrecord"
    reading = Reading(ARTICLE, figures=(FIGURE,), proposals=(PROPOSAL,))
    figure = Figure("f", 90e9, 90e9, False, "EUR", None, "loan", ("orlund",), (("a", FIGURE),), ("g",), ("h",))
    step = Step("floated", None, "Orlund", Dated("2024-03-04", "inferred"), "a", Span(0, 31), "s1")
    mentions = (("a", Span(18, 31)),)
    terms = (("a", Span(7, 15)),)
    proposal = Proposal("p", "loan", ("EUR 90bn loan",), "loan", None, None, "floated", terms, (step,), mentions)

    with Writer(place) as writer:
        writer.add(reading, "x")
        writer.collect((), (), (), (), (figure,), (proposal,))
        writer.collect((), (), (), (), (figure,), (proposal,))
        writer.finish()

    record = Record(place)
    assert record.figures() == (figure,)
    assert record.proposals() == (proposal,)
    (again,) = record.readings()
    assert (again.figures, again.proposals) == ((FIGURE,), (PROPOSAL,))
