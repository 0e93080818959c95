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


def test_attributions_on_twenty_articles_hold_the_floor() -> None:
    figures = slice_floor()

    assert figures["end_to_end"]["f1"] >= 64
    assert figures["direct"]["with_speaker"] >= 76  # these twenty are harder than the rest (all: 89)
