"""Where a negotiation could end: the command on a table of positions."""

from __future__ import annotations

from pathlib import Path

import click

import onrecord
from onrecord import terminal
from onrecord.cli._shared import AS_CSV, AS_JSON, CHART, example, one_way, output, written

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
@output()
@CHART
@AS_JSON
@AS_CSV
@example("onrecord outcomes talks.csv --model compromise --what-if Orlund:troops:position=60 --chart talks.svg")
def outcomes(
    source: Path,
    models: tuple[str, ...],
    what_if: tuple[str, ...],
    draws: int,
    seed: int,
    table: Path | None,
    output: Path | None,
    chart: Path | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Show where the issues of a negotiation could end, by published models: each with an 80 % interval and the error
    it was measured to have. Takes a table of positions (.csv, .yaml, #A #P #M #D records) or a record."""
    one_way(source, output, chart, as_json=as_json, as_csv=as_csv)
    if table is not None:
        if output or chart or as_json or as_csv:
            raise click.UsageError("--table writes the table alone.")
        click.echo(onrecord.outcomes_table(source, table, what_if=what_if))
        return
    found = onrecord.outcomes_found(source, models=models, what_if=what_if, draws=draws, seed=seed)
    if written(found, output, chart):
        return
    if as_csv:
        click.echo(found.csv(), nl=False)
        return
    columns = (*_BASE, *(["before"] if what_if else []), *(_DRAWN if draws else ["nearest"]))
    terminal.rows("outcomes", found.rows, columns=columns, as_json=as_json)
    if not as_json:
        click.echo(f"\nError: mean distance from the outcome on {onrecord.outcomes_measured_on()}.")
        click.echo("low to high held 80 % of the outcomes there; talks of another kind may be further off.")
