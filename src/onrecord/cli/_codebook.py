"""`onrecord codebook`: write a codebook of your own."""

from __future__ import annotations

import sys
from pathlib import Path

import click

import onrecord
from onrecord import terminal
from onrecord.cli._shared import AS_JSON, READER, RECORD, example
from onrecord.progress import how_far


@click.group()
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
@example("onrecord codebook new fisheries.yaml")
def codebook_new(file: Path) -> None:
    """Write a codebook to start from into FILE, with comments that tell what to change. It never overwrites."""
    click.echo(terminal.plain(str(onrecord.codebook_new(file))))


@codebook.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("record", required=False, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Exit with 1 for anything to look at, not only for faults.")
@READER
@AS_JSON
@example("onrecord codebook check fisheries.yaml talks.onrecord")
def codebook_check(file: Path, record: Path | None, strict: bool, reader: str | None, as_json: bool) -> None:
    """Look for what is wrong with a codebook: options or phrases that say the same, phrases that find nothing, options
    that nothing finds, examples that are not coded as written; with a RECORD, options that nothing said in it mentions
    and options that never come apart. Exits with 1 when there is a fault, with 2 when the file is no codebook."""
    with how_far() as progress:
        findings = onrecord.codebook_check(file, record, reader=reader, progress=progress)
    terminal.findings(findings, as_json=as_json)
    if any(finding.fault or strict for finding in findings):
        raise SystemExit(1)


@codebook.command("suggest")
@RECORD
@click.option("--yaml", "as_yaml", is_flag=True, help="Print a codebook's file, to be named and cut by a person.")
@AS_JSON
@example("onrecord codebook suggest talks.onrecord --yaml > draft.yaml")
def codebook_suggest(record: Path, as_yaml: bool, as_json: bool) -> None:
    """Propose issues and options from what the parties in a record want and reject, with sentences that show it."""
    if as_yaml and as_json:
        raise click.UsageError("--yaml and --json are two forms of the same: choose one.")
    with how_far() as progress:
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
@example("onrecord codebook try 'Tehran said it would never stop enrichment.' --codebook nonproliferation")
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
    with how_far() as progress:
        trials = onrecord.codebook_try_file(
            file, codebook=codebook, speaker=speaker, reader=reader, stdin=sys.stdin.buffer, progress=progress
        )
    terminal.trials(trials, as_json=as_json)
