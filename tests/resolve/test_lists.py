"""A user's actor lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import SettingsError
from onrecord.resolve import lexicon
from tests.resolve.marked import heard

XLAND = """
actors:
  - name: Xland
    kind: state
    aliases: [Republic of Xland]
    demonyms: [Xlandish, Xlander, Xlanders]
    seats: [Port Xavier, the Stone House]
  - name: Ottla Vane
    kind: person
    aliases: [Ottilie Vane]
    role: president
    of: Xland
"""


@pytest.fixture
def xland(tmp_path: Path) -> Path:
    path = tmp_path / "actors.yaml"
    path.write_text(XLAND, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("[[Xlandish Foreign Minister Ilse Maron]] said no.", "Ilse Maron", "Xland"),
        ("[[Port Xavier]] said no.", "Xland", "Xland"),
        ("Xland was silent. [[The Stone House]] said no.", "Xland", "Xland"),
        ("[[Xlandish officials]] said no.", "Xlandish officials", "Xland"),
        ("[[Ottilie Vane]] said no.", "Ottla Vane", "Xland"),
        ("Talks failed in Port Xavier. [[Its defence ministry]] said no.", "Xlandish Defense Ministry", "Xland"),
        ("[[The foreign minister of xland Ilse Maron]] said no.", "Ilse Maron", "Xland"),
        ("[[A spokeswoman for the Stone House]] said no.", "Xland", "Xland"),
        ("[[The Xlandish defence ministry]] said no.", "Xlandish Defense Ministry", "Xland"),
    ],
)
def test_an_invented_state_is_known_by_its_list(xland: Path, text: str, name: str, side: str) -> None:
    one = heard(text, lists=[xland])[0]
    assert (one.name, one.side) == (name, side)


def test_a_users_list_wins_over_the_shipped_ones(tmp_path: Path) -> None:
    path = tmp_path / "actors.yaml"
    path.write_text("actors:\n  - {name: Belgium, kind: state, seats: [Brussels]}\n", encoding="utf-8")
    assert heard("[[Brussels]] said no.", lists=[path])[0].name == "Belgium"


@pytest.mark.parametrize(
    ("content", "row", "field"),
    [
        ("actors:\n  - {name: Xland, kind: planet}\n", 1, "kind"),
        ("actors:\n  - {name: Xland, kind: state}\n  - {kind: state}\n", 2, "name"),
        ("actors:\n  - {name: Xland, kind: state, alias: [X]}\n", 1, "alias"),
        ("people: []\n", None, "actors"),
        ("", None, "actors"),
        ("actors: [", None, None),
        (
            "actors:\n  - {name: A, kind: state, aliases: [Zed]}\n  - {name: B, kind: state, aliases: [Zed]}\n",
            None,
            "aliases",
        ),
    ],
)
def test_a_bad_list_is_named_with_its_entry_and_field(
    tmp_path: Path, content: str, row: int | None, field: str | None
) -> None:
    path = tmp_path / "actors.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        lexicon([path])
    assert (caught.value.path, caught.value.row, caught.value.field) == (str(path), row, field)


def test_a_list_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"nowhere\.yaml"):
        lexicon([tmp_path / "nowhere.yaml"])
