"""Where a negotiation could end: the command on a table of positions."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Any

import click

import onrecord
from onrecord import terminal
from onrecord.cli._shared import AS_JSON, example

_BASE = ("issue", "model", "outcome", "low", "high", "error")
_DRAWN = ("drawn_low", "drawn_high", "hangs_on")


@click.command()
@click.argument("source", metavar="FILE|RECORD", type=click.Path(path_type=Path))
@click.option("--model", "models", multiple=True, help="Only this model, as compromise; may be given several times.")
@click.option(
    "--what-if",
    multiple=True,
    metavar="ACTOR:ISSUE:FIELD=NUMBER",
    help="Change a position, salience, capability, red_line or spread; ISSUE may be *. May be given several times.",
)
@click.option(
    "--draws", type=click.IntRange(0), default=0, help="Draw positions by their spread so many times (10000)."
)
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="Of the draws.")
@click.option("--table", type=click.Path(path_type=Path), help="Write the table itself: F.csv or F.yaml, to edit.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write a chart: F.svg or F.png.")
@AS_JSON
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, nothing else.")
@example("onrecord outcomes talks.csv --model compromise --what-if Orlund:troops:position=60 -o talks.svg")
def outcomes(
    source: Path,
    models: tuple[str, ...],
    what_if: tuple[str, ...],
    draws: int,
    seed: int,
    table: Path | None,
    output: Path | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Show where the issues of a negotiation could end, by published models: each with an 80 % interval and the error
    it was measured to have. Takes a table of positions (.csv, .yaml, #A #P #M #D records) or a record."""
    if table is not None:
        click.echo(onrecord.outcomes_table(source, table, what_if=what_if))
        return
    if output is not None:
        click.echo(onrecord.outcomes_chart(source, output, models=models, what_if=what_if))
        return
    rows = onrecord.outcomes(source, models=models, what_if=what_if, draws=draws, seed=seed)
    if as_csv:
        _print_csv(rows)
        return
    columns = (*_BASE, *(["before"] if what_if else []), *(_DRAWN if draws else ["nearest"]))
    terminal.rows("outcomes", rows, columns=columns, as_json=as_json)
    if not as_json:
        click.echo(f"\nError: mean distance from the outcome on {onrecord.outcomes_measured_on()}.")
        click.echo("low to high held 80 % of the outcomes there; talks of another kind may be further off.")


def _print_csv(rows: list[dict[str, Any]]) -> None:
    writer = csv.DictWriter(sys.stdout, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow(
            {
                name: json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value
                for name, value in row.items()
            }
        )
