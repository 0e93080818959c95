"""A dossier replaces an earlier dossier and touches nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.publish._folder import MARKER, Folder


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_with_something_else_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(InputError, match="something else"):
        Folder(tmp_path)
    assert files(tmp_path) == {"thesis.txt"}


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(InputError, match="this is a file"):
        Folder(tmp_path / "thesis.txt")


def test_pages_of_an_earlier_dossier_go_and_what_a_person_added_stays(tmp_path: Path) -> None:
    first = Folder(tmp_path)
    first.write("index.html", "1")
    first.write("actors/old.html", "1")
    first.close()
    (tmp_path / "my notes.txt").write_text("mine")
    second = Folder(tmp_path)
    second.write("index.html", "2")
    second.close()
    assert files(tmp_path) == {"index.html", "my notes.txt", MARKER}
    assert not (tmp_path / "actors").exists()


def test_what_an_interrupted_dossier_wrote_goes_as_well(tmp_path: Path) -> None:
    Folder(tmp_path).write("actors/half.html", "1")  # and never closed
    again = Folder(tmp_path)
    again.write("index.html", "2")
    again.close()
    assert files(tmp_path) == {"index.html", MARKER}


@pytest.mark.parametrize("name", ["../thesis.txt", "/thesis.txt", "a/../../thesis.txt", "..\\thesis.txt", ""])
def test_a_marker_cannot_point_out_of_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    inside = tmp_path / "dossier"
    inside.mkdir()
    (inside / MARKER).write_text(f"{name}\n")
    Folder(inside).close()
    assert (tmp_path / "thesis.txt").exists()
