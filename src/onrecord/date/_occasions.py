"""The days of the occasions that an article tells of, and the words that go back to one ("at the ceremony")."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.date._resolve import UNKNOWN, resolve
from onrecord.date._saying import listed
from onrecord.date._syntax import VERBAL, Time, above
from onrecord.model import Dated

_DAY = len("2015-03-30")
_DEFINITE = frozenset({"the", "that", "this", "same"})


@dataclass(frozen=True, slots=True)
class Occasions:
    """The days that an article tells of as past: those told with a noun for an occasion, by its lemma; and all of them,
    each with the number of the passage and of the token."""

    named: Mapping[str, frozenset[str]]
    days: tuple[tuple[int, int, str], ...]

    def day(self, cue: Sequence[Token], content: Collection[int], passage: int) -> Dated:
        """The day of the occasion that the clause of a cue goes back to.

        "At the ceremony" is the one that was called so ("at a ceremony on Tuesday"), else what the article told before
        it, if that was all on one day ("signed the page on Tuesday"). Unknown where it goes back to none or to several.
        """
        noun = next(_gone_back_to(cue, content), None)
        if noun is None:
            return UNKNOWN
        before = {day for number, token, day in self.days if (number, token) < (passage, cue[0].i)}
        days = self.named.get(noun.lemma_) or before
        return Dated(min(days), "inferred") if len(days) == 1 else UNKNOWN


def occasions(published: str | None, times: Sequence[Sequence[Time]]) -> Occasions:
    """The occasions that the sentences of an article set on a day in the past; `times` are those of each passage."""
    named: dict[str, set[str]] = {}
    days: list[tuple[int, int, str]] = []
    for passage, time in ((number, time) for number, each in enumerate(times) for time in each):
        value = resolve(time.meaning, published, "past").value or ""
        if len(value) < _DAY or not _is_past(time):
            continue
        days.append((passage, time.words.start, value[:_DAY]))
        for noun in time.words.sent:
            if noun.lemma_ in listed("occasions") and noun.pos_ == "NOUN":
                named.setdefault(noun.lemma_, set()).add(value[:_DAY])
    return Occasions({noun: frozenset(on) for noun, on in named.items()}, tuple(days))


def _is_past(time: Time) -> bool:
    verb = next((token for token in above(time.words.root) if token.pos_ in VERBAL), None)
    return verb is not None and verb.tag_ in {"VBD", "VBN"} and not any(t.tag_ in {"MD", "TO"} for t in verb.children)


def _gone_back_to(cue: Sequence[Token], content: Collection[int]) -> Iterator[Token]:
    for verb in (token for token in cue if token.pos_ in VERBAL):
        for link in verb.children:
            if link.i in content or link.lower_ not in {"at", "in", "during", "after"}:
                continue
            for noun in link.children:
                definite = any(child.lower_ in _DEFINITE for child in noun.children)
                if noun.dep_ == "pobj" and definite and noun.lemma_ in listed("occasions"):
                    yield noun
