"""What people judged leaves the record with its words, for training, evaluation and programs that show annotations."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.model import Span
from onrecord.publish import Annotation, export, read_annotations
from onrecord.publish._annotated import _place, _Target
from onrecord.publish._annotations import AROUND, _target
from onrecord.store import Record, judge, judgement
from tests.made import span
from tests.publish import sample
from tests.store.test_judged import DESK, TOLL, TRUCE, again, built, decided, position, the

Row = dict[str, Any]


def lines(record: Record, path: Path) -> list[Row]:
    number = export(record, path)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == number
    return rows


@pytest.fixture
def judged(tmp_path: Path) -> Record:
    """A record in which a stance was corrected, a statement rejected and one added."""
    record = built(tmp_path / "r.onrecord")
    decided(record, "position", the("hold fire", record), position(TRUCE, "conditional", span(DESK, "on Monday")))
    decided(record, "reject", the("toll could stay", record), by="ole")
    words = span(DESK, "on Monday")
    value = {
        "article": "desk", "mode": "indirect", "source": [], "cue": [], "content": [[words.start, words.end]],
        "words": ["on Monday"], "actor": "a2", "speaker": "Anders Holm", "positions": [position(TOLL, "oppose")],
    }  # fmt: skip
    judge(record.path, [judgement("add", "added-1", value, {}, by="mira", why="it was overlooked")])
    return again(record)


def test_each_judged_statement_is_a_line_beside_what_the_machine_had(judged: Record, tmp_path: Path) -> None:
    rows = {row["text"]: row for row in lines(judged, tmp_path / "r.judged.jsonl")}

    assert {text: row["judged"] for text, row in rows.items()} == {
        "Orlund would hold fire": "changed",
        "on Monday": "added",
        "the toll could stay": "rejected",
    }
    fire = rows["Orlund would hold fire"]
    assert [one["stance"] for one in fire["positions"]] == ["conditional"]
    assert [one["stance"] for one in fire["machine"]["positions"]] == ["support"]
    assert [DESK.text[start:end] for start, end in fire["source"]] == ["Premier Dagna Tvedholt"]
    assert rows["on Monday"]["machine"] is None
    assert [(one["by"], one["kind"], one["why"]) for one in rows["on Monday"]["judgements"]] == [
        ("mira", "add", "it was overlooked")
    ]
    assert [one["by"] for one in rows["the toll could stay"]["judgements"]] == ["ole"]


def test_nothing_judged_is_an_empty_file(record: Record, tmp_path: Path) -> None:
    assert lines(record, tmp_path / "r.judged.jsonl") == []


def annotated(record: Record, folder: Path) -> tuple[Row, tuple[Annotation, ...]]:
    file = folder / "r.annotations.jsonld"
    number = export(record, file)
    found = read_annotations(file, {article.id: article.text for article in record.articles()})
    assert len(found) == number
    return json.loads(file.read_text(encoding="utf-8")), found


def test_annotations_are_read_back_as_the_same_spans(record: Record, tmp_path: Path) -> None:
    statements = {one.id: one for one in record.statements()}

    _, found = annotated(record, tmp_path)

    assert {one.statement for one in found} == statements.keys()
    for one in found:
        held = statements[one.statement]
        assert (one.article, one.lost) == (held.article, ())
        assert one.spans.get("content") == held.attribution.content
        assert one.spans.get("source", ()) == held.attribution.source
        assert one.spans.get("cue", ()) == held.attribution.cue
        assert one.spans.get("condition", ()) == tuple(p.condition for p in held.positions if p.condition)


def test_annotations_have_what_the_recommendation_asks_for(judged: Record, tmp_path: Path) -> None:
    """After the W3C's Web Annotation Data Model: sections 3.1 (annotations), 3.2.4 (text), 4.2.4 and 4.2.5 (selectors),
    5 (collections)."""
    made, _ = annotated(judged, tmp_path)

    assert made["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert made["type"] == "AnnotationCollection"
    items = made["first"]["items"]
    assert made["total"] == len(items) == len(judged.statements())
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["type"] == "Annotation"
        assert all(body["type"] == "TextualBody" and isinstance(body["value"], str) for body in item["body"])
        for target in item["target"]:
            position_, quote = target["selector"]
            assert (position_["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
            start, end = position_["start"], position_["end"]
            assert quote["exact"] == DESK.text[start:end]
            assert DESK.text[:start].endswith(quote["prefix"])
            assert DESK.text[end:].startswith(quote["suffix"])
            assert max(len(quote["prefix"]), len(quote["suffix"])) <= AROUND


def test_an_annotation_names_the_person_who_judged(judged: Record, tmp_path: Path) -> None:
    made, _ = annotated(judged, tmp_path)

    creators = {item["id"].rpartition(":")[2]: item["creator"] for item in made["first"]["items"]}

    assert creators[the("hold fire", judged).id] == [{"type": "Person", "name": "mira"}]
    assert creators[next(one.id for one in judged.statements() if one.judged is None)]["type"] == "Software"


def test_words_that_have_moved_are_found_by_their_quotation(judged: Record, tmp_path: Path) -> None:
    annotated(judged, tmp_path)
    text = "Corrected at noon.\n\n" + DESK.text

    found = read_annotations(tmp_path / "r.annotations.jsonld", {"desk": text})

    places = [span_ for one in found for span_ in one.spans["content"]]
    assert sorted(text[one.start : one.end] for one in places) == ["Orlund would hold fire", "on Monday", "the toll"]


def test_words_that_are_gone_are_told_and_point_nowhere(judged: Record, tmp_path: Path) -> None:
    annotated(judged, tmp_path)
    text = DESK.text.replace("hold fire", "keep fire")

    found = read_annotations(tmp_path / "r.annotations.jsonld", {"desk": text})

    one = next(one for one in found if one.statement == the("hold fire", judged).id)
    assert one.lost == ("Orlund would hold fire",)
    assert "content" not in one.spans
    assert read_annotations(tmp_path / "r.annotations.jsonld", {}) == ()


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"first": {"items": [{"id": "x", "target": []}]}}', '{"first": 1}', "[" * 100_000]
)
def test_what_is_no_such_file_is_told(content: str, tmp_path: Path) -> None:
    (tmp_path / "x.annotations.jsonld").write_text(content)

    with pytest.raises(InputError, match=r"x\.annotations\.jsonld"):
        read_annotations(tmp_path / "x.annotations.jsonld", {})


@given(before=st.text(max_size=60), words=st.text(min_size=1, max_size=40), after=st.text(max_size=60))
def test_any_text_around_any_words_leads_back_to_them(before: str, words: str, after: str) -> None:
    """Offsets are code points, as Python's are, whatever stands in the text."""
    text, place = before + words + after, Span(len(before), len(before) + len(words))

    made = _target(replace(sample.WIRE, text=text), place, {"onrecord:part": "content"})

    assert _place(_Target.model_validate(json.loads(json.dumps(made))).selector, text) == place
