"""Traits of a candidate: the facts beside cue and frame on which the decision rests, each a word or two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.attribute._candidates import Range
from onrecord.attribute._mode import ALL, quoted_share
from onrecord.attribute._quotes import Quotation
from onrecord.model import Spans
from onrecord.syntax import Passage

_TELLING = frozenset({"neg", "auxpass", "dobj", "ccomp", "xcomp"})
_SPEAKING_ENTITIES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_LENGTHS = (1, 2, 4, 8, 16, 32)  # words


def traits_of(cue: Token, source: Token | None) -> Iterator[str]:
    """Who speaks, and the form and place of the cue."""
    yield f"source={_kind(source)}"
    if source is not None and source.pos_ == "NOUN":
        yield f"source noun {source.lemma_.lower()}"
    yield f"tag={cue.tag_}"
    yield f"dep={cue.dep_}"
    for child in cue.children:
        if child.dep_ in _TELLING or child.tag_ == "MD":
            yield f"with={child.dep_ if child.tag_ != 'MD' else 'modal'}"


def content_traits(text: str, content: Spans, quotes: Sequence[Quotation]) -> Iterator[str]:
    """How long a content is, in how many pieces, and how much of it is quoted."""
    words = sum(len(text[part.start : part.end].split()) for part in content)
    yield f"words={next((length for length in _LENGTHS if words <= length), 'more')}"
    yield f"pieces={min(len(content), 3)}"
    covered = quoted_share(content, quotes)
    yield f"quoted={'all' if covered >= ALL else 'part' if covered else 'none'}"


def object_trait(passage: Passage, content: Sequence[Range]) -> str:
    """What the content is a phrase of: a person is praised, a plan proposed."""
    head = passage.doc[content[0][0] : content[-1][1] + 1].root
    return f"content={head.ent_type_ or head.pos_}"


def _kind(source: Token | None) -> str:
    if source is None:
        return "none"
    if source.pos_ == "PRON":
        return f"pronoun {source.lower_}"
    if source.ent_type_ in _SPEAKING_ENTITIES:
        return f"name {source.ent_type_}"
    return source.pos_.lower()
