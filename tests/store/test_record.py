"""The record gives back what was written into it, and its bytes depend on nothing but that."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.model import (
    Actor,
    Affiliation,
    Dated,
    DateEvidence,
    Event,
    EventMention,
    LeftOut,
    Position,
    Reading,
    Reuse,
    Role,
    SetAside,
    Span,
    Statement,
)
from onrecord.resolve import statement_id, statements
from onrecord.store import Record, Writer
from tests.made import Quote, article, reading, span

OFFER = article(
    "offer",
    "Orlund will hold fire if the other side does, Premier Dagna Tvedholt said on Monday.",
    "“We can wait,” Anders Holm added.",
    title="Tvedholt: fire for fire",
)
TALKS = article("talks", "Envoy Ines Caldeira said the talks would go on.", published=None, outlet=None)


def offer() -> Reading:
    made = reading(
        OFFER,
        Quote(
            "Premier Dagna Tvedholt",
            "said",
            "Orlund will hold fire if the other side does",
            (("ceasefire", "immediate-ceasefire", "conditional"),),
            condition="if the other side does",
            said="2024-03-04",
        ),
        Quote("Anders Holm", "added", "We can wait", mode="direct", confidence=0.62),
    )
    premier = replace(
        made.referents[0], roles=(Role("premier", "Orlund", span(OFFER, "Premier")),), gender="feminine", person_votes=2
    )
    return replace(
        made,
        referents=(premier, *made.referents[1:]),
        article=replace(
            OFFER,
            left_out=(LeftOut("Post a Comment", "comments", len(OFFER.text)),),
            date_evidence=(DateEvidence("metadata", "json-ld datePublished", "2024-03-04", "2024-03-04", 0.96),),
            lost_quotations=("we were never asked about it",),
            notes=("read as windows-1252",),
            canonical="https://quorum.example/7",
            source="Quorum Wire",
        ),
        events=(
            EventMention("meeting", (0, 1), "Hestmark", Dated("2024-03", "text"), "planned", Span(0, 6), Span(0, 3)),
        ),
        about=(Dated(), Dated()),
        problems=("coding failed (ValueError: no)",),
    )


def talks() -> Reading:
    return reading(TALKS, Quote("Ines Caldeira", "said", "the talks would go on"))


def written(path: Path, *readings: Reading) -> Record:
    with Writer(path) as writer:
        for one in readings:
            writer.add(one, "v1")
        writer.collect([], [], [], [])
        writer.finish()
    return Record(path)


def completed(reading: Reading) -> Reading:
    """A reading as the store knows it: of each statement a chain, if an empty one, and a time it speaks of."""
    return replace(
        reading,
        chains=tuple(() for _ in reading.attributions),
        about=reading.about or tuple(Dated() for _ in reading.attributions),
    )


def test_a_reading_comes_back_as_it_was_written(tmp_path: Path) -> None:
    record = written(tmp_path / "r.onrecord", offer(), talks())

    back = {one.article.id: one for one in record.readings()}

    assert back["offer"] == completed(replace(offer(), problems=()))
    assert back["talks"] == completed(talks())
    assert record.article("offer") == offer().article
    assert record.problems() == (("offer", "coding failed (ValueError: no)"),)


def test_an_article_read_again_takes_the_place_of_what_was_read_before(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "r.onrecord")
    writer.add(offer(), "v1")

    writer.add(replace(offer(), attributions=(), speakers=(), said=(), positions=(), events=(), about=()), "v2")

    record = Record(writer.path)
    assert record.statements() == ()
    assert writer.known("v1") == frozenset()
    assert writer.known("v2") == {"offer"}


def test_what_the_collection_shows_is_written_beside_it(tmp_path: Path) -> None:
    record = written(tmp_path / "r.onrecord", offer(), talks())
    premier = Actor(
        "a1", "Dagna Tvedholt", "person", "Orlund", ("Premier Dagna Tvedholt",),
        (Affiliation("premier", "Orlund", "offer", Span(47, 54)),),
    )  # fmt: skip
    key = statement_id("offer", offer().attributions[0])
    said = Statement(
        key, "offer", offer().attributions[0], "a1", "Premier Dagna Tvedholt", "Orlund", "named",
        Dated("2024-03-04", "inferred"), offer().positions[0],
    )  # fmt: skip
    meeting = Event("e1", "meeting", ("a1",), "Hestmark", Dated("2024-03", "text"), "planned", (("offer", Span(0, 6)),))
    copy = Reuse("offer", "talks", 0.5, 0.25, ((Span(0, 9), Span(3, 12)),), "talks", "published first")

    with Writer(record.path) as writer:
        writer.collect([premier], [said], [meeting], [copy])
        assert writer.collected()
        writer.finish()

    record = Record(record.path)
    assert record.actors() == (premier,)
    assert said in record.statements()
    assert record.events() == (meeting,)
    assert record.reuse() == (copy,)
    assert record.search("hold fire") == (key,)
    assert record.search("Tvedholt fire") == (key,)
    assert record.search('"; DROP TABLE articles; --') == ()


def reported() -> Reading:
    """A reading in which it is left open whose will the words tell."""
    troops, truce = ("security-guarantees", "foreign-troops"), ("ceasefire", "immediate-ceasefire")
    at = span(OFFER, "if the other side does")
    held = (
        Position(*troops, "oppose", None, 0.7, "will", holder="Karshevia"),
        Position(*truce, "conditional", at, 0.8, "will … if", holder="Orlund", kind="exchange", linked=troops),
        Position(*truce, "unclear", None, 0.4, "fire"),
        Position(*truce, "unclear", None, 0.4, "fire", holder="Karshevia"),
    )
    return replace(offer(), positions=(held, ()))


@pytest.mark.parametrize(("side", "kept"), [("Orlund", (0, 2, 3)), ("Karshevia", (0, 1, 2)), (None, (0, 1, 2, 3))])
def test_the_collection_says_whose_a_position_is(tmp_path: Path, side: str | None, kept: tuple[int, ...]) -> None:
    read = reported()
    premier = Actor("a1", "Dagna Tvedholt", "person", side, ())
    record = written(tmp_path / "r.onrecord", read)
    identity = {("offer", 0): "a1"}

    for _ in range(2):  # a second time, on the same readings
        (one,) = record.readings()
        assert one.positions == read.positions
        said = statements(one, identity, {"a1": premier})
        with Writer(record.path) as writer:
            writer.collect([premier], said, [], [])
            writer.finish()

    (back,) = (s for s in Record(record.path).statements() if s.actor)
    whose = [replace(p, holder=None if p.holder == side else p.holder) for p in read.positions[0]]
    assert back.positions == tuple(whose[number] for number in kept)
    with sqlite3.connect(record.path) as browser:
        rows = browser.execute("SELECT holder, option, condition_kind, linked FROM readable WHERE option NOT NULL")
        assert sorted(map(str, rows)) == sorted(
            str((p.holder, p.option, p.kind, ".".join(p.linked) if p.linked else None)) for p in back.positions
        )


def test_a_record_of_an_earlier_form_says_what_to_do(tmp_path: Path) -> None:
    path = written(tmp_path / "r.onrecord", offer()).path
    with sqlite3.connect(path) as earlier:
        earlier.execute("PRAGMA user_version = 2")

    with pytest.raises(RecordError, match=r"version 2 of the record's form.*Build it again"):
        Record(path)


def test_an_article_added_later_makes_the_collection_due_again(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "r.onrecord")
    writer.add(offer(), "v1")
    writer.collect([], [], [], [])

    writer.add(talks(), "v1")

    assert not writer.collected()


def test_the_same_readings_in_another_order_are_the_same_bytes(tmp_path: Path) -> None:
    files = []
    for name, readings in (("a", (offer(), talks())), ("b", (talks(), offer()))):
        writer = Writer(tmp_path / name)
        for one in readings:
            writer.add(one, "v1")
        writer.about({"onrecord": "1"})
        writer.collect([], [], [], [])
        writer.finish()
        files.append((tmp_path / name).read_bytes())

    assert files[0] == files[1]


def test_every_statement_reads_in_a_plain_sqlite_browser(tmp_path: Path) -> None:
    record = written(tmp_path / "r.onrecord", offer())

    with sqlite3.connect(record.path) as browser:
        rows = browser.execute("SELECT speaker, words, stance, condition FROM readable ORDER BY words").fetchall()

    assert rows == [
        (
            "Premier Dagna Tvedholt",
            "Orlund will hold fire if the other side does",
            "conditional",
            "if the other side does",
        ),
        ("Anders Holm", "We can wait", None, None),
    ]


def test_what_was_set_aside_is_kept_until_it_can_be_read(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "r.onrecord")
    writer.set_aside([SetAside("offer", "offer", "empty"), SetAside("x.pdf", "in/x.pdf", "binary, not text")])

    writer.add(offer(), "v1")

    assert Record(writer.path).set_aside() == (SetAside("x.pdf", "in/x.pdf", "binary, not text"),)


@pytest.mark.parametrize("content", [b"", b"plain words, no database", b"SQLite format 3\x00" + b"\x00" * 200])
def test_a_file_that_is_no_record_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)

    with pytest.raises(RecordError, match=r"notes\.txt: this is not an onrecord file"):
        Record(path)


def test_another_programs_database_is_never_written_to(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE photos (id)")
    before = path.read_bytes()

    with pytest.raises(RecordError, match="this is not an onrecord file"):
        Writer(path)

    assert path.read_bytes() == before


def test_a_record_of_a_later_form_says_so(tmp_path: Path) -> None:
    path = written(tmp_path / "r.onrecord", offer()).path
    with sqlite3.connect(path) as later:
        later.execute("PRAGMA user_version = 99")

    with pytest.raises(RecordError, match="version 99"):
        Record(path)


def test_no_record_and_no_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is no such record"):
        Record(tmp_path / "none.onrecord")
    with pytest.raises(RecordError, match="its folder does not exist"):
        Writer(tmp_path / "nowhere" / "r.onrecord")
    with pytest.raises(RecordError, match="this is a folder"):
        Writer(tmp_path)


def test_as_long_as_a_build_lasts_the_record_is_what_it_was(tmp_path: Path) -> None:
    record = written(tmp_path / "r.onrecord", offer())

    with Writer(record.path) as writer:
        writer.add(talks(), "v1")
        meanwhile = [article.id for article in Record(record.path).articles()]
        writer.collect([], [], [], [])
        writer.finish()

    assert meanwhile == ["offer"]
    assert {article.id for article in Record(record.path).articles()} == {"offer", "talks"}
    assert [path.name for path in tmp_path.iterdir()] == ["r.onrecord"]


def test_a_build_that_was_stopped_is_no_record_and_goes_on(tmp_path: Path) -> None:
    with Writer(tmp_path / "r.onrecord") as stopped:
        stopped.add(offer(), "v1")

    with pytest.raises(RecordError, match=r"no such record\. Its build was stopped"):
        Record(tmp_path / "r.onrecord")
    with Writer(tmp_path / "r.onrecord") as writer:
        assert writer.known("v1") == {"offer"}


def test_two_writers_at_a_time_are_one_too_many(tmp_path: Path) -> None:
    with Writer(tmp_path / "r.onrecord") as writer:
        with pytest.raises(RecordError, match="another build is writing to it"):
            Writer(tmp_path / "r.onrecord")
        writer.add(offer(), "v1")

    with Writer(tmp_path / "r.onrecord") as writer:
        writer.collect([], [], [], [])


def test_a_new_file_that_got_no_article_does_not_stay(tmp_path: Path) -> None:
    with Writer(tmp_path / "r.onrecord"):
        pass

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_was_changed_takes_the_place_of_what_it_was(tmp_path: Path) -> None:
    with Writer(tmp_path / "r.onrecord") as writer:
        writer.add(offer(), "v1")
        changed = replace(offer().article, id="offer-2", text=OFFER.text)
        writer.add(replace(offer(), article=changed), "v1")
        writer.collect([], [], [], [])

    assert [article.id for article in Record(writer.path).articles()] == ["offer-2"]


def test_what_was_set_aside_under_a_path_is_noted_anew(tmp_path: Path) -> None:
    with Writer(tmp_path / "r.onrecord") as writer:
        writer.add(offer(), "v1")
        writer.set_aside([SetAside("a_b.pdf", "in/a_b.pdf", "binary"), SetAside("c.pdf", "inner/c.pdf", "binary")])
        writer.set_aside([], under=[Path("in")])
        writer.collect([], [], [], [])

    assert [item.name for item in Record(writer.path).set_aside()] == ["c.pdf"]


@pytest.mark.parametrize("name", ["who?.onrecord", "a#b.onrecord", "é%20.onrecord"])
def test_a_record_may_have_any_name(tmp_path: Path, name: str) -> None:
    assert written(tmp_path / name, offer()).path.name in {path.name for path in tmp_path.iterdir()}
