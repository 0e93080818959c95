"""Proposals: the instruments under negotiation that one article tells of, with the steps of their life."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from onrecord.code._rules.holder import subject_of
from onrecord.code._terms.proposals_names import Named, named, proposed
from onrecord.code._terms.proposals_steps import Found, owner, steps
from onrecord.code._terms.proposals_told import told
from onrecord.code._terms.proposals_who import Parties, antecedent
from onrecord.code._terms.proposals_words import proposal_words
from onrecord.code._terms.said import Said
from onrecord.model import Article, Attribution, ProposalMention, Referent, Span, StepMention
from onrecord.syntax import Passage

_BY_AUTHOR = ("floated", "drafted", "submitted")  # who takes such a step is its author


@dataclass(slots=True)
class _Thread:
    """An instrument through the article: every place that names it, and what is told there."""

    family: str
    stage: frozenset[str]
    words: frozenset[str]
    places: list[tuple[Passage, Named]] = field(default_factory=list)
    steps: list[StepMention] = field(default_factory=list)
    plural: bool = False
    kind: str = ""
    authors: list[int] = field(default_factory=list)
    addressees: list[int] = field(default_factory=list)
    terms: list[Span] = field(default_factory=list)

    @property
    def outlined(self) -> bool:
        """Whether its name alone tells that it is under negotiation: a draft treaty, a 20-point plan."""
        return bool(self.words and self.stage & {"draft", "framework"}) or "point" in self.words

    def takes(self, new: Named) -> bool:
        """Whether words name this instrument again."""
        if self.family != new.family:
            return False
        if not new.words and not new.stage:
            narrow = self.kind in proposal_words().lists["narrow"] and self.kind != new.kind
            return new.back and new.plural == self.plural and not narrow
        staged = self.stage == new.stage or (new.back and not new.stage)
        return staged and bool(self.words) and (new.words <= self.words or self.words <= new.words)


def proposals(
    article: Article, passages: Sequence[Passage], attributions: Sequence[Attribution], referents: Sequence[Referent]
) -> tuple[ProposalMention, ...]:
    """The instruments of an article that a step is told of, and those whose name alone tells that they are
    negotiated (a draft treaty, a 20-point plan), in the order of their first naming.

    "the plan" takes up the last instrument of its family that was named before; "a plan" is a new one. A step is told
    as done or being done; what is wished, planned, asked or denied is none. Dates of steps are not resolved here.
    """
    parties, said = Parties(passages, referents), Said(article, attributions)
    threads: list[_Thread] = []
    for number, passage in enumerate(passages):
        for sentence in passage.doc.sents:
            for new in named(list(sentence)):
                thread = _thread(threads, new)
                thread.places.append((passage, new))
                found = list(steps(new.noun, new.family))
                _note(thread, said, (number, passage), new, found, parties)
            for new, verb in proposed(list(sentence)):
                status = told(verb, "floated")
                if status is not None:
                    thread = _thread(threads, new)
                    thread.places.append((passage, new))
                    thread.terms.append(passage.span(new.first, new.last))
                    step = Found(status, verb, (verb,), subject_of(verb), None)
                    _note(thread, said, (number, passage), new, [step], parties)
    return tuple(_mention(thread) for thread in threads if thread.steps or thread.outlined)


def _thread(threads: list[_Thread], new: Named) -> _Thread:
    """The instrument that words name: of those that they can take up the one named last, or a new one, which is
    added."""
    fitting = [thread for thread in threads if thread.takes(new)]
    if fitting:
        return max(fitting, key=lambda thread: (thread.places[-1][0].start, thread.places[-1][1].noun.i))
    threads.append(_Thread(new.family, new.stage, new.words, plural=new.plural, kind=new.kind))
    return threads[-1]


def _note(
    thread: _Thread,
    said: Said,
    place: tuple[int, Passage],
    new: Named,
    steps: Sequence[Found],
    parties: Parties,
) -> None:
    number, passage = place
    thread.words |= new.words
    author = parties.of(number, owner(new.noun) or _of_a_place(new.noun))
    if author is not None:
        thread.authors.append(author)
    for found in steps:
        by, to = parties.of(number, found.by), parties.of(number, found.to)
        span = _span(passage, new, found)
        who = None if found.by is None else _as_written(antecedent(found.by))
        thread.steps.append(StepMention(found.status, by, who, span, statement=said.statement_at(span)))
        if by is not None and found.status in _BY_AUTHOR:
            thread.authors.append(by)
        if to is not None:
            thread.addressees.append(to)
    thread.terms += _terms(passage, new.noun)


def _of_a_place(noun: Token) -> Token | None:
    """The state or people that a proposal is named after: "the American proposals"."""
    if noun.lemma_.lower() not in {"proposal", "plan", "offer", "draft", "initiative"}:
        return None
    named_after = (t for t in noun.children if t.ent_type_ in {"NORP", "GPE"} and t.dep_ in {"amod", "compound"})
    return next(named_after, None)


def _as_written(token: Token) -> str:
    left = [t.i for t in token.children if t.dep_ in {"amod", "compound", "nmod", "poss", "nummod"} and t.i < token.i]
    return " ".join(token.doc[min([*left, token.i]) : token.i + 1].text.split())


def _span(passage: Passage, new: Named, found: Found) -> Span:
    words = [new.noun, *found.words, *([found.by] if found.by is not None and found.by.sent == new.noun.sent else [])]
    return passage.span(min(words, key=lambda t: t.i), max(words, key=lambda t: t.i))


def _terms(passage: Passage, noun: Token) -> list[Span]:
    """What the instrument is said to contain: "the plan would require Norway to accept a loan"."""
    verbs = [noun.head] if noun.dep_ == "nsubj" else []
    verbs += [
        t
        for t in noun.children
        if t.dep_ == "relcl" and any(s.dep_ == "nsubj" and s.lower_ in {"that", "which"} for s in t.children)
    ]
    found = []
    for verb in verbs:
        if verb.lemma_.lower() in proposal_words().lists["contains"] and verb.pos_ == "VERB":
            last = max((t for t in verb.subtree if not t.is_punct and t.i >= verb.i), key=lambda t: t.i)
            found.append(passage.span(verb, last))
    return found


def _mention(thread: _Thread) -> ProposalMention:
    passage, fullest = max(
        thread.places, key=lambda place: (len(place[1].words) + len(place[1].stage), -place[1].noun.i)
    )
    name = passage.doc[fullest.first.i : fullest.last.i + 1].text
    return ProposalMention(
        name=_unquoted(" ".join(name.split())).lstrip("-–—,;:. ") or fullest.noun.text,
        kind=fullest.kind,
        author=_most(thread.authors),
        addressee=_most(thread.addressees),
        terms=tuple(sorted(set(thread.terms))),
        spans=tuple(sorted({p.span(n.first, n.last) for p, n in thread.places})),
        steps=tuple(sorted(set(thread.steps), key=lambda s: (s.span, s.status))),
    )


def _unquoted(name: str) -> str:
    """A name without the quotation marks of which only one end stands in it."""
    for opening, closing in ("“”", '""'):
        if name.count(opening) != name.count(closing) or (opening == closing and name.count(opening) % 2):
            name = name.replace(opening, "").replace(closing, "")
    return name


def _most(numbers: Sequence[int]) -> int | None:
    return min(numbers, key=lambda n: (-numbers.count(n), n)) if numbers else None
