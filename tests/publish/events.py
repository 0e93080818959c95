"""A small record made by hand that has events of every kind, status and certainty: the talks on the river Lenn."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from onrecord import code
from onrecord.date import bounds
from onrecord.model import Actor, Article, Basis, Dated, Event, EventKind, EventStatus, Reading, Span
from onrecord.store import Record, Writer
from tests.publish.sample import article


@dataclass(frozen=True)
class Told:
    """An event, and the sentence that each of the articles (by number) tells it in."""

    id: str
    kind: EventKind
    words: str
    on: str | None = None
    status: EventStatus = "held"
    by: tuple[int, ...] = (0,)
    earliest: str | None = None
    latest: str | None = None


TOLD = (
    Told("e-first", "talks", "Varland and Ostrel opened talks on the Lenn.", "2031-01-12", by=(0, 1)),
    Told("e-second", "talks", "A second round of talks was held at the weir.", "2031-01-13"),
    Told("e-third", "meeting", "The two deputies met at the weir the same day.", "2031-01-13"),
    Told("e-month", "meeting", "Engineers of both states met in February.", "2031-02", by=(1,)),
    Told("e-summit", "summit", "A summit is planned for the end of March.", "2031-03-30", "planned", by=(0, 1)),
    Told("e-call", "call", "Brandt called Pell over the dam.", "2031-03-07", by=(1,)),
    Told("e-visit", "visit", "Pell was to visit Norrin in January.", "2031-01-20", "planned"),
    Told("e-tour", "visit", "Norrin cancelled its tour of the valley.", "2031-03-01", "cancelled", by=(1,)),
    Told("e-rumour", "meeting", "A meeting of the presidents is rumoured.", "2031-03-20", "rumoured", by=(1,)),
    Told("e-signed", "signing", "The water protocol had been signed before.", latest="2031-01-15"),
    Told("e-vote", "vote", "The assembly will vote on it later.", None, "planned", (1,), earliest="2031-03-10"),
    Told("e-between", "vote", "A committee voted in between.", by=(1,), earliest="2031-01-20", latest="2031-03-10"),
    Told("e-deadline", "deadline", "The deadline for the monitors ran out.", "2031-02-15", "planned", by=(1,)),
    Told("e-said", "announcement", "Ostrel announced a pause of its drills.", "2031-03-05", by=(1,)),
    Told("e-shelling", "strike", "Shells hit the pumping station.", "2031-02-20", by=(1,)),
    Told("e-some-day", "meeting", "The mayors of the valley once met.", by=(1,)),
    Told("e-some-plan", "announcement", "Norrin plans to announce its monitors.", None, "planned", (1,)),
)
ACTORS = (Actor("a-varland", "Varland", "state", "Varland", ("Varland",)),)
DATES: tuple[tuple[str, Basis], ...] = (("2031-01-15", "metadata"), ("2031-03-12", "metadata"))


def _article(number: int) -> Article:
    words = tuple(told.words for told in TOLD if number in told.by)
    value, basis = DATES[number]
    return article(f"lenn-{number}.md", words, None, Dated(value, basis), outlet=f"Valley Post {number}")


ARTICLES = tuple(_article(number) for number in range(len(DATES)))


def _mention(told: Told, number: int) -> tuple[str, Span]:
    start = ARTICLES[number].text.index(told.words)
    return ARTICLES[number].id, Span(start, start + len(told.words))


def _within(told: Told) -> tuple[str | None, str | None]:
    if not told.on:
        return told.earliest, told.latest
    first, last = bounds(told.on)
    return first.isoformat(), last.isoformat()


EVENTS = tuple(
    Event(
        told.id,
        told.kind,
        ("a-varland",),
        None,
        Dated(told.on, "text") if told.on else Dated(),
        told.status,
        tuple(_mention(told, number) for number in told.by),
        *_within(told),
    )
    for told in TOLD
)


def record(path: Path) -> Record:
    """The record in a new file at `path`."""
    with Writer(path) as writer:
        for one in ARTICLES:
            writer.add(Reading(article=one), "by hand")
        codebook = code.codebook(Path(__file__).with_name("valley.yaml"))
        writer.about({"codebook": codebook.source, "onrecord": "0 (by hand)"})
        writer.collect(ACTORS, (), EVENTS, ())
        writer.finish()
    return Record(path)
