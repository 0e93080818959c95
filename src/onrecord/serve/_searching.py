"""Search: words and filters, in pages, and searches that people keep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from onrecord import store
from onrecord.publish import TERMS
from onrecord.serve._answers import Answers, Posted, Refused, back, text_of
from onrecord.serve._index import FILTERS, Asked, Found, Judged
from onrecord.serve._moment import Moment

A_PAGE = 50
OFFERED = 12  # values of a filter that are shown with their counts, those with most statements
NAMES = {
    "side": "Side",
    "actor": "Who",
    "issue": "Issue",
    "option": "Option",
    "stance": "Stance",
    "outlet": "Outlet",
    "mode": "How it is told",
    "grade": "How far named",
}
JUDGED: Mapping[Judged, str] = {"": "all", "no": "not judged yet", "yes": "judged", "rejected": "rejected"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a filter could have: what it is called, how many statements have it, and the search that asks it."""

    name: str
    count: int
    query: str
    chosen: bool


def routes(answers: Answers) -> list[BaseRoute]:
    """The pages of the search."""

    def search(request: Request) -> Response:
        asked, first = Asked.of(request.query_params), _number(request.query_params.get("page")) * A_PAGE
        moment = answers.live.now()
        found = moment.index.find(asked, first, A_PAGE)
        return answers.page(request, "search.html", moment, **shown(moment, asked, found, first))

    def keep(request: Request, sent: Posted) -> Response:
        name, query = text_of(sent, "name", 80), sent.get("query")
        if not isinstance(query, str) or len(query) > 4000:
            raise Refused("That is no search.")
        store.save_search(answers.live.path, name, query, by=answers.by(request))
        return back(f"search?{query}" if query else "search")

    return [Route("/search", search), answers.post("/searches", keep)]


def shown(moment: Moment, asked: Asked, found: Found, first: int) -> dict[str, Any]:
    """What the page of a search is given."""
    named = Named(moment)
    pages = -(-found.count // A_PAGE)
    here = first // A_PAGE
    return {
        "asked": asked,
        "found": found,
        "named": named,
        "filters": [(NAMES[name], choices(asked, found, name, named)) for name in FILTERS],
        "chosen": [(NAMES[n], named.of(n, value), asked.without(n).query()) for n, value in asked.filters],
        "judged": [(name, replace(asked, judged=key).query(), key == asked.judged) for key, name in JUDGED.items()],
        "pages": pages,
        "here": here,
        "before": asked.query(page=here - 1 or "") if here else None,
        "after": asked.query(page=here + 1) if here + 1 < pages else None,
        "kept": moment.record.saved_searches(),
    }


def choices(asked: Asked, found: Found, name: str, named: Named) -> Sequence[Choice]:
    """The values that a filter could have here, most statements first; always the one it has."""
    has = dict(asked.filters).get(name)
    counted = list(found.counts[name])
    offered = counted[:OFFERED] + [pair for pair in counted[OFFERED:] if pair[0] == has]
    return [
        Choice(named.of(name, value), count, asked.having(name, value).query(), value == has)
        for value, count in offered
    ]


class Named:
    """What the values of filters are called on a page."""

    def __init__(self, moment: Moment) -> None:
        book = moment.record.codebook()
        self._actors = moment.actors
        self._issues: Mapping[str, str] = {issue.id: issue.name for issue in book.issues}
        self._options = {f"{issue.id}.{option.id}": option.name for issue in book.issues for option in issue.options}

    def of(self, filter: str, value: str) -> str:
        """The name of a value."""
        if filter == "actor":
            return self._actors[value].name if value in self._actors else value or "nobody known"
        known = {"issue": self._issues, "option": self._options, **TERMS}.get(filter, {})
        return known.get(value) or value or "none known"


def _number(value: str | None) -> int:
    return min(int(value), 100_000) if value and value.isascii() and value.isdigit() and len(value) < 7 else 0
