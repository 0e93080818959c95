"""In which sentences of a collection the options of a codebook are mentioned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from onrecord.code._codebook.book import Codebook
from onrecord.code._rules.places import Places
from onrecord.code._rules.sentences import Sentences
from onrecord.model import Span, Spans
from onrecord.syntax import Passage, paragraphs_of, parse

Contents = tuple[str, Spans]  # an article's text, and the spans of what is said in it


def uses(
    codebook: Codebook, contents: Iterable[Contents], progress: Callable[[str, int], None]
) -> dict[tuple[str, str], frozenset[int]]:
    """Issue and option → the sentences, numbered through the collection, in which something said mentions it."""
    found: dict[tuple[str, str], set[int]] = {}
    number = 0
    for done, (text, spans) in enumerate(contents, 1):
        progress("looking for the options in articles", done)
        passages = said_in(text, spans)
        sentences, places = Sentences(passages, codebook), Places(passages)
        for passage, tokens in places.covered(spans):
            for sentence in passage.doc.sents:
                number += 1
                for mention in sentences.read(passage, sentence).mentions:
                    if any(word.i in tokens for word in mention.words):
                        found.setdefault((mention.issue, mention.option), set()).add(number)
    return {key: frozenset(numbers) for key, numbers in found.items()}


def said_in(text: str, spans: Spans) -> tuple[Passage, ...]:
    """The parsed paragraphs of a text that the spans touch."""
    return parse(text, list(_touched(paragraphs_of(text), spans)))


def _touched(paragraphs: Sequence[Span], spans: Spans) -> Iterator[Span]:
    ordered, at = sorted(spans), 0
    for paragraph in paragraphs:
        while at < len(ordered) and ordered[at].end <= paragraph.start:
            at += 1
        if any(span.start < paragraph.end and span.end > paragraph.start for span in ordered[at:]):
            yield paragraph
