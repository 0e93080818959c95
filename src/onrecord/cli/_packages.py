"""What could be agreed as a whole: the command on a table of positions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

import onrecord
from onrecord import terminal
from onrecord.cli._shared import AS_CSV, AS_JSON, CHART, example, one_way, output, written

if TYPE_CHECKING:
    from onrecord.analyse._packages import Package, Packages


@click.command()
@click.argument("source", metavar="FILE|RECORD", type=click.Path(path_type=Path))
@click.option("--conditions", type=click.Path(path_type=Path), help="F.csv: actor, option, needs (as ISSUE=OPTION).")
@click.option(
    "--must", multiple=True, metavar="ACTOR", help="Who must agree, all by default; may be given several times."
)
@output()
@CHART
@AS_JSON
@AS_CSV
@example("onrecord packages talks.csv --conditions conditions.csv --must Orlund --must Karshevia")
def packages(
    source: Path,
    conditions: Path | None,
    must: tuple[str, ...],
    output: Path | None,
    chart: Path | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Show packages over several issues that all accept: within red lines, with conditions met and worth no less to
    each than no agreement. Those that bargaining theory singles out come first; where nothing is acceptable, the fewest
    concessions that would make a package so. Takes a table as `onrecord outcomes` does."""
    one_way(source, output, chart, as_json=as_json, as_csv=as_csv)
    found = onrecord.packages(source, conditions=conditions, must=must)
    if written(found, output, chart):
        return
    if as_json:
        click.echo(json.dumps(found.values(), ensure_ascii=False))
    elif as_csv:
        click.echo(found.csv(), nl=False)
    else:
        _told(found)


def _told(found: Packages) -> None:
    counted = "too many to list" if found.acceptable is None else f"{found.acceptable:,}"
    click.echo(f"{found.of:,} packages; acceptable to all who must agree: {counted}")
    if found.efficient is not None and found.acceptable:
        click.echo(f"{found.efficient:,} of them nobody could better without a loss to somebody else")
    for one in found.singled_out:
        _show(one)
    if found.conceded is not None:
        click.echo("\nNo package is acceptable to all. It would take:")
        for words in found.concessions:
            click.echo(terminal.plain(f"  {words}"))
        _show(found.conceded)


def _show(one: Package) -> None:
    click.echo(f"\n{one.why}")
    for issue, option in one.options.items():
        click.echo(terminal.plain(f"  {issue}: {option}"))
    gains = ", ".join(f"{party} {gain:+.2f}" for party, gain in one.gain.items())
    click.echo(terminal.plain(f"  gain over no agreement: {gains}"))
