"""Which articles were published before which, where no date of publication says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from onrecord.date._windows import Window, of_value
from onrecord.model import Article, DateBound, Event, EventMention, Precedence, Span

Told = Mapping[str, Sequence[EventMention]]  # by article


def order(
    articles: Mapping[str, Article], bounds: Mapping[str, Sequence[DateBound]], events: Iterable[Event], told: Told
) -> tuple[Precedence, ...]:
    """The pairs of articles, one of them undated at least, of which the text says which came first.

    In: articles, their bounds and mentions of events, by article id; the events across articles. An article that tells
    an event as still to come is before one that tells it as held; one whose last possible day lies before another's
    first is before it. The order is partial: most pairs are in none. Where the text says both, or the bounds speak
    against it, it says neither.
    """
    windows = {id: published(article, bounds.get(id, ())) for id, article in articles.items()}
    found = {**_by_bounds(articles, windows), **_by_events(articles, events, told)}
    sure = [
        Precedence(before, after, event)
        for (before, after), event in found.items()
        if (after, before) not in found and not _after(windows[before], windows[after])
    ]
    return tuple(sorted(sure, key=lambda p: (p.before, p.after)))


def published(article: Article, bounds: Iterable[DateBound]) -> Window:
    """When an article was published: on its date, else within what its own words bound it by."""
    if article.published.value:
        return of_value(article.published.value)
    window = Window()
    for bound in bounds:
        day = date.fromisoformat(bound.value)
        window = window.within(Window(first=day) if bound.side == "not before" else Window(last=day))
    return Window() if window.empty else window


def _by_events(
    articles: Mapping[str, Article], events: Iterable[Event], told: Told
) -> dict[tuple[str, str], str | None]:
    found: dict[tuple[str, str], str | None] = {}
    for event in events:
        statuses: dict[str, set[str]] = {}
        for article, span in event.mentions:
            statuses.setdefault(article, set()).add(_status(told.get(article, ()), span))
        coming = [article for article, how in sorted(statuses.items()) if how == {"planned"}]
        over = [article for article, how in sorted(statuses.items()) if "held" in how]
        found |= {(a, b): event.id for a in coming for b in over if _open(articles, a, b) and (a, b) not in found}
    return found


def _status(mentions: Sequence[EventMention], span: Span) -> str:
    return next((mention.status for mention in mentions if mention.span == span), "")


def _by_bounds(articles: Mapping[str, Article], windows: Mapping[str, Window]) -> dict[tuple[str, str], str | None]:
    """Only the nearest neighbour on either side, as the rest follows from the order of dates."""
    found: dict[tuple[str, str], str | None] = {}
    firsts = sorted((w.first, id) for id, w in windows.items() if w.first)
    lasts = sorted((w.last, id) for id, w in windows.items() if w.last)
    for id in (id for id, article in articles.items() if not article.published.value):
        window = windows[id]
        earlier = [other for last, other in lasts if window.first and last < window.first and other != id]
        later = [other for first, other in firsts if window.last and first > window.last and other != id]
        found |= {(other, id): None for other in earlier[-1:]} | {(id, other): None for other in later[:1]}
    return found


def _open(articles: Mapping[str, Article], a: str, b: str) -> bool:
    return not (articles[a].published.value and articles[b].published.value)


def _after(one: Window, other: Window) -> bool:
    return one.first is not None and other.last is not None and one.first > other.last
