"""Pictures drawn from Vega-Lite specifications, in one place: nothing is fetched, and words from outside do no harm."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import vl_convert

# All but the characters of XML 1.0, which abort whoever draws them, and what turns the direction of the text around it.
_UNFIT = re.compile(
    r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_GRADIENT = re.compile(r"(?<=[\"#])gradient_[0-9]+(?=[\")])")


def svg(specification: Mapping[str, Any]) -> str:
    """A specification as SVG; the same one gives the same bytes, as what the renderer numbers from its start is
    numbered anew."""
    drawn: str = vl_convert.vegalite_to_svg(drawable(specification), allowed_base_urls=[])
    names = {name: f"gradient_{number}" for number, name in enumerate(dict.fromkeys(_GRADIENT.findall(drawn)))}
    return _GRADIENT.sub(lambda found: names[found[0]], drawn)


def png(specification: Mapping[str, Any]) -> bytes:
    """A specification as PNG."""
    drawn: bytes = vl_convert.vegalite_to_png(drawable(specification), allowed_base_urls=[])
    return drawn


def drawable(value: Any) -> Any:
    """A specification with every character that can't be drawn as �."""
    if isinstance(value, str):
        return _UNFIT.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {drawable(key): drawable(one) for key, one in value.items()}
    if isinstance(value, list):
        return [drawable(one) for one in value]
    return value
