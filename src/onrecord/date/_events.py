"""The meetings, calls, visits, signings and announcements that one article tells of."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.date._expressions import dateline
from onrecord.date._frame import Frame, frames
from onrecord.date._participants import participants
from onrecord.date._scene import Scene, parties_of, place_of, points_ahead, when_of
from onrecord.date._status import status
from onrecord.date._syntax import Time, times
from onrecord.date._vocabulary import vocabulary
from onrecord.model import Article, Dated, EventMention, EventStatus, Referent, Span
from onrecord.resolve import Forms
from onrecord.syntax import Passage


def events(article: Article, passages: Sequence[Passage], referents: Sequence[Referent]) -> tuple[EventMention, ...]:
    """Every mention of an event in an article, in order.

    An event is kept when two referents take part in it, or one and it has a place or a date to the day. Participants
    are numbers of referents; a pronoun stands for nobody here. `when` comes from words beside the event; it is unknown
    when there are none, or when they need a date of publication that the article doesn't have. `span` runs from the
    first to the last word that the mention was read from, within one sentence.
    """
    forms = Forms(referents)
    found: list[EventMention] = []
    for passage in passages:
        begin = dateline(passage.doc.text)
        places = [place for place in forms.places(passage.doc.text) if place[0] >= begin]
        named = [(Span(passage.start + start, passage.start + end), number) for start, end, number in places]
        scene = Scene(article.published.value, passage, forms, named, times(passage))
        for sentence in passage.doc.sents:
            found += _without_echoes([m for frame in frames(list(sentence)) if (m := _mention(scene, frame))])
    return tuple(found)


def _mention(scene: Scene, frame: Frame) -> EventMention | None:
    how = status(frame)
    if how is None:
        return None
    place_words, place = place_of(scene, frame)
    places = {*place_words, *(other for word in place_words for other in word.conjuncts)}
    near, far = (parties_of(scene, side, places) for side in participants(frame))
    parties = {**far, **near}
    time, when = when_of(scene, frame, how)
    how = _by_date(how, time, when, scene.published)
    sides = len(parties) if near else min(len(far), 1)  # who is met by nobody known is one side only
    to_the_day = when.value is not None and len(when.value) == len("2015-03-30") and frame.trigger.kind != "visit"
    if sides < 2 and not (sides and (place or to_the_day)):
        return None
    words = [frame.token, *parties.values(), *place_words, *(time.words if time else ())]
    first, last = min(words, key=lambda t: t.i), max(words, key=lambda t: t.i)
    span = scene.passage.span(first, last)
    return EventMention(frame.trigger.kind, tuple(sorted(parties)), place, when, how, span)


def _by_date(how: EventStatus, time: Time | None, when: Dated, published: str | None) -> EventStatus:
    """The present tense tells of past and future; the date decides ("the talks are on Friday")."""
    if how != "held" or not when.value or not published:
        return how
    if time is not None and points_ahead(time):
        return "planned"
    shared = min(len(when.value), len(published))  # at the coarser granularity of the two
    return "planned" if when.value[:shared] > published[:shared] else how


def _without_echoes(mentions: Sequence[EventMention]) -> list[EventMention]:
    """Of mentions in one sentence that tell of one thing ("met … for talks") only the fullest."""
    alike = vocabulary().words["alike"]
    kept: list[EventMention] = []
    for mention in sorted(
        mentions, key=lambda m: (-len(m.participants), m.place is None, m.when.value is None, m.span)
    ):
        echo = any(
            set(mention.participants) <= set(other.participants)
            and (mention.kind == other.kind or {mention.kind, other.kind} <= alike)
            and mention.status == other.status
            for other in kept
        )
        if not echo:
            kept.append(mention)
    return sorted(kept, key=lambda m: (m.span, m.kind))
