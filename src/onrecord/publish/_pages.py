"""Jinja, set up once: templates compiled, everything from outside escaped, the record's terms as plain words."""

from __future__ import annotations

import hashlib
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined

from onrecord.analyse import StickingPoint
from onrecord.model import Actor, Affiliation, Article, Event, Reuse
from onrecord.publish import _compared, _instruments, _words
from onrecord.publish._lately import moved
from onrecord.read import disagreeing

_BIDI_AND_CONTROLS = {
    code: None
    for start, end in ((0, 9), (11, 32), (127, 160), (0x200E, 0x2010), (0x202A, 0x202F), (0x2066, 0x206A))
    for code in range(start, end)
} | {0x061C: None}


def environment(before: str | None = None) -> Environment:
    """The templates. Autoescape is on for all of them, and a name that is not there is an error.

    Those of the package `before` come before those of the dossier, which they find as "dossier/NAME".
    """
    own = PackageLoader("onrecord.publish")
    others = [PackageLoader(before), PrefixLoader({"dossier": own})] if before else []
    pages = Environment(
        loader=ChoiceLoader([*others, own]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    pages.filters.update(
        day=_words.day,
        count=_words.count,
        number=_words.number,
        short=_words.short,
        safe_id=_words.safe_id,
        side_id=side_id,
        plain=plain,
        share=share,
        why=why,
        value=_instruments.value,
        measure=_instruments.measure,
        disagreeing=disagreeing,
    )
    pages.tests["web"] = is_web
    names: dict[str, Any] = {
        "stances": _words.STANCES,
        "signs": _words.SIGNS,
        "grades": _words.GRADES,
        "bases": _words.BASES,
    }
    names |= {"event_kinds": _words.EVENT_KINDS, "event_statuses": _words.EVENT_STATUSES}
    names |= {"judgements": _words.JUDGED, "grades": _words.GRADES}
    names |= {"grounds": _words.GROUNDS, "condition_kinds": _words.CONDITION_KINDS}
    pages.globals.update(relations=_compared.RELATIONS, difference_kinds=_compared.DIFFERENCE_KINDS)
    pages.globals.update(around=_compared.around, issue_and_option=moved)
    pages.globals.update(words_anchor=_instruments.words_anchor, step_statuses=_instruments.STEP_STATUSES)
    pages.globals.update(names, modes=_words.MODES, kinds=_words.ACTOR_KINDS)
    pages.globals.update(
        role_anchor=role_anchor, event_anchor=event_anchor, long=_words.LONG, brief=_words.BRIEF, few=_words.FEW
    )
    return pages


def side_id(side: str | None) -> str:
    """The anchor of a side on a page. A side's name is text from outside, so the anchor is made of its hash."""
    if side is None:
        return "side-none"
    return "side-" + hashlib.sha256(side.encode("utf-8", errors="surrogatepass")).hexdigest()[:12]


def role_anchor(actor: Actor, role: Affiliation) -> str:
    """The anchor of the words that give an actor a role."""
    return f"r-{_words.safe_id(actor.id)}-{role.span.start}-{role.span.end}"


def event_anchor(event: Event, number: int) -> str:
    """The anchor of the words of an event's mention."""
    return f"e-{_words.safe_id(event.id)}-{number}"


def plain(text: str) -> str:
    """A text for a place where nothing can isolate it (a window's title): on one line, no controls, no bidi marks."""
    return " ".join(text.translate(_BIDI_AND_CONTROLS).split())


def is_web(url: str) -> bool:
    """Whether an address is safe to link to; "javascript:" and the like are not."""
    return url.startswith(("https://", "http://"))


def share(reuse: Reuse, article: Article) -> str:
    """How much of an article stands in the other one of a pair, in per cent of its words."""
    containment = reuse.containment_a if article.id == reuse.a else reuse.containment_b
    return f"{round(100 * containment)} %"


def why(point: StickingPoint) -> str:
    """A sentence that says why an option blocks: who is for it, who against, who sets conditions."""
    parts = (
        (point.backing, "backs it", "back it"),
        (point.opposing, "opposes it", "oppose it"),
        (point.conditional, "sets conditions or says both", "set conditions or say both"),
    )
    said = [f"{_listed(sides)} {one if len(sides) == 1 else many}" for sides, one, many in parts if sides]
    return "; ".join(said) + "."


def _listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
