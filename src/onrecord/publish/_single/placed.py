"""The names of places, and the addresses that lead to them, where all pages are in one document."""

from __future__ import annotations

from collections.abc import Container
from posixpath import dirname, join, normpath

from lxml.html import HtmlElement

REFERRING = ("for", "form", "headers", "list", "aria-controls", "aria-describedby", "aria-details", "aria-labelledby",
             "aria-owns")  # fmt: skip
_NAMED = f"body/main/descendant-or-self::*[@id or {' or '.join(f'@{name}' for name in REFERRING)}]"
_MAIN = "main"  # the place that is a page itself


def placed(tree: HtmlElement, name: str, pages: Container[str]) -> None:
    """Put the name of a page before every id within its `<main>`, wherever it is referred to, and turn the addresses
    of `pages` into places of the same document. Addresses of anything else stay."""
    for element in tree.xpath(_NAMED):
        for key in ("id", *REFERRING):
            if key in element.attrib:
                element.set(key, " ".join(_place(name, one) for one in element.get(key).split()))
    for element in tree.xpath("body//*[@href]"):
        element.set("href", _address(element.get("href"), name, pages))


def path(page: str, address: str) -> str:
    """The path within the dossier of what a page has a relative address of."""
    return normpath(join(dirname(page), address)) if address else page


def _place(page: str, anchor: str) -> str:
    return page if anchor in ("", _MAIN) else f"{page}/{anchor}"


def _address(address: str, page: str, pages: Container[str]) -> str:
    target, _, anchor = address.partition("#")
    to = path(page, target)
    return f"#{_place(to, anchor)}" if to in pages else address
