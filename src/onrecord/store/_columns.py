"""What a column holds where a value is more than a word or a number."""

from __future__ import annotations

import json

from onrecord.model import Span, Spans


def as_json(value: object) -> str:
    """A value as JSON, without spaces; text stays readable."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def as_pairs(spans: Spans) -> str:
    """Spans as [[start, end], …]."""
    return as_json([[span.start, span.end] for span in spans])


def spans_of(pairs: str) -> Spans:
    """The spans of such a column."""
    return tuple(Span(start, end) for start, end in json.loads(pairs))
