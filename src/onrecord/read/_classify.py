"""The paragraph classifier: each paragraph of a page is article or boilerplate, for a reason that can be named.

A paragraph is judged by its own words (the patterns, credits and bylines), by having been there before, and by its
shape among its neighbours (what follows "Most popular" and is no sentence belongs to it; short lines before the first
sentence are a menu). A sentence is given up only for its own words: losing one is worse than keeping a stray line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.read import _bylines, _credits
from onrecord.read._items import Item, Known
from onrecord.read._patterns import Pattern, patterns
from onrecord.read._shape import compared, ends_sentence, is_prose, is_sentence, word_count

LEAST_REPEAT = 10  # words; shorter lines may well be said twice
LONGEST_PART = 600  # characters of a prefix or suffix
LONGEST_SEARCHED = 20_000  # characters of a paragraph that are searched for what stands inside
LEAST_RUN = 3  # short lines in a row that make a menu
SHORT_LINE = 12  # words
MENU_ENTRY = 4  # words


def classify(items: Sequence[Item], known: Known) -> None:
    """Judge the paragraphs of a page in place."""
    for judge in JUDGES:
        judge(items, known)


def _parted(items: Sequence[Item], _known: Known) -> None:
    """Words inside, at the start or at the end of a paragraph that don't belong to it."""
    for item in items:
        for pattern in patterns("inside"):
            while item.parts[-1].reason is None and (found := found_in(pattern, item.parts[-1].text)):
                item.split(*found, pattern.reason)
        start, reason = _credits.fused(item.kept) if len(item.parts) == 1 else (0, "")
        if start:
            item.split(0, start, reason)
        for pattern in patterns("prefix"):
            if len(item.parts) == 1 and (found := found_in(pattern, item.kept)):
                item.split(*found, pattern.reason)
        for pattern in patterns("suffix"):
            if item.parts[-1].reason is None and (found := found_in(pattern, item.parts[-1].text)):
                item.split(*found, pattern.reason)


def found_in(pattern: Pattern, text: str) -> tuple[int, int] | None:
    """Where a pattern's words stand in a paragraph. They are looked for no farther than they can reach."""
    expression = pattern.expression
    if pattern.does == "prefix":
        match = expression.match(text[:LONGEST_PART])
    elif pattern.does == "suffix":
        match = expression.search(text, max(0, len(text) - LONGEST_PART))
    else:
        match = expression.search(text[:LONGEST_SEARCHED])
    return match.span("out" if pattern.does == "inside" else 0) if match else None


def _worded(items: Sequence[Item], known: Known) -> None:
    """Paragraphs that their own words give away, and what hangs on them."""
    places = _places(items)
    own_words = patterns("line", "block", "rest")
    hanging: str | None = None
    for item, place in zip(items, places, strict=True):
        text = item.kept
        if not text:
            continue
        pattern = next((p for p in own_words if p.where in (place, "anywhere") and p.matches(text)), None)
        reason = pattern.reason if pattern else _line_reason(text, place, known)
        if hanging == "comments":
            item.leave_out("comments")
        elif reason:
            item.leave_out(reason)
            hanging = _hangs(pattern) or hanging
        elif hanging and not is_sentence(text):
            item.leave_out(hanging)
        else:
            hanging = None


def _hangs(pattern: Pattern | None) -> str | None:
    return pattern.reason if pattern and pattern.does in ("block", "rest") else None


def _line_reason(text: str, place: str, known: Known) -> str | None:
    if _bylines.byline(text):
        return "byline"
    if _credits.is_caption(text) or _credits.is_bare_credit(text):
        return "caption"
    if place == "middle":
        return None
    if _bylines.date_line(text):
        return "date line"
    if place == "head":
        if _bylines.is_dateline(text):
            return "dateline"
        return _bylines.repeats_the_known(text, known) or _ends_with_title(text, known)
    return None


def _ends_with_title(text: str, known: Known) -> str | None:
    """A caption run together with the headline that follows it."""
    title = compared(known.title or "")
    return "caption" if title and compared(text).endswith(" " + title) and not ends_sentence(text) else None


def _places(items: Sequence[Item]) -> list[str]:
    """For each paragraph: before the first prose, in the second half of the words, or between."""
    counts = [word_count(item.kept) for item in items]
    half = sum(counts) / 2
    places: list[str] = []
    before, started = 0, False
    own_words = patterns("line", "block")
    for item, count in zip(items, counts, strict=True):
        text = item.kept
        places.append("tail" if started and before >= half else "middle" if started else "head")
        started = started or (is_prose(text) and not any(p.matches(text) for p in own_words if p.where != "tail"))
        before += count
    return places


def _repeated(items: Sequence[Item], _known: Known) -> None:
    """Paragraphs that stood before, word for word."""
    seen: set[str] = set()
    for item in items:
        words = compared(item.kept)
        if word_count(item.kept) >= LEAST_REPEAT and words in seen:
            item.leave_out("repeat")
        seen.add(words)


def _menus(items: Sequence[Item], known: Known) -> None:
    """Runs of short lines before the first sentence and after the last one."""
    staying = [item for item in items if item.kept]
    sentences = [index for index, item in enumerate(staying) if is_sentence(item.kept)]
    if not sentences:
        return
    title = compared(known.title or "")
    head = [item for item in staying[: sentences[0]] if compared(item.kept) != title]
    entries = [item for item in head if word_count(item.kept) <= MENU_ENTRY]
    if len(entries) >= LEAST_RUN:
        for item in entries:
            item.leave_out("menu")
    tail = staying[sentences[-1] + 1 :]
    if len(tail) >= LEAST_RUN and all(word_count(item.kept) <= SHORT_LINE for item in tail):
        for item in tail:
            item.leave_out("menu")


JUDGES: tuple[Callable[[Sequence[Item], Known], None], ...] = (_parted, _repeated, _worded, _menus)
