"""What a passage says around an event: who the words stand for, where it is and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.date._expressions import Direction, Shift
from onrecord.date._frame import Frame, done_to
from onrecord.date._participants import participants
from onrecord.date._pronouns import Named, sides_of, stands_for
from onrecord.date._resolve import UNKNOWN, resolve
from onrecord.date._syntax import VERBAL, Time, above, with_conjuncts
from onrecord.date._vocabulary import vocabulary
from onrecord.model import ActorKind, Dated, EventStatus, Referent
from onrecord.syntax import Passage

_NO_PARTY: frozenset[ActorKind] = frozenset({"outlet", "document", "unnamed"})  # they only tell of an event


@dataclass(frozen=True, slots=True)
class Scene:
    """A passage with what was found in it; `before` are the names of the passage before it, `sides` those who took part
    in the last event told that had more than one."""

    published: str | None
    passage: Passage
    named: Sequence[Named]
    times: Sequence[Time]
    before: Sequence[Named] = ()
    sides: Sequence[Referent] = ()

    def referent(self, token: Token) -> int | None:
        """The number of the referent that a word names; None: it names nobody."""
        return next((one.referent.number for one in self.named if one.words.start <= token.i < one.words.end), None)

    def kind(self, number: int) -> ActorKind:
        """What a referent is that the passage, or the one before it, names."""
        known = (*(one.referent for one in (*self.named, *self.before)), *self.sides)
        return next(one.kind for one in known if one.number == number)

    def stand_for(self, token: Token) -> list[tuple[Token, int]]:
        """The referents that a noun brings to an event, each with the word that names it. A noun that names nobody
        acts for the state or body behind it ("Iranian negotiators"), but not for a person ("Kim's sister")."""
        if all_of := sides_of(token, self.sides, self.named):
            return [(token, number) for number in all_of]
        if token.pos_ == "PRON":
            return [(token, number)] if (number := stands_for(token, (*self.before, *self.named))) is not None else []
        same = [token, *(t for t in token.children if t.dep_ == "appos")]
        own = next(((word, number) for word in same if (number := self.referent(word)) is not None), None)
        if own is not None:
            return [own]
        stand_behind = (word for one in same for word in _behind(one))
        behind = [(word, number) for word in stand_behind if (number := self.referent(word)) is not None]
        return [(word, number) for word, number in behind if self.kind(number) != "person"]


def parties_of(scene: Scene, side: Sequence[Token], places: set[Token]) -> dict[int, Token]:
    """The referents of one side, each with the word that names it, or that stands for several."""
    named = (pair for token in side for pair in scene.stand_for(token))
    parties: dict[int, Token] = {}
    for word, number in named:
        if scene.kind(number) not in _NO_PARTY and word not in places:
            parties.setdefault(number, word)
    return parties


def _behind(token: Token) -> list[Token]:
    """Who stands behind a word that names nobody: "the foreign ministers of Iran and Oman", "Iranian negotiators"."""
    of = [p for link in token.children if link.lower_ in {"of", "from"} for p in link.children if p.dep_ == "pobj"]
    return [t for p in of for t in with_conjuncts(p)] or [
        t for t in token.children if t.dep_ in {"amod", "compound", "nmod", "poss"}
    ]


def place_of(scene: Scene, frame: Frame) -> tuple[list[Token], str | None]:
    """The words that say where an event is, and the place's name without an article; ([], None) when none do."""
    allowed = {"in", "at", *frame.trigger.place}
    host = [frame.host] if frame.host is not None and frame.hosted else []
    objects = [t for t in frame.token.children if t.dep_ in {"dobj", "nsubjpass"}]
    # "met Zarif in Vienna": the parser hangs a place on the last name before it as often as on the verb
    holders = [frame.token, frame.top, *host, *objects, *(t for side in participants(frame) for t in side)]
    heads = [t for holder in holders for link in holder.children if link.lower_ in allowed for t in link.children]
    if "object" in frame.trigger.place:
        heads += [t for t in frame.token.children if t.dep_ == "dobj"]
    heads += [t for t in frame.token.children if t.dep_ in {"compound", "nmod"}]
    timed = {token.i for time in scene.times for token in time.words}
    for head in heads:
        if head.pos_ != "PROPN" or head.i in timed or head.dep_ not in {"pobj", "dobj", "compound", "nmod"}:
            continue
        words = [t for t in head.subtree if t.pos_ == "PROPN" and t.dep_ in {"compound", "nmod"} and t.head == head]
        words = sorted([*words, head], key=lambda t: t.i)
        name = scene.passage.doc[words[0].i : words[-1].i + 1].text
        if name in vocabulary().within or _is_place(scene, frame, head):
            return words, name
    return [], None


def _is_place(scene: Scene, frame: Frame, head: Token) -> bool:
    number = scene.referent(head)
    if number is not None and (scene.kind(number) == "person" or head.dep_ in {"compound", "nmod"}):
        return False
    # the small model misses many a town, but what a meeting is in, or a trip goes to, is a place
    led = head.dep_ == "pobj" and head.head.lower_ in ({"in"} | frame.trigger.place) and head.ent_type_ != "EVENT"
    return led or head.ent_type_ in {"GPE", "LOC", "FAC"}


def when_of(scene: Scene, frame: Frame, how: EventStatus) -> tuple[Time | None, Dated]:
    """The expression of time that says when an event with this status is, and its date; unknown when none does, or
    when the words need a date of publication that is not known."""
    presently = frame.trigger.verb and frame.token.tag_ in {"VBZ", "VBP"}  # "on Friday he meets her" is still to come
    direction: Direction = "future" if presently or how in {"planned", "cancelled"} else "past"
    own = {frame.token.i, frame.top.i, *(t.i for t in done_to(frame.token)), *_carriers(frame, how)}
    along = frame.link is not None and frame.link.lower_ in vocabulary().words["along"] - {"from"}
    if frame.host is not None and how != "cancelled" and (along or (frame.hosted and frame.link is None)):
        own.add(frame.host.i)
    over = how == "held" and frame.host is not None and frame.host.tag_ in {"VBD", "VBN"}
    near = [
        time
        for time in scene.times
        if time.words.sent == frame.token.sent
        and _hangs_on(time, own)
        and not (over and points_ahead(time))  # "has met him twice in two months"
    ]
    nearest = sorted(near, key=lambda time: abs(time.words.root.i - frame.token.i))
    for time in nearest:
        when = resolve(time.meaning, scene.published, direction)
        if when.value:
            return time, when
    return (nearest[0] if nearest else None), UNKNOWN


def _carriers(frame: Frame, how: EventStatus) -> set[int]:
    """Verbs over the event's own whose time is its time as well: "joined Oslo on Monday in signing the pact", "said on
    Monday it was imposing sanctions"."""
    verb = frame.token
    if not frame.trigger.verb or how != "held":
        return set()
    if verb.dep_ == "pcomp" and verb.head.lower_ == "in":
        return {verb.head.head.i}
    return {verb.head.i} if verb.dep_ == "ccomp" and verb.tag_ == "VBG" and frame.trigger.kind == "sanction" else set()


def _hangs_on(time: Time, own: set[int]) -> bool:
    if any(token.i in own for token in time.words):
        return True
    for head in above(time.words.root):
        if head.i in own:
            return True
        arranged = head.dep_ == "acl" and head.lemma_ in vocabulary().words["planned"]
        if head.pos_ in VERBAL | {"NOUN"} and not arranged:
            return False
    return False


def points_ahead(time: Time) -> bool:
    """Whether the words themselves point past the date of publication: "next week", "later this month"."""
    return isinstance(time.meaning, Shift) and time.meaning.towards == "future"
