"""Which of two articles had a shared passage first: by credit line, then by date; unknown when nothing says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Protocol

import yaml

from onrecord.model import Paragraph

_LONGEST = 600  # characters of a paragraph that are searched; a credit line is short


class Printed(Protocol):
    """An article as printed: by whom, when, and what."""

    @property
    def id(self) -> str: ...
    @property
    def outlet(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...
    @property
    def text(self) -> str: ...
    @property
    def paragraphs(self) -> Sequence[Paragraph]: ...


def first(a: Printed, b: Printed) -> tuple[str | None, str]:
    """The id of the article that had a shared passage first, or None, and why in plain words.

    An article that credits the other's outlet has it from there. Two that credit the same agency both have it from
    there, and neither was first. Otherwise the earlier date of publication counts. Credit and date that disagree leave
    it open.
    """
    a_credits_b, b_credits_a = _credits(a, b.outlet), _credits(b, a.outlet)
    order = _earlier(a.published, b.published)
    if a_credits_b != b_credits_a:
        source, copy = (a, b) if b_credits_a else (b, a)
        says = f"the copy credits {source.outlet}"
        if order and order != (-1 if source is a else 1):
            return None, f"{says}, but was published earlier ({copy.published}, the other {source.published})"
        return source.id, says
    both = [names[0] for names in _data()["agencies"] if all(_credits(article, names[0]) for article in (a, b))]
    if both:
        return None, f"both credit {both[0]}"
    if order:
        source, copy = (a, b) if order < 0 else (b, a)
        return source.id, f"published earlier ({source.published}, the other {copy.published})"
    if not a.published or not b.published:
        return None, "no credit line, and not both have a date of publication"
    return None, f"no credit line, and the dates don't tell them apart ({a.published}, {b.published})"


def _earlier(a: str | None, b: str | None) -> int:
    """-1, 1 or 0: a earlier, b earlier, can't be told. Dates are compared at the coarser granularity, a day at most,
    as times come without a time zone."""
    shared = min(len(a or ""), len(b or ""), len("2015-03-30"))
    if not a or not b or a[:shared] == b[:shared]:
        return 0
    return -1 if a[:shared] < b[:shared] else 1


def _credits(article: Printed, outlet: str | None) -> bool:
    """Whether the article credits an outlet at its head or end. Nobody's own name is a credit."""
    if not outlet or _names(outlet) == _names(article.outlet or ""):
        return False
    body = [paragraph.span for paragraph in article.paragraphs if paragraph.role == "body"]
    head = [article.text[span.start : min(span.end, span.start + _LONGEST)] for span in body[:2]]
    tail = [article.text[max(span.start, span.end - _LONGEST) : span.end] for span in body[-3:]]
    at_head, at_tail = _patterns(_names(outlet))
    return any(at_head.search(words) for words in head) or any(at_tail.search(words) for words in tail)


@cache
def _data() -> dict[str, list[list[str]] | list[str]]:
    text = files("onrecord").joinpath("data/trace/credits.yaml").read_text(encoding="utf-8")
    data: dict[str, list[list[str]] | list[str]] = yaml.safe_load(text)
    return data


@cache
def _names(outlet: str) -> tuple[str, ...]:
    known = [names for names in _data()["agencies"] if outlet.casefold() in {name.casefold() for name in names}]
    return tuple(known[0]) if known else (outlet,)


@cache
def _patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    name = "(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + ")"
    head, tail = ("|".join(str(form).format(name=name) for form in _data()[place]) for place in ("head", "tail"))
    return re.compile(head), re.compile(tail)
