"""JSON Lines, JSON, CSV and front matter: which field is what."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.gather import gather
from onrecord.model import Document, SetAside
from onrecord.settings import Settings

STORY = "Negotiators for the two islands met for six hours and parted without a word on fishing quotas."


def found_in(path: Path, content: str | bytes) -> list[Document | SetAside]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(gather([path], Settings()))


def one(path: Path, row: dict[str, Any]) -> Document:
    (document,) = found_in(path, json.dumps(row))
    assert isinstance(document, Document)
    return document


def test_the_usual_names_are_found_whatever_their_case_and_joints(tmp_path: Path) -> None:
    row = {"Headline": "Talks stall", "articleBody": STORY, "site_name": "Post", "Published-At": "2031-04-12"}
    document = one(tmp_path / "a.jsonl", row)
    assert (document.declared.title, document.content, document.declared.outlet) == ("Talks stall", STORY, "Post")
    assert (document.declared.published, document.declared.published_where) == ("2031-04-12", "field 'Published-At'")


def test_lists_and_objects_are_read_by_their_names(tmp_path: Path) -> None:
    row = {"text": STORY, "authors": [{"name": "Ana Ruiz"}, "Per Holm"], "source": {"id": 4, "name": "Post"}}
    document = one(tmp_path / "a.jsonl", row)
    assert (document.declared.author, document.declared.outlet) == ("Ana Ruiz, Per Holm", "Post")


def test_source_is_the_outlet_or_beside_an_outlet_whose_story_it_was(tmp_path: Path) -> None:
    # given a row of a feed that names its outlet, its own address, and where it took the story from
    row = {"text": STORY, "outlet": "Post", "source": "Quorum Wire", "url": "https://post.example/1"}
    taken = one(tmp_path / "a.jsonl", row | {"canonical": "https://quorum.example/7"}).declared
    assert (taken.outlet, taken.source) == ("Post", "Quorum Wire")
    assert (taken.url, taken.canonical) == ("https://post.example/1", "https://quorum.example/7")
    # when nothing else names outlet and address
    alone = one(tmp_path / "b.jsonl", {"text": STORY, "source": "Post", "canonical": "https://post.example/1"})
    # then the same fields do
    assert (alone.declared.outlet, alone.declared.source) == ("Post", None)
    assert (alone.declared.url, alone.declared.canonical) == ("https://post.example/1", None)


def test_a_row_that_comes_to_name_its_source_is_another_document(tmp_path: Path) -> None:
    row = {"id": "1", "text": STORY, "outlet": "Post"}
    ids = [one(tmp_path / "a.jsonl", row | more).id for more in ({}, {"source": "W"}, {"canonical": "W"})]
    assert len(set(ids)) == 3


def test_empty_values_give_way_to_the_next_name(tmp_path: Path) -> None:
    assert one(tmp_path / "a.jsonl", {"text": None, "body": " ", "content": STORY}).content == STORY


def test_rows_are_named_by_their_id_or_by_file_and_line(tmp_path: Path) -> None:
    rows = [{"id": "k", "text": STORY}, {"id": "k", "text": STORY + "1"}, {"text": STORY + "2"}]
    found = found_in(tmp_path / "a.jsonl", "\n".join(map(json.dumps, rows)))
    assert [one.name for one in found] == ["k", "a.jsonl#2", "a.jsonl#3"]


def test_a_broken_line_and_a_row_without_text_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = [json.dumps({"text": STORY}), '{"text": "cut off', "", '["no object"]', json.dumps({"title": "x"})]
    found = found_in(tmp_path / "a.jsonl", "\n".join(lines))
    assert isinstance(found[0], Document)
    reasons = [one.reason for one in found[1:] if isinstance(one, SetAside)]
    assert reasons[0].startswith("row 2: not JSON")
    assert reasons[1:] == [
        "row 4: not a JSON object",
        "row 5: none of its fields (title) is known as the text; name it under [fields] in onrecord.toml",
    ]


@pytest.mark.parametrize("wrap", [lambda rows: rows, lambda rows: {"articles": rows}, lambda rows: rows[0]])
def test_json_holds_one_article_a_list_or_a_wrapped_list(tmp_path: Path, wrap: Any) -> None:
    found = found_in(tmp_path / "a.json", json.dumps(wrap([{"text": STORY, "title": "Talks"}])))
    assert [one.content for one in found if isinstance(one, Document)] == [STORY]


def test_json_lines_under_the_name_of_json_are_read(tmp_path: Path) -> None:
    line = json.dumps({"text": STORY})
    assert len(found_in(tmp_path / "a.json", f"{line}\n{line}\n")) == 2


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_with_any_separator_and_text_over_lines(tmp_path: Path, separator: str) -> None:
    content = separator.join(["outlet", "text"]) + "\n" + separator.join(["Post", f'"{STORY}\n\nMore ""words""."'])
    (document,) = found_in(tmp_path / "a.csv", content)
    assert isinstance(document, Document)
    assert document.content == f'{STORY}\n\nMore "words".'
    assert (document.name, document.declared.outlet) == ("a.csv#2", "Post")


def test_a_csv_row_with_too_many_cells_is_set_aside(tmp_path: Path) -> None:
    found = found_in(tmp_path / "a.csv", f"outlet,text\nPost,{STORY},x\nPost,{STORY}\n")
    assert isinstance(found[0], SetAside)
    assert found[0].reason == "row 2: has 3 cells for 2 columns"
    assert isinstance(found[1], Document)


def test_a_quotation_mark_that_nothing_closes_ends_a_csv_and_what_came_before_it_stays(tmp_path: Path) -> None:
    found = found_in(tmp_path / "a.csv", f'outlet,text\nPost,{STORY}\nPost,"{STORY}\nGazette,{STORY}\nHerald,{STORY}\n')
    first, rest = found
    assert isinstance(first, Document)
    assert first.content == STORY
    assert isinstance(rest, SetAside)
    assert rest.reason.startswith("row 3: not CSV from here on: unexpected end of data")


def test_a_quotation_mark_within_a_quoted_cell_ends_a_csv(tmp_path: Path) -> None:
    found = found_in(tmp_path / "a.csv", f'outlet,text\nPost,{STORY}\nPost,"The "last" offer"\n')
    assert [getattr(one, "reason", "")[:31] for one in found] == ["", "row 3: not CSV from here on: ',"]


def test_a_csv_with_the_line_ends_of_old_is_set_aside(tmp_path: Path) -> None:
    (found,) = found_in(tmp_path / "a.csv", f"outlet,text\rPost,{STORY}\r")
    assert isinstance(found, SetAside)
    assert found.reason == "row 1: not the header of a CSV file"


def test_a_row_without_text_names_its_fields_as_far_as_a_person_reads_them(tmp_path: Path) -> None:
    names = ["Nr", "Body  Text", "x" * 50, *(f"c{number}" for number in range(9))]
    found = found_in(tmp_path / "a.jsonl", json.dumps(dict.fromkeys(names, "x")))
    (reason,) = [one.reason for one in found if isinstance(one, SetAside)]
    assert reason == (
        f"row 1: none of its fields (Nr, Body Text, {'x' * 40}, c0, c1, c2, c3, c4, …) is known as the text; "
        "name it under [fields] in onrecord.toml"
    )


def test_field_names_that_are_no_utf8_are_named_in_letters(tmp_path: Path) -> None:
    (found,) = found_in(tmp_path / "a.csv", "Größe,Überschrift\nx,y\n".encode("cp1252"))
    assert isinstance(found, SetAside)
    assert found.reason.encode()


def test_a_row_whose_text_is_empty_is_told_so(tmp_path: Path) -> None:
    found = found_in(tmp_path / "a.jsonl", '{"title": "Talks", "Body": " "}\n{}')
    assert [one.reason for one in found if isinstance(one, SetAside)] == [
        "none of its 2 rows is an article; row 1: its text is empty (in Body)"
    ]


def test_a_file_without_any_text_is_set_aside_once(tmp_path: Path) -> None:
    (found,) = found_in(tmp_path / "a.csv", "Nr,Body Text\n" + f"1,{STORY}\n" * 3000)
    assert isinstance(found, SetAside)
    assert (found.name, found.reason) == (
        "a.csv",
        "none of its 3,000 rows is an article; row 2: none of its fields (Nr, Body Text) is known as the text; "
        "name it under [fields] in onrecord.toml",
    )


def test_rows_without_text_before_the_first_article_are_told_up_to_a_number(tmp_path: Path) -> None:
    found = found_in(tmp_path / "a.jsonl", '{"a": 1}\n' * 50 + json.dumps({"text": STORY}) + '\n{"a": 1}\n')
    names = [one.name for one in found]
    assert names == [*(f"a.jsonl#{line}" for line in range(1, 21)), "a.jsonl", "a.jsonl#51", "a.jsonl#52"]
    (rest,) = [one.reason for one in found if one.name == "a.jsonl" and isinstance(one, SetAside)]
    assert rest == "30 more rows before its first article hold none"


def test_lists_within_lists_without_end_are_no_author(tmp_path: Path) -> None:
    line = f'{{"text": "{STORY}", "authors": {"[" * 900}"Ana Ruiz"{"]" * 900}}}'
    (document,) = found_in(tmp_path / "a.jsonl", line)
    assert isinstance(document, Document)
    assert document.declared.author is None


def test_a_text_field_that_is_a_page_is_html_and_one_that_quotes_a_tag_is_not(tmp_path: Path) -> None:
    assert one(tmp_path / "a.jsonl", {"text": f"<p>{STORY}</p><p>{STORY}</p>"}).kind == "html"
    assert one(tmp_path / "b.jsonl", {"text": f"{STORY} She typed <p> and </p>."}).kind == "text"


def test_front_matter_is_declared_and_no_part_of_the_text(tmp_path: Path) -> None:
    content = f"---\ntitle: Talks stall\ndate: 2031-04-12\nauthors: [Ana Ruiz, Per Holm]\n---\n\n{STORY}\n"
    (document,) = found_in(tmp_path / "a.md", content)
    assert isinstance(document, Document)
    assert document.content.strip() == STORY
    assert (document.declared.title, document.declared.author) == ("Talks stall", "Ana Ruiz, Per Holm")
    assert (document.declared.published, document.declared.published_where) == ("2031-04-12", "front matter")


def test_front_matter_that_is_no_yaml_is_noted(tmp_path: Path) -> None:
    (document,) = found_in(tmp_path / "a.md", f"---\ntitle: [\n---\n{STORY}")
    assert isinstance(document, Document)
    assert document.notes == ("front matter is not YAML",)


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{here}: &{here} [{','.join([f'*{before}'] * 9)}]\n" for before, here in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize("front", [BOMB + "title: *i", "a: &a [*a]", f"title: 0x{'F' * 9000}", "[" * 5000])
def test_front_matter_that_would_not_end_is_noted(tmp_path: Path, front: str) -> None:
    (document,) = found_in(tmp_path / "a.md", f"---\n{front}\n---\n{STORY}")
    assert isinstance(document, Document)
    assert document.notes == ("front matter is not YAML",)
    assert document.declared.title is None
