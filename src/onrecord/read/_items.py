"""A paragraph of the page while it is being judged: its parts in order, each kept or with the reason to leave it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a paragraph; `reason` is None as long as they stay."""

    text: str
    reason: str | None = None


@dataclass(slots=True)
class Item:
    """One paragraph. Judges change it in place; no word ever leaves it."""

    parts: list[Part]
    heading: bool = False

    @property
    def kept(self) -> str:
        """The words that stay."""
        return " ".join(part.text for part in self.parts if part.reason is None)

    def leave_out(self, reason: str) -> None:
        """Let the words that had stayed go as well."""
        self.parts = [part if part.reason else Part(part.text, reason) for part in self.parts]

    def split(self, start: int, end: int, reason: str) -> None:
        """Let the words from `start` to `end` of the last part go."""
        text = self.parts[-1].text
        pieces = (
            Part(text[:start].strip()),
            Part(text[start:end].strip(), reason),
            Part(text[end:].strip()),
        )
        self.parts[-1:] = [piece for piece in pieces if piece.text]


def items_of(lines: Iterable[str]) -> list[Item]:
    """Paragraphs of which nothing has been judged yet."""
    return [Item([Part(line)]) for line in lines]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article before its paragraphs are judged."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = field(default=())
