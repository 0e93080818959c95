"""An article's text as its page shows it: paragraphs in marked segments, with the statements that begin in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from onrecord.model import Article, ParagraphRole, Spans
from onrecord.publish._instruments import words_anchor
from onrecord.publish._mark import Kind, Mark, Segment, marked_paragraphs
from onrecord.publish._pages import event_anchor, role_anchor
from onrecord.publish._said import Said
from onrecord.publish._views import Views


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph in segments; `notes` are the statements that begin in it, numbered through the article."""

    role: ParagraphRole
    segments: Sequence[Segment]
    notes: Sequence[tuple[int, Said]]

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each statement that begins here, by its anchor."""
        return {said.anchor: number for number, said in self.notes}

    @property
    def text(self) -> str:
        return "".join(segment.text for segment in self.segments)


def passages(views: Views, article: Article) -> list[Passage]:
    """The text of an article with everything marked that some page leads to."""
    said = {one.anchor: one for one in views.by_article[article.id]}
    marks = [mark for one in said.values() for mark in _marks(one)]
    for actor, role in views.shown.roles[article.id]:
        marks.append(Mark(role.span, "evidence", role_anchor(actor, role)))
    for event, number, span in views.shown.events[article.id]:
        marks.append(Mark(span, "evidence", event_anchor(event, number)))
    marks += [Mark(span, "evidence", words_anchor(span)) for span in views.shown.instruments[article.id]]
    numbers = count(1)
    found = []
    segmented = marked_paragraphs(article.text, article.paragraphs, marks)
    for paragraph, segments in zip(article.paragraphs, segmented, strict=True):
        begun = [said[anchor] for segment in segments for anchor in segment.opens if anchor in said]
        found.append(Passage(paragraph.role, segments, [(next(numbers), one) for one in begun]))
    return found


def _marks(said: Said) -> Iterator[Mark]:
    attribution = said.statement.attribution
    kinds: tuple[tuple[Kind, Spans], ...] = (
        ("source", attribution.source),
        ("cue", attribution.cue),
        ("content", attribution.content),
    )
    return (Mark(span, kind, said.anchor) for kind, spans in kinds for span in spans)
