"""How far two people agree who judged the same statements."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from onrecord.analyse._review.coefficients import alpha, kappa, percent
from onrecord.analyse._review.items import Item, Variable, conditions, options, spans, speakers, stances, verdicts
from onrecord.analyse._review.views import Both, both
from onrecord.model import Judgement

VARIABLES: dict[Variable, Callable[[Both], Iterable[Item]]] = {
    "statement": verdicts,
    "speaker": speakers,
    "span": spans,
    "option": options,
    "stance": stances,
    "condition": conditions,
}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A statement (its id) on which two people differ, in which variable, and what each has there, in words. `about`
    is the option (`issue.option`) where the variable is one of a position, else None."""

    variable: Variable
    statement: str
    about: str | None
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement on one variable: over how many `items`, as a share in percent, as Cohen's κ and as Krippendorff's α.
    Each is None where it is not defined. What counts as an item is in docs/judgements.md."""

    variable: Variable
    items: int
    percent: float | None
    kappa: float | None
    alpha: float | None
    disagreements: tuple[Disagreement, ...]


def reviewers(judgements: Iterable[Judgement]) -> tuple[str, ...]:
    """Who judged, by name."""
    return tuple(sorted({one.by for one in judgements}))


def agreement(record: Path | str, one: str, other: str) -> tuple[Agreement, ...]:
    """The agreement of two people on the statements of a record that both judged, by variable.

    Raises RecordError when the record cannot be read, InputError when either of them judged nothing in it.
    """
    seen = both(Path(record), one, other)
    return tuple(_agreement(variable, tuple(items(seen))) for variable, items in VARIABLES.items())


def _agreement(variable: Variable, items: tuple[Item, ...]) -> Agreement:
    pairs = [pair for item in items for pair in item.pairs]
    return Agreement(
        variable=variable,
        items=len(pairs),
        percent=percent(pairs),
        kappa=kappa(pairs),
        alpha=alpha(pairs),
        disagreements=tuple(
            Disagreement(variable, item.statement, item.about, *item.told)
            for item in items
            if any(a != b for a, b in item.pairs)
        ),
    )
