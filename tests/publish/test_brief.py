"""The brief: every line has a reference, in Markdown and in HTML, and words from outside stay words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import main
from onrecord.errors import InputError
from onrecord.publish import brief
from onrecord.store import Record


def test_every_line_has_its_reference(record: Record, tmp_path: Path) -> None:
    text = brief(record, tmp_path / "brief.md").read_text(encoding="utf-8")
    body, _, references = text.partition("## References")
    numbers = {int(number) for number in re.findall(r"\\\[(\d+)\\\]$", body, flags=re.MULTILINE)}
    assert numbers == {int(number) for number in re.findall(r"^(\d+)\. ", references, flags=re.MULTILINE)}
    quoted = [line for line in body.splitlines() if line.startswith("  - ")]
    assert quoted
    assert all(re.search(r"[”\"] \\\[\d+\\\]$", line) for line in quoted)
    said = [line for line in body.splitlines() if line.startswith("- ")]
    after = [body.splitlines()[body.splitlines().index(line) + 1] for line in said]
    assert all(line.startswith("  - ") for line in after)


def test_it_tells_of_the_days_asked_for(record: Record, tmp_path: Path) -> None:
    early = brief(record, tmp_path / "early.md", "2031-03-01").read_text(encoding="utf-8")
    late = brief(record, tmp_path / "late.md", "2031-03-07").read_text(encoding="utf-8")
    assert "5 March 2031: Tomas Pell on Truce at once" in early
    assert "5 March 2031: Tomas Pell" not in late
    assert "7 March 2031: Ilsa Brandt on Truce at once: conditional, now supports." in late


def test_words_from_outside_are_no_markup(record: Record, tmp_path: Path) -> None:
    markdown = brief(record, tmp_path / "brief.md").read_text(encoding="utf-8")
    html = brief(record, tmp_path / "brief.html").read_text(encoding="utf-8")
    assert "<" not in re.sub(r"\\<", "", markdown)
    assert "\u202e" not in markdown
    assert "<script" not in html
    assert "<b>" not in html
    assert "javascript:" not in html
    assert "&lt;script&gt;" in html


def test_the_same_record_gives_the_same_bytes(record: Record, tmp_path: Path) -> None:
    for form in ("md", "html"):
        once, again = (brief(record, tmp_path / f"{name}.{form}").read_bytes() for name in ("once", "again"))
        assert once == again


def test_words_have_one_pair_of_marks(record: Record, tmp_path: Path) -> None:
    text = brief(record, tmp_path / "brief.md").read_text(encoding="utf-8")
    assert "““" not in text
    assert "Ilsa Brandt: “We will not sign away a single village,” … “and nobody should ask us to.” \\[" in text


def test_what_cannot_be_written_is_told(record: Record, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such form"):
        brief(record, tmp_path / "brief.docx")
    with pytest.raises(InputError, match="is no day"):
        brief(record, tmp_path / "brief.md", "2031-13-01")
    with pytest.raises(InputError, match="cannot be written"):
        brief(record, tmp_path / "nowhere" / "brief.md")


def test_the_command_writes_it(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    done = CliRunner().invoke(main, ["brief", str(record.path), "--since", "2031-03-07", "-o", str(path)])
    assert done.exit_code == 0, done.output
    assert "since 7 March 2031" in path.read_text(encoding="utf-8")
