"""Every row of every export leads to its words: `text` is the article's slice from `start` to `end`, on all inputs."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path

import pytest

import onrecord
from evals.corpora import corpora

ARTICLES_OF_EACH = 8


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def check(record: Path, folder: Path) -> int:
    """Export everything and hold it against the texts; the number of statements."""
    onrecord.export(record, folder / "r.articles.jsonl")
    onrecord.export(record, folder / "r.jsonl")
    onrecord.export(record, folder / "r.positions.jsonl")
    texts = {row["name"]: str(row["text"]) for row in rows(folder / "r.articles.jsonl")}
    statements = rows(folder / "r.jsonl")
    for row in statements:
        text = texts[row["article"]]
        assert row["text"] == text[row["start"] : row["end"]]  # type: ignore[index]
        pieces: list[list[int]] = row["pieces"]  # type: ignore[assignment]
        assert (pieces[0][0], pieces[-1][1]) == (row["start"], row["end"])
        assert all(words in text for words in str(row["speaker_as_written"] or "").split(" … "))
        for position in row["positions"]:  # type: ignore[attr-defined]
            assert (position["condition"] is not None) == (position["stance"] == "conditional")
            assert position["condition"] is None or position["condition"] in text
    known = {row["id"] for row in statements}
    for cell in rows(folder / "r.positions.jsonl"):
        assert known.issuperset(cell["statements"])  # type: ignore[arg-type]
    return len(statements)


def test_the_sample_exports_are_slices_of_its_articles(sample: onrecord.Record, tmp_path: Path) -> None:
    assert check(sample.path, tmp_path) > 250


@pytest.mark.corpora
@pytest.mark.skipif(not corpora().is_dir(), reason="needs the public corpora (ONRECORD_CORPORA; see docs/corpora.md)")
def test_exports_of_real_coverage_are_slices_of_its_articles(tmp_path: Path) -> None:
    inputs: list[Path] = sorted((corpora() / "seeds").glob("*.txt"))
    for collection in sorted((corpora() / "coverage").glob("*.jsonl")):
        with collection.open(encoding="utf-8") as lines:
            part = tmp_path / collection.name
            part.write_text("".join(islice(lines, ARTICLES_OF_EACH)), encoding="utf-8")
            inputs.append(part)

    summary = onrecord.build(inputs, tmp_path / "r.onrecord", processes=2)

    assert summary.articles == len(list((corpora() / "seeds").glob("*.txt"))) + 3 * ARTICLES_OF_EACH
    assert summary.problems == 0
    assert check(summary.record, tmp_path) > 300
