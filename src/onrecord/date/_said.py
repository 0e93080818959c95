"""When each attribution was said, as far as the words around its cue tell."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.date._carried import Told, carried
from onrecord.date._occasions import occasions
from onrecord.date._resolve import UNKNOWN, resolve
from onrecord.date._saying import listed
from onrecord.date._syntax import VERBAL, Time, above, passage_at, times, tokens
from onrecord.model import Article, Attribution, Dated, Speaker
from onrecord.syntax import Passage

_WHEN = frozenset({"on", "in", "at", "during", "over"})
_INTO_TIME = frozenset({"on", "late", "early", "earlier", "later", "in"})


def said(
    article: Article, passages: Sequence[Passage], attributions: Sequence[Attribution], speakers: Sequence[Speaker]
) -> tuple[Dated, ...]:
    """When each was said, parallel to `attributions` and `speakers`.

    A time counts when it modifies the cue: "said on Thursday", "in a statement last week", "Speaking on 3 March, she
    said". It is set against the article's date of publication, into the past: a day of the week is the latest such day
    that is not after publication. Else the day of the occasion that the words go back to counts ("at the ceremony"),
    else that of the same speaker's statement before it (see `carried`). Where the words say nothing, need a date of
    publication that is not known, or tell what will be said, the result is unknown; the date of publication itself is
    never put in its place.
    """
    found = [times(passage) for passage in passages]
    known = occasions(article.published.value, found)
    told: list[Told | None] = []
    for attribution, speaker in zip(attributions, speakers, strict=True):
        at = passage_at(passages, attribution.cue[0].start) if attribution.cue else None
        if at is None:
            told.append(None)
            continue
        cue = tuple(token for span in attribution.cue for token in tokens(passages[at], span))
        content = {token.i for span in attribution.content for token in tokens(passages[at], span)}
        own = _date(article.published.value, cue, content, found[at])
        if not own.value:
            own = known.day(cue, content, at)
        told.append(Told(attribution, speaker, cue, frozenset(content), found[at], own))
    title = next((paragraph.span.end for paragraph in article.paragraphs if paragraph.role == "title"), 0)
    return carried(told, title)


def _date(published: str | None, cue: Sequence[Token], content: set[int], found: Sequence[Time]) -> Dated:
    if not cue or _is_to_come(cue):
        return UNKNOWN
    near = [
        (min(abs(time.words.root.i - token.i) for token in cue), time)
        for time in found
        if time.words.sent == cue[0].sent and _modifies(time, cue, content)
    ]
    for _, time in sorted(near, key=lambda pair: pair[0]):
        date = resolve(time.meaning, published, "past")
        if date.value and not _in_the_future(date.value, published):
            return date
    return UNKNOWN


def _is_to_come(cue: Sequence[Token]) -> bool:
    """Whether the cue tells what will be said: "will call for", "is expected to say"."""
    return any(token.tag_ == "MD" and token.lower_ not in {"would", "could"} for token in cue) or any(
        child.lower_ in {"will", "shall", "’ll", "'ll", "to"} and child.dep_ == "aux"
        for token in cue
        for child in token.children
    )


def _in_the_future(value: str, published: str | None) -> bool:
    return bool(published) and value > str(published)[: len(value)]


def _modifies(time: Time, cue: Sequence[Token], content: set[int]) -> bool:
    if _follows_at_once(time, cue):
        return True
    if any(token.i in content for token in time.words):
        return False
    led = time.words.root.head
    if led.dep_ == "prep" and led.lower_ not in _WHEN:  # "declared a truce for Tuesday", "said until last year"
        return False
    targets = {token.i for token in cue if token.pos_ in VERBAL or token.lemma_ in listed("sayings")} or {cue[0].i}
    for head in above(time.words.root):
        if head.i in targets:
            return True
        if head.pos_ in VERBAL:
            return _sets_the_scene(time, head, cue)
        if head.pos_ == "NOUN" and head.lemma_ not in listed("sayings"):
            return False
    return False


def _sets_the_scene(time: Time, verb: Token, cue: Sequence[Token]) -> bool:
    """Whether a time that hangs on another verb still dates the cue."""
    if verb.dep_ in {"acl", "relcl"} and verb.lemma_ in listed("issued"):  # "an interview published on Sunday"
        itself = verb.head.lemma_ in listed("sayings") or verb.head.pos_ == "PROPN"  # "with NPR that aired Tuesday"
        return itself and any(token in above(verb) for token in cue)
    if verb.dep_ == "advcl" and verb.head in cue:  # "Speaking on Thursday, she said"
        return verb.lemma_ in listed("speaking") or (verb.tag_ == "VBG" and time.words.root.i < min(t.i for t in cue))
    first = any(token.dep_ == "conj" and token.head == verb for token in cue)
    return first and time.words.root.i < verb.i  # "On Thursday, he praised the talks and said"


def _follows_at_once(time: Time, cue: Sequence[Token]) -> bool:
    """Whether the time comes right after the verb of saying, where news English puts it, whatever the parse."""
    last = max(cue, key=lambda token: token.i)
    between = last.doc[last.i + 1 : time.words.start] if time.words.start > last.i else None
    if between is None or len(between) > 2 or last.pos_ not in VERBAL or time.words.root.dep_ in {"nsubj", "nsubjpass"}:
        return False
    after = last.doc[time.words.end] if time.words.end < len(last.doc) else None
    possessive = after is not None and after.tag_ == "POS"
    return not possessive and all(token.lower_ in _INTO_TIME for token in between)
