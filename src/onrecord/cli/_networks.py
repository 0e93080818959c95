"""Who sides with whom: the command on a record or on a table of claims."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

import onrecord
from onrecord import terminal
from onrecord.cli._shared import AS_CSV, AS_JSON, CHART, example, one_way, output, written

STRONGEST = 10


@click.command()
@click.argument("source", metavar="RECORD|FILE.dna|FILE.csv", type=click.Path(path_type=Path))
@click.option("--between", help="speakers (default), options, or both: speakers to options.")
@click.option("--speaker", help="Who counts as one: side (default) or actor.")
@click.option("--measure", help="What a tie is: subtract (default), congruence, conflict, ignore; combine for both.")
@click.option(
    "--normal",
    help="What it is divided by: average (default), jaccard, cosine, dna-cosine, none; for both activity, prominence.",
)
@click.option(
    "--once", help="The same claim counts once in a document (default), week, month, year, range, or is kept."
)
@click.option("--since", metavar="DAY", help="Only claims from this day on, as 2015-03-30.")
@click.option("--until", metavar="DAY", help="Only claims up to this day.")
@click.option("--backbone", type=float, metavar="LEVEL", help="Only ties that stand out at this level, as 0.05.")
@click.option("--conditional", help="Conditional positions of a record: out (default), between, support.")
@click.option("--unclear", help="Unclear positions of a record: out (default), between.")
@click.option("--told", is_flag=True, help="Of a record, count also what articles tell by themselves.")
@click.option("--again", is_flag=True, help="Of a record, count what was said once each time it is reported.")
@click.option("--windows", type=int, metavar="DAYS", help="Show polarisation in windows of so many days instead.")
@click.option("--number", type=int, metavar="CLAIMS", help="The same, in windows of so many claims.")
@output(".graphml", ".gexf", ".json", ".dna (from a record)")
@CHART
@AS_JSON
@AS_CSV
@example("onrecord networks talks.onrecord --measure congruence --backbone 0.05 -o talks.graphml")
def networks(
    source: Path,
    windows: int | None,
    number: int | None,
    output: Path | None,
    chart: Path | None,
    as_json: bool,
    as_csv: bool,
    **choices: Any,
) -> None:
    """Show who sides with whom, or which options go together: ties, communities, polarisation in time. Takes a record,
    a file of the Discourse Network Analyzer, or a table with columns side or actor, option and value."""
    in_time = windows is not None or number is not None
    if in_time and (output or chart or as_csv):
        raise click.UsageError("Choose one of windows and files; windows go with --json alone.")
    one_way(source, output, chart, as_json=as_json, as_csv=as_csv)
    chosen = {name: value for name, value in choices.items() if value not in (None, False)}
    if in_time:
        rows = onrecord.networks_polarisation(source, days=windows, number=number, **chosen)
        terminal.rows("networks", rows, as_json=as_json)
        return
    if output is not None and output.suffix.lower() == ".dna":
        if chart:
            raise click.UsageError("Write the .dna file and the picture one after the other.")
        click.echo(f"{onrecord.networks_dna(source, output, **chosen):,} claims in {output}")
        return
    found = onrecord.networks(source, **chosen)
    if written(found, output, chart):
        return
    if as_json:
        click.echo(json.dumps(found.values(), ensure_ascii=False))
    elif as_csv:
        click.echo(found.csv(), nl=False)
    else:
        _show(found.values())


def _show(values: dict[str, Any]) -> None:
    terminal.rows("networks", values["nodes"], as_json=False)
    click.echo()
    ties = [tie | {"tie": f"{tie['tie']:.2f}"} for tie in values["ties"][:STRONGEST]]
    terminal.rows("ties", ties, as_json=False)
    clear = "" if values["modularity"] is None else f", modularity {values['modularity']:.2f}"
    click.echo(
        f"\n{values['claims']:,} claims, {len(values['ties']):,} ties{clear}; {values['measure']}, "
        f"{values['normal']}, once: {values['once']}."
    )
    left = {"without a speaker of this kind": values["silent"]} | values["left_out"]
    told = [f"{number:,} {why}" for why, number in left.items() if number]
    if told:
        click.echo(terminal.plain(f"Left out: {', '.join(told)}."))
