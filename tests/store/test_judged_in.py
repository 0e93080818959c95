"""One article's statements as judged are those of the whole record; what was rejected is no report of an utterance."""

from __future__ import annotations

from pathlib import Path

from onrecord.model import Report, Utterance
from onrecord.store import Record, Writer
from tests.store.test_judged import TOLL, TRUCE, again, built, decided, position, the


def test_one_article_is_judged_as_it_is_in_the_whole(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")
    decided(record, "reject", the("toll could stay", record))
    decided(record, "position", the("hold fire", record), position(TRUCE, "oppose"))
    decided(record, "position", the("hold fire", record), position(TOLL, "support"), by="ole")
    decided(record, "merge", record.actors()[0], {"into": record.actors()[1].id, "name": record.actors()[1].name})

    record = again(record)
    alone = record.judged_in("desk")

    assert sorted(alone.statements, key=lambda one: one.id) == sorted(record.statements(), key=lambda one: one.id)
    assert alone.rejected == record.rejected()
    assert alone.judgements == {one: record.judgements_of(one) for one in alone.judgements}


def test_the_machines_layer_of_one_article_knows_no_judgement(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")
    decided(record, "reject", the("hold fire", record))

    assert len(Record(record.path, judged=False).judged_in("desk").statements) == 3


def test_an_utterance_loses_what_was_rejected_and_is_none_with_one_report(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")
    every = record.statements()
    with Writer(record.path) as writer:
        told = Utterance("u1", "a1", tuple(Report(one.id) for one in every))
        writer.collect(record.actors(), every, [], [], utterances=[told])
        writer.finish()

    decided(record, "reject", every[0])
    (left,) = again(record).utterances()
    assert [one.statement for one in left.reports] == [one.id for one in every[1:]]

    decided(record, "reject", every[1])
    assert again(record).utterances() == ()
