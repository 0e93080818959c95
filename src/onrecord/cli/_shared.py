"""What the commands share: the group that tells errors, and the arguments that several of them take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

import click

from onrecord import terminal
from onrecord.errors import OnrecordError

F = TypeVar("F", bound=Callable[..., Any])

RECORD = click.argument("record", type=click.Path(path_type=Path))
READER = click.option(
    "--reader", type=click.Choice(["model", "rules"]), help="Who said what by the trained model (default) or by rules."
)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for another program, nothing else.")
AS_CSV = click.option("--csv", "as_csv", is_flag=True, help="Print CSV, nothing else.")
PICTURES = (".svg", ".png", ".vl.json")
CHART = click.option("--chart", type=click.Path(path_type=Path), help=f"Write a picture: F{', F'.join(PICTURES)}.")


def output(*more: str) -> Callable[[F], F]:
    """The option that writes what was found, in the forms that every analysis has and in `more`."""
    forms = ", ".join(f"F{form}" for form in (".csv", ".jsonl", *PICTURES, *more))
    return click.option("-o", "--output", type=click.Path(path_type=Path), help=f"Write a file: {forms}.")


class Writable(Protocol):
    """What an analysis found, which can be written by the ending of a file's name."""

    def write(self, path: Path) -> None: ...


def one_way(source: Path, output: Path | None, chart: Path | None, *, as_json: bool, as_csv: bool) -> None:
    """Raises UsageError when several ways to hand something on are asked for, or one that can't be."""
    if bool(output or chart) + as_json + as_csv > 1:
        raise click.UsageError("Choose one of files (-o, --chart), --json and --csv.")
    if chart is not None and not chart.name.lower().endswith(PICTURES):
        raise click.UsageError(f"{chart}: a picture is written as {', '.join(PICTURES)}.")
    for path in (output, chart):
        if path is not None and path.exists() and source.exists() and path.samefile(source):
            raise click.UsageError(f"{path} is the file that is read: name another.")


def written(found: Writable, *paths: Path | None) -> bool:
    """Write those files that are asked for and say so; whether any was."""
    for path in paths:
        if path is not None:
            found.write(path)
            click.echo(path)
    return any(path is not None for path in paths)


class Group(click.Group):
    """Prints what onrecord's own errors say, without a traceback, and exits with their code."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except OnrecordError as error:
            for words in (str(error), *getattr(error, "__notes__", ())):
                click.echo(terminal.plain(f"onrecord: {words}"), err=True)
            ctx.exit(error.exit_code)


def example(words: str) -> Callable[[F], F]:
    """Put an example under a command's help."""

    def add(function: F) -> F:
        function.__doc__ = f"{function.__doc__}\n\n    \b\n    Example:\n      {words}\n    "
        return function

    return add
