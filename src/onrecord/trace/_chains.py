"""From an article to where its words come from: the chain of those who passed each statement on."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Grade, Link, Reading, Span
from onrecord.resolve import Forms, Lexicon
from onrecord.syntax import Passage
from onrecord.trace._earlier import Chain, Earlier, has_name
from onrecord.trace._naming import Named, Naming
from onrecord.trace._papers import author, carried, is_about, paper, said_in
from onrecord.trace._places import Place, Places
from onrecord.trace._relays import Relay, relays
from onrecord.trace._speakers import Own, Speakers
from onrecord.trace._vocabulary import UNNAMED
from onrecord.trace._within import NEAR, within

_REPORT: frozenset[Grade] = frozenset({"another outlet", "document", "office"})  # who may tell what others said
_PASS_ON: frozenset[Grade] = frozenset({"another outlet", "document"})  # who cites others rather than speak for itself


def chains(reading: Reading, passages: Sequence[Passage], lexicon: Lexicon) -> tuple[Chain, ...]:
    """The chain of each attribution of an article, parallel to them; the origin is the last link.

    The speaker is a link. Before it stand the outlets of its sentence that it spoke to ("told Reuters"), that carried
    or reported it ("…, Axios reported") and whom these cite; after it, if it is an outlet or a document itself, whom it
    cites ("citing sources familiar with the matter") and who speaks in what it reports. The article's own outlet is no
    link. What the article says in its own words, or of nobody, has an empty chain. "The source" goes on with the chain
    of the source spoken of before.
    """
    return _Tracer(reading, passages, lexicon).chains()


class _Tracer:
    def __init__(self, reading: Reading, passages: Sequence[Passage], lexicon: Lexicon) -> None:
        self._reading = reading
        forms, own = Forms(reading.referents), Own(reading.article.outlet, lexicon)
        self._naming = [Naming(passage, reading.referents, forms, lexicon) for passage in passages]
        self._relays = [[r for r in relays(n) if r.role == "cited" or not own.is_it(r.who.name)] for n in self._naming]
        self._in = Places(passages)
        self._places = [self._in.of(attribution) for attribution in reading.attributions]
        self._speakers = Speakers(reading, self._in, self._naming, own)
        self._earlier = Earlier(reading.article.text, {referent.number: referent for referent in reading.referents})

    def chains(self) -> tuple[Chain, ...]:
        last = len(self._naming)
        order = sorted((p.passage, p.first, n) if p else (last, n, n) for n, p in enumerate(self._places))
        found = {number: self._chain(number) for *_, number in order}
        return tuple(found[number] for number in range(len(self._places)))

    def _chain(self, number: int) -> Chain:
        place, speaker = self._places[number], self._speakers.link(number, self._places[number])
        if place is None:
            return (speaker,) if speaker else ()
        near = [relay for relay in self._relays[place.passage] if place.sentence[0] <= relay.first < place.sentence[1]]
        near = [relay for relay in near if speaker is None or not _overlap(relay.who.span, speaker.spans)]
        outer = self._outer(number, place, near, speaker)
        if speaker is None:
            return self._earlier.settled(outer)
        if speaker.kind in UNNAMED and not any(link.kind == "another outlet" and has_name(link) for link in outer):
            outer = list(self._earlier.heard(speaker)) or outer
        spoken = self._with_papers(number, place, speaker)
        return self._earlier.settled([*outer, *spoken, *self._inner(number, place, near, [*outer, *spoken])])

    def _outer(self, number: int, place: Place, near: Sequence[Relay], speaker: Link | None) -> list[Link]:
        """Through whom the words came, from the article outward: who reports, whom these cite, to whom it was told."""
        content = [span for attribution in self._reading.attributions for span in attribution.content]
        links: list[Link] = []
        for relay in near:
            if relay.role == "reports" and _reports(relay, place):
                links.append(_link(relay))
                links += _citing(relay.first, near, [*links, *((speaker,) if speaker else ())])
        hearing = [r for r in near if r.role == "hears" and not _overlap(r.who.span, content)]
        return [*links, *(_link(relay) for relay in hearing if self._is_nearest(relay, number, place))]

    def _with_papers(self, number: int, place: Place, speaker: Link) -> list[Link]:
        """The speaker, with the paper that speaks for it or that it passes on, and whose that is."""
        attribution, naming = self._reading.attributions[number], self._naming[place.passage]
        noun = paper(self._in.tokens(place.passage, attribution.source[:1]))
        if noun is not None and speaker.kind in {"office", "named"}:
            written = Link("document", noun.lower_, speaker.spans, speaker.cue)
            return [written] if is_about(naming, noun, speaker.referent) else [written, speaker]
        if speaker.kind != "another outlet":
            return [speaker]
        passed_on = noun if noun is not None else said_in(self._in.tokens(place.passage, attribution.cue))
        if passed_on is None:
            return [speaker]
        links = [speaker]
        if passed_on is not noun or carried(passed_on):
            links.append(
                Link("document", passed_on.lower_, (naming.passage.span(passed_on, passed_on),), attribution.cue)
            )
        whose = author(naming, passed_on)
        return [*links, _named(whose[0], naming.passage.span(whose[1], whose[1]))] if whose is not None else links

    def _inner(self, number: int, place: Place, near: Sequence[Relay], before: Sequence[Link]) -> list[Link]:
        """Whom the last of a chain cites, and who speaks in what that one or those it cites report."""
        links = _citing(place.first, near, before) if before[-1].kind in _PASS_ON else []
        chain = [*before, *links]
        if chain[-1].kind not in _REPORT:
            return links
        content = self._in.tokens(place.passage, self._reading.attributions[number].content)
        taken = [span for link in chain for span in link.spans]
        naming = self._naming[place.passage]
        beside = list(naming.passage.doc[slice(*place.sentence)]) if chain[-1].kind in _PASS_ON else []
        found = within(naming, content, beside, taken, self._earlier)
        return [*links, found] if found is not None else links

    def _is_nearest(self, relay: Relay, number: int, place: Place) -> bool:
        """Whether of the statements in a sentence this one, or another of the same speaker, stands next to a relay."""
        here = [(p, n) for n, p in enumerate(self._places) if p is not None and p.passage == place.passage]
        nearest = min((p.distance(relay.first, relay.last), n) for p, n in here if p.sentence == place.sentence)[1]
        one, other = self._reading.speakers[nearest], self._reading.speakers[number]
        return nearest == number or (one.referent is not None and one.referent == other.referent)


def _reports(relay: Relay, place: Place) -> bool:
    """Whether an outlet's report is the frame of a statement: it trails it, or opens it right before."""
    if relay.first > place.last:
        return relay.trails
    return 0 <= place.first - relay.last - 1 <= NEAR


def _citing(after: int, near: Sequence[Relay], before: Sequence[Link]) -> list[Link]:
    """Whom the outlet or document at a token cites: the first that is cited behind it, if it is no link already."""
    cited = next((relay for relay in near if relay.role == "cited" and relay.first >= after), None)
    if cited is None or any(_overlap(cited.who.span, link.spans) for link in before):
        return []
    return [_link(cited)]


def _link(relay: Relay) -> Link:
    return _named(relay.who, relay.cue)


def _named(who: Named, cue: Span) -> Link:
    return Link(who.kind, who.name, (who.span,), (cue,), who.referent)


def _overlap(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)
