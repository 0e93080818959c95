"""A drawing for within a page: nothing of it runs, fetches or styles, and its words are text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote
from xml.etree import ElementTree

from markupsafe import Markup

from onrecord.analyse._drawn import drawable, svg

_SVG, _LINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
_MARK = "https://words.invalid/"  # a name that leads nowhere (RFC 2606); it never reaches a page
ROOM = 30  # pixels on either hand, as a reader's fonts may be wider than those that it was drawn with
SCALE = 1.2  # its smallest words are then as large as the page's
_ELEMENTS = frozenset({"svg", "g", "path", "rect", "line", "text", "tspan", "a"})
_SHAPES = frozenset(
    ("viewBox", "width", "height", "x", "y", "x1", "x2", "y1", "y2", "dx", "dy", "d", "transform", "fill",
     "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-miterlimit", "opacity",
     "font-size", "font-weight", "text-anchor")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """Where a mark leads, an address within the dossier, and the words that show on it."""

    address: str
    words: str


def picture(
    specification: Mapping[str, Any], name: str, title: str, told: str, links: Mapping[str, Link] | None = None
) -> Markup:
    """A Vega-Lite specification as SVG for within a page, without its title: the page has its own.

    Kept are shapes and words alone. `title` and `told` are read to who does not see it, under ids that begin with
    `name`. A mark whose `href` is `mark(id)` leads where `links` say for that id, and no mark leads elsewhere. Links
    stay out of the way of the keyboard: the same ones stand in the table under the picture.
    """
    room = {"padding": {"left": ROOM, "right": ROOM, "top": 5, "bottom": 5}}
    whole = ElementTree.fromstring(svg({**specification, **room, "title": ""}))
    clean = _clean(whole, links or {})
    assert clean is not None
    for side in ("width", "height"):
        clean.set(side, str(round(SCALE * float(clean.attrib[side]))))
    clean.set("class", f"picture {name}")
    clean.set("role", "graphics-document" if links else "img")  # what is within an image is not to be reached
    clean.set("aria-labelledby", f"{name}-title {name}-desc")
    for at, (element, text) in enumerate((("title", title), ("desc", told))):
        added = ElementTree.Element(element, {"id": f"{name}-{element}"})
        added.text = drawable(text)
        clean.insert(at, added)
    return Markup(ElementTree.tostring(clean, encoding="unicode"))


def mark(id: str) -> str:
    """What stands for the address of a mark until it is known. Vega puts an address of its own before relative ones."""
    return _MARK + quote(id, safe="")


def _clean(element: ElementTree.Element, links: Mapping[str, Link]) -> ElementTree.Element | None:
    name = element.tag.removeprefix(_SVG)
    if name not in _ELEMENTS or element.get("display") == "none":
        return None
    made = ElementTree.Element(name, {key: value for key, value in element.items() if key in _SHAPES})
    made.text = element.text
    if name == "a":
        link = links.get(unquote(element.get(_LINK, "").removeprefix(_MARK)))
        if link:
            made.attrib |= {"href": link.address, "tabindex": "-1"}
            ElementTree.SubElement(made, "title").text = drawable(link.words)
        else:
            made.tag = "g"
    for child in element:
        kept = _clean(child, links)
        if kept is not None and not _empty(kept):
            made.append(kept)
    return made


def _empty(element: ElementTree.Element) -> bool:
    """Whether it shows nothing: a group of nothing, or a frame that Vega leaves unpainted."""
    unpainted = element.tag == "path" and not {"fill", "stroke"} & set(element.keys())
    return unpainted or (element.tag in ("g", "a") and not len(element))


def rows_of(drawing: Mapping[str, Any], part: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows that a part of a specification draws, in place or named among the data sets of the whole."""
    data = part.get("data", {})
    found: list[dict[str, Any]] = drawing.get("datasets", {}).get(data.get("name"), data.get("values", []))
    return found
