"""The invented record is the same each time, and every search that is timed finds something in it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl

from evals.serve import make, measure, queries
from onrecord.serve._index import Asked
from onrecord.serve._live import Live


def test_every_search_finds_something(tmp_path: Path) -> None:
    index = Live(make(tmp_path / "invented.onrecord", 2000), patience=60).now().index

    found = {name: index.find(Asked.of(dict(parse_qsl(query)))).count for name, query in queries()}

    assert found["everything"] == 2000
    assert 0 < found["a rare word"] < 100 < found["the commonest word"]
    assert all(found.values())
    assert len(list(measure(tmp_path / "invented.onrecord"))) == 9 + len(found)


def test_the_same_record_is_made_each_time(tmp_path: Path) -> None:
    one, other = (make(tmp_path / name, 200).read_bytes() for name in ("a.onrecord", "b.onrecord"))

    assert one == other
