"""The codebook of a third topic, on which the coding of positions is scored though nothing was tuned on it."""

from __future__ import annotations

from pathlib import Path

import evals
from onrecord import code


def test_the_trade_codebook_has_five_options_that_differ() -> None:
    book = code.codebook(Path(evals.__file__).with_name("positions") / "trade.yaml")

    options = [option for issue in book.issues for option in issue.options]
    phrases = [phrase for option in options for phrase in (*option.phrases, *option.against)]
    assert len(options) == 5
    assert len({option.description for option in options}) == 5
    assert len(set(phrases)) == len(phrases)
