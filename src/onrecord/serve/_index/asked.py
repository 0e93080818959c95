"""What somebody asks of the search, as it stands in a page's address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, Self, get_args
from urllib.parse import urlencode

from onrecord.serve._index.columns import FILTERS

Judged = Literal["no", "yes", "rejected", ""]
LONGEST = 300  # characters of a value; nobody types more
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Asked:
    """Words, filters and days. `filters` maps names of `FILTERS` to the one value wanted of each, "" asking for
    statements that have none; `since` and `until` are ISO dates, inclusive; `judged` is "yes",
    "no" or "rejected", or "" for all but those that were rejected."""

    words: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    since: str = ""
    until: str = ""
    judged: Judged = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Self:
        """What a query string asks; what it cannot mean is passed over. A value of "-" asks for none."""
        given = {name: value.strip()[:LONGEST] for name, value in query.items()}
        chosen = [(name, given[name]) for name in FILTERS if given.get(name)]
        days = {name: given[name] for name in ("since", "until") if _DAY.fullmatch(given.get(name, ""))}
        judged: Judged = next((one for one in get_args(Judged) if one == given.get("judged")), "")
        return cls(given.get("q", ""), tuple((k, "" if v == "-" else v) for k, v in chosen), judged=judged, **days)

    def query(self, **more: object) -> str:
        """The query string that asks this, with more at its end."""
        plain = {"q": self.words, **{name: value or "-" for name, value in self.filters}}
        plain |= {"since": self.since, "until": self.until, "judged": self.judged}
        return urlencode({name: value for name, value in (plain | more).items() if value})

    def without(self, name: str) -> Asked:
        """The same without one of its filters."""
        return replace(self, filters=tuple(pair for pair in self.filters if pair[0] != name))

    def having(self, name: str, value: str) -> Asked:
        """The same with a filter, in place of what it asks of that name."""
        return replace(self, filters=(*self.without(name).filters, (name, value)))
