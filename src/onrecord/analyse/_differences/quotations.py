"""The same quoted words that independent articles put into different mouths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.analyse._differences.coverage import NEAR, Coverage, difference, in_order
from onrecord.analyse._differences.words import paragraph_number
from onrecord.model import Difference, Span, Statement, Telling

LEAST = 6  # words in quotation marks that two people hardly say alike by chance in articles of one week
LONG = 10  # and at any time
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = re.compile(r"[“\"]([^“”\"]{1,2000})[”\"]")


@dataclass(frozen=True, slots=True)
class _Quotation:
    """Words in quotation marks, in small letters, and the statement and place that give them."""

    words: tuple[str, ...]
    statement: Statement
    at: Span

    def holds(self, other: _Quotation) -> bool:
        """Whether another's words stand in these, in a row."""
        size = len(other.words)
        return any(self.words[i : i + size] == other.words for i in range(len(self.words) - size + 1))


def quotation_differences(coverage: Coverage) -> Iterator[Difference]:
    """Quotations of six or more words, whole or trimmed, that have two speakers: of ten or more where the articles are
    more than a week apart, as two people can use one phrase.

    Two persons are a conflict, and so are two bodies of two sides. A person's words that another article gives to a
    ministry or to officials are only vaguer; two bodies of one side, or of none, are no difference. Only who is named
    beside the words counts: whom "he said" means, or who goes on speaking in the next paragraph, is the program's
    reading and not what the article tells.
    """
    seen: set[tuple[str, frozenset[str]]] = set()
    for one, other in _pairs(_quotations(coverage)):
        who = frozenset(statement.actor or "" for statement in (one.statement, other.statement))
        shorter = min(one.words, other.words, key=lambda words: (len(words), words))
        key = (" ".join(shorter), who)
        days = coverage.days_between(one.statement.article, other.statement.article)
        chance = len(shorter) < LONG and (days is None or abs(days) > NEAR)  # "no deal is better than a bad deal"
        apart = coverage.independent(one.statement.article, other.statement.article)
        if len(who) == 2 and key not in seen and apart and not chance:
            seen.add(key)
            yield from _told(coverage, one, other)


def _quotations(coverage: Coverage) -> list[_Quotation]:
    found = []
    for statement in coverage.statements:
        if statement.actor is None or statement.attribution.mode not in {"direct", "mixed"}:
            continue
        text = coverage.readings[statement.article].article.text
        for piece in statement.attribution.content:
            for match in _QUOTED.finditer(text, max(0, piece.start - 1), piece.end + 1):
                words = tuple(word.casefold().replace("’", "'") for word in _WORD.findall(match.group(1)))
                if len(words) >= LEAST:
                    found.append(_Quotation(words, statement, Span(match.start(1), match.end(1))))
    return found


def _pairs(quotations: list[_Quotation]) -> Iterator[tuple[_Quotation, _Quotation]]:
    """Pairs of which one holds the other; any two such share the first words of the shorter one."""
    starting: dict[tuple[str, ...], list[int]] = {}
    for number, one in enumerate(quotations):
        starting.setdefault(one.words[:LEAST], []).append(number)
    found = set()
    for number, one in enumerate(quotations):
        runs = {one.words[i : i + LEAST] for i in range(len(one.words) - LEAST + 1)}
        held = {other for run in runs for other in starting.get(run, ()) if one.holds(quotations[other])}
        found |= {(min(number, other), max(number, other)) for other in held - {number}}
    yield from ((quotations[a], quotations[b]) for a, b in sorted(found))


def _told(coverage: Coverage, one: _Quotation, other: _Quotation) -> Iterator[Difference]:
    if not all(_named(coverage, quotation) for quotation in (one, other)):
        return
    actors = [coverage.actors[quotation.statement.actor or ""] for quotation in (one, other)]
    tellings = [_telling(coverage, quotation) for quotation in (one, other)]
    persons = [actor.kind == "person" for actor in actors]
    two_sides = len({actor.side for actor in actors if actor.side}) == 2
    if all(persons) or (two_sides and not any(persons)):
        why = "The same words in quotation marks are given to two speakers."
        yield difference("attribution", "conflict", "quoted words", why, *in_order(coverage, *tellings))
    elif any(persons):
        vague, named = reversed(tellings) if persons[0] else tellings
        why = "The first does not name the person who spoke."
        yield difference("attribution", "vaguer", "quoted words", why, vague, named)


def _named(coverage: Coverage, quotation: _Quotation) -> bool:
    """Whether the speaker is named in the paragraph of the words, by a word of the name that the collection gives."""
    statement = quotation.statement
    article = coverage.readings[statement.article].article
    written = {word.casefold() for word in _WORD.findall(statement.as_written or "")}
    known = coverage.actors[statement.actor or ""]
    named = {word.casefold() for name in (known.name, *known.aliases) for word in _WORD.findall(name)}
    paragraph = paragraph_number(article, quotation.at.start)
    beside = [paragraph_number(article, source.start) == paragraph for source in statement.attribution.source]
    return any(beside) and bool(written & named)


def _telling(coverage: Coverage, quotation: _Quotation) -> Telling:
    statement = quotation.statement
    return Telling(statement.article, quotation.at, coverage.name(statement.actor), statement.actor)
