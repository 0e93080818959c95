"""From an article to where its words come from: the chain of those who passed each statement on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from onrecord.model import Attribution, Grade, Link, Reading, Span, Speaker
from onrecord.resolve import Forms, Lexicon
from onrecord.syntax import Passage
from onrecord.trace._naming import Naming
from onrecord.trace._relays import Relay, relays
from onrecord.trace._vocabulary import vocabulary
from onrecord.trace._within import within

_REPORT: frozenset[Grade] = frozenset({"another outlet", "document", "office"})  # who may tell what others said
_PASS_ON: frozenset[Grade] = frozenset({"another outlet", "document"})  # who cites others rather than speak for itself
_UNNAMED: frozenset[Grade] = frozenset({"unnamed source", "unnamed official"})
_NEAR = 3  # tokens between "Axios reported" and the clause that it reports
Chain = tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an attribution's frame stands: its passage, its sentence, and its tokens there from first to last."""

    passage: int
    sentence: tuple[int, int]
    first: int
    last: int


def chains(reading: Reading, passages: Sequence[Passage], lexicon: Lexicon) -> tuple[Chain, ...]:
    """The chain of each attribution of an article, parallel to them; the origin is the last link.

    The speaker is a link. Before it stand the outlets of its sentence that it spoke to ("told Reuters"), that carried
    or reported it ("…, Axios reported") and whom these cite; after it, if it is an outlet or a document itself, whom it
    cites ("citing sources familiar with the matter"). The article's own outlet is no link. What the article says in its
    own words, or of nobody, has an empty chain. "The source" goes on with the chain of the source spoken of before.
    """
    return _Tracer(reading, passages, lexicon).chains()


class _Tracer:
    def __init__(self, reading: Reading, passages: Sequence[Passage], lexicon: Lexicon) -> None:
        self._reading, self._passages = reading, passages
        forms = Forms(reading.referents)
        self._naming = [Naming(passage, reading.referents, forms, lexicon) for passage in passages]
        own = _Own(reading.article.outlet, lexicon)
        self._relays = [[r for r in relays(n) if r.role == "cited" or not own.is_it(r.who.name)] for n in self._naming]
        self._own = own
        self._starts = [passage.start for passage in passages]
        self._places = [self._place(attribution) for attribution in reading.attributions]
        self._outlet: Link | None = None  # the last outlet with a name, for "the newspaper"
        self._cited: list[tuple[str, Chain]] = []  # unnamed sources heard through an outlet: noun, chain up to them

    def chains(self) -> tuple[Chain, ...]:
        order = sorted(range(len(self._places)), key=lambda n: self._order(n))
        found = {number: self._chain(number) for number in order}
        return tuple(found[number] for number in range(len(self._places)))

    def _order(self, number: int) -> tuple[int, int]:
        place = self._places[number]
        return (place.passage, place.first) if place else (len(self._passages), number)

    def _chain(self, number: int) -> Chain:
        attribution, place = self._reading.attributions[number], self._places[number]
        base = self._base(attribution, self._speaker(number), place)
        if place is None:
            return (base,) if base else ()
        near = [relay for relay in self._relays[place.passage] if _within(relay, place.sentence)]
        near = [relay for relay in near if base is None or not _overlap(relay.who.span, base.spans)]
        outer = self._outer(number, near, base)
        chain = [*outer, *((base,) if base else ())]
        if base is not None and base.kind in _PASS_ON:
            chain += self._citing(place.first, near, chain)
        if base is not None and base.kind in _REPORT and len(chain) == len(outer) + 1:
            chain += self._within(place.passage, attribution, chain)
        if base is not None and self._is_paper(attribution, place) and base.kind in {"office", "named"}:
            chain.insert(len(outer), Link("document", self._head(attribution, place), base.spans, base.cue))
        if (
            base is not None
            and base.kind in _UNNAMED
            and not any(link.kind == "another outlet" and link.referent is not None for link in outer)
        ):
            chain = [*(self._heard_before(base) or outer), base]
        return self._settled(chain)

    def _base(self, attribution: Attribution, speaker: Speaker, place: _Place | None) -> Link | None:
        """The speaker as a link: nobody where the article itself tells of them, or where no word names them."""
        if attribution.mode == "told" or not attribution.source or not speaker.as_written:
            return None
        referent = next((r for r in self._reading.referents if r.number == speaker.referent), None)
        kind = speaker.grade or self._noun(speaker.as_written)
        name = referent.name if referent is not None else speaker.as_written
        if kind == "office" and referent is not None and referent.kind == "group" and speaker.as_written.islower():
            kind = (
                self._noun(speaker.as_written) or "unnamed source"
            )  # "members", "sides": many, and none of them named
        if (
            kind in {None, "office"}
            and place is not None
            and (token := self._token(place.passage, attribution.source[0]))
        ):
            outlet = self._naming[place.passage].outlet(token.i)
            end = outlet.span.end if outlet is not None else 0
            if outlet is not None and (
                end >= attribution.source[0].end or self._reading.article.text[end : end + 1] == ","
            ):
                kind, name = "another outlet", outlet.name  # "Iranian state TV" is no office of Iran
        if kind is None:
            kind = "office" if speaker.as_written[:1].isupper() or speaker.as_written[:1].isdigit() else None
        if kind is None or (kind == "another outlet" and self._own.is_it(name)):
            return None
        return Link(kind, name, attribution.source, attribution.cue, speaker.referent)

    def _token(self, passage: int, span: Span) -> Token | None:
        """The first token of a span, if it stands in the passage."""
        found = self._phrase(passage, span)
        return found[0] if found is not None and len(found) else None

    def _phrase(self, passage: int, span: Span) -> Phrase | None:
        start, doc = self._passages[passage].start, self._passages[passage].doc
        if not start <= span.start < start + len(doc.text):
            return None
        return doc.char_span(span.start - start, min(span.end - start, len(doc.text)), alignment_mode="expand")

    def _head(self, attribution: Attribution, place: _Place) -> str:
        """The head noun of the source, in small letters."""
        phrase = self._phrase(place.passage, attribution.source[0]) if attribution.source else None
        return phrase.root.lower_ if phrase is not None and len(phrase) else ""

    def _is_paper(self, attribution: Attribution, place: _Place) -> bool:
        return vocabulary().nouns.get(self._head(attribution, place)) == "document"

    def _within(self, passage: int, attribution: Attribution, before: Sequence[Link]) -> list[Link]:
        """Who speaks within what an outlet, a document or an office reports."""
        found = within(self._naming[passage], attribution.content)
        if found is None or any(_overlap(found[0].span, link.spans) for link in before):
            return []
        who, verb = found
        at = self._passages[passage].span(verb, verb)
        return [Link(who.kind, who.name, (who.span,), (at,), who.referent)]

    def _noun(self, written: str) -> Grade | None:
        words = written.lower().split()
        return next((vocabulary().nouns[w] for w in reversed(words) if w in vocabulary().nouns), None)

    def _outer(self, number: int, near: Sequence[Relay], base: Link | None) -> list[Link]:
        """Through whom the words came, from the article outward: who reports, whom these cite, to whom it was told."""
        place = self._places[number]
        assert place is not None
        reporting = [r for r in near if r.role == "reports" and self._reports(r, place)]
        content = [span for attribution in self._reading.attributions for span in attribution.content]
        hearing = [r for r in near if r.role == "hears" and self._is_nearest(r, number)]
        hearing = [r for r in hearing if not _overlap(r.who.span, content)]
        links: list[Link] = []
        for relay in reporting:
            links.append(_link(relay))
            links += self._citing(relay.first, near, [*links, *((base,) if base else ())])
        return [*links, *map(_link, hearing)]

    def _reports(self, relay: Relay, place: _Place) -> bool:
        """Whether an outlet's report is the frame of a statement: it trails it, or opens it right before."""
        if relay.first > place.last:
            return relay.trails
        return 0 <= place.first - relay.last - 1 <= _NEAR

    def _is_nearest(self, relay: Relay, number: int) -> bool:
        """Whether of the statements in a sentence this one, or another of the same speaker, stands next to a relay."""
        place = self._places[number]
        beside = [
            n
            for n, p in enumerate(self._places)
            if p and place and (p.passage, p.sentence) == (place.passage, place.sentence)
        ]
        nearest = min(beside, key=lambda n: _distance(self._places[n], relay))
        return nearest == number or self._same(nearest, number)

    def _same(self, one: int, other: int) -> bool:
        a, b = self._speaker(one), self._speaker(other)
        return a.referent is not None and a.referent == b.referent

    def _citing(self, after: int, near: Sequence[Relay], before: Sequence[Link]) -> list[Link]:
        """Whom the outlet or document at a token cites: the first that is cited behind it, if it is no link already."""
        cited = next((r for r in near if r.role == "cited" and r.first >= after), None)
        if cited is None or any(_overlap(cited.who.span, link.spans) for link in before):
            return []
        return [_link(cited)]

    def _heard_before(self, base: Link) -> Chain:
        """The chain up to "the source", if an outlet's source was spoken of before."""
        words = self._words(base.spans[0]).lower().split()
        if len(words) != 2 or words[0] != "the":
            return ()
        return next((chain for noun, chain in reversed(self._cited) if noun in {words[-1], words[-1] + "s"}), ())

    def _settled(self, chain: Sequence[Link]) -> Chain:
        """The chain with its common nouns for outlets put to names; what it tells is kept for later statements."""
        links: list[Link] = []
        for link in chain:
            if link.kind == "another outlet":
                words = self._words(link.spans[0]).lower().split()
                definite = len(words) == 2 and words[0] == "the"
                if link.referent is not None or link.name[:1].isupper():
                    self._outlet = link
                elif definite and self._outlet is not None:
                    link = Link(link.kind, self._outlet.name, link.spans, link.cue, self._outlet.referent)
            if not any((other.kind, other.name) == (link.kind, link.name) for other in links):
                links.append(link)
        for at, link in enumerate(links):
            if link.kind in _UNNAMED and at:
                nouns = [w for w in self._words(link.spans[0]).lower().split() if w in vocabulary().nouns]
                self._cited += [(noun, tuple(links[:at])) for noun in nouns[:1]]
        return tuple(links)

    def _words(self, span: Span) -> str:
        return self._reading.article.text[span.start : span.end]

    def _speaker(self, number: int) -> Speaker:
        return self._reading.speakers[number]

    def _place(self, attribution: Attribution) -> _Place | None:
        spans = sorted((*attribution.source, *attribution.cue)) or list(attribution.content)
        number = bisect_right(self._starts, spans[0].start) - 1
        if number < 0:
            return None
        passage = self._passages[number]
        inside = [span for span in spans if span.end <= passage.end] or spans[:1]
        words = passage.doc.char_span(
            inside[0].start - passage.start, max(s.end for s in inside) - passage.start, alignment_mode="expand"
        )
        if words is None or not len(words):
            return None
        sentence = words[0].sent.start, words[-1].sent.end
        return _Place(number, sentence, words.start, words.end - 1)


class _Own:
    """The article's own outlet, by its name and what a list calls it."""

    def __init__(self, outlet: str | None, lexicon: Lexicon) -> None:
        known = lexicon.find((outlet or "").split())
        names = {outlet or "", *(hit.entry.known.name for hit in known if hit.entry.known.kind == "outlet")}
        self._names = [_bare(name) for name in names if name]

    def is_it(self, name: str) -> bool:
        """Whether a name is the outlet's, whole or shortened ("the Post")."""
        return any(_bare(name) <= own for own in self._names)


def _bare(name: str) -> frozenset[str]:
    return frozenset(name.casefold().replace("’", "'").split()) - {"the"}


def _link(relay: Relay) -> Link:
    return Link(relay.who.kind, relay.who.name, (relay.who.span,), (relay.cue,), relay.who.referent)


def _within(relay: Relay, sentence: tuple[int, int]) -> bool:
    return sentence[0] <= relay.first < sentence[1]


def _distance(place: _Place | None, relay: Relay) -> int:
    assert place is not None
    return max(place.first - relay.last, relay.first - place.last, 0)


def _overlap(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)
