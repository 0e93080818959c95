"""What a web page says about itself in its head: JSON-LD and <meta>, kept apart."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from onrecord.model import DateEvidence
from onrecord.read import _dates
from onrecord.read._patterns import data
from onrecord.read._units import clean

DEEPEST = 6  # levels of nesting in JSON-LD; articles lie at the first to third
LONGEST_VALUE = 500  # characters
COMMENT = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|/\*.{0,40}?\*/)|(?:-->|//\]\]>|/\*.{0,40}?\*/)\s*$", re.DOTALL)
BY = re.compile(r"\Aby\s+", re.IGNORECASE)
ADDRESS = re.compile(r"https?://|www\.|@")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The page's own account of itself; `canonical` is the address of the original. Dates are evidence, first to last;
    `notes` name those that are impossible."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    canonical: str | None = None
    dates: tuple[DateEvidence, ...] = ()
    notes: tuple[str, ...] = ()


@cache
def _names() -> dict[str, tuple[str, ...]]:
    return {key: tuple(names) for key, names in data("metadata.yaml").items()}


def metadata(tree: Any) -> Metadata:
    """Read the head of a parsed page (an lxml tree)."""
    linked = list(_json_ld(tree))
    metas = _metas(tree)
    said = [("json-ld datePublished", _scalar(node.get("datePublished"))) for node in linked]
    said += [(f"meta {name}", metas.get(name)) for name in _names()["published"]]
    dates, notes = evidence(said)
    linked_to, own = _canonical(tree), _first([], metas, "url")
    return Metadata(
        title=_first([node.get("headline") for node in linked], metas, "title"),
        outlet=_first([node.get("publisher") for node in linked], metas, "outlet"),
        author=_without_by(_first([node.get("author") or node.get("creator") for node in linked], metas, "author")),
        url=own if _elsewhere(linked_to, own) else linked_to or own,
        canonical=_first([], metas, "canonical") or linked_to,
        dates=dates,
        notes=notes,
    )


def _without_by(author: str | None) -> str | None:
    return BY.sub("", author) or None if author else None


def evidence(said: list[tuple[str, str | None]]) -> tuple[tuple[DateEvidence, ...], tuple[str, ...]]:
    """Date evidence of basis "metadata" from values and where they stood, and notes on those that are no dates."""
    dates: dict[str, DateEvidence] = {}
    notes: list[str] = []
    for where, words in said:
        if not words:
            continue
        value = _dates.iso(words)
        if value:
            dates.setdefault(where, DateEvidence("metadata", where, words, value))
        else:
            notes.append(f"{where} is no date that can be used: {words[:60]}")
    return tuple(dates.values()), tuple(notes)


def _json_ld(tree: Any) -> Iterator[Mapping[str, Any]]:
    for script in tree.xpath('//script[contains(@type, "ld+json")]'):
        try:
            found = json.loads(COMMENT.sub("", script.text_content()), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _articles(found, DEEPEST)


def _articles(found: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """The nodes that describe an article, articles proper before the page that holds them."""
    nodes = list(_nodes(found, depth))
    for kind in _names()["article_types"]:
        yield from (node for node in nodes if kind in _types(node))


def _nodes(found: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth and isinstance(found, list):
        for item in found:
            yield from _nodes(item, depth - 1)
    elif depth and isinstance(found, dict):
        yield found
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(found.get(key), depth - 1)


def _types(node: Mapping[str, Any]) -> list[Any]:
    kind = node.get("@type")
    return kind if isinstance(kind, list) else [kind]


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = clean(meta.get("content"))
        if name and content:
            found.setdefault(name.strip().casefold(), content[:LONGEST_VALUE])
    return found


def _first(values: list[Any], metas: Mapping[str, str], part: str) -> str | None:
    candidates = [_scalar(value) for value in values] + [metas.get(name) for name in _names()[part]]
    usable = (value for value in candidates if value and (part in ("url", "canonical") or not ADDRESS.search(value)))
    return next(usable, None)


def _scalar(value: Any) -> str | None:
    """The words of a JSON-LD value: a string, the name of an object, a list of these."""
    if isinstance(value, str):
        return clean(unescape(value))[:LONGEST_VALUE] or None
    if isinstance(value, dict):
        return _scalar(value.get("name"))
    if isinstance(value, list):
        names = dict.fromkeys(name for item in value[:20] if (name := _scalar(item)))
        return ", ".join(names) or None
    return None


def _elsewhere(original: str | None, own: str | None) -> bool:
    """Whether a page says that its original is on another site than itself."""
    sites = _site(original), _site(own)
    return all(sites) and sites[0] != sites[1]


def _site(address: str | None) -> str:
    try:
        return urlsplit(address or "").netloc.casefold().removeprefix("www.")
    except ValueError:
        return ""


def _canonical(tree: Any) -> str | None:
    links = tree.xpath('//link[@rel="canonical"]/@href')
    return str(links[0]).strip() if links and str(links[0]).startswith("http") else None
