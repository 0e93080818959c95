"""YAML from outside: what it holds, or a clear no."""

import pytest
import yaml

from onrecord import yamls


def test_plain_yaml_gives_plain_values() -> None:
    assert yamls.read("name: Fisheries\nissues: [{id: quota}]") == {"name": "Fisheries", "issues": [{"id": "quota"}]}


@pytest.mark.parametrize(
    "hostile",
    ["[" * 100_000, "a: " + "[" * 50 + "]" * 50, "a: &a [x]\nb: [*a, *a, *a]", "- " * 40 + "deep"],
    ids=["unclosed brackets", "closed brackets", "aliases", "dashes"],
)
def test_what_nobody_writes_by_hand_is_refused_without_a_crash(hostile: str) -> None:
    with pytest.raises(yaml.YAMLError):
        yamls.read(hostile)


def test_a_date_that_is_none_says_so() -> None:
    with pytest.raises(yamls.ValueNotRead, match="looks like a date"):
        yamls.read("since: 2031-02-31")
