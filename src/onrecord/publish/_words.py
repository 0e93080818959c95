"""What the record's terms are called on a page, in plain words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from onrecord.model import (
    ActorKind,
    Article,
    Basis,
    ConditionKind,
    Dated,
    EventKind,
    EventStatus,
    Grade,
    Ground,
    Judged,
    Mode,
    Span,
    Stance,
    Statement,
)

STANCES: dict[Stance, str] = {
    "support": "supports",
    "oppose": "opposes",
    "conditional": "conditional",
    "unclear": "unclear",
}
SIGNS: dict[Stance, str] = {"support": "+", "oppose": "−", "conditional": "±", "unclear": "?"}
GRADES: dict[Grade | None, str] = {
    "named": "named",
    "office": "an office, no name",
    "unnamed official": "official, not named",
    "unnamed source": "source, not named",
    "another outlet": "another outlet",
    "document": "a document",
    None: "speaker not known",
}
BASES: dict[Basis, str] = {
    "metadata": "given with the article",
    "page": "printed on the page",
    "url": "from the web address",
    "text": "said in the text",
    "inferred": "worked out from the text",
    "unknown": "not known",
}
MODES: dict[Mode, str] = {
    "direct": "direct quotation",
    "mixed": "partly quoted",
    "indirect": "in the reporter’s words",
    "told": "told by the article, not said",
}
GROUNDS: dict[Ground, str] = {"own": "", "told": "as told", "reported": "others say"}
JUDGED: dict[Judged, str] = {
    "accepted": "accepted by a person",
    "changed": "put right by a person",
    "added": "added by a person",
}
CONDITION_KINDS: dict[ConditionKind, str] = {
    "precondition": "precondition",
    "exchange": "exchange",
    "threat": "threat",
    "deadline": "deadline",
    "sequencing": "order of steps",
}
ACTOR_KINDS: dict[ActorKind, str] = {
    "person": "Person",
    "office": "Office",
    "state": "State",
    "organisation": "Organisation",
    "group": "Group",
    "outlet": "Outlet",
    "document": "Document",
    "unnamed": "Source without a name",
}
EVENT_KINDS: dict[EventKind, str] = {
    "meeting": "Meeting",
    "summit": "Summit",
    "talks": "Talks",
    "call": "Call",
    "visit": "Visit",
    "signing": "Agreement",
    "vote": "Vote",
    "sanction": "Sanctions or tariffs",
    "strike": "Attack",
    "test": "Weapons test",
    "deadline": "Deadline",
    "announcement": "Announcement",
}
EVENT_STATUSES: dict[EventStatus, str] = {
    "held": "took place",
    "planned": "planned",
    "cancelled": "cancelled",
    "rumoured": "rumoured",
}
# What the values of a field are called, by the field's name; none has the name under "".
TERMS: dict[str, dict[str, str]] = {
    "stance": dict[str, str](STANCES.items()),
    "mode": dict[str, str](MODES.items()),
    "grade": {grade or "": name for grade, name in GRADES.items()},
}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SAFE_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
LONG, BRIEF = 180, 90  # characters of a quotation in a table or list, and in a cell of the matrix
FEW = 3  # voices of a side that a line names, and quotations that a note holds; the rest are counted


def day(value: str | None) -> str:
    """An ISO date at its own granularity in words: "30 March 2015", "March 2015", "2015"; "date unknown"."""
    if value is None:
        return "date unknown"
    found = _ISO.match(value)
    if not found:
        return value
    year, month, number = found.groups()
    if not month or not 1 <= int(month) <= 12:
        return year
    return " ".join([*([str(int(number))] if number else []), MONTHS[int(month) - 1], year])


def when(statement: Statement, article: Article) -> Dated:
    """When a statement was said, else when its article was published."""
    return statement.said if statement.said.value else article.published


def words(article: Article, spans: Iterable[Span]) -> str:
    """The words of an article at some spans, verbatim but on one line; a gap between spans is " … "."""
    return " … ".join(" ".join(article.text[span.start : span.end].split()) for span in spans)


def short(quotation: str, longest: int) -> str:
    """The start of a quotation, cut between words and with an ellipsis when it is too long."""
    if len(quotation) <= longest:
        return quotation
    head = quotation[:longest]
    cut = head.rfind(" ")
    return (head[:cut] if cut > longest // 2 else head).rstrip(" ,;:–—") + "\N{NO-BREAK SPACE}…"


def count(things: int, noun: str, plural: str = "") -> str:
    """ "1 article", "12 articles", "1,204 statements"; the plural is the noun with an s when it isn't given."""
    return f"{number(things)} {noun if things == 1 else plural or noun + 's'}"


def number(value: int) -> str:
    """ "12", "1,204"."""
    return f"{value:,}"


def safe_id(identifier: str) -> str:
    """An id fit for a file name and an anchor: itself when of lower-case letters, digits and hyphens, else a hash."""
    if _SAFE_ID.fullmatch(identifier):
        return identifier
    return "x" + hashlib.sha256(identifier.encode("utf-8", errors="surrogatepass")).hexdigest()[:16]
