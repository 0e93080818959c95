"""Chains against those marked by reading: floors on the seeds and some articles."""

from __future__ import annotations

import pytest

from evals.corpora import corpora
from evals.trace.chains import CHAINS, figures, rows, run

SLICE = 14  # statements of the open half, in the order of the file, beside those of the seeds
# Percent; 13 of the 14 were measured (found 100, origin 86, kinds 86), on the half that the rules were chosen on.
FLOORS = {"found": 85, "origin": 75, "kinds": 70}


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
