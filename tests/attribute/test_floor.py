"""The figures on annotated news do not fall below a floor."""

from __future__ import annotations

import pytest

from evals.attribution import development, slice_floor
from evals.corpora import scorers

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(
        not development().is_file() or not scorers().is_dir(),
        reason="needs PolNeAR and the scorer (ONRECORD_CORPORA, ONRECORD_SCORERS; see docs/corpora.md)",
    ),
]


@pytest.mark.parametrize(("reader", "end_to_end", "direct"), [("model", 74, 85), ("rules", 64, 76)])
def test_attributions_on_twenty_articles_hold_the_floor(reader: str, end_to_end: float, direct: float) -> None:
    figures = slice_floor(reader)

    assert figures["end_to_end"]["f1"] >= end_to_end
    assert figures["direct"]["with_speaker"] >= direct
