"""Attributions → positions: what the rules find and what the network answers, weighed against each other.

1. the rules' positions                                             `_rules`
2. the network's answers, on the options that are hinted at         `_network`
3. one verdict on each option                                       `_verdict`
4. the condition, the option it links to, the holder                `_weighed`
5. the words that decided it                                        `_reasons`

A statement that is worded like an example of the codebook means what that does (`_examples`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.code._codebook.book import Codebook
from onrecord.code._examples import Examples
from onrecord.code._rules.rules import Rules
from onrecord.code._weighed import AT_ONCE, By, Weighed
from onrecord.model import Position, Reading
from onrecord.resolve import Lexicon
from onrecord.syntax import Passage


@dataclass(frozen=True, slots=True)
class Decision:
    """A position, and who decided it."""

    position: Position
    by: By


def positions(
    reading: Reading,
    passages: Sequence[Passage],
    codebook: Codebook,
    actors: Lexicon,
    at_once: int = AT_ONCE,
    *,
    by_example: bool = True,
) -> tuple[tuple[Position, ...], ...]:
    """What is held, in the words of each attribution of a reading, of the codebook's options, in the codebook's order.

    A tuple that runs parallel to `reading.attributions`. A content that only states facts about an option gives none;
    what stays in doubt is "unclear". `condition` lies in the article's text. Where the words tell the will of somebody
    else than the speaker, the position names them as its `holder`. `at_once` is how many options are asked of a
    statement at most, besides those that phrases name. A statement that is worded nearly like an example of the
    codebook means what that does, unless `by_example` is false.
    """
    found = decisions(reading, passages, codebook, actors, at_once, by_example=by_example)
    return tuple(tuple(one.position for one in of_one) for of_one in found)


def decisions(
    reading: Reading,
    passages: Sequence[Passage],
    codebook: Codebook,
    actors: Lexicon,
    at_once: int = AT_ONCE,
    *,
    by_example: bool = True,
) -> tuple[tuple[Decision, ...], ...]:
    """The same as `positions`, each with who decided it."""
    examples = Examples(codebook) if by_example else None
    article = Weighed(reading, Rules(reading, passages, codebook, actors), at_once, examples)
    found: list[list[Decision]] = [[] for _ in reading.attributions]
    for one in article.weighings():
        position = article.decided(one)
        if position is not None:
            found[one.attribution].append(Decision(position, article.by(one, position)))
    for number, position in article.told_by_examples():
        found[number].append(Decision(position, "example"))
    order = {(i.id, o.id): (a, b) for a, i in enumerate(codebook.issues) for b, o in enumerate(i.options)}
    return tuple(
        tuple(sorted(of_one, key=lambda made: order[made.position.issue, made.position.option])) for of_one in found
    )
