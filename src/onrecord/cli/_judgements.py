"""Commands on what people decided: list it, take it elsewhere, hold it against each other."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

import onrecord
from onrecord import terminal
from onrecord.cli._shared import AS_JSON, RECORD, Group, example


class _Listing(Group):
    """A group that takes a record for the command `list` of it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        listed = args and args[0] not in self.commands and args[0] not in ctx.help_option_names
        return super().parse_args(ctx, ["list", *args] if listed else args)


@click.group(cls=_Listing)
def judgements() -> None:
    """What people decided of a record: the log, where they differ, and the way into another record.
    `onrecord judgements RECORD` lists it."""


@judgements.command("list")
@RECORD
@AS_JSON
@example("onrecord judgements list talks.onrecord")
def judgements_list(record: Path, as_json: bool) -> None:
    """List what people decided, by time, undone judgements too. It reads records of other versions of onrecord."""
    terminal.rows("judgements", onrecord.judgements_list(record), as_json=as_json)


@judgements.command("conflicts")
@RECORD
@AS_JSON
@example("onrecord judgements conflicts talks.onrecord")
def judgements_conflicts(record: Path, as_json: bool) -> None:
    """List what somebody has to settle: judgements of several people that differ, judgements on something of which the
    machine says by now what it did not say then, and judgements whose words or actor are gone."""
    terminal.rows("conflicts", onrecord.judgements_conflicts(record), as_json=as_json)


@judgements.command("agreement")
@RECORD
@click.option("--between", nargs=2, required=True, metavar="NAME NAME", help="Who judged the same statements.")
@AS_JSON
@example("onrecord judgements agreement talks.onrecord --between mira ole")
def judgements_agreement(record: Path, between: tuple[str, str], as_json: bool) -> None:
    """Show how far two people agree on what both judged: percent, Cohen's kappa and Krippendorff's alpha of each
    variable, and the list of what they differ on."""
    found = onrecord.judgements_agreement(record, *between)
    if as_json:
        for one in found:
            click.echo(json.dumps(asdict(one), ensure_ascii=False))
        return
    terminal.rows("agreement", [_rounded(asdict(one)) for one in found], as_json=False)
    differ: list[dict[str, Any]] = [asdict(one) for variable in found for one in variable.disagreements]
    if differ:
        click.echo()
        terminal.rows("disagreements", differ, as_json=False)


@judgements.command("export")
@RECORD
@click.option("--to", required=True, type=click.Path(path_type=Path), help="JSON Lines to write.")
@example("onrecord judgements export talks.onrecord --to judged.jsonl")
def judgements_export(record: Path, to: Path) -> None:
    """Write the log as JSON Lines. It reads records of other versions of onrecord, so that what people decided comes
    along when a record has to be built again."""
    click.echo(terminal.plain(f"{onrecord.judgements_export(record, to):,} judgements in {to}"))


@judgements.command("import")
@RECORD
@click.argument("file", type=click.Path(path_type=Path))
@example("onrecord judgements import talks.onrecord judged.jsonl")
def judgements_import(record: Path, file: Path) -> None:
    """Add the judgements of a FILE that `export` wrote to a record. Those that it holds already are not added again;
    a line that cannot be used is named and left out."""
    done = onrecord.judgements_import(record, file)
    click.echo(f"{done.added:,} judgements added, {done.usable - done.added:,} were there")
    for problem in done.problems:
        click.echo(terminal.plain(f"onrecord: left out: {problem}"), err=True)


def _rounded(row: dict[str, Any]) -> dict[str, Any]:
    places = {"percent": 1, "kappa": 2, "alpha": 2}
    return row | {name: None if row[name] is None else f"{row[name]:.{digits}f}" for name, digits in places.items()}
