"""A negotiation in time: what is dated, bounded and undated, what is still to come, and the few that matter."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.analyse import Change, Entry, timeline
from onrecord.model import Actor, Article, Dated, Event, EventKind, EventStatus, Reuse, Span
from tests.made import article, span

OPENING = article("opening", "Marden met Okello in Geneva on Tuesday. They shook hands.", published="2024-03-06")
COPY = article("copy", "Marden met Okello in Geneva on Tuesday. They shook hands.", published="2024-03-07")
LATER = article("later", "Okello will visit Oslo. The talks were to resume by 1 May.", published="2024-06-20")
UNDATED = article("undated", "Brenner flew to Nairobi, and Marden stayed.", published=None)
ARTICLES = (OPENING, COPY, LATER, UNDATED)
COPIED = (Reuse("copy", "opening", 1.0, 1.0, ((Span(0, 39), Span(0, 39)),), "opening", "published first"),)
ACTORS = tuple(Actor(name, name, "person", side, ()) for name, side in (("Marden", "Norway"), ("Okello", "Kenya")))


def event(
    id: str,
    *told: tuple[Article, str],
    kind: EventKind = "meeting",
    who: tuple[str, ...] = ("Marden", "Okello"),
    when: str | None = None,
    status: EventStatus = "held",
    earliest: str | None = None,
    latest: str | None = None,
) -> Event:
    dated = Dated(when, "inferred") if when else Dated()
    mentions = tuple((of.id, span(of, words)) for of, words in told)
    return Event(id, kind, who, None, dated, status, mentions, earliest or when, latest or when)


MET = event("met", (OPENING, "Marden met Okello"), (COPY, "Marden met Okello"), when="2024-03-05")
VISIT = event("visit", (LATER, "will visit"), kind="visit", who=("Okello",), status="planned", earliest="2024-06-20")
FLEW = event("flew", (UNDATED, "Brenner flew"), kind="visit", who=())
SHOOK = event("shook", (OPENING, "shook hands"), latest="2024-03-06")


def by_id(*events: Event, top: int | None = None, changes: tuple[Change, ...] = ()) -> dict[str, Entry]:
    entries = timeline(events, ARTICLES, COPIED, changes, ACTORS, top=top)
    return {entry.event.id: entry for entry in entries}


def test_events_stand_in_time_and_what_nothing_dates_at_the_end() -> None:
    entries = by_id(FLEW, VISIT, SHOOK, MET)
    assert list(entries) == ["met", "shook", "visit", "flew"]
    assert [entry.certainty for entry in entries.values()] == ["dated", "bounded", "bounded", "undated"]


def test_words_are_the_sentence_of_an_article_and_copies_are_one_voice() -> None:
    met = by_id(MET)["met"]
    of = next(a for a in ARTICLES if a.id == met.article)
    assert of.text[met.words.start : met.words.end] == "Marden met Okello in Geneva on Tuesday."
    assert met.voices == 1
    assert timeline([MET], ARTICLES, ())[0].voices == 2


def test_what_is_announced_is_to_come_until_the_newest_article_has_passed_it() -> None:
    assert (by_id(VISIT)["visit"].coming, by_id(VISIT)["visit"].overdue) == (True, False)
    missed = replace(VISIT, latest="2024-06-01", earliest="2024-05-01")
    assert by_id(missed)["visit"].overdue
    long_ago = replace(VISIT, earliest="2024-01-10")  # five months, and nobody tells of it
    assert by_id(long_ago)["visit"].overdue
    assert not by_id(MET)["met"].coming


def test_a_deadline_that_has_passed_is_neither_to_come_nor_overdue() -> None:
    deadline = event("by", (LATER, "by 1 May"), kind="deadline", who=(), when="2024-05-01", status="planned")
    assert (by_id(deadline)["by"].coming, by_id(deadline)["by"].overdue) == (False, False)
    ahead = replace(deadline, when=Dated("2024-07-01", "text"), earliest="2024-07-01", latest="2024-07-01")
    assert by_id(ahead)["by"].coming


def test_the_few_that_matter_are_those_of_many_voices_between_the_main_parties() -> None:
    alone = event("alone", (LATER, "Okello will visit"), who=("Okello",), when="2024-06-20")
    assert list(by_id(FLEW, alone, MET, SHOOK, top=2)) == ["met", "shook"]
    heard = timeline([alone, MET], ARTICLES, (), actors=ACTORS, top=1)
    assert [entry.event.id for entry in heard] == ["met"]


def test_a_change_of_position_near_it_lifts_an_event() -> None:
    change = Change("2024-06-19", "Kenya", "Okello", "water", "dam", "oppose", "support", "s", "r")
    alone = event("alone", (LATER, "Okello will visit"), who=("Okello",), when="2024-06-20")
    before, after = by_id(alone, MET)["alone"].score, by_id(alone, MET, changes=(change,))["alone"].score
    assert after > before
    first = replace(change, before=None, earlier=None)  # a first stance is no change
    assert by_id(alone, MET, changes=(first,))["alone"].score == before


def test_no_events_and_no_dates_are_no_error() -> None:
    assert timeline([], ARTICLES, ()) == ()
    assert not timeline([replace(VISIT, earliest=None, mentions=FLEW.mentions)], [UNDATED], ())[0].overdue


@given(st.permutations([MET, VISIT, FLEW, SHOOK]), st.integers(0, 5))
def test_the_order_given_makes_no_difference_and_scores_are_shares(events: list[Event], top: int) -> None:
    entries = timeline(events, ARTICLES, COPIED, actors=ACTORS, top=top)
    shuffled = events[:]
    Random(1).shuffle(shuffled)
    assert timeline(shuffled, ARTICLES, COPIED, actors=ACTORS, top=top) == entries
    assert len(entries) == min(top, len(events))
    assert all(0 <= entry.score <= 1 for entry in entries)
