"""Where rules are surer than the trained reader: short functions over its output, in this order.

How many attributions each makes or lengthens in 89 articles of PolNeAR kept for choosing, in 661 of the coverage
collections (north-korea + iran-nuclear + trade) and in 181 pages of the article extraction benchmark, and how many
of those outside PolNeAR are right by reading:

| rule       |                                                      | choosing | coverage     | pages | right   |
|------------|------------------------------------------------------|----------|--------------|-------|---------|
| `turns`    | a transcript's paragraph, "JONES: words"             | 12       | 0 + 1 + 0    | 33    | 34 / 34 |
| `posted`   | a post embedded in a page, "words — Name (@handle)"  | 4        | 21 + 10 + 34 | 0     | 62 / 65 |
| `signed`   | a quoted passage with a byline after it              | 0        | 13 + 9 + 11  | 0     | 32 / 33 |
| `floating` | a quoted sentence whose speaker stands beside it     | 2        | 2 + 5 + 3    | 1     | 9 / 11  |
| `carried`  | a quotation that goes on from the paragraph before   | 0        | 1 + 1 + 1    | 1     | 4 / 4   |

Cases of one page are alike: the turns counted right are one interview and one briefing, what is signed stands in seven
numbers of one newsletter. What was tried and dropped is in `training/attribution/notes.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.attribute._mend_page import Found, Page
from onrecord.attribute._mend_quoted import carried, floating
from onrecord.attribute._mend_signed import posted, signed
from onrecord.attribute._mend_turns import turns
from onrecord.attribute._quotes import Quotation
from onrecord.model import Attribution, Span

RULES: tuple[Callable[[Page, Found], list[Attribution]], ...] = (turns, posted, signed, floating, carried)

# (right + 1) / (all + 2) of the table above, the rule of succession, as some are few.
SURE = {"turns": 0.97, "posted": 0.94, "signed": 0.94, "floating": 0.77}


def mended(
    text: str, paragraphs: Sequence[Span], quotes: Sequence[Quotation], found: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """The attributions that were found and those that rules make, in order of content, none over another.

    `paragraphs` and `quotes` are those of the text, in order. What a rule made bears its name and how often that is
    right; what it lengthened keeps its confidence, and its name is "model+" the rule's. What lies nested in a content
    that a rule made, and is less than half of it, is gone. Mending what is mended changes nothing.
    """
    page = Page(text, paragraphs, quotes)
    out, before = sorted(found, key=lambda one: one.content), None
    while out != before:  # ends, as whatever a rule changes puts more characters into contents
        before = out
        for rule in RULES:
            out = rule(page, out)
    return tuple(replace(one, confidence=SURE[one.rule]) if one.rule in SURE else one for one in out)
