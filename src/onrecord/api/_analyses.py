"""On a record or a table of one's own: who sides with whom, what moved, what blocks, where it could end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from onrecord import analyse

if TYPE_CHECKING:
    from onrecord.analyse import _linkage as linkage_room
    from onrecord.analyse import _movement as movement_room
    from onrecord.analyse import _networks as networks_room
    from onrecord.analyse import _packages as packages_room


def networks(source: networks_room.Source, **asked: Unpack[networks_room.Asked]) -> networks_room.Found:
    """Who sides with whom, or which options go together: a network with its communities.

    `source` is a record, a `.dna` file of the Discourse Network Analyzer, a table (`.csv`, `.tsv`) or rows of plain
    values with `side` or `actor`, `option` and `value`; docs/networks.md tells the choices. The result has `nodes()`,
    `ties()`, `matrix()`, `chart()` and `write("F.graphml")`. Raises InputError, which names the row and the field.
    """
    from onrecord.analyse import _networks  # graphs and charts take a second to load

    return _networks.ask(source, **asked)


def networks_polarisation(
    source: networks_room.Source,
    *,
    days: int | None = None,
    number: int | None = None,
    **asked: Unpack[networks_room.Asked],
) -> list[dict[str, Any]]:
    """How far speakers fall into camps, in windows of so many days or of so many claims (`number`): a row for each,
    with what chance alone would give.

    Raises InputError as `networks` does.
    """
    from onrecord.analyse import _networks

    return [asdict(one) for one in _networks.ask_polarisation(source, days, number, **asked)]


def networks_dna(record: Path | str, to: Path | str, **asked: Unpack[networks_room.Asked]) -> int:
    """Write a record as a file that the Discourse Network Analyzer opens, and return the number of its claims.

    Raises InputError for what is no record, and when the file cannot be written.
    """
    from onrecord.analyse import _networks

    return _networks.ask_dna(record, to, **asked)


def outcomes(
    source: Path | str | Iterable[Mapping[str, Any]],
    *,
    models: Sequence[str] = (),
    what_if: Sequence[str] = (),
    draws: int = 0,
    seed: int = 1,
) -> list[dict[str, Any]]:
    """Where the issues of a negotiation could end: a row for each issue and model, with its 80 % interval and the error
    that the model was measured to have.

    `source` is a table (a file, or rows with `issue`, `actor`, `position` from 0 to 100 and what else docs/outcomes.md
    names) or a record. `models` are all by default; `what_if` are changes, as "Orlund:troops:position=60"; with
    `draws`, positions are drawn so many times by their spread. Raises InputError, which names the row and the field.
    """
    return outcomes_found(source, models=models, what_if=what_if, draws=draws, seed=seed).rows


def outcomes_found(
    source: Path | str | Iterable[Mapping[str, Any]],
    *,
    models: Sequence[str] = (),
    what_if: Sequence[str] = (),
    draws: int = 0,
    seed: int = 1,
) -> analyse.outcomes.Outcomes:
    """The same with `rows`, `csv()`, `chart()` and `write("F.csv")`, as the other analyses give it."""
    changes = [analyse.outcomes.change(one) for one in what_if]
    return analyse.outcomes.found(_negotiation(source), models, changes, draws, seed)


def outcomes_measured_on() -> str:
    """In words, the decisions that the errors of `outcomes` were measured on."""
    return analyse.outcomes.fit().measured_on


def outcomes_table(
    source: Path | str | Iterable[Mapping[str, Any]], to: Path | str, *, what_if: Sequence[str] = ()
) -> Path:
    """Write the table that `outcomes` works on, to be edited, as CSV or by its ending as YAML, and return its path.

    From a record it is written as far as it is known, as CSV. Raises InputError, RecordError.
    """
    if not what_if and isinstance(source, Path | str) and analyse.outcomes.is_record(Path(source)):
        analyse.outcomes.write_draft(Path(source), Path(to))
    else:
        analyse.outcomes.write(_changed(source, what_if), Path(to))
    return Path(to)


def outcomes_chart(
    source: Path | str | Iterable[Mapping[str, Any]],
    to: Path | str,
    *,
    models: Sequence[str] = (),
    what_if: Sequence[str] = (),
) -> Path:
    """Draw positions, outcomes and intervals by the ending of `to`, as `F.svg`, say, and return its path.

    Raises InputError as `outcomes` does.
    """
    from onrecord.analyse._written import PICTURES, ending

    ending(Path(to), PICTURES)
    outcomes_found(source, models=models, what_if=what_if).write(to)
    return Path(to)


def packages(
    source: Path | str | Iterable[Mapping[str, Any]],
    *,
    conditions: Path | str | Iterable[Mapping[str, Any]] | None = None,
    must: Sequence[str] = (),
) -> packages_room.Packages:
    """Packages over several issues that all who `must` agree accept, those that bargaining theory singles out first;
    where there is none, the fewest concessions that would make one acceptable.

    `source` is a table as for `outcomes`; `conditions` (a file or rows: `actor`, `option`, `needs`, as "ISSUE=OPTION")
    tie issues to each other. The result has `rows()`, `values()`, `chart()` and `write("F.csv")`. Raises InputError,
    which names the row and the field.
    """
    from onrecord.analyse import _packages  # the solver takes a second to load

    table = Path(source) if isinstance(source, str) else source
    ties = Path(conditions) if isinstance(conditions, str) else conditions or ()
    return _packages.found(table, ties, must)


def movement(
    source: movement_room.Source, *, window: int | None = None, wrong: float | None = None
) -> movement_room.Movement:
    """Where sides moved: changes that a text announces, and those that the statements before and after a day show.

    `source` is a record, a table (`.csv`, `.tsv`) or rows of plain values with `date`, `side`, `option` and `stance`.
    `window` is how many days are compared (60), `wrong` the share of the changes shown that may be chance (0.1). The
    result has `moves()`, `stances()`, `chart()` and `write("F.svg")`. Raises InputError naming row and field.
    """
    from onrecord.analyse import _movement  # statistics and charts take a second to load

    usual = _movement.Choice()
    choice = _movement.Choice(usual.window if window is None else window, usual.wrong if wrong is None else wrong)
    return _movement.found(source, choice)


def linkage(source: linkage_room.Source) -> linkage_room.Linkage:
    """Which options wait for which others, by whose conditions; deadlocks; and an order that breaks the fewest.

    `source` is a record, a table (`.csv`, `.tsv`) or rows of plain values with `side`, `option` and `needs`. The result
    has `rows()`, `values()`, `chart()` and `write("F.svg")`. Raises InputError naming row and field.
    """
    from onrecord.analyse import _linkage  # graphs and charts take a second to load

    return _linkage.found(source)


def _changed(source: Path | str | Iterable[Mapping[str, Any]], what_if: Sequence[str]) -> analyse.outcomes.Table:
    table, changes = _negotiation(source), [analyse.outcomes.change(one) for one in what_if]
    return analyse.outcomes.changed(table, changes) if changes else table


def _negotiation(source: Path | str | Iterable[Mapping[str, Any]]) -> analyse.outcomes.Table:
    return analyse.outcomes.table(Path(source) if isinstance(source, str) else source)
