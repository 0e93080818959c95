"""What the commands share: the group that tells errors, and the arguments that several of them take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord import terminal
from onrecord.errors import OnrecordError

F = TypeVar("F", bound=Callable[..., Any])

RECORD = click.argument("record", type=click.Path(path_type=Path))
READER = click.option(
    "--reader", type=click.Choice(["model", "rules"]), help="Who said what by the trained model (default) or by rules."
)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for another program, nothing else.")


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
