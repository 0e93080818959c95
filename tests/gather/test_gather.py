"""Paths in, documents and what was set aside out."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from onrecord.errors import InputError, SettingsError
from onrecord.gather import gather
from onrecord.model import Document, SetAside
from onrecord.settings import ActorLists, Fields, Settings

STORY = "The envoy said on Monday that the ferry talks would resume in Lindholm, though no date was set."


def documents(*paths: Path, settings: Settings | None = None, stdin: bytes | None = None) -> list[Document]:
    stream = None if stdin is None else io.BytesIO(stdin)
    return [found for found in gather(paths, settings or Settings(), stream) if isinstance(found, Document)]


def set_aside(*paths: Path, settings: Settings | None = None, stdin: bytes | None = None) -> list[SetAside]:
    stream = None if stdin is None else io.BytesIO(stdin)
    return [found for found in gather(paths, settings or Settings(), stream) if isinstance(found, SetAside)]


def test_a_folder_is_walked_in_a_fixed_order_with_names_relative_to_it(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/z.md", "b/a.html", "a.txt"):
        (tmp_path / name).write_text(f"{name}: {STORY}")
    assert [document.name for document in documents(tmp_path)] == ["a.txt", "c.txt", "b/a.html", "b/z.md"]
    assert [document.kind for document in documents(tmp_path)] == ["text", "text", "html", "markdown"]


def test_settings_sidecars_hidden_files_actor_lists_and_pictures_are_no_coverage(tmp_path: Path) -> None:
    actors = tmp_path / "actors.json"
    for name in ("onrecord.toml", ".hidden.txt", "picture.png", "notes.pdf", "actors.json", "codes.yaml"):
        (tmp_path / name).write_text(STORY)
    (tmp_path / "sources.csv").write_text("file\n")
    (tmp_path / "story.txt").write_text(STORY)
    settings = Settings(actors=ActorLists(files=(actors,)))
    assert [found.name for found in gather([tmp_path], settings)] == ["story.txt"]


def test_a_file_that_is_named_and_is_no_coverage_is_set_aside_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "notes.pdf").write_text("x")
    (found,) = set_aside(tmp_path / "notes.pdf")
    assert found.name == "notes.pdf"
    assert "not coverage" in found.reason
    assert ".jsonl" in found.reason


def test_a_path_that_is_not_there_stops_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"missing\.txt.*no such file"):
        gather([tmp_path, tmp_path / "missing.txt"], Settings())


def test_a_file_named_twice_and_a_link_that_loops_are_read_once(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert len(documents(tmp_path, story, tmp_path)) == 1


def test_the_id_hashes_what_a_document_says_and_not_where_it_lay(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(STORY)
    (tmp_path / "two.txt").write_text(STORY)
    (tmp_path / "three.txt").write_text(STORY + " More.")
    first, third, second = documents(tmp_path)
    assert first.id == second.id != third.id
    assert len(first.id) == 16


def test_every_form_may_be_packed(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(STORY.encode()))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(json.dumps({"text": STORY}).encode()))
    assert [document.content for document in documents(tmp_path)] == [STORY, STORY]


def test_a_gz_that_is_none_and_one_that_is_a_bomb_are_set_aside(tmp_path: Path) -> None:
    (tmp_path / "broken.txt.gz").write_bytes(b"\x1f\x8bno")
    (tmp_path / "bomb.jsonl.gz").write_bytes(gzip.compress(b"x" * 80_000_000, 1))
    reasons = {found.name: found.reason for found in set_aside(tmp_path)}
    assert "cannot be read" in reasons["broken.txt.gz"]
    assert "unpacks to more than" in reasons["bomb.jsonl.gz"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"  \n ", "empty"),
        ("empty.jsonl", b"", "empty"),
        ("binary.txt", b"talks\0\x01\x02", "binary, not text"),
        ("paper.txt", b"%PDF-1.7 ...", "binary, not text"),
        ("binary.csv", b"text\n\0\0", "binary, not text"),
        ("huge.txt", b"talks " * 900_000, "larger than 5 MB"),
        ("broken.json", b'{"text": ', "not JSON"),
        ("deep.json", b"[" * 100_000, "not JSON that can be read"),
    ],
)
def test_what_cannot_be_read_is_set_aside_and_the_rest_goes_on(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "zz.txt").write_text(STORY)
    (found,) = set_aside(tmp_path)
    assert reason in found.reason
    assert [document.name for document in documents(tmp_path)] == ["zz.txt"]


def test_standard_input_is_told_by_its_first_byte() -> None:
    line = json.dumps({"id": "n1", "text": STORY}).encode()
    dash = Path("-")
    assert [d.name for d in documents(dash, stdin=line)] == ["n1"]
    assert [d.name for d in documents(dash, stdin=b"[" + line + b"]")] == ["n1"]
    assert [d.kind for d in documents(dash, stdin=f"<p>{STORY}</p>".encode())] == ["html"]
    assert [(d.name, d.kind) for d in documents(dash, stdin=STORY.encode())] == [("-", "text")]
    assert [d.content for d in documents(dash, stdin=gzip.compress(STORY.encode()))] == [STORY]


@pytest.mark.parametrize(
    "content",
    [
        f"outlet,text\nPost,{STORY.replace(',', '')}\n",
        f"outlet;Body\r\nPost;{STORY}\r\n",
        f"Full Text\toutlet\n{STORY}\tPost\n",
        f'text,outlet\n"{STORY}",Post\n',
        f'\ufeff"outlet","text"\n"Post","{STORY}"\n',
    ],
)
def test_csv_on_standard_input_is_told_by_its_header(content: str) -> None:
    (document,) = documents(Path("-"), stdin=content.encode())
    assert (document.declared.outlet, document.name) == ("Post", "-#2")
    assert document.content.startswith("The envoy said on Monday")


def test_the_text_column_of_csv_on_standard_input_may_be_named_in_settings() -> None:
    settings = Settings(fields=Fields(text="Wortlaut"))
    (document,) = documents(Path("-"), stdin=f'Nr,Wortlaut\n7,"{STORY}"\n'.encode(), settings=settings)
    assert document.content == STORY


@pytest.mark.parametrize("headline", ["Body, soul and the ferry talks", "Story, history", "The envoy, the text"])
def test_prose_on_standard_input_with_a_comma_in_its_first_line_stays_prose(headline: str) -> None:
    content = f"{headline}\n\n{STORY}"
    assert [d.content for d in documents(Path("-"), stdin=content.encode())] == [content]


def test_a_sidecar_that_is_no_csv_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text("file,outlet\nstory.txt," + "x" * 21_000_000)
    with pytest.raises(SettingsError, match="not CSV"):
        list(gather([tmp_path], Settings()))


def test_a_sidecar_gives_what_files_lack_and_takes_nothing(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "story.txt").write_text(STORY)
    (tmp_path / "rows.jsonl").write_text(json.dumps({"text": STORY, "outlet": "Own Gazette"}))
    (tmp_path / "sources.csv").write_text(
        "file,outlet,url,published\nin/story.txt,The Harbour Post,,2031-04-12\nrows.jsonl,Other,,2031-04-13\n"
    )
    row, story = documents(tmp_path)
    assert story.declared.outlet == "The Harbour Post"
    assert (story.declared.published, story.declared.published_where) == ("2031-04-12", "sources.csv")
    assert story.declared.url is None
    assert (row.declared.outlet, row.declared.published) == ("Own Gazette", "2031-04-13")


def test_a_sidecar_row_that_names_no_file_is_set_aside_with_its_number(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    (tmp_path / "sources.csv").write_text("file,outlet\nstory.txt,Post\ngone.txt,Post\nstory.txt,Again\na,b,c\n")
    assert [found.reason for found in set_aside(tmp_path)] == [
        "row 3 of sources.csv names a file that is not there",
        "row 4 of sources.csv names a file that an earlier row names",
        "row 5 of sources.csv has more cells than there are columns",
    ]


def test_a_sidecar_with_an_unknown_column_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text("file,paper\nstory.txt,Post\n")
    with pytest.raises(SettingsError, match=r"'paper'.*this is no column"):
        list(gather([tmp_path], Settings()))


def test_a_field_that_settings_name_is_used_and_its_absence_is_said(tmp_path: Path) -> None:
    rows = [{"prose": STORY, "text": "Not this one."}, {"text": STORY}]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    settings = Settings(fields=Fields(text="prose"))
    assert [d.content for d in documents(tmp_path, settings=settings)] == [STORY]
    (found,) = set_aside(tmp_path, settings=settings)
    assert found.reason == "row 2: it has no field 'prose', which onrecord.toml names as the text"
