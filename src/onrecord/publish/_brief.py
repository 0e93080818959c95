"""The brief: what moved, what is new, what blocks and what is to come, on two pages, every line with its reference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from markupsafe import Markup

from onrecord.errors import InputError
from onrecord.model import Article, Telling
from onrecord.publish import _compared
from onrecord.publish._lately import moved
from onrecord.publish._overview import coming
from onrecord.publish._pages import environment, is_web, plain, why
from onrecord.publish._said import Said
from onrecord.publish._views import Views
from onrecord.publish._words import EVENT_KINDS, LONG, STANCES, day, short
from onrecord.store import Record

FORMS = {".md": "brief.md", ".html": "brief.html"}
MOVES, NEW, BLOCKS, COMING, CONFLICTS = 5, 6, 4, 4, 3  # lines of each part: two printed pages
CAMP = 1  # sides of each camp with their words
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~!&$])")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, who says them (empty: the article), and the number of the article they stand in."""

    who: str
    words: str
    reference: int


@dataclass(frozen=True, slots=True)
class Line:
    """What the record says, and the words that it rests on."""

    says: str
    quotations: tuple[Quotation, ...]


class References:
    """Numbers articles in the order in which they are first referred to."""

    def __init__(self, views: Views) -> None:
        self._views = views
        self._numbers: dict[str, int] = {}

    def said(self, said: Said) -> Quotation:
        """The words of a statement."""
        return Quotation(said.speaker, _quoted(said.words), self._number(said.article.id))

    def told(self, article: str, words: str) -> Quotation:
        """Words of an article."""
        return Quotation("", _quoted(words), self._number(article))

    def _number(self, article: str) -> int:
        return self._numbers.setdefault(article, len(self._numbers) + 1)

    @property
    def articles(self) -> list[tuple[int, Article]]:
        """The articles, by their numbers."""
        return [(number, self._views.articles[id]) for id, number in self._numbers.items()]


def brief(record: Record, path: Path, since: str | None = None) -> Path:
    """Write the brief of a record as Markdown (`F.md`) or HTML (`F.html`), of what happened on the day `since` (ISO
    8601) and after it, by default in the record's last seven days.

    The same record gives the same bytes. Raises InputError for another ending, a day that is none, or a file that
    cannot be written.
    """
    form = FORMS.get(path.suffix.lower())
    if form is None:
        raise InputError("a brief has no such form.", path=path, advice=f"The name can end on {', '.join(FORMS)}.")
    views = Views(record, since and checked(since))
    references = References(views)
    parts = [(name, list(lines)) for name, lines in _parts(views, references)]
    templates = environment()
    templates.filters["md"] = _markdown
    template = templates.get_template(form)
    text = template.render(
        views=views, corpus=views.corpus, parts=parts, references=references.articles, css=Markup(_CSS), is_web=is_web
    )
    try:
        path.write_bytes(text.encode("utf-8", errors="replace"))
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}.", path=path) from error
    return path


def checked(since: str) -> str:
    """A day as ISO 8601. Raises InputError when it is none."""
    try:
        return date.fromisoformat(since).isoformat()
    except ValueError as error:
        raise InputError(f"{since!r} is no day.", path="--since", advice="Write it as 2024-03-31.") from error


def _parts(views: Views, references: References) -> Iterator[tuple[str, Iterator[Line]]]:
    yield "What moved", _moves(views, references)
    yield "What is new", _new(views, references)
    yield "What blocks", _blocks(views, references)
    yield "What is to come", _coming(views, references)
    yield "Where articles contradict each other", _conflicts(views, references)


def _moves(views: Views, references: References) -> Iterator[Line]:
    for move in views.lately.moves[:MOVES]:
        was = f"{STANCES[move.before]}, now " if move.before and move.before != move.after else ""
        says = f"{day(move.date)}: {move.side} on {views.name(*moved(move))}: {was}{STANCES[move.after]}."
        ids = [id for id in (move.earlier, move.statement) if id]
        yield Line(says, tuple(references.said(views.said[id]) for id in ids))


def _new(views: Views, references: References) -> Iterator[Line]:
    for change in views.lately.news[:NEW]:
        actor, on = views.actors[change.actor].name, views.name(change.issue, change.option)
        was = f"{STANCES[change.before]}, now " if change.before else "for the first time: "
        says = f"{day(change.date)}: {actor} on {on}: {was}{STANCES[change.stance]}."
        yield Line(says, (references.said(views.said[change.statement]),))


def _blocks(views: Views, references: References) -> Iterator[Line]:
    for point in views.sticking_points[:BLOCKS]:
        says = f"{views.name(point.issue, point.option)}: {why(point)}"
        yield Line(says, tuple(references.said(one.strongest) for one in views.stands.camps(point, CAMP)))


def _coming(views: Views, references: References) -> Iterator[Line]:
    for entry in coming(views)[:COMING]:
        event = entry.event
        when = (
            day(event.when.value) if event.when.value else f"by {day(event.latest)}" if event.latest else "No day told"
        )
        who = ", ".join(views.actors[id].name for id in event.participants)
        what = ", ".join(part for part in (EVENT_KINDS[event.kind], event.place, who) if part)
        yield Line(f"{when}: {what}.", (references.told(entry.article, views.words(entry.article, entry.words)),))


def _conflicts(views: Views, references: References) -> Iterator[Line]:
    def told(telling: Telling) -> Quotation:
        return references.told(telling.article, _compared.around(views.articles[telling.article], telling.span, LONG))

    for one in [one for one in views.differences if one.relation == "conflict"][:CONFLICTS]:
        kind = _compared.DIFFERENCE_KINDS[one.kind].capitalize()
        says = f"{kind}{f' ({one.about})' if one.about else ''}: {one.one.value} against {one.other.value}."
        yield Line(says, (told(one.one), told(one.other)))


def _quoted(words: str) -> str:
    """Words in quotation marks: their own where they begin with some, closed if they were cut."""
    words = short(words, LONG)
    if not words.startswith(("“", '"')):
        return f"“{words}”"
    return words if words.endswith(("”", '"')) else f"{words}”"


def _markdown(text: object) -> Markup:
    """Text from outside on one line of Markdown in which nothing of it is markup."""
    return Markup(_SPECIAL.sub(r"\\\1", plain(str(text))))


_CSS = """
body { font: 11pt/1.45 Georgia, "Noto Serif", "DejaVu Serif", serif; max-width: 44rem; margin: 2rem auto;
  padding: 0 1rem; color: #1d1c1a; background: #fff; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; margin: 0 0 .3rem; } h2 { font-size: 1.1rem; margin: 1.4rem 0 .4rem; }
p, li { margin: 0 0 .45rem; } ul, ol { margin: 0; padding-left: 1.3rem; }
.quoted { color: #4a4843; } a { color: #1f4e79; } .references { font-size: .85em; }
@media print { body { font-size: 9.5pt; margin: 0; max-width: none; } li { break-inside: avoid; } }
"""
