"""Who speaks within what another reports: "ISNA reported that Salehi said …"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.model import Span
from onrecord.trace._naming import Named, Naming
from onrecord.trace._quoted import quoted
from onrecord.trace._vocabulary import vocabulary

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def within(naming: Naming, content: Sequence[Span]) -> tuple[Named, Token] | None:
    """Who speaks in the main clause of what is reported, and their verb; None where nobody with a name or description
    does. What stands in quotation marks is theirs already."""
    passage = naming.passage
    tokens = [token for span in content for token in _tokens(naming, span)]
    inside = {token.i for token in tokens}
    marked = quoted(passage.doc.text, Span(0, len(passage.doc.text)))
    for token in tokens:
        if token.lemma_.lower() not in vocabulary().says or any(above.i in inside for above in token.ancestors):
            continue
        if any(span.start <= token.idx < span.end for span in marked):
            continue
        subject = next((child for child in token.children if child.dep_ in _SUBJECTS and child.i in inside), None)
        who = naming.source(subject.left_edge.i) if subject is not None else None
        if who is not None:
            return who, token
    return None


def _tokens(naming: Naming, span: Span) -> Sequence[Token]:
    doc, start = naming.passage.doc, naming.passage.start
    found = doc.char_span(max(span.start - start, 0), min(span.end - start, len(doc.text)), alignment_mode="expand")
    return list(found) if found is not None and span.start < start + len(doc.text) and span.end > start else []
