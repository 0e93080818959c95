"""What the dossier weighs, on the small record of the publish tests."""

from __future__ import annotations

from pathlib import Path

from evals.dossier import KIB, MIB, weigh
from tests.publish import sample


def test_the_weight_stays_within_what_is_promised_for_300_articles(tmp_path: Path) -> None:
    found = weigh(sample.record(tmp_path / "valley.onrecord"), tmp_path)
    assert (found.articles, found.statements) == (len(sample.ARTICLES), len(sample.STATEMENTS))
    assert found.index < 2 * MIB * found.articles / 300
    assert len(found.pages["articles"]) == found.articles
    assert max(found.pages["articles"]) < 30 * KIB
    assert found.size < 2 * MIB
    assert found.single < found.size * 1.2
    assert (tmp_path / "brief.html").is_file()
