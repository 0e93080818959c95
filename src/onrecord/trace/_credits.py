"""Whom an article credits at its head and end: "(Reuters)", "AP contributed to this report"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from onrecord.model import Paragraph

_HEAD, _TAIL = 2, 3  # paragraphs of the body in which a credit may stand
_LONGEST = 300  # characters of them that are kept, the first or the last; a credit line is short
# What is no part of an outlet's name: "CNN (Web News)", "New York Times - News", "www.upi.com".
_AROUND = re.compile(r"^(?:www\.|the )|\s+[-–|]\s.*$|\s*\(.*$|\.(?:com|co\.uk|org|net)$", re.I)


@dataclass(frozen=True, slots=True)
class Edges:
    """The first and last lines of an article, where it says whose story it prints."""

    head: tuple[str, ...]
    tail: tuple[str, ...]


def edges(text: str, paragraphs: Sequence[Paragraph]) -> Edges:
    """The edges of an article, cut to a length."""
    body = [paragraph.span for paragraph in paragraphs if paragraph.role == "body"]
    return Edges(
        tuple(text[span.start : min(span.end, span.start + _LONGEST)] for span in body[:_HEAD]),
        tuple(text[max(span.start, span.end - _LONGEST) : span.end] for span in body[-_TAIL:]),
    )


@lru_cache(maxsize=1 << 14)
def names(outlet: str) -> tuple[str, ...]:
    """The names by which an outlet is credited; the first is shown. An agency's services go by the agency's names."""
    bare = _AROUND.sub("", outlet.strip()).strip() or outlet
    known, longest = _known()
    if bare.casefold() in known:
        return known[bare.casefold()]
    for words in (bare.casefold().rsplit(" ", cut)[0] for cut in range(1, bare.count(" ") + 1)):
        if words in longest:
            return known[words]
    return tuple(dict.fromkeys((bare, outlet)))


def credits(said: Edges, outlet: tuple[str, ...]) -> str | None:
    """Whether an article with these edges says that its story is the outlet's of these names ("whole"), or that it has
    something from there ("part"); None: neither."""
    if not any(name in line for line in (*said.head, *said.tail) for name in outlet):
        return None  # every form holds the name; most articles are done with here
    at_head, whole, at_tail = _patterns(outlet)
    if any(map(at_head.search, said.head)) or any(map(whole.search, said.tail)):
        return "whole"
    return "part" if any(map(at_tail.search, said.tail)) else None


@lru_cache(maxsize=1 << 14)
def agencies(said: Edges) -> dict[str, str]:
    """The agencies that an article with these edges credits, by the name that is shown: "whole" or "part"."""
    if not credits(said, tuple(name for known in _data()["agencies"] for name in known)):
        return {}
    each = ((known[0], credits(said, tuple(known))) for known in _data()["agencies"])
    return {name: how for name, how in each if how}


@cache
def _data() -> dict[str, list[list[str]]]:
    text = files("onrecord").joinpath("data/trace/credits.yaml").read_text(encoding="utf-8")
    data: dict[str, list[list[str]]] = yaml.safe_load(text)
    return data


@cache
def _known() -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """The agencies' names by each of them, and the one of each that is written out."""
    known = {name.casefold(): tuple(named) for named in _data()["agencies"] for name in named}
    return known, frozenset(named[0].casefold() for named in _data()["agencies"])


@lru_cache(maxsize=1 << 12)
def _patterns(outlet: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    name = "(?:" + "|".join(re.escape(name) for name in sorted(outlet, key=lambda n: (-len(n), n))) + ")"
    forms = ("|".join(str(form).format(name=name) for form in _data()[place]) for place in ("head", "whole", "tail"))
    return tuple(map(re.compile, forms))
