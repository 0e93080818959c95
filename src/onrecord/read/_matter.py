"""What of a paragraph belongs to the page and not to the article, by its own words alone."""

from __future__ import annotations

from functools import cache

from onrecord.model import Span
from onrecord.read._classify import found_in
from onrecord.read._patterns import Pattern, patterns

WRITTEN = ("caption", "credit")  # reading leaves these out too, but an agency wrote them, and they go with its stories


def page_matter(paragraph: str) -> tuple[Span, ...]:
    """The stretches of a paragraph that reading leaves out whatever stands around it (a list of related headlines, a
    sign-up line) but for captions and credits, in order; offsets are those of the paragraph. For text that did not come
    by way of `read`."""
    if any(pattern.matches(paragraph) for pattern in _whole()):
        return (Span(0, len(paragraph)),)
    spans: list[Span] = []
    at = 0
    for pattern in patterns("prefix", "inside"):
        while (pattern.does == "inside" or not at) and (found := found_in(pattern, paragraph[at:])) and found[1]:
            spans.append(Span(at + found[0], at + found[1]))
            at = spans[-1].end
    return tuple(spans)


@cache
def _whole() -> tuple[Pattern, ...]:
    found = patterns("line", "block", "rest")
    return tuple(pattern for pattern in found if pattern.where == "anywhere" and pattern.reason not in WRITTEN)
