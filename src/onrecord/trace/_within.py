"""Who speaks within what another reports: "ISNA reported that Salehi said …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model import Link, Span
from onrecord.trace._earlier import Earlier
from onrecord.trace._naming import Naming
from onrecord.trace._quoted import quoted
from onrecord.trace._vocabulary import vocabulary

NEAR = 3  # tokens between a verb and what it frames


def within(
    naming: Naming, content: Sequence[Token], beside: Sequence[Token], taken: Sequence[Span], earlier: Earlier
) -> Link | None:
    """Who speaks in what is reported: the subject of its main clause, or of a verb among the tokens of `beside` that
    stands right before or behind it; None where nobody does who has a name or description, and where the words of
    `taken` name them."""
    passage = naming.passage
    marked = quoted(passage.doc.text, Span(0, len(passage.doc.text)))
    for verb in _frames(beside, content):
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if subject is None or any(span.start <= subject.idx < span.end for span in marked):
            continue  # what stands in quotation marks is theirs already
        at, cue = passage.span(subject, subject), passage.span(verb, verb)
        who = naming.source(subject.left_edge.i)
        if any(at.start < span.end and span.start < at.end for span in taken):
            continue
        if who is not None:
            return Link(who.kind, who.name, (who.span,), (cue,), who.referent)
        if (person := earlier.person(subject, at, cue)) is not None:
            return person
    return None


def _frames(beside: Sequence[Token], content: Sequence[Token]) -> Iterator[Token]:
    """The verbs of saying of what is reported: of its main clause, then those that it stands next to."""
    inside = {token.i for token in content}
    for token in content:
        if _says(token) and not any(above.i in inside for above in token.ancestors):
            yield token
    for token in beside:
        if _says(token) and token.i not in inside and any(abs(token.i - at) <= NEAR for at in inside):
            yield token


def _says(token: Token) -> bool:
    return token.lemma_.lower() in vocabulary().says and token.pos_ == "VERB"
