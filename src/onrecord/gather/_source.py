"""Where bytes come from, and what is told of those that hold no article."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.gather._paths import shown
from onrecord.model import Declared, Document, SetAside

TOLD_SINGLY = 20  # reasons kept until it is known whether a file holds any article


@dataclass(frozen=True, slots=True)
class Source:
    """Where bytes come from: the name shown, the path as text, the suffix that says the form, the side-car's words."""

    name: str
    path: str
    suffix: str
    declared: Declared

    @classmethod
    def of_file(cls, path: Path, name: Path, suffix: str, declared: Declared) -> Source:
        """The source that the file at `path` is; `name` is what a person knows it by."""
        return cls(shown(name).replace(os.sep, "/"), shown(path), suffix, declared)

    def aside(self, reason: str) -> SetAside:
        """The whole of it, set aside."""
        return SetAside(self.name, self.path, reason)


@dataclass(slots=True)
class Telling:
    """What is told of a file's rows: each that is no article, once one was; of a file without articles, only that."""

    source: Source
    began: bool = False
    held: list[SetAside] = field(default_factory=list)
    count: int = 0

    def of(self, found: Document | SetAside) -> Iterator[Document | SetAside]:
        """What can be told now that `found` is known; it is empty while no article was found."""
        if isinstance(found, Document) and not self.began:
            self.began = True
            yield from self.held
            if self.count > len(self.held):
                yield self.source.aside(f"{self.count - len(self.held)} more rows before its first article hold none")
        if self.began:
            yield found
            return
        self.count += 1
        if self.count <= TOLD_SINGLY and isinstance(found, SetAside):
            self.held.append(found)

    def rest(self) -> Iterator[SetAside]:
        """What is left to tell at the end."""
        if self.began or not self.held:
            return
        first = self.held[0]
        yield (
            first
            if self.count == 1
            else self.source.aside(f"none of its {self.count:,} rows is an article; {first.reason}")
        )
