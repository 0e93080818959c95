"""Which of two articles had a shared passage first; unknown when nothing says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from onrecord.trace import _credits
from onrecord.trace._credits import Edges

_DAY = len("2015-03-30")


@dataclass(frozen=True, slots=True)
class Printed:
    """An article as printed: by whom, when, where, and what it says of where it comes from.

    `published` is ISO 8601; `url` is its own address, `canonical` the one it names as the original's; `source` is the
    outlet that the feed names as the item's (RSS `<source>`); `edges` are the lines in which a credit may stand.
    """

    id: str
    outlet: str | None
    published: str | None
    edges: Edges
    url: str | None = None
    canonical: str | None = None
    source: str | None = None


def first(a: Printed, b: Printed) -> tuple[str | None, str]:
    """The id of the article that had a shared passage first, or None, and why in plain words.

    An article that names the other's address or outlet as its source, or credits the other's outlet, has it from there.
    Two outlets that credit the same agency both have it from there, and neither was first, unless one alone prints the
    agency's story as such. Otherwise the earlier date of publication counts. What an article says and the dates that
    disagree leave it open, as do two that name one another.
    """
    order = _earlier(a.published, b.published)
    b_says, a_says = _names(b, a), _names(a, b)  # who says it has it from whom
    if b_says and a_says:
        return None, f"each names the other: {a_says}; {b_says}"
    if b_says or a_says:
        source, copy, says = (a, b, b_says) if b_says else (b, a, a_says)
        if order and order != (-1 if source is a else 1):
            return None, f"{says}, but was published earlier ({copy.published}, the other {source.published})"
        return source.id, str(says)
    found = None if _same_outlet(a, b) else _same_agency(a, b, order)
    if found:
        return found
    if order:
        source, copy = (a, b) if order < 0 else (b, a)
        return source.id, f"published earlier ({source.published}, the other {copy.published})"
    if not a.published or not b.published:
        return None, "no credit line, and not both have a date of publication"
    return None, f"no credit line, and the dates don't tell them apart ({a.published}, {b.published})"


def _same_agency(a: Printed, b: Printed, order: int) -> tuple[str | None, str] | None:
    """What it says that both credit an agency; None: they don't."""
    one, other = _agencies(a), _agencies(b)
    both = sorted(one.keys() & other.keys())
    if not both:
        return None
    said = one[both[0]], other[both[0]]
    source = {("whole", "part"): a, ("part", "whole"): b}.get(said)
    if source is None or order == (1 if source is a else -1):
        return None, f"both credit {both[0]}"
    return source.id, f"prints a story of {both[0]}, which the copy credits"


def _names(copy: Printed, source: Printed) -> str | None:
    """How an article says that it has its story from the other, in words; None: it doesn't."""
    if copy.canonical and source.url and _page(copy.canonical) == _page(source.url) != _page(copy.url or ""):
        return "the copy's canonical link is the other's address"
    if not source.outlet or _same_outlet(source, copy):
        return None  # nobody's own name is a credit
    if copy.source and _credits.names(copy.source)[0] == _names_of(source)[0]:
        return f"the feed names {source.outlet} as the copy's source"
    if _credits.credits(copy.edges, _names_of(source)):
        return f"the copy credits {source.outlet}"
    return None


def _names_of(article: Printed) -> tuple[str, ...]:
    return _credits.names(article.outlet) if article.outlet else ()


def _same_outlet(one: Printed, other: Printed) -> bool:
    return bool(one.outlet) and _names_of(one)[:1] == _names_of(other)[:1]


def _agencies(article: Printed) -> dict[str, str]:
    """The agencies an article has its story from, its own outlet not among them: "whole" or "part"."""
    named = {_credits.names(article.source)[0]: "whole"} if article.source else {}
    own = _names_of(article)[:1]
    return {name: how for name, how in (_credits.agencies(article.edges) | named).items() if name not in own}


def _page(url: str) -> tuple[str, str, str]:
    """What of an address names the page: without scheme, "www." and marks of where a reader came from."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return "", "", url
    query = "&".join(sorted(one for one in parts.query.split("&") if not one.startswith(("utm_", "ref="))))
    return parts.netloc.casefold().removeprefix("www."), parts.path.rstrip("/"), query


def _earlier(a: str | None, b: str | None) -> int:
    """-1, 1 or 0: a earlier, b earlier, can't be told. Times count where both have a zone; otherwise dates are compared
    at the coarser granularity, a day at most."""
    if not a or not b:
        return 0
    at, there = _instant(a), _instant(b)
    if at is not None and there is not None:
        return (at > there) - (at < there)
    shared = min(len(a), len(b), _DAY)
    return (a[:shared] > b[:shared]) - (a[:shared] < b[:shared])


def _instant(published: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
