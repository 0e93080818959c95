"""The readers that are compared: a text in, its attributions out in the form that the scorer reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from onrecord.attribute import attribute, reader
from onrecord.model import Span
from onrecord.syntax import Passage, paragraphs_of, parse

Plain = dict[str, list[list[int]]]
SAMPLE = "“We are ready,” the minister said."  # any reader finds this, and has loaded all it needs once it has


def ours(text: str, name: str) -> list[Plain]:
    """The attributions of one of onrecord's readers."""
    return [_plain(a.source, a.cue, a.content) for a in attribute(text, reader(name))]


def textacys(text: str) -> list[Plain]:
    """The direct quotations that textacy finds, a paragraph at a time; it gives up on a paragraph with odd marks."""
    from textacy.extract.triples import direct_quotations  # here, so that it doesn't count in the start of the others

    found: list[Plain] = []
    for passage in parse(text, paragraphs_of(text)):
        try:
            triples = list(direct_quotations(passage.doc))
        except ValueError:
            continue
        for triple in triples:
            content = (passage.span(triple.content[0], triple.content[-1]),)
            found.append(_plain(_each(passage, triple.speaker), _each(passage, triple.cue), content))
    return found


READERS: dict[str, Callable[[str], list[Plain]]] = {
    "onrecord model": partial(ours, name="model"),
    "onrecord rules": partial(ours, name="rules"),
    "textacy direct_quotations": textacys,
}


def _each(passage: Passage, tokens: Iterable[Any]) -> tuple[Span, ...]:
    return tuple(passage.span(token, token) for token in tokens)


def _plain(source: Iterable[Span], cue: Iterable[Span], content: Iterable[Span]) -> Plain:
    parts = {"source": source, "cue": cue, "content": content}
    return {name: [[span.start, span.end] for span in spans] for name, spans in parts.items()}
