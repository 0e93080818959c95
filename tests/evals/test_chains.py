"""Chains and utterances against those marked by reading: floors on the seeds and some articles."""

from __future__ import annotations

import pytest

from evals.corpora import corpora
from evals.trace.chains import CHAINS, PAIRS, articles_of, figures, rows, run, shared, traced, utterance_figures

SLICE = 14  # statements of the open half, in the order of the file, beside those of the seeds
# Percent, on the half that the rules were chosen on (docs/trace.md).
FLOORS = {"found": 85, "origin": 80, "kinds": 75}
FEW = 3  # pairs of articles of each label, of the open half, in the order of the file
UTTERANCE_FLOORS = {"precision": 99, "recall": 90}


@pytest.fixture(scope="module", autouse=True)
def _there() -> None:
    if not (corpora() / "coverage").is_dir():
        pytest.skip("the public corpora are not there (docs/corpora.md)")


def test_a_report_is_traced_to_the_outlet_it_cites_and_on_to_its_unnamed_source() -> None:
    wanted = ["outlet", "unnamed source"]
    traced = [row for row in rows(CHAINS) if row["collection"] == "seeds" and row["chain"][0]["name"] == "Axios"]
    traced = [row for row in traced if [link["kind"] for link in row["chain"]] == wanted]
    (judged,) = run(traced)
    assert judged.kinds
    assert judged.origin
    assert all(judged.names)


def test_chains_keep_their_floors() -> None:
    chosen = [row for row in rows(CHAINS, "open") if row["collection"] != "seeds"][:SLICE]
    measured = figures(run(chosen))
    assert {name: value for name, value in measured.items() if value < FLOORS.get(name, 0)} == {}


def test_utterances_keep_their_floors() -> None:
    here = [row for row in rows(PAIRS, "open") if row["collection"] == "north-korea"]
    chosen = [row for label in ("utterance", "unrelated") for row in [r for r in here if r["label"] == label][:FEW]]
    articles = articles_of("north-korea")
    readings = [traced(articles[id]) for id in sorted({row[end] for row in chosen for end in ("a", "b")})]
    measured = utterance_figures(shared(readings, chosen))
    assert {name: value for name, value in measured.items() if value < UTTERANCE_FLOORS.get(name, 0)} == {}
