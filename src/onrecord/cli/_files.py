"""Commands on files of articles, in the fixed forms that other programs rely on."""

from __future__ import annotations

from pathlib import Path

import click

import onrecord
from onrecord import terminal
from onrecord.cli._shared import READER, example
from onrecord.progress import how_far


@click.command()
@click.argument("articles", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="JSON Lines to write.")
@READER
@example("onrecord attribute articles.jsonl -o attributions.jsonl")
def attribute(articles: Path, output: Path, reader: str | None) -> None:
    """Find who said what in texts as they are: JSON Lines with id and text in, with id and attributions out (source,
    cue and content as [start, end] into the text)."""
    with how_far() as progress:
        done = onrecord.attribute_file(articles, output, reader=reader, progress=progress)
    click.echo(f"{done.attributions:,} attributions in {done.rows:,} texts")
    for problem in done.problems:
        click.echo(terminal.plain(f"onrecord: left out: {problem}"), err=True)


@click.command()
@click.argument("articles", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="JSON Lines to write.")
@example("onrecord trace articles.jsonl -o copies.jsonl")
def trace(articles: Path, output: Path) -> None:
    """Find passages that articles share: JSON Lines with id, text, outlet and published in, a line for each pair out,
    with the passages as [start, end, start, end] into the two texts, and which had them first."""
    with how_far() as progress:
        done = onrecord.trace_file(articles, output, progress=progress)
    click.echo(f"{done.pairs:,} pairs of {done.rows:,} articles share a passage")
    for problem in done.problems:
        click.echo(terminal.plain(f"onrecord: {problem}"), err=True)


@click.command()
@click.argument("articles", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="JSON Lines to write.")
@example("onrecord date articles.jsonl -o times.jsonl")
def date(articles: Path, output: Path) -> None:
    """Find expressions of time and what they mean: JSON Lines with id, text and published (or null) in, with id, times
    (start, end, type and value after TIMEX3) and the document's date with its basis out."""
    with how_far() as progress:
        done = onrecord.date_file(articles, output, progress=progress)
    click.echo(f"{done.times:,} expressions of time in {done.rows:,} texts")
    for problem in done.problems:
        click.echo(terminal.plain(f"onrecord: left out: {problem}"), err=True)
