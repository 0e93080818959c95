"""A statement with its names and words, as a page shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.model import Actor, Article, Dated, Ground, Position, Span, Statement
from onrecord.publish._words import safe_id, when, words


@dataclass(frozen=True, slots=True)
class Held:
    """A position with the codebook's names for it, the condition in words, and the option that it asks for by name."""

    position: Position
    issue: str
    option: str
    condition: str | None
    linked: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with all that a page says of it; `words` are verbatim, `anchor` is its place in its article.

    The words of what the article tells have their subject with them: "Kyiv has rejected the plan".
    """

    statement: Statement
    article: Article
    actor: Actor | None
    speaker: str
    when: Dated
    words: str
    held: tuple[Held, ...]

    @property
    def anchor(self) -> str:
        return "s-" + safe_id(self.statement.id)

    @property
    def ground(self) -> Ground:
        """Whether its speaker's own positions in it are its own words, or the article's."""
        return "told" if self.statement.attribution.mode == "told" else "own"

    @property
    def issues(self) -> tuple[str, ...]:
        """Ids of the issues that it takes a position on, each once."""
        return tuple(dict.fromkeys(held.position.issue for held in self.held))

    @property
    def strength(self) -> tuple[float, bool, bool]:
        """How plainly it takes a position: by confidence, then in its own words, then with a name."""
        confidence = max((held.position.confidence for held in self.held), default=0.0)
        return confidence, self.statement.attribution.mode == "direct", self.statement.grade == "named"


def said_of(statement: Statement, article: Article, actor: Actor | None, name: Callable[..., str]) -> Said:
    """A statement of an article with its names and words; `name` gives the codebook's for an issue or its option."""
    return Said(
        statement=statement,
        article=article,
        actor=actor,
        speaker=actor.name if actor else statement.as_written or "somebody not named",
        when=when(statement, article),
        words=words(article, _shown(statement)),
        held=tuple(_held(article, position, name) for position in statement.positions),
    )


def _held(article: Article, position: Position, name: Callable[..., str]) -> Held:
    condition = words(article, [position.condition]) if position.condition else None
    issue, option = name(position.issue), name(position.issue, position.option)
    return Held(position, issue, option, condition, name(*position.linked) if position.linked else None)


def _shown(statement: Statement) -> Sequence[Span]:
    attribution = statement.attribution
    if attribution.mode != "told":
        return attribution.content
    spans = (*attribution.source, *attribution.content)
    return (Span(min(span.start for span in spans), max(span.end for span in spans)),)
