"""Attributions → positions by rules: the options that a content mentions, and how the speaker stands to each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from onrecord.code._codebook.book import Codebook, Wording
from onrecord.code._rules.clauses import VERBS, modal_of, negations
from onrecord.code._rules.climb import Climb
from onrecord.code._rules.conditions import Condition, refused
from onrecord.code._rules.holder import Voice, subject_of, voices, whose
from onrecord.code._rules.lexicon import is_a
from onrecord.code._rules.linkage import linked
from onrecord.code._rules.places import Places
from onrecord.code._rules.scene import Found, Mention, Scene
from onrecord.code._rules.sentences import Sentence, Sentences
from onrecord.code._rules.sides import Sides
from onrecord.model import Attribution, Position, Reading, Stance
from onrecord.resolve import Lexicon
from onrecord.syntax import Passage

_STANCES: dict[int, Stance] = {1: "support", -1: "oppose", 0: "unclear"}
_STANCE = frozenset({"attitude", "demand", "quality", "effect"})  # operators that show a stance
_WILL = frozenset({"attitude", "demand"})  # operators that tell what somebody wants
_IN_DOUBT = 0.5  # what "unclear" keeps of the strength of the words it rests on


def _directs(found: Found) -> bool:
    return found.operator.role in _STANCE and found.operator.sign != 0


def _weighs_a_topic(token: Token) -> bool:
    """An adjective that says how much a topic matters, not whether it is wanted: "the key issue"."""
    return token.dep_ == "amod" and is_a(token.head.lemma_, "topics")


class Rules:
    """What the rules make of one article's attributions.

    Stance is read from cue, verbs, negation, modality and conditions, never from sentiment; what stays in doubt is
    "unclear", and a content that only states facts about an option gives nothing.
    """

    def __init__(self, reading: Reading, passages: Sequence[Passage], codebook: Codebook, actors: Lexicon) -> None:
        self.codebook = codebook
        self.places = Places(passages)
        self.sentences = Sentences(passages, codebook)
        sides = Sides(passages, reading.referents, actors)
        self._attributions = reading.attributions
        self.voices = voices(self.places, reading.attributions, reading.speakers, reading.referents, sides)

    def positions(self, number: int) -> tuple[Position, ...]:
        """What the speaker of the attribution with this number holds. If the article doesn't say which side they are
        of: what they hold as one of a side that the words name, with that as the holder."""
        attribution, voice = self._attributions[number], self.voices[number]
        own = self._held(attribution, voice)
        if voice.side is not None:
            return own
        named = [voice.sides.of([token]) for token in self.places.tokens(attribution.content)]
        return own + tuple(
            replace(position, holder=side)
            for side in dict.fromkeys(side for side in named if side is not None)
            for position in self._held(attribution, replace(voice, side=side))
            if position not in own
        )

    def named(self, number: int) -> dict[tuple[str, str], Wording]:
        """The options, as (issue, option), whose phrases stand in the words of an attribution, whatever they say, each
        with the first that names it, or else the first that turns it round."""
        found: dict[tuple[str, str], Wording] = {}
        for passage, content in self.places.covered(self._attributions[number].content):
            for sentence in sentences_of(passage.doc, content):
                for mention in self.sentences.read(passage, sentence).mentions:
                    if any(word.i in content for word in mention.words):
                        one = Wording(" ".join(word.text for word in mention.words), turned=mention.sign < 0)
                        first = found.setdefault((mention.issue, mention.option), one)
                        if first.turned and not one.turned:
                            found[mention.issue, mention.option] = one
        return found

    def voiced(self, number: int) -> bool:
        """Whether cue or content of an attribution has a word that shows a direction, or a modal: "considered" and "a
        key issue" only name what is spoken about."""
        attribution = self._attributions[number]
        return any(
            modal_of(passage.doc[i]) is not None
            or (not _weighs_a_topic(passage.doc[i]) and any(map(_directs, operators.get(i, ()))))
            for passage, words in self.places.covered((*attribution.cue, *attribution.content))
            for sentence in sentences_of(passage.doc, words)
            for operators in [self.sentences.read(passage, sentence).operators]
            for i in range(sentence.start, sentence.end)
            if i in words
        )

    def _willed(self, number: int) -> bool:
        """Whether the cue of an attribution itself wants or refuses: "rejected", "proposes", not "said"."""
        return any(
            one.operator.role in _WILL and one.operator.sign != 0
            for passage, cue in self.places.covered(self._attributions[number].cue)
            for sentence in sentences_of(passage.doc, cue)
            for head, operators in self.sentences.read(passage, sentence).operators.items()
            if head in cue
            for one in operators
        )

    def holder(self, number: int) -> str | None:
        """Who else's will the words of an attribution tell, by a verb of wanting or refusing whose subject is not the
        speaker: a side, or a name. None where the speaker tells its own as well, or where nobody's is told."""
        found: str | None = None
        if self._willed(number):
            return None  # "rejected Moscow's demand" tells the will of who rejects
        voice = self.voices[number]
        for passage, content in self.places.covered(self._attributions[number].content):
            for sentence in sentences_of(passage.doc, content):
                for head, operators in self.sentences.read(passage, sentence).operators.items():
                    if head not in content or not any(one.operator.role in _WILL for one in operators):
                        continue
                    subject = subject_of(passage.doc[head])
                    if subject is None or whose(subject, voice) == "own":
                        return None
                    if whose(subject, voice) == "other" and subject.pos_ == "PROPN":
                        found = found or voice.sides.of(subject.subtree) or subject.text
        return found

    def _held(self, attribution: Attribution, voice: Voice) -> tuple[Position, ...]:
        """What the speaker holds if it is who `voice` says."""
        places, found = self.places, list[Position]()
        for passage, content in places.covered(attribution.content):
            cue, source = places.within(passage, attribution.cue), places.within(passage, attribution.source)
            for sentence in sentences_of(passage.doc, content):
                read = self.sentences.read(passage, sentence)
                scene = Scene(read.operators, content, cue, source, voice, read.spoken_for)
                for mention in read.mentions:
                    if any(word.i in content for word in mention.words):
                        position = _position(mention, scene, read, passage, sentence)
                        if position is not None:
                            found.append(position)
        return _merged(found, self.codebook)


def sentences_of(doc: Doc, tokens: frozenset[int]) -> Iterator[Tokens]:
    """The sentences that the tokens stand in, in order."""
    end = -1
    for i in sorted(tokens):
        if i >= end:
            sentence = doc[i].sent
            end = sentence.end
            yield sentence


def _position(mention: Mention, scene: Scene, read: Sentence, passage: Passage, sentence: Tokens) -> Position | None:
    climb = Climb(mention.head, mention.words, mention.sign, scene)
    bearing = climb.bearing
    inside = next((c for c in read.conditions if c.holds(mention.head) and not c.stated), None)
    if inside is not None and not (bearing.sign != 0 and _asked(inside, scene)):
        return None
    if inside is not None:
        bearing.claim("asks")
        bearing.words.append(inside.first)
    if not bearing.is_speakers() or sentence.text.rstrip("\"”’' ").endswith("?"):
        return None
    bound = None if inside is not None else _bound(climb, mention, read.conditions, scene)
    if bearing.sign < 0 and _narrowed(mention):
        bearing.leave_open()
    stance = _STANCES[bearing.sign]
    if bound is not None:
        stance = "conditional"
        bearing.words.extend(passage.doc[bound.first.i : bound.first.i + 1])
    span = passage.span(bound.first, bound.last) if bound is not None else None
    strength = bearing.strength * (_IN_DOUBT if stance == "unclear" else 1.0)
    kind = bound.kind if bound is not None else None
    link = linked(bound, read.mentions, (mention.issue, mention.option)) if bound is not None else None
    why = _why(bearing.words)
    return Position(mention.issue, mention.option, stance, span, round(strength, 2), why, kind=kind, linked=link)


def _bound(climb: Climb, mention: Mention, known: Sequence[Condition], scene: Scene) -> Condition | None:
    """The condition that the mention's clause hangs on, if any."""
    near = {token.i for token in (*climb.path, *mention.words)}
    for condition in known:
        if condition.marker.binds == "refused" and not (climb.bearing.turned or any(map(refused, climb.path))):
            continue
        hangs_on = condition.hangs_on
        while (
            hangs_on.i not in near and not condition.stated and hangs_on.pos_ not in VERBS and hangs_on.head != hangs_on
        ):
            hangs_on = hangs_on.head
        if (
            hangs_on.i in near
            and condition.hangs_on.i in scene.content | scene.cue
            and not condition.holds(mention.head)
        ):
            return condition
    return None


def _narrowed(mention: Mention) -> bool:
    """Who rejects guarantees "in the form of" troops may want them in another."""
    doc, after = mention.head.doc, mention.words[-1].i + 1
    return [token.lower_ for token in doc[after : after + 4]] == ["in", "the", "form", "of"]


def _asked(condition: Condition, scene: Scene) -> bool:
    """Whether the speaker wants what the condition names: it makes something of its own hang on it."""
    main = condition.hangs_on
    refused = bool(negations(main)) or any(map(negations, main.children))
    if not condition.marker.asks or not (condition.marker.binds == "always" or refused):
        return False
    bearing = Climb(main, (main,), 1, scene).bearing
    judged = is_a(main.lemma_, "copulas") and whose(subject_of(main), scene.voice) in {"thing", "nobody"}
    return (bearing.own or refused or judged) and not bearing.others


def _why(words: Sequence[Token]) -> str:
    ordered = sorted({word.i: word for word in words}.values(), key=lambda word: word.i)
    parts: list[str] = []
    for word, before in zip(ordered, [None, *ordered], strict=False):
        if before is not None and word.i != before.i + 1:
            parts.append("…")
        parts.append(word.text)
    return " ".join(parts)


def _merged(found: Sequence[Position], codebook: Codebook) -> tuple[Position, ...]:
    """One position an option: a direction beats "unclear", a condition beats none, opposite directions are unclear."""
    merged: list[Position] = []
    for issue in codebook.issues:
        for option in issue.options:
            same = [p for p in found if (p.issue, p.option) == (issue.id, option.id)]
            if same:
                merged.append(_one(same))
    return tuple(merged)


def _one(same: Sequence[Position]) -> Position:
    rank = {"conditional": 0, "support": 1, "oppose": 1, "unclear": 2}
    best = min(same, key=lambda p: (rank[p.stance], -p.confidence))
    if {"support", "oppose"} <= {p.stance for p in same} and best.stance != "conditional":
        why = " / ".join(dict.fromkeys(p.why for p in same))
        return Position(best.issue, best.option, "unclear", None, min(p.confidence for p in same), why)
    return best
