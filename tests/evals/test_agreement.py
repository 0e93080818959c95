"""Differences of two coders: what was settled is what the gold says, and their agreement is counted as it was."""

from __future__ import annotations

from typing import Any

from evals.positions import HOME, gold, read
from evals.positions.agreement import NONE, as_first_coded, coded_twice, settled

Key = tuple[str, str]


def position(option: str, holder: str, stance: str) -> dict[str, Any]:
    return {"option": option, "holder": holder, "stance": stance, "sure": True}


def decision(option: str, holder: str, first: str, now: str) -> dict[str, Any]:
    return {"option": option, "holder": holder, "first": first, "settled": now}


def key(row: dict[str, Any]) -> Key:
    return row["article"], str(row["content"])


def test_the_first_coding_is_the_gold_before_it_was_settled() -> None:
    row = {"positions": [position("ports.open", "Orlund", "oppose"), position("fish.quota", "Karshevia", "support")]}
    assert as_first_coded(row, []) == {"ports.open": "oppose", "fish.quota": "support"}
    turned = decision("ports.open", "Orlund", "support", "oppose")
    added = decision("fish.quota", "Karshevia", NONE, "support")
    dropped = decision("ice.station", "Orlund", "conditional", NONE)
    assert as_first_coded(row, [turned, added, dropped]) == {"ports.open": "support", "ice.station": "conditional"}


def test_another_holders_code_on_the_option_stays_when_one_was_added() -> None:
    row = {"positions": [position("ports.open", "Orlund", "oppose"), position("ports.open", "Karshevia", "support")]}
    added = decision("ports.open", "Karshevia", NONE, "support")
    assert as_first_coded(row, [added]) == {"ports.open": "oppose"}


def test_agreement_is_counted_on_what_two_coders_wrote_not_on_what_was_settled() -> None:
    both = [(a[option], b[option]) for _, a, b in coded_twice() for option in a.keys() & b.keys()]
    assert (len(both), sum(a == b for a, b in both)) == (129, 124)


def test_the_gold_says_what_was_settled() -> None:
    rows = {key(row): row for row in gold()}
    for one in settled():
        told = [
            (p["stance"], p["sure"], p["voice"])
            for p in rows[key(one)]["positions"]
            if (p["option"], p["holder"]) == (one["option"], one["holder"])
        ]
        assert told == ([] if one["settled"] == NONE else [(one["settled"], one["sure"], one["voice"])]), one
        assert one["why"].endswith(".")


def test_every_difference_is_settled() -> None:
    firsts = {key(row): row for row in gold()}
    done = {(*key(one), one["option"]) for one in settled()}
    for second in read(HOME / "second.jsonl"):
        first = firsts[key(second)]
        for option in {p["option"] for p in (*first["positions"], *second["positions"])}:
            codes = [
                sorted((p["stance"], p["sure"]) for p in row["positions"] if p["option"] == option)
                for row in (first, second)
            ]
            assert codes[0] == codes[1] or (*key(second), option) in done, (key(second), option)
