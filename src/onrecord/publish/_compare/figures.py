"""What each of two outlets, sides or weeks is based on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from onrecord.publish._compare.rows import Rows
from onrecord.publish._words import number

Kind = Literal["outlets", "sides", "weeks"]
KINDS: tuple[Kind, ...] = ("outlets", "sides", "weeks")


def voices(rows: Rows, articles: Iterable[int]) -> int:
    """How many of some articles are no copies of one another, as `trace.voices` counts."""
    groups = {article: {article} for article in articles}
    for a, b in rows.copies:
        if a in groups and b in groups:
            joined = groups[a] | groups[b]
            groups |= dict.fromkeys(joined, joined)
    return len({min(group) for group in groups.values()})


def articles_of(rows: Rows, kind: Kind, member: int) -> list[int]:
    """The articles of an outlet, those published in a week, or those in which a side speaks; by date."""
    if kind == "sides":
        return sorted({article for article, _, side, _ in rows.counts if side == member})
    at = "outlet" if kind == "outlets" else "week"
    return [number for number, article in enumerate(rows.articles) if getattr(article, at) == member]


def figures(rows: Rows, kind: Kind, both: tuple[int, int]) -> list[tuple[str, str, str]]:
    """Rows of figures: what is counted, and the figure of either."""
    one, other = (_counted(rows, kind, member) for member in both)
    names: Mapping[str, str] = rows.phrases["figures"]
    return [(name, one[key], other[key]) for key, name in names.items() if key in one]


def _counted(rows: Rows, kind: Kind, member: int) -> dict[str, str]:
    articles = articles_of(rows, kind, member)
    dates = [date for article in articles if (date := rows.articles[article].published)]
    outlets = {rows.articles[article].outlet for article in articles} - {-1}
    said = sum(row[3] for row in rows.counts if member == _of(rows, kind, row))
    found = {
        "articles": number(len(articles)),
        "voices": number(voices(rows, articles)),
        "published": " – ".join(dict.fromkeys((dates[0], dates[-1]))) if dates else "",
        "statements": number(said),
    }
    return found if kind == "outlets" else found | {"outlets": number(len(outlets))}


def _of(rows: Rows, kind: Kind, row: tuple[int, int, int, int]) -> int:
    article, week, side, _ = row
    return {"outlets": rows.articles[article].outlet, "sides": side, "weeks": week}[kind]
