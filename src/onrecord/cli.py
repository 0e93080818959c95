"""The command line: it parses words and calls one function. `onrecord.build(…)` and its like do the same in Python."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

import onrecord
from onrecord import terminal
from onrecord.errors import OnrecordError
from onrecord.parts import PARTS, SHOWN
from onrecord.progress import progress as _progress

F = TypeVar("F", bound=Callable[..., Any])

RECORD = click.argument("record", type=click.Path(path_type=Path))
READER = click.option(
    "--reader", type=click.Choice(["model", "rules"]), help="Who said what by the trained model (default) or by rules."
)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for another program, nothing else.")


class _Group(click.Group):
    """Prints what onrecord's own errors say, without a traceback, and exits with their code."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except OnrecordError as error:
            for words in (str(error), *getattr(error, "__notes__", ())):
                click.echo(terminal.plain(f"onrecord: {words}"), err=True)
            ctx.exit(error.exit_code)


def _example(words: str) -> Callable[[F], F]:
    """Put an example under a command's help."""

    def add(function: F) -> F:
        function.__doc__ = f"{function.__doc__}\n\n    \b\n    Example:\n      {words}\n    "
        return function

    return add


def _narrowed_by(option: str) -> str:
    """The parts of a record that an option of `show` narrows."""
    return ", ".join(part for part, options in PARTS.items() if option in options)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="onrecord")
def main() -> None:
    """Read the coverage of a negotiation and keep the record: who said what, where each party stands, what moved,
    and the words that each of these rests on.

    \b
    A first look:        onrecord demo
    Your own coverage:   onrecord build ARTICLES/ -o talks.onrecord
                         onrecord dossier talks.onrecord -o dossier/
    """


@main.command()
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
@_example("onrecord build articles/ more.jsonl -o talks.onrecord")
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
    with _progress() as progress:
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


@main.command()
@RECORD
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The folder for the pages.")
@_example("onrecord dossier talks.onrecord -o dossier/")
def dossier(record: Path, output: Path) -> None:
    """Write the record as pages to read in a browser: no network, every cell leads to the words."""
    with _progress() as progress:
        index = onrecord.dossier(record, output, progress=progress)
    click.echo(index)


@main.command()
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
@click.option("--least-sure", is_flag=True, help="In the order of the reader's confidence, to look over: statements.")
@AS_JSON
@_example("onrecord show talks.onrecord --what statements --side Russia --issue territory")
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


@main.command()
@RECORD
@click.option("--top", type=click.IntRange(1), help="Only the so many that matter most; all without it.")
@AS_JSON
@_example("onrecord timeline talks.onrecord --top 10")
def timeline(record: Path, top: int | None, as_json: bool) -> None:
    """Show the events of the record in time: what was held, what is still to come, on how many voices each rests, and
    the words that tell it."""
    terminal.rows("timeline", onrecord.timeline(record, top=top), as_json=as_json)


@main.command()
@RECORD
@click.option(
    "--to",
    required=True,
    type=click.Path(path_type=Path),
    help="F.jsonl, F.csv, F.positions.jsonl, F.articles.jsonl, F.differences.jsonl, F.naming.jsonl",
)
@_example("onrecord export talks.onrecord --to talks.csv")
def export(record: Path, to: Path) -> None:
    """Write the record as a table for another program; the file's ending says which: statements as .jsonl or .csv,
    cells as .positions.jsonl, the articles' texts that offsets count in as .articles.jsonl, where articles
    differ as .differences.jsonl, how outlets name things as .naming.jsonl."""
    click.echo(f"{onrecord.export(record, to):,} rows in {to}")


@main.command()
@click.argument("articles", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="JSON Lines to write.")
@READER
@_example("onrecord attribute articles.jsonl -o attributions.jsonl")
def attribute(articles: Path, output: Path, reader: str | None) -> None:
    """Find who said what in texts as they are: JSON Lines with id and text in, with id and attributions out (source,
    cue and content as [start, end] into the text)."""
    with _progress() as progress:
        done = onrecord.attribute_file(articles, output, reader=reader, progress=progress)
    click.echo(f"{done.attributions:,} attributions in {done.rows:,} texts")
    for problem in done.problems:
        click.echo(terminal.plain(f"onrecord: left out: {problem}"), err=True)


@main.command()
@click.argument("articles", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="JSON Lines to write.")
@_example("onrecord trace articles.jsonl -o copies.jsonl")
def trace(articles: Path, output: Path) -> None:
    """Find passages that articles share: JSON Lines with id, text, outlet and published in, a line for each pair out,
    with the passages as [start, end, start, end] into the two texts, and which had them first."""
    with _progress() as progress:
        done = onrecord.trace_file(articles, output, progress=progress)
    click.echo(f"{done.pairs:,} pairs of {done.rows:,} articles share a passage")
    for problem in done.problems:
        click.echo(terminal.plain(f"onrecord: {problem}"), err=True)


@main.command()
@click.argument("articles", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="JSON Lines to write.")
@_example("onrecord date articles.jsonl -o times.jsonl")
def date(articles: Path, output: Path) -> None:
    """Find expressions of time and what they mean: JSON Lines with id, text and published (or null) in, with id, times
    (start, end, type and value after TIMEX3) and the document's date with its basis out."""
    with _progress() as progress:
        done = onrecord.date_file(articles, output, progress=progress)
    click.echo(f"{done.times:,} expressions of time in {done.rows:,} texts")
    for problem in done.problems:
        click.echo(terminal.plain(f"onrecord: left out: {problem}"), err=True)


@main.command()
@click.argument("folder", default="onrecord-demo", type=click.Path(path_type=Path))
@_example("onrecord demo")
def demo(folder: Path) -> None:
    """Build the record and the dossier of the sample coverage, an invented negotiation, in FOLDER."""
    with _progress() as progress:
        shown = onrecord.demo(folder, progress=progress)
    terminal.summary(shown.summary, as_json=False)
    click.echo(f"\nThe dossier: {shown.dossier}")


@main.group()
def codebook() -> None:
    """Write a codebook of your own: start one, check it, try a sentence, get issues and options suggested.

    \b
    Example:
      onrecord codebook new fisheries.yaml
      onrecord codebook check fisheries.yaml
      onrecord codebook try "We want a higher quota." --codebook fisheries.yaml
    """


@codebook.command("new")
@click.argument("file", type=click.Path(path_type=Path))
@_example("onrecord codebook new fisheries.yaml")
def codebook_new(file: Path) -> None:
    """Write a codebook to start from into FILE, with comments that tell what to change. It never overwrites."""
    click.echo(terminal.plain(str(onrecord.codebook_new(file))))


@codebook.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("record", required=False, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Exit with 1 for anything to look at, not only for faults.")
@READER
@AS_JSON
@_example("onrecord codebook check fisheries.yaml talks.onrecord")
def codebook_check(file: Path, record: Path | None, strict: bool, reader: str | None, as_json: bool) -> None:
    """Look for what is wrong with a codebook: options or phrases that say the same, phrases that find nothing, options
    that nothing finds, examples that are not coded as written; with a RECORD, options that nothing said in it mentions
    and options that never come apart. Exits with 1 when there is a fault, with 2 when the file is no codebook."""
    with _progress() as progress:
        findings = onrecord.codebook_check(file, record, reader=reader, progress=progress)
    terminal.findings(findings, as_json=as_json)
    if any(finding.fault or strict for finding in findings):
        raise SystemExit(1)


@codebook.command("suggest")
@RECORD
@click.option("--yaml", "as_yaml", is_flag=True, help="Print a codebook's file, to be named and cut by a person.")
@AS_JSON
@_example("onrecord codebook suggest talks.onrecord --yaml > draft.yaml")
def codebook_suggest(record: Path, as_yaml: bool, as_json: bool) -> None:
    """Propose issues and options from what the parties in a record want and reject, with sentences that show it."""
    if as_yaml and as_json:
        raise click.UsageError("--yaml and --json are two forms of the same: choose one.")
    with _progress() as progress:
        suggested = onrecord.codebook_suggest(record, progress=progress)
    if as_yaml and suggested:
        click.echo(onrecord.codebook_draft(suggested, record.stem or "Draft"), nl=False)
    else:
        terminal.suggested(suggested, as_json=as_json)


@codebook.command("try")
@click.argument("sentence", required=False)
@click.option(
    "--file",
    type=click.Path(path_type=Path, allow_dash=True),
    help="Sentences instead of one, a line each; - for standard input.",
)
@click.option(
    "--codebook",
    type=click.Path(path_type=Path),
    help="A file, or the name of one that comes with onrecord; the default without it.",
)
@click.option("--speaker", help="Who says it, word for word: 'Foreign Minister Ann Lee of Orlund'.")
@READER
@AS_JSON
@_example("onrecord codebook try 'Tehran said it would never stop enrichment.' --codebook nonproliferation")
def codebook_try(
    sentence: str | None,
    file: Path | None,
    codebook: Path | None,
    speaker: str | None,
    reader: str | None,
    as_json: bool,
) -> None:
    """Code one SENTENCE, or those of a file, and show why: each option with its stance, condition and confidence, the
    words that decided it and who weighed them (rules, network, both, or an example that the sentence is worded like),
    and options that are mentioned without a stance."""
    if sentence is not None and file is None:
        trial = onrecord.codebook_try(sentence, codebook=codebook, speaker=speaker, reader=reader)
        terminal.trial(trial, as_json=as_json)
        return
    if sentence is not None or file is None:
        raise click.UsageError("Give either a sentence or --file with sentences.")
    with _progress() as progress:
        trials = onrecord.codebook_try_file(
            file, codebook=codebook, speaker=speaker, reader=reader, stdin=sys.stdin.buffer, progress=progress
        )
    terminal.trials(trials, as_json=as_json)
