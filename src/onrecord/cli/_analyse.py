"""What moved and what waits for what: commands on a record or on a table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import onrecord
from onrecord import terminal
from onrecord.cli._shared import AS_CSV, AS_JSON, CHART, example, one_way, output, written

CIRCLES = 10  # that are told in a terminal, those between sides and the shortest first
if TYPE_CHECKING:
    from onrecord.analyse._linkage import Linkage
    from onrecord.analyse._movement import Movement

SOURCE = click.argument("source", metavar="RECORD|FILE.csv", type=click.Path(path_type=Path))


@click.command()
@SOURCE
@click.option("--window", type=int, metavar="DAYS", help="How many days before and after are compared; 60 without it.")
@click.option(
    "--wrong", type=float, metavar="SHARE", help="Of the changes shown, how many may be chance; 0.1 without it."
)
@click.option("--stances", is_flag=True, help="Show when each stance was first and last taken instead.")
@output()
@CHART
@AS_JSON
@AS_CSV
@example("onrecord movement talks.onrecord -o moves.csv --chart moves.svg")
def movement(
    source: Path,
    stances: bool,
    output: Path | None,
    chart: Path | None,
    as_json: bool,
    as_csv: bool,
    **choices: Any,
) -> None:
    """Show where sides moved: changes that a text announces, and those that the statements before and after a day show,
    with the two quotations. Takes a record, or a table with columns date, side, option, stance (and voice, words,
    id, announced)."""
    one_way(source, output, chart, as_json=as_json, as_csv=as_csv)
    if stances and (output or as_csv):
        raise click.UsageError("-o and --csv are of moves; --stances goes with --json and --chart.")
    found = onrecord.movement(source, **{name: value for name, value in choices.items() if value is not None})
    if written(found, output, chart):
        return
    if as_csv:
        click.echo(found.csv(), nl=False)
    elif as_json or stances:
        rows = found.stances() if stances else found.moves()
        terminal.rows("stances" if stances else "moves", rows, as_json=as_json)
    else:
        _moves(found)


def _moves(found: Movement) -> None:
    rows = found.moves()
    for row in rows:
        _move(row)
    dated = sum(saying.date is not None for saying in found.table)
    click.echo(
        f"{len(rows):,} moves in {len(found.courses):,} courses of a side on an option, {dated:,} dated statements."
    )
    against = sum(len(course.dissent) for course in found.courses)
    if against:
        click.echo(f"{against:,} statements are against the line of their own side: dissent, and no move.")


@click.command()
@SOURCE
@output()
@CHART
@AS_JSON
@AS_CSV
@example("onrecord linkage talks.onrecord -o links.csv --chart links.svg")
def linkage(source: Path, output: Path | None, chart: Path | None, as_json: bool, as_csv: bool) -> None:
    """Show which options wait for which others, by whose conditions: deadlocks, what most others wait for, and an order
    of settling that breaks the fewest conditions. Takes a record, or a table with columns side, option, needs (and
    id, date, kind, words)."""
    one_way(source, output, chart, as_json=as_json, as_csv=as_csv)
    found = onrecord.linkage(source)
    if written(found, output, chart):
        return
    if as_json:
        click.echo(json.dumps(found.values(), ensure_ascii=False))
    elif as_csv:
        click.echo(found.csv(), nl=False)
    else:
        _links(found)


def _links(found: Linkage) -> None:
    terminal.rows("links", found.rows(), columns=("option", "needs", "sides", "kinds", "last"), as_json=False)
    if not found.arrows:
        return
    click.echo()
    for one in found.deadlocks[:CIRCLES]:
        who = "contradicts itself" if one.own else "deadlock"
        click.echo(terminal.plain(f"{who}: {' → '.join((*one.options, one.options[0]))} ({', '.join(one.sides)})"))
    if len(found.deadlocks) > CIRCLES:
        click.echo(f"and {len(found.deadlocks) - CIRCLES:,} longer circles, of which --json tells")
    first = found.awaited[0]
    click.echo(terminal.plain(f"most wait for: {first.option} ({first.all} options, by {', '.join(first.sides)})"))
    order = found.order
    how = "no order breaks fewer" if order.exact else f"none breaks fewer than {order.at_least}"
    click.echo(terminal.plain(f"order: {', '.join(order.options)}"))
    click.echo(f"breaks {order.conditions} conditions; {how}")


def _move(row: Mapping[str, Any]) -> None:
    how = f"announced: “{row['announced']}”" if row["announced"] else f"shown by the statements, p {row['p']}"
    way = f", {row['way']}" if row["way"] else ""
    change = f"{row['before'] or 'nothing known'} → {row['after']}{way}"
    click.echo(terminal.plain(f"{row['date']}  {row['side']} on {row['option']}: {change} ({how})"))
    for when, name in (("earlier", "before"), ("now", "now")):
        if row[f"{when}_statement"] is not None:
            who = f"{row[f'{when}_date'] or 'undated'} {row[f'{when}_voice'] or row['side']}"
            click.echo(terminal.plain(f"    {name:<7} {who}: {row[f'{when}_words']}  [{row[f'{when}_statement']}]"))
