"""What the brief says: lines, the words that each rests on, and the articles that they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Article, Stance, Telling
from onrecord.publish import _compared
from onrecord.publish._lately import moved
from onrecord.publish._overview import coming
from onrecord.publish._pages import is_web, plain, why
from onrecord.publish._said import Said
from onrecord.publish._views import Views
from onrecord.publish._words import EVENT_KINDS, LONG, STANCES, day, short

MOVES, NEW, BLOCKS, COMING, CONFLICTS = 5, 6, 4, 4, 3  # lines of each part: two printed pages, as a rule
CAMP = 1  # sides of each camp with their words
SAYS, NAME = (
    480,
    60,
)  # characters of a line, and of the name of an outlet, a speaker or a file
LINKED = 2000  # characters of an address that is a link; browsers and PDF readers cut longer ones


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, who says them (empty: the article), and the number of the article they stand in.

    `stance` is the one for which they are quoted, None where it is none; `told` where the article tells of it and
    nobody says it.
    """

    who: str
    words: str
    reference: int
    stance: Stance | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """What the record says, behind the day, the option or the kind that it says it of; the words that it rests on."""

    of: str
    says: str
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """An article by its number; `url` is empty where it has none on the web, `address` is what is printed of it."""

    number: int
    outlet: str
    title: str
    date: str
    name: str
    url: str
    address: str


class References:
    """Numbers articles in the order in which they are first referred to."""

    def __init__(self, views: Views) -> None:
        self._views = views
        self._numbers: dict[str, int] = {}

    def said(self, said: Said, stance: Stance) -> Quotation:
        """The words of a statement, which takes a stance."""
        number = self._number(said.article.id)
        return Quotation(_cut(said.speaker, NAME), _quoted(said.words), number, stance, said.ground == "told")

    def told(self, article: str, words: str) -> Quotation:
        """Words of an article."""
        return Quotation("", _quoted(words), self._number(article))

    def _number(self, article: str) -> int:
        return self._numbers.setdefault(article, len(self._numbers) + 1)

    @property
    def articles(self) -> list[Reference]:
        """The articles, by their numbers."""
        return [_reference(number, self._views.articles[id]) for id, number in self._numbers.items()]


def parts(views: Views, fewer: int = 0) -> tuple[list[tuple[str, list[Line]]], list[Reference]]:
    """The parts of the brief, the name of each and its lines, and the articles that they refer to.

    A part has `fewer` lines than it may have, but never less than one if there is anything to say.
    """
    references = References(views)
    named = {
        "What moved": (_moves, MOVES),
        "What is new": (_new, NEW),
        "What blocks": (_blocks, BLOCKS),
        "What is to come": (_coming, COMING),
        "Where articles contradict each other": (_conflicts, CONFLICTS),
    }
    found = [(name, list(lines(views, references, max(most - fewer, 1)))) for name, (lines, most) in named.items()]
    return found, references.articles


def _moves(views: Views, references: References, most: int) -> Iterator[Line]:
    for move in views.lately.moves[:most]:
        was = f"{STANCES[move.before]}, now " if move.before and move.before != move.after else ""
        says = f"{move.side} on {views.name(*moved(move))}: {was}{STANCES[move.after]}."
        earlier = [(move.earlier, move.before)] if move.earlier and move.before else []
        quoted = [*earlier, (move.statement, move.after)]
        yield _line(day(move.date), says, *(references.said(views.said[id], stance) for id, stance in quoted))


def _new(views: Views, references: References, most: int) -> Iterator[Line]:
    for change in views.lately.news[:most]:
        actor, on = views.actors[change.actor].name, views.name(change.issue, change.option)
        was = f"{STANCES[change.before]}, now " if change.before else "for the first time: "
        says = f"{actor} on {on}: {was}{STANCES[change.stance]}."
        yield _line(day(change.date), says, references.said(views.said[change.statement], change.stance))


def _blocks(views: Views, references: References, most: int) -> Iterator[Line]:
    for point in views.sticking_points[:most]:
        camps, option = views.stands.camps(point, CAMP), views.name(point.issue, point.option)
        yield _line(option, why(point), *(references.said(one.strongest, one.cell.stance) for one in camps))


def _coming(views: Views, references: References, most: int) -> Iterator[Line]:
    for entry in coming(views)[:most]:
        event = entry.event
        when = (
            day(event.when.value) if event.when.value else f"by {day(event.latest)}" if event.latest else "No day told"
        )
        who = ", ".join(views.actors[id].name for id in event.participants)
        what = ", ".join(part for part in (EVENT_KINDS[event.kind], event.place, who) if part)
        yield _line(when, f"{what}.", references.told(entry.article, views.words(entry.article, entry.words)))


def _conflicts(views: Views, references: References, most: int) -> Iterator[Line]:
    def told(telling: Telling) -> Quotation:
        return references.told(telling.article, _compared.around(views.articles[telling.article], telling.span, LONG))

    for one in [one for one in views.differences if one.relation == "conflict"][:most]:
        kind = _compared.DIFFERENCE_KINDS[one.kind].capitalize()
        of = f"{kind} ({one.about})" if one.about else kind
        yield _line(of, f"{one.one.value} against {one.other.value}.", told(one.one), told(one.other))


def _line(of: str, says: str, *quotations: Quotation) -> Line:
    return Line(_cut(of, LONG), _cut(says, SAYS), quotations)


def _reference(number: int, article: Article) -> Reference:
    url = article.url if article.url and is_web(article.url) and len(article.url) <= LINKED else ""
    return Reference(
        number=number,
        outlet=_cut(article.outlet or "outlet unknown", NAME),
        title=_cut(article.title or article.name, LONG),
        date=day(article.published.value),
        name=_cut(article.name, NAME),
        url=url,
        address=_cut(url, LONG),
    )


def _cut(text: str, longest: int) -> str:
    return short(plain(text), longest)


def _quoted(words: str) -> str:
    """Words in quotation marks: their own where they begin with some, closed if they were cut."""
    words = _cut(words, LONG)
    if not words.startswith(("“", '"')):
        return f"“{words}”"
    return words if words.endswith(("”", '"')) else f"{words}”"
