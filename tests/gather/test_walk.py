"""Folders as they are found: names that are no text, links that loop, pipes, what may not be read."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from onrecord.gather import gather
from onrecord.model import Document, SetAside
from onrecord.settings import Settings

STORY = "Two ministers left the talks in Lindholm early and said they would not return before the spring."


def reasons(*paths: Path) -> dict[str, str]:
    return {found.name: found.reason for found in gather(paths, Settings()) if isinstance(found, SetAside)}


def forbid(monkeypatch: pytest.MonkeyPatch, method: str, within: Path) -> None:
    """Let a method of paths fail below a folder, as it does for those who may not read it (root may read all)."""
    usual = getattr(Path, method)

    def asked(path: Path, *args: object, **more: object) -> object:
        if within in ((path, *path.parents) if method == "iterdir" else path.parents):
            raise PermissionError(13, "Permission denied", str(path))
        return usual(path, *args, **more)

    monkeypatch.setattr(Path, method, asked)


@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"caf\xe9.pdf"])
def test_a_name_that_is_no_utf8_is_written_with_its_bytes(tmp_path: Path, name: bytes) -> None:
    folder = tmp_path / os.fsdecode(b"\xfcber")
    folder.mkdir()
    file = folder / os.fsdecode(name)
    file.write_text(STORY)
    for given in (tmp_path, file):
        for found in gather([given], Settings()):
            assert f"{found.name} {found.path}".encode()
            assert found.path.endswith("\\xfcber/" + name.decode("utf-8", "backslashreplace"))
    assert [found.name for found in gather([file], Settings())] == [name.decode("utf-8", "backslashreplace")]


def test_a_folder_that_may_not_be_listed_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "open").mkdir()
    (tmp_path / "open" / "story.txt").write_text(STORY)
    forbid(monkeypatch, "iterdir", tmp_path / "closed")
    assert [found.name for found in gather([tmp_path], Settings())] == ["closed", "open/story.txt"]
    assert reasons(tmp_path) == {"closed": "cannot be read: Permission denied"}
    assert list(reasons(tmp_path / "closed").values()) == ["cannot be read: Permission denied"]


def test_a_folder_whose_files_may_not_be_looked_at_is_told_by_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "closed").mkdir()
    for name in ("sources.csv", "story.txt"):
        (tmp_path / "closed" / name).write_text(STORY)
    forbid(monkeypatch, "stat", tmp_path / "closed")
    assert reasons(tmp_path) == {"closed/story.txt": "cannot be read: Permission denied"}


def test_a_folder_that_may_be_listed_and_not_entered_is_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "half" / "in").mkdir(parents=True)
    (tmp_path / "half" / "in" / "story.txt").write_text(STORY)
    usual = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "half" and usual(path, mode))
    assert reasons(tmp_path) == {"half": "cannot be read: Permission denied"}


def test_links_that_lead_nowhere_and_what_is_no_file_are_set_aside_without_waiting(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    os.mkfifo(tmp_path / "pipe.jsonl")
    (tmp_path / "story.txt").write_text(STORY)
    found = list(gather([tmp_path], Settings()))
    assert [one.name for one in found if isinstance(one, Document)] == ["story.txt"]
    assert reasons(tmp_path) == {
        "gone.txt": "a link that leads nowhere",
        "loop.txt": "a link that leads nowhere",
        "pipe.jsonl": "not a regular file",
    }
    assert reasons(tmp_path / "pipe.jsonl") == {"pipe.jsonl": "not a regular file"}


def test_a_socket_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("talks.txt")
        assert reasons(tmp_path) == {"talks.txt": "not a regular file"}
