"""A record as each of two people has it by their own judgements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord import code
from onrecord.errors import InputError
from onrecord.model import Article, Statement
from onrecord.store import Record


@dataclass(frozen=True, slots=True)
class Both:
    """What two people make of the statements that both judged, in the record's order. `options` are all that the
    codebook has; `names` are those of actors by id."""

    statements: Mapping[str, tuple[Statement | None, Statement | None]]
    articles: Mapping[str, Article]
    names: Mapping[str, str]
    options: tuple[str, ...]

    def agreed(self) -> Mapping[str, tuple[Statement, Statement]]:
        """Those that both take for a statement."""
        return {id: (a, b) for id, (a, b) in self.statements.items() if a is not None and b is not None}


def both(record: Path, one: str, other: str) -> Both:
    """The two people's views of a record. Raises InputError when either judged no statement of it."""
    views = [_view(record, by) for by in (one, other)]
    whole = Record(record)
    common = [id for id in views[0] if id in views[1]]
    return Both(
        statements={id: (views[0][id], views[1][id]) for id in common},
        articles={article.id: article for article in whole.articles()},
        names={actor.id: actor.name for actor in whole.actors()},
        options=_options(whole),
    )


def _view(record: Path, by: str) -> Mapping[str, Statement | None]:
    """The statements that one person judged, by id: as they have it, or None where they rejected it."""
    seen = Record(record, by=by)
    found: dict[str, Statement | None] = {
        one.id: one for one in seen.statements() if seen.judgements_of(one.id)
    } | dict.fromkeys(one.id for one in seen.rejected())
    if not found:
        people = ", ".join(sorted({one.by for one in seen.judgements()})) or "nobody yet"
        raise InputError(f"{by!r} judged no statement of it.", path=record, advice=f"In its log there are: {people}.")
    return found


def _options(record: Record) -> tuple[str, ...]:
    book = record.made_with().get("codebook")
    if book is None:
        return ()
    return tuple(f"{issue.id}.{option.id}" for issue in code.codebook_of(book).issues for option in issue.options)
