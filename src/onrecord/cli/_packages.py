"""What could be agreed as a whole: the command on a table of positions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

import onrecord
from onrecord import terminal
from onrecord.cli._shared import AS_JSON, example

if TYPE_CHECKING:
    from onrecord.analyse._packages import Package


@click.command()
@click.argument("source", metavar="FILE|RECORD", type=click.Path(path_type=Path))
@click.option("--conditions", type=click.Path(path_type=Path), help="F.csv: actor, option, needs (as ISSUE=OPTION).")
@click.option(
    "--must", multiple=True, metavar="ACTOR", help="Who must agree, all by default; may be given several times."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the packages: F.csv or F.jsonl.")
@click.option("--chart", type=click.Path(path_type=Path), help="Write a picture: F.svg or F.vl.json.")
@AS_JSON
@example("onrecord packages talks.csv --conditions conditions.csv --must Orlund --must Karshevia")
def packages(
    source: Path,
    conditions: Path | None,
    must: tuple[str, ...],
    output: Path | None,
    chart: Path | None,
    as_json: bool,
) -> None:
    """Show packages over several issues that all accept: within red lines, with conditions met and worth no less to
    each than no agreement. Those that bargaining theory singles out come first; where nothing is acceptable, the fewest
    concessions that would make a package so. Takes a table as `onrecord outcomes` does."""
    found = onrecord.packages(source, conditions=conditions, must=must)
    for path in (output, chart):
        if path is not None:
            found.write(path)
            click.echo(path)
    if output or chart:
        return
    if as_json:
        click.echo(json.dumps(found.values(), ensure_ascii=False))
        return
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
