"""What people decide is laid over what the machine read, and survives every rebuild."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import RecordError
from onrecord.model import Actor, Event, Judgement, Reading, Span, Statement, Utterance
from onrecord.model import Report as UtteranceReport
from onrecord.resolve import statements
from onrecord.store import Record, Writer, judge, judgement, of_actor, of_statement
from tests.made import Quote, article, reading, span

DESK = article(
    "desk",
    "Premier Dagna Tvedholt said Orlund would hold fire.",
    "Anders Holm rejected the toll on Monday.",
    "Dagna T. said the toll could stay.",
)
TRUCE, TOLL = ("ceasefire", "truce"), ("harbour", "toll")
PREMIER = Actor("a1", "Dagna Tvedholt", "person", "Orlund", ("Dagna T.", "Premier Dagna Tvedholt"))
ENVOY = Actor("a2", "Anders Holm", "person", "Karshevia", ())
MINISTER = Actor("a3", "Foreign Minister Holm", "person", None, ())
MEETING = Event("e1", "meeting", ("a1", "a3"), None, reading(DESK).article.published, "held", (("desk", Span(0, 6)),))


def read() -> Reading:
    return reading(
        DESK,
        Quote("Premier Dagna Tvedholt", "said", "Orlund would hold fire", ((*TRUCE, "support"),)),
        Quote("Anders Holm", "rejected", "the toll", ((*TOLL, "oppose"),)),
        Quote("Dagna T.", "said", "the toll could stay", ((*TOLL, "unclear"),)),
    )


def built(path: Path, one: Reading | None = None, actors: Sequence[Actor] = (PREMIER, ENVOY, MINISTER)) -> Record:
    """The record of one article, built for the first time or again."""
    one = one or read()
    speakers = ("a1", "a2", "a1")
    identity = {("desk", number): speaker for number, speaker in enumerate(speakers)}
    with Writer(path) as writer:
        writer.add(one, "v1")
        said = statements(one, identity, {actor.id: actor for actor in actors})
        told = [Utterance("u1", "a1", (UtteranceReport(said[0].id), UtteranceReport(said[-1].id)))] if said else []
        writer.collect(actors, said, [MEETING], [], utterances=told)
        writer.finish()
    return Record(path)


def the(words: str, record: Record) -> Statement:
    """The statement with these words in its content."""
    texts = {one.id: one.text for one in record.articles()}
    (found,) = (s for s in record.statements() if words in _content(s, texts[s.article]))
    return found


def _content(statement: Statement, text: str) -> str:
    return " ".join(text[one.start : one.end] for one in statement.attribution.content)


def decided(record: Record, kind: Any, target: Statement | Actor, value: Any = None, by: str = "mira") -> Judgement:
    """A judgement, written into the record's log."""
    if isinstance(target, Actor):
        machine = of_actor(target)
    else:
        machine = of_statement(target, record.article(target.article), {a.id: a for a in record.actors()})
    one = judgement(kind, target.id, value or {}, machine, by=by)
    judge(record.path, [one])
    return one


def again(record: Record) -> Record:
    return Record(record.path)


def position(of: tuple[str, str], stance: str | None, condition: Span | None = None) -> dict[str, Any]:
    place = [condition.start, condition.end] if condition else None
    return {"issue": of[0], "option": of[1], "stance": stance, "condition": place}


def test_without_judgements_the_record_is_what_the_machine_read(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")

    alone = Record(record.path, judged=False)
    assert (record.statements(), record.actors()) == (alone.statements(), alone.actors())
    assert (record.judgements(), record.conflicts(), record.rejected()) == ((), (), ())


def test_what_is_accepted_says_so_and_what_is_rejected_is_out(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")

    decided(record, "accept", the("hold fire", record))
    decided(record, "reject", the("toll could stay", record))

    record = again(record)
    assert the("hold fire", record).judged == "accepted"
    assert [s.judged for s in record.statements()].count(None) == 1
    assert [_content(s, DESK.text) for s in record.rejected()] == ["the toll could stay"]
    assert len(Record(record.path, judged=False).statements()) == 3


def test_a_stance_is_corrected_added_and_taken_away(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")
    condition = span(DESK, "on Monday")

    decided(record, "position", the("hold fire", record), position(TRUCE, "conditional", condition))
    decided(record, "position", the("hold fire", record), position(TOLL, "oppose"))
    decided(record, "position", the("toll could stay", record), position(TOLL, None))

    record = again(record)
    told = {(p.option, p.stance, p.condition) for p in the("hold fire", record).positions}
    assert told == {("truce", "conditional", condition), ("toll", "oppose", None)}
    assert the("toll could stay", record).positions == ()
    assert the("hold fire", record).judged == "changed"


def test_another_speaker_has_another_side(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")

    decided(record, "speaker", the("hold fire", record), {"actor": "a2", "speaker": "Anders Holm"})

    said = the("hold fire", again(record))
    assert (said.actor, said.side) == ("a2", "Karshevia")


def test_words_that_the_machine_missed_are_added(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")
    words = span(DESK, "on Monday")
    value = {
        "article": "desk", "mode": "indirect", "source": [], "cue": [], "content": [[words.start, words.end]],
        "words": ["on Monday"], "actor": "a2", "speaker": "Anders Holm", "positions": [position(TOLL, "oppose")],
    }  # fmt: skip

    judge(record.path, [judgement("add", "added-1", value, {}, by="mira")])

    added = the("on Monday", again(record))
    assert (added.judged, added.actor, added.side) == ("added", "a2", "Karshevia")
    assert [(p.option, p.stance, p.confidence) for p in added.positions] == [("toll", "oppose", 1.0)]


def test_what_is_undone_is_as_it_was_and_can_be_done_again(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")
    gone = decided(record, "reject", the("hold fire", record))

    judge(record.path, [undo := judgement("undo", gone.id, {}, {}, by="mira")])
    assert the("hold fire", again(record)).judged is None

    judge(record.path, [judgement("undo", undo.id, {}, {}, by="mira")])
    assert len(again(record).rejected()) == 1
    assert len(again(record).judgements()) == 3


def test_merged_actors_are_one_wherever_they_are_named(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")

    decided(record, "merge", PREMIER, {"into": "a2", "name": "Anders Holm"})
    decided(record, "merge", ENVOY, {"into": "a3", "name": "Foreign Minister Holm"})

    record = again(record)
    (one,) = record.actors()
    assert one.id == "a3"
    assert one.aliases == ("Anders Holm", "Dagna T.", "Dagna Tvedholt", "Premier Dagna Tvedholt")
    assert {statement.actor for statement in record.statements()} == {"a3"}
    assert {statement.side for statement in record.statements()} == {None}
    assert record.events()[0].participants == ("a3",)
    assert record.utterances()[0].actor == "a3"


def test_a_name_that_was_split_off_takes_its_statements_along(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")

    decided(record, "split", PREMIER, {"name": "Dagna T."})

    record = again(record)
    namesake = next(actor for actor in record.actors() if actor.name == "Dagna T.")
    assert the("toll could stay", record).actor == namesake.id
    assert the("hold fire", record).actor == "a1"
    assert "Dagna T." not in next(actor for actor in record.actors() if actor.id == "a1").aliases


def test_name_side_and_role_are_what_a_person_says(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")

    decided(record, "rename", MINISTER, {"name": "Aud Holm"})
    decided(record, "side", ENVOY, {"side": "Orlund"})
    decided(record, "role", ENVOY, {"title": "chief negotiator", "of": "Orlund"})

    record = again(record)
    actors = {actor.id: actor for actor in record.actors()}
    assert (actors["a3"].name, actors["a3"].aliases) == ("Aud Holm", ("Foreign Minister Holm",))
    assert actors["a2"].given_role == ("chief negotiator", "Orlund")
    assert next(s for s in record.statements() if s.actor == "a2").side == "Orlund"


def test_judgements_survive_a_rebuild_by_another_reader(tmp_path: Path) -> None:
    """Given judgements on three statements, when a newer reader cuts one otherwise, codes one otherwise and misses one,
    then each is as it was judged, and what changed is shown."""
    record = built(tmp_path / "r.onrecord")
    decided(record, "accept", the("hold fire", record))
    decided(record, "accept", the("toll could stay", record))
    decided(record, "position", next(s for s in record.statements() if s.actor == "a2"), position(TOLL, "conditional"))

    newer = reading(
        DESK,
        Quote("Premier Dagna Tvedholt", "said", "would hold fire", ((*TRUCE, "oppose"),)),
        Quote("Anders Holm", "rejected", "the toll", ((*TOLL, "unclear"),)),
    )
    record = built(record.path, newer)

    assert len(record.statements()) == 3
    fire, toll = the("hold fire", record), next(s for s in record.statements() if s.actor == "a2")
    assert _content(fire, DESK.text) == "Orlund would hold fire"
    assert [(p.option, p.stance) for p in fire.positions] == [("truce", "support")]
    assert [(p.option, p.stance) for p in toll.positions] == [("toll", "conditional")]
    assert the("toll could stay", record).actor == "a1"
    changed = {conflict.judgement.target for conflict in record.conflicts() if conflict.kind == "machine changed"}
    assert len(changed) == 2


def test_a_judgement_whose_words_are_gone_is_shown_and_loses_nothing(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")
    lost = decided(record, "accept", the("hold fire", record))

    record = built(record.path, Reading(replace(DESK, id="desk-2", text=DESK.text.replace("hold fire", "keep fire"))))

    (conflict,) = record.conflicts()
    assert (conflict.kind, conflict.judgement) == ("target gone", lost)
    assert record.judgements() == (lost,)


def test_a_judgement_finds_its_words_in_an_article_that_was_changed_elsewhere(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")
    decided(record, "reject", the("hold fire", record))

    later = article("desk-2", "Corrected at noon.", "Premier Dagna Tvedholt said Orlund would hold fire.")
    said = Quote("Premier Dagna Tvedholt", "said", "Orlund would hold fire", ((*TRUCE, "support"),))
    record = built(record.path, reading(replace(later, name="desk", path="desk"), said))

    assert record.statements() == ()
    assert [statement.article for statement in record.rejected()] == ["desk-2"]


def test_two_reviewers_who_differ_are_both_shown(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")
    first = decided(record, "position", the("hold fire", record), position(TRUCE, "oppose"), by="mira")
    second = decided(record, "position", the("hold fire", record), position(TRUCE, "unclear"), by="ole")
    decided(record, "accept", the("toll could stay", record), by="mira")
    decided(record, "accept", the("toll could stay", record), by="ole")

    record = again(record)
    (conflict,) = record.conflicts()
    assert (conflict.kind, conflict.judgement, conflict.others) == ("reviewers differ", second, (first,))
    assert the("hold fire", record).positions[0].stance == "unclear"


def test_nothing_in_the_log_can_be_changed(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")
    decided(record, "reject", the("hold fire", record))

    with sqlite3.connect(record.path) as browser:
        for change in ("UPDATE judgements SET by = 'ole'", "DELETE FROM judgements"):
            with pytest.raises(sqlite3.IntegrityError, match="never changed"):
                browser.execute(change)


def test_the_same_judgement_counts_once(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")
    one = decided(record, "reject", the("hold fire", record))

    assert judge(record.path, [one, one]) == 0
    assert again(record).judgements() == (one,)


def test_what_is_judged_during_a_build_is_in_what_it_builds(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")

    with Writer(record.path) as writer:
        late = decided(record, "accept", the("hold fire", record))
        writer.finish()

    assert again(record).judgements() == (late,)


def test_many_can_judge_at_a_time(tmp_path: Path) -> None:
    record = built(tmp_path / "r.onrecord")
    machine = of_statement(the("hold fire", record), DESK, {})
    target = the("hold fire", record).id

    def one(number: int) -> int:
        return judge(record.path, [judgement("accept", target, {}, machine, by=f"reviewer {number}")])

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(one, range(40))) == 40
    assert len(again(record).judgements()) == 40


def test_judging_needs_a_record(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no such record"):
        judge(tmp_path / "none.onrecord", [judgement("accept", "x", {}, {}, by="mira")])
