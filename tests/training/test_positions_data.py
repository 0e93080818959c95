"""What the stance network is trained on keeps apart from what it is judged by."""

from __future__ import annotations

import random

from evals.positions import gold
from training.positions.passages import Row
from training.positions.real import lines
from training.positions.said import Said


def test_no_article_of_the_gold_or_of_those_the_verdict_is_fitted_on_is_trained_on() -> None:
    trained = {row["article"] for name in ("real.jsonl", "told.jsonl", "own.jsonl") for row in lines(name)}
    fitted = {row["article"] for row in lines("weighing.jsonl")}
    judged = {row["article"] for row in gold()}
    assert len(trained) > 500
    assert not trained & fitted
    assert not judged & (trained | fitted)


def test_nothing_on_trade_is_trained_on() -> None:
    assert {row["corpus"] for row in lines("real.jsonl")} == {"iran-nuclear", "north-korea", "polnear"}
    assert {row["corpus"] for row in lines("weighing.jsonl")} == {"trade"}


def test_an_option_is_never_asked_with_words_of_the_passage_that_it_is_asked_about() -> None:
    says = ["The trawlers must leave Skagen", "No trawlers will be welcome", "Norway wants those trawlers gone"]
    labels = [[{"option": "An empty sea", "says": words, "stance": "support"}] for words in says]
    rows: list[Row] = [
        {"talks": "fish", "passage": f"{words}, he said.", "labels": of_one}
        for words, of_one in zip(says, labels, strict=True)
    ]
    said, here = Said(rows), f"{says[2]}, he said."
    asked = [said.with_examples("fish", "An empty sea", here, random.Random(seed)) for seed in range(30)]
    assert any("skagen" in one for one in asked)
    assert not any("norway" in one or "gone" in one for one in asked)
