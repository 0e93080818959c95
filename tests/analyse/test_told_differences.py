"""Differences of realistic articles, through the whole program: events, outcomes, quotations, counts of people."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import onrecord
from onrecord.model import Difference
from onrecord.store import Record

Told = Callable[..., list[Difference]]

DAY = "2031-04-10"  # a Thursday
LAST = (
    "Officials had prepared the day for several weeks, and the roads around the lake were closed since early morning.",
    "The quarrel over the fishing grounds goes back many years and has cost both countries much money and trust.",
)


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Differences of two articles, each given as its text or as (day of publication, text)."""

    def differences(*articles: str | tuple[str, str]) -> list[Difference]:
        rows = []
        for number, (given, last) in enumerate(zip(articles, LAST, strict=True)):
            published, text = (DAY, given) if isinstance(given, str) else given
            outlet = ("Harbour Times", "Quorum Wire")[number]
            rows.append({"id": f"a{number}", "outlet": outlet, "published": published, "text": f"{text}\n\n{last}"})
        coverage = tmp_path / "coverage.jsonl"
        coverage.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        onrecord.build([coverage], tmp_path / "talks.onrecord", processes=1)
        return list(Record(tmp_path / "talks.onrecord").differences())

    return differences


MET = (
    "Norway’s foreign minister, Ilse Marden, met Iceland’s president, Dag Brenner, in Lund on Tuesday, her office said."
)


@pytest.mark.parametrize(
    ("other", "kind", "values"),
    [
        (
            "President Dag Brenner of Iceland met Norway’s foreign minister, Ilse Marden, in Lund on Wednesday.",
            "date",
            {"2031-04-08", "2031-04-09"},
        ),
        (
            "Iceland’s president, Dag Brenner, met Norway’s foreign minister, Ilse Marden, in Uppsala on Tuesday.",
            "place",
            {"Lund", "Uppsala"},
        ),
        (
            "In Lund, Norway’s foreign minister, Ilse Marden, met Iceland’s prime minister, Jon Halvar, on Tuesday.",
            "participants",
            {"Dag Brenner, Ilse Marden", "Ilse Marden, Jon Halvar"},
        ),
    ],
)
def test_one_meeting_told_in_two_ways(told: Told, other: str, kind: str, values: set[str]) -> None:
    """Given two accounts of a meeting that agree on all but one thing, then it is open: they may also be of two."""
    (found,) = told(MET, other)

    assert (found.kind, found.relation) == (kind, "open")
    assert {found.one.value, found.other.value} == values
    assert found.about == ("meeting: Ilse Marden" if kind == "participants" else "meeting: Dag Brenner, Ilse Marden")


PLANNED = "Norway’s foreign minister, Ilse Marden, will meet Iceland’s president, Dag Brenner, in Lund on 15 April."
OFF = (
    "Iceland’s president, Dag Brenner, cancelled the meeting with Norway’s foreign minister, Ilse Marden, in Lund "
    "on 15 April."
)


@pytest.mark.parametrize(
    ("planned", "cancelled", "relation"),
    [((DAY, PLANNED), (DAY, OFF), "conflict"), ((DAY, PLANNED), ("2031-04-13", OFF), "update")],
)
def test_planned_and_called_off(
    told: Told, planned: tuple[str, str], cancelled: tuple[str, str], relation: str
) -> None:
    """Given a meeting that one article plans and another calls off, then days later it is an update."""
    (found,) = told(planned, cancelled)

    assert (found.kind, found.relation) == ("status", relation)
    assert {found.one.value, found.other.value} == {"planned", "cancelled"}
    assert relation == "conflict" or found.one.value == "planned"


@pytest.mark.parametrize(
    "other",
    [
        "Ilse Marden of Norway and Iceland’s president, Dag Brenner, met in Lund on Tuesday and spoke for two hours.",
        "Ilse Marden of Norway met Iceland’s president, Dag Brenner, in Uppsala on 3 March, a month ago.",
        "Finland’s president, Aino Salmela, met Sweden’s foreign minister, Per Lindahl, in Lund on Wednesday.",
    ],
)
def test_what_is_no_difference_of_events(told: Told, other: str) -> None:
    """Given the same told in other words, a meeting of another month or of other people, then nothing differs."""
    assert not told(MET, other)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (
            f"{MET}\n\nA spokesman read a statement. The talks were productive, he said.",
            "LUND — Iceland’s president, Dag Brenner, and Norway’s foreign minister, Ilse Marden, met for five hours. "
            "Their meeting ended without a compromise, officials said.",
            "open",
        ),
        (
            "Norway’s foreign minister, Ilse Marden, said that her talks with Iceland’s president, Dag Brenner, in "
            "Lund had been productive.",
            f"{MET} Diplomats called the meeting fruitless.",
            "conflict",
        ),
        (
            "Foreign Minister Ilse Marden and President Dag Brenner, negotiators, reached an agreement on Tuesday.",
            "Talks between President Dag Brenner and Foreign Minister Ilse Marden in Lund broke down on Tuesday.",
            "conflict",
        ),
        (
            "Norway and Iceland held talks in Lund on Tuesday. Norwegian officials found them productive.",
            "LUND — Talks between Norway and Iceland ended without a compromise on Tuesday, officials said.",
            "open",
        ),
    ],
)
def test_outcomes_of_one_meeting(told: Told, one: str, other: str, relation: str) -> None:
    """Given how talks went by two articles, then one who was there and speaks of them is still one who was there."""
    (found,) = told(one, other)

    assert (found.kind, found.relation) == ("outcome", relation)


def test_two_states_may_hold_two_talks(told: Told) -> None:
    """Given the same states with talks in two towns, then their outcomes are not compared."""
    one = "Talks between Norway and Iceland about cod broke down in Lund on Tuesday, a mediator said."
    other = "Norway and Iceland held productive talks about ferries in Turku on Tuesday, ministers said."

    assert not told(one, other)


@pytest.mark.parametrize(
    ("one", "other", "relations"),
    [
        (
            "Shelling killed 41 civilians in Lund on Sunday.",
            "In Lund, rescue workers counted 27 civilians killed.",
            ["conflict"],
        ),
        (
            "At least 20 civilians were killed in Lund on Sunday.",
            "In Lund, rescue workers counted 27 civilians dead.",
            ["vaguer"],
        ),
        ("Shelling killed 41 civilians in Lund on Sunday.", "A storm killed 27 civilians in Turku on Sunday.", []),
        ("Norway freed 32 prisoners in Lund on Sunday.", "In Lund, Norway holds 29 prisoners, a lawyer said.", []),
    ],
)
def test_people_are_counted_by_what_became_of_them(told: Told, one: str, other: str, relations: list[str]) -> None:
    """Given two counts of people, then they are of one thing if the same became of them in the same place."""
    assert [found.relation for found in told(one, other)] == relations


WORDS = "We shall not open the northern crossing before the last boat has gone"


@pytest.mark.parametrize(
    ("one", "other", "relations"),
    [
        (f"“{WORDS},” Foreign Minister Ilse Marden said.", f"“{WORDS},” President Dag Brenner said.", ["conflict"]),
        (
            f"“It is simple. {WORDS},” Foreign Minister Ilse Marden said.",
            f"“{WORDS},” President Dag Brenner said in Lund.",
            ["conflict"],
        ),
        (f"“{WORDS},” the Norwegian foreign ministry said.", f"“{WORDS},” Ilse Marden said.", ["vaguer"]),
        (f"“{WORDS},” the Norwegian foreign ministry said.", f"“{WORDS},” Norway said.", []),
    ],
)
def test_quoted_words_and_their_speakers(told: Told, one: str, other: str, relations: list[str]) -> None:
    """Given the same words, whole or trimmed, then two bodies of one side are no two speakers."""
    assert [found.relation for found in told(one, other)] == relations
