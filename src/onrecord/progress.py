"""How far a command is, on standard error: a moving line for a person, a plain one now and then for a log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

EVERY = 10.0  # seconds between two lines of a log

Tell = Callable[[str, int], None]  # what is being done, and how many are done


@contextmanager
def how_far() -> Iterator[Tell]:
    """A function to tell how far a command is. Of a quick command a log says nothing."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield in_lines()
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as shown:
        task = shown.add_task("starting")
        yield lambda stage, done: shown.update(task, description=f"{stage}: {done:,}")


def in_lines(clock: Callable[[], float] = monotonic) -> Tell:
    """A function that writes a line when `EVERY` seconds have passed since the last one, or the start."""
    last = clock()

    def tell(stage: str, done: int) -> None:
        nonlocal last
        now = clock()
        if now - last >= EVERY:
            last = now
            click.echo(f"onrecord: {stage}: {done:,}", err=True)

    return tell
