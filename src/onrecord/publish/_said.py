"""A statement with its names and words, as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Actor, Article, Dated, Ground, Position, Statement
from onrecord.publish._words import safe_id


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
