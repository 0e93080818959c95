"""Commands on a record: make it, read it, take it elsewhere."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

import onrecord
from onrecord import terminal
from onrecord.cli._shared import AS_JSON, READER, RECORD, example
from onrecord.parts import PARTS, SHOWN
from onrecord.progress import how_far


def _narrowed_by(option: str) -> str:
    """The parts of a record that an option of `show` narrows."""
    return ", ".join(part for part, options in PARTS.items() if option in options)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The record: made, or added to.")
@click.option(
    "--codebook",
    type=click.Path(path_type=Path),
    help="Issues and options to code, instead of the default: a file, or the name of one that comes with onrecord.",
)
@READER
@click.option("--config", type=click.Path(path_type=Path), help="An onrecord.toml elsewhere than beside the coverage.")
@click.option("--processes", type=click.IntRange(1), help="How many at once; as many as there are cores by default.")
@click.option("--strict", is_flag=True, help="Exit with 1 when anything was set aside.")
@AS_JSON
@example("onrecord build articles/ more.jsonl -o talks.onrecord")
def build(
    paths: tuple[Path, ...],
    output: Path,
    codebook: Path | None,
    reader: str | None,
    config: Path | None,
    processes: int | None,
    strict: bool,
    as_json: bool,
) -> None:
    """Read coverage into a record: files and folders (text, Markdown, HTML, JSON, JSON Lines, CSV, each also .gz), or
    - for standard input. Articles that the record already holds are not read again."""
    with how_far() as progress:
        summary = onrecord.build(
            paths,
            output,
            config=config,
            codebook=codebook,
            reader=reader,
            processes=processes,
            stdin=sys.stdin.buffer,
            progress=progress,
        )
    terminal.summary(summary, as_json=as_json)
    if strict and summary.set_aside:
        raise SystemExit(1)


@click.command()
@RECORD
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The folder for the pages.")
@click.option("--since", help="The first day of what is new, as 2024-03-31; the last seven days by default.")
@click.option("--single-file", is_flag=True, help="All pages as one HTML file, which -o names.")
@example("onrecord dossier talks.onrecord -o dossier/")
def dossier(record: Path, output: Path, since: str | None, single_file: bool) -> None:
    """Write the record as pages to read in a browser: no network, every cell leads to the words."""
    with how_far() as progress:
        index = onrecord.dossier(record, output, since=since, single_file=single_file, progress=progress)
    click.echo(index)


@click.command()
@RECORD
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The file: F.md, F.html or F.pdf.")
@click.option("--since", help="The first day to tell of, as 2024-03-31; the last seven days by default.")
@example("onrecord brief talks.onrecord --since 2024-03-31 -o brief.md")
def brief(record: Path, output: Path, since: str | None) -> None:
    """Write two pages of what moved, what is new, what blocks and what is to come, every line with its reference."""
    click.echo(onrecord.brief(record, output, since=since))


@click.command()
@RECORD
@click.option(
    "--what",
    default=SHOWN[0],
    show_default=True,
    shell_complete=lambda *_: list(SHOWN),
    help=f"A part: {', '.join(SHOWN)}.",
)
@click.option("--set-aside", "what", flag_value="set-aside", help="The same as --what set-aside.")
@click.option("--side", help=f"Only this side, by its name (Russia); in {_narrowed_by('side')}.")
@click.option("--issue", help=f"Only this issue, by its id (ceasefire); in {_narrowed_by('issue')}.")
@click.option("--option", help=f"Only this option, as ISSUE.OPTION or by its id alone; in {_narrowed_by('option')}.")
@click.option("--search", help=f"Only what holds these words; in {_narrowed_by('search')}.")
@click.option(
    "--least-sure", is_flag=True, help="In the order in which the app reviews them, the least sure first: statements."
)
@AS_JSON
@example("onrecord show talks.onrecord --what statements --side Russia --issue territory")
def show(
    record: Path,
    what: str,
    side: str | None,
    issue: str | None,
    option: str | None,
    search: str | None,
    least_sure: bool,
    as_json: bool,
) -> None:
    """Show the record in the terminal: the matrix of sides and issues, actors, statements, what was set aside."""
    rows = onrecord.show(record, what, side=side, issue=issue, option=option, search=search, least_sure=least_sure)
    asked = {"--side": side, "--issue": issue, "--option": option, "--search": search}
    narrowed = " ".join(f"{name} {shlex.quote(value)}" for name, value in asked.items() if value is not None)
    columns = terminal.TO_REVIEW if least_sure else None
    terminal.rows(what, rows, narrowed=narrowed, columns=columns, as_json=as_json)


@click.command()
@RECORD
@click.option("--top", type=click.IntRange(1), help="Only the so many that matter most; all without it.")
@AS_JSON
@example("onrecord timeline talks.onrecord --top 10")
def timeline(record: Path, top: int | None, as_json: bool) -> None:
    """Show the events of the record in time: what was held, what is still to come, on how many voices each rests, and
    the words that tell it."""
    terminal.rows("timeline", onrecord.timeline(record, top=top), as_json=as_json)


@click.command()
@RECORD
@click.option(
    "--to",
    required=True,
    type=click.Path(path_type=Path),
    help="F.jsonl, F.csv, F.positions.jsonl, F.articles.jsonl, F.differences.jsonl, F.naming.jsonl, "
    "F.judged.jsonl, F.annotations.jsonld",
)
@example("onrecord export talks.onrecord --to talks.csv")
def export(record: Path, to: Path) -> None:
    """Write the record as a table for another program; the file's ending says which: statements as .jsonl or .csv,
    cells as .positions.jsonl, the articles' texts that offsets count in as .articles.jsonl, where articles
    differ as .differences.jsonl, how outlets name things as .naming.jsonl, what people judged as .judged.jsonl, and Web
    Annotations as .annotations.jsonld."""
    click.echo(f"{onrecord.export(record, to):,} rows in {to}")


@click.command()
@click.argument("folder", default="onrecord-demo", type=click.Path(path_type=Path))
@example("onrecord demo")
def demo(folder: Path) -> None:
    """Build the record and the dossier of the sample coverage, an invented negotiation, in FOLDER."""
    with how_far() as progress:
        shown = onrecord.demo(folder, progress=progress)
    terminal.summary(shown.summary, as_json=False)
    click.echo(f"\nThe dossier: {shown.dossier}")
