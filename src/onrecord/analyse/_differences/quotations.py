"""The same quoted words that independent articles put into different mouths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from onrecord.analyse._differences.coverage import Coverage, difference, in_order
from onrecord.model import Actor, Difference, Span, Statement, Telling

LEAST = 6  # words in quotation marks that two people hardly say alike by chance
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = re.compile(r"[“\"]([^“”\"]{1,2000})[”\"]")
_VAGUE = {"unnamed", "office", "group", "state", "organisation", "document", "outlet"}


def quotation_differences(coverage: Coverage) -> Iterator[Difference]:
    """Quotations of six or more equal words with two speakers. A spokesperson's words that another article gives to the
    ministry are only vaguer; two people with names are a conflict."""
    said: dict[tuple[str, ...], list[tuple[Statement, Span]]] = {}
    for statement in coverage.statements:
        if statement.actor is None or statement.attribution.mode not in {"direct", "mixed"}:
            continue
        for at in _quoted(coverage, statement):
            text = coverage.readings[statement.article].article.text[at.start : at.end]
            key = tuple(word.casefold().replace("’", "'") for word in _WORD.findall(text))
            if len(key) >= LEAST:
                said.setdefault(key, []).append((statement, at))
    for places in said.values():
        seen: set[frozenset[str]] = set()
        for one, other in combinations(places, 2):
            who = frozenset(actor for actor in (one[0].actor, other[0].actor) if actor)
            if len(who) == 2 and who not in seen and coverage.independent(one[0].article, other[0].article):
                seen.add(who)
                yield _told(coverage, one, other)


def _told(coverage: Coverage, a: tuple[Statement, Span], b: tuple[Statement, Span]) -> Difference:
    vague = [_is_vague(coverage.actors[statement.actor or ""]) for statement, _ in (a, b)]
    if any(vague):
        first, second = (a, b) if vague[0] else (b, a)
        why = "The first does not name the person who spoke."
        return difference(
            "attribution", "vaguer", "quoted words", why, _telling(coverage, *first), _telling(coverage, *second)
        )
    why = "The same words in quotation marks are given to two people."
    order = in_order(coverage, _telling(coverage, *a), _telling(coverage, *b))
    return difference("attribution", "conflict", "quoted words", why, *order)


def _is_vague(actor: Actor) -> bool:
    return actor.kind in _VAGUE


def _telling(coverage: Coverage, statement: Statement, at: Span) -> Telling:
    return Telling(statement.article, at, coverage.name(statement.actor), statement.actor)


def _quoted(coverage: Coverage, statement: Statement) -> Iterator[Span]:
    text = coverage.readings[statement.article].article.text
    for piece in statement.attribution.content:
        for match in _QUOTED.finditer(text, max(0, piece.start - 1), piece.end + 1):
            yield Span(match.start(1), match.end(1))
