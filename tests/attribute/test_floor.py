"""The figures on annotated news do not fall below a floor, nor the costs rise above a ceiling."""

from __future__ import annotations

import pytest

from evals.attribution import Report, development, run_slice
from evals.corpora import scorers

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(
        not development().is_file() or not scorers().is_dir(),
        reason="needs PolNeAR and the scorer (ONRECORD_CORPORA, ONRECORD_SCORERS; see docs/corpora.md)",
    ),
]

MODEL, RULES, TEXTACY = "onrecord model", "onrecord rules", "textacy direct_quotations"
# Percent: F1, share of long quotations, then end-to-end recall, on the first twenty articles.
FLOORS = {
    (MODEL, "end to end"): 74,
    (MODEL, "direct with speaker"): 85,
    (MODEL, "direct"): 83,
    (MODEL, "mixed"): 79,
    (MODEL, "indirect"): 68,
    (MODEL, "speech"): 80,
    (MODEL, "belief"): 50,
    (MODEL, "plan"): 71,
    (MODEL, "worst outlet"): 73,
    (RULES, "end to end"): 64,
    (RULES, "direct with speaker"): 76,
}
SPEED_BESIDE_TEXTACY = {MODEL: 0.9, RULES: 0.7}  # times its articles per CPU-second in the same run, less some noise
SECONDS_TO_START = {MODEL: 6, RULES: 6}  # on a laptop that does something else as well
MEGABYTES = {MODEL: 450, RULES: 450}


@pytest.fixture(scope="module")
def report() -> Report:
    return run_slice()


def figures(report: Report, name: str) -> dict[str, float]:
    result = next(result for result in report.results if result.name == name)
    return {
        "end to end": result.end_to_end_f1,
        "direct with speaker": result.direct_with_speaker,
        "worst outlet": min(result.by_outlet.values()),
        "articles per CPU-second": result.articles_per_cpu_second,
        "seconds to start": result.start_up_seconds,
        "MB": result.peak_mb,
        **{part: recall.end_to_end for part, recall in (result.by_kind | result.by_class).items()},
    }


@pytest.mark.parametrize(("name", "figure"), FLOORS)
def test_attributions_on_twenty_articles_hold_the_floor(report: Report, name: str, figure: str) -> None:
    assert figures(report, name)[figure] >= FLOORS[name, figure]


@pytest.mark.parametrize("name", SPEED_BESIDE_TEXTACY)
def test_a_reader_keeps_its_speed_beside_textacy(report: Report, name: str) -> None:
    speed = {reader: figures(report, reader)["articles per CPU-second"] for reader in (name, TEXTACY)}

    assert speed[name] >= SPEED_BESIDE_TEXTACY[name] * speed[TEXTACY]


@pytest.mark.parametrize("name", SECONDS_TO_START)
def test_a_reader_starts_soon_and_stays_small(report: Report, name: str) -> None:
    cost = figures(report, name)

    assert cost["seconds to start"] <= SECONDS_TO_START[name]
    assert cost["MB"] <= MEGABYTES[name]
