"""Whom the noun phrase at a word names, and how far they are on the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.model import ActorKind, Grade, Referent, Span
from onrecord.resolve import Forms, Lexicon
from onrecord.syntax import Passage
from onrecord.trace._vocabulary import vocabulary

_GRADES: dict[ActorKind, Grade] = {"person": "named", "outlet": "another outlet", "document": "document"}
_OPENS = frozenset({"DET", "NUM", "PRON"})
_LONGEST = 14  # words of a source's description after its head noun
_ENDS = frozenset({"that", "who", "which", "whose", "as", "said", "reported", "and"})


@dataclass(frozen=True, slots=True)
class Named:
    """A noun phrase: the tokens `start` to `end` (exclusive) of its passage. `head` is its noun in small letters, in
    the singular. `generic`: an outlet of which only a common noun is given ("the newspaper")."""

    kind: Grade
    name: str
    span: Span
    start: int
    end: int
    head: str
    referent: int | None = None
    generic: bool = False


class Naming:
    """Names by the tokens of one passage."""

    def __init__(self, passage: Passage, referents: Sequence[Referent], forms: Forms, lexicon: Lexicon) -> None:
        doc = passage.doc
        self.passage, self._by_number = passage, {referent.number: referent for referent in referents}
        self._referent: dict[int, int] = {}
        for start, end, number in forms.places(doc.text):
            words = doc.char_span(start, end, alignment_mode="expand")
            self._referent |= {token.i: number for token in words or ()}
        self._known = {
            at: hit.entry.known for hit in lexicon.find([t.text for t in doc]) for at in range(hit.start, hit.end)
        }
        self._chunks = {token.i: (chunk.start, chunk.end) for chunk in doc.noun_chunks for token in chunk}

    def outlets(self) -> Iterator[Named]:
        """Every outlet that the passage names or speaks of as one, in order."""
        at = 0
        while at < len(self.passage.doc):
            found = self.outlet(at)
            yield from (found,) if found else ()
            at = found.end if found else at + 1

    def outlet(self, at: int) -> Named | None:
        """The outlet whose noun phrase begins at a token: with its name, or with a common noun for an outlet."""
        end, doc = self._end(at), self.passage.doc
        named = next((i for i in range(at, end) if self._outlets(i)), None)
        if named is not None:
            nouns = vocabulary().outlets | vocabulary().fronts  # "the official Xinhua" goes on with "news agency"
            stop = next((i for i in range(named, end) if not self._outlets(i) and doc[i].lower_ not in nouns), end)
            if (longer := self._proper(stop + 1)) > stop + 1 and doc[stop].lower_ == "of":
                return self._named("another outlet", at, longer, named, name=doc[named:longer].text)  # "Times of Tarn"
            return self._named("another outlet", at, stop, named)
        noun = next((i for i in range(at, end) if self._is_outlet(i, at)), None)
        if noun is None:
            return None
        if doc[noun].is_lower and (longer := self._proper(noun + 1)) > noun + 1:  # "state news agency SANA"
            return self._named("another outlet", at, longer, noun, name=doc[noun + 1 : longer].text)
        return self._named("another outlet", at, noun + 1, noun, generic=True)

    def source(self, at: int) -> Named | None:
        """Whoever or whatever the noun phrase at a token names; None where it names no source."""
        if found := self.outlet(at):
            return found
        end = self._end(at)
        doc = self.passage.doc
        for i in reversed(range(at, end)):
            kind = self._kind(i) or vocabulary().nouns.get(doc[i].lower_)
            if doc[i].lower_ in vocabulary().spokesmen and (body := self._body(at, i)) is not None:
                return self._named("office", at, max(end, i + 1), body)  # a spokesman without a name speaks as the body
            if kind is not None:
                described = kind in {"unnamed source", "unnamed official"}
                return self._named(kind, at, self._described(i, end) if described else max(end, i + 1), i)
        return None

    def referent(self, at: int) -> int | None:
        """Whom a token names, by number."""
        return self._referent.get(at)

    def _end(self, at: int) -> int:
        """Where the noun phrase at a token ends, one that stands in apposition with it."""
        _, end = self._chunks.get(at, (at, at + 1))
        following = self._chunks.get(end)
        last = self.passage.doc[end - 1]
        if (
            following
            and following[0] == end
            and self.passage.doc[end].ent_type_
            and last.is_lower
            and last.pos_ == "NOUN"
        ):
            return following[1]  # "the business newspaper" "Handelsblatt"
        return max(end, at + 1)

    def _described(self, head: int, end: int) -> int:
        """Where the description of an unnamed source ends: "sources familiar with the matter"."""
        doc = self.passage.doc
        last = min(doc[head].right_edge.i, head + _LONGEST, len(doc) - 1)
        stop = next((t.i for t in doc[head + 1 : last + 1] if t.is_punct or t.lower_ in _ENDS), last + 1)
        return max(stop, min(end, stop), head + 1)

    def _outlets(self, i: int) -> bool:
        return self._kind(i) == "another outlet"

    def _kind(self, i: int) -> Grade | None:
        known, number = self._known.get(i), self._referent.get(i)
        if known is not None and known.kind == "outlet":
            return "another outlet"
        referent = self._by_number.get(number) if number is not None else None
        kind = referent.kind if referent is not None else known.kind if known is not None else None
        token = self.passage.doc[i]
        if referent is None and known is None and token.ent_type_ == "PERSON" and _heads(token):
            return "named"  # who does nothing else in the article
        if kind is None or kind == "unnamed":
            return None
        if kind not in _GRADES and not _heads(token):
            return None  # the state of "Iranian officials" is no source
        return _GRADES.get(kind, "office")

    def _body(self, start: int, end: int) -> int | None:
        """The first word of a phrase that names a state or a body."""
        return next(
            (i for i in range(start, end) if (n := self._referent.get(i)) is not None and self._speaks(n)), None
        )

    def _speaks(self, number: int) -> bool:
        return self._by_number[number].kind in {"office", "state", "organisation"}

    def _proper(self, start: int) -> int:
        """Where the proper name at a token ends that is no person's; the token itself where there is none."""
        doc, end = self.passage.doc, start
        while end < len(doc) and doc[end].pos_ == "PROPN" and self._kind(end) != "named":
            end += 1
        return end

    def _is_outlet(self, i: int, first: int) -> bool:
        doc, words = self.passage.doc, vocabulary()
        if doc[i].lower_ not in words.outlets:
            return False
        if doc[i].dep_ in {"compound", "amod"} and not (doc[i].is_lower and self._proper(i + 1) > i + 1):
            return False
        before = {t.lower_ for t in doc[first:i]}
        if doc[i].lower_ not in words.needs:
            return "social" not in before
        return bool(before & words.fronts) and (doc[i].is_lower or doc[i - 1].lower_ in words.fronts - {"national"})

    def _named(
        self, kind: Grade, start: int, end: int, at: int, *, generic: bool = False, name: str | None = None
    ) -> Named:
        doc = self.passage.doc
        number, known = self._referent.get(at), self._known.get(at)
        referent = self._by_number.get(number) if number is not None else None
        same = referent is not None and _GRADES.get(referent.kind, "office") == kind and not generic
        listed = known is not None and (known.kind == "outlet") == (kind == "another outlet")
        bare = next((i for i in range(start, end) if doc[i].pos_ not in _OPENS), start)
        text = " ".join(doc[bare:end].text.split())
        name = name or (known.name if listed and known else referent.name if same and referent else text)
        span = self.passage.span(doc[start], doc[end - 1])
        return Named(kind, name, span, start, end, doc[at].lemma_.lower(), number if same else None, generic)


def _heads(token: Token) -> bool:
    return token.dep_ not in {"compound", "amod", "nmod", "poss", "det"}
