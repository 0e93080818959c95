"""The events that one article tells of: who met, spoke, signed, voted, struck, tested or announced, and by when."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.date._frame import Frame, frames
from onrecord.date._naming import Naming
from onrecord.date._participants import participants
from onrecord.date._pronouns import Named
from onrecord.date._scene import Scene, parties_of, place_of, points_ahead, when_of
from onrecord.date._status import status
from onrecord.date._syntax import Time, times
from onrecord.date._vocabulary import alike, vocabulary
from onrecord.model import Article, Dated, EventMention, EventStatus, Referent
from onrecord.resolve import Lexicon
from onrecord.syntax import Passage


def events(
    article: Article, passages: Sequence[Passage], referents: Sequence[Referent], lexicon: Lexicon
) -> tuple[EventMention, ...]:
    """Every mention of an event in an article, in order.

    A mention is kept when as many referents take part in it as its kind asks for (`data/date/events.yaml`); a place and
    words of time, finer than a year, stand for one each. Participants are numbers of referents. `when` comes from words
    beside the event; it is unknown when there are none, or when they need a date of publication that the article
    doesn't have. `span` runs from the first to the last word that the mention was read from, within one sentence.
    """
    naming = Naming(referents, lexicon)
    by_number = {referent.number: referent for referent in referents}
    found: list[EventMention] = []
    before: tuple[Named, ...] = ()
    sides: tuple[Referent, ...] = ()
    for passage in passages:
        here, spoken_of = naming.names(passage), times(passage)
        for sentence in passage.doc.sents:
            scene = Scene(article.published.value, passage, here, spoken_of, before, sides)
            told = _without_echoes([m for frame in frames(list(sentence)) if (m := _mention(scene, frame))])
            several = [mention.participants for mention in told if len(mention.participants) > 1]
            sides = tuple(by_number[number] for number in several[-1]) if several else sides
            found += told
        before = here or before
    return tuple(found)


def _mention(scene: Scene, frame: Frame) -> EventMention | None:
    how = status(frame)
    if how is None:
        return None
    place_words, place = place_of(scene, frame)
    places = {*place_words, *(other for word in place_words for other in word.conjuncts)}
    near, far = (parties_of(scene, side, places) for side in participants(frame))
    parties = {**far, **near}
    if vocabulary().kinds[frame.trigger.kind].bodies and parties and all(scene.kind(n) == "person" for n in parties):
        return None
    time, when = when_of(scene, frame, how)
    how = _by_date(how, time, when, scene.published)
    if not _is_enough(frame, len(parties) if near else min(len(far), 1), place, when, time):
        return None
    words = [frame.token, *parties.values(), *place_words, *(time.words if time else ())]
    first, last = min(words, key=lambda t: t.i), max(words, key=lambda t: t.i)
    return EventMention(
        kind=frame.trigger.kind,
        participants=tuple(sorted(parties)),
        place=place,
        when=when,
        status=how,
        span=scene.passage.span(first, last),
        trigger=scene.passage.span(frame.token, frame.token),
        time=scene.passage.span(time.words[0], time.words[-1]) if time else None,
    )


def _is_enough(frame: Frame, sides: int, place: str | None, when: Dated, time: Time | None) -> bool:
    """Whether a mention says enough to be told from others of its kind. Who is met by nobody known is one side only;
    what nobody known takes part in needs its day, or its month where such things are rare."""
    kind = vocabulary().kinds[frame.trigger.kind]
    if not sides and len(when.value or "") < len("2015-03" if kind.rare else "2015-03-30"):
        return False
    wanted = frame.trigger.parties or kind.parties
    to_the_month = time is not None and (when.value is None or len(when.value) >= len("2015-03"))
    return sides >= wanted or (sides >= kind.least and sides + bool(place) + to_the_month >= wanted)


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
    kept: list[EventMention] = []
    for mention in sorted(
        mentions, key=lambda m: (-len(m.participants), m.place is None, m.when.value is None, m.span)
    ):
        echo = any(
            set(mention.participants) <= set(other.participants)
            and alike(mention.kind, other.kind)
            and mention.status == other.status
            for other in kept
        )
        if not echo:
            kept.append(mention)
    return sorted(kept, key=lambda m: (m.span, m.kind, m.trigger))
