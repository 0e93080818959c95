"""What a person can ask of onrecord, by the names of the command line. Each function calls one room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from onrecord import attribute as attribution
from onrecord import code, date, pipeline, publish, settings, trace
from onrecord.errors import InputError
from onrecord.model import Span
from onrecord.pipeline import Progress, Summary
from onrecord.store import Record

SHOWN = publish.SHOWN
SAMPLE = Path(__file__).parent / "examples" / "coverage"


@dataclass(frozen=True, slots=True)
class Demo:
    """What `demo` made: the record's summary and the dossier's first page."""

    summary: Summary
    dossier: Path


def build(
    paths: Sequence[Path | str],
    record: Path | str,
    *,
    config: Path | str | None = None,
    codebook: Path | str | None = None,
    reader: str | None = None,
    processes: int | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = pipeline.quiet,
) -> Summary:
    """Read the coverage at `paths` (files, folders, "-" for `stdin`) into `record`, a new file or an existing record.

    `config` is an `onrecord.toml`, by default the one beside the coverage; `codebook` and `reader` ("model", the
    default, or "rules") take the place of those it names; `processes` is the number of cores by default. Articles that
    the record holds already, read by this version with these settings, are not read again. Raises InputError (or a
    kind of it) for a path, settings, codebook or record that cannot be used, and NothingToRead when no article came
    out.
    """
    sources = [Path(path) for path in paths]
    chosen = settings.load(Path(config)) if config else settings.find(sources)
    chosen = settings.with_choices(chosen, codebook=Path(codebook) if codebook else None, reader=reader)
    return pipeline.build(sources, Path(record), chosen, processes=processes, stdin=stdin, progress=progress)


def dossier(record: Path | str, folder: Path | str, *, progress: Progress = pipeline.quiet) -> Path:
    """Write the record's pages into `folder` (new, empty, or an earlier dossier) and return the first page's path.

    Raises RecordError for a record that cannot be read, InputError for a folder that holds something else.
    """
    opened = Record(record)
    progress("writing pages", 0)
    return publish.dossier(opened, Path(folder))


def show(
    record: Path | str,
    what: str = SHOWN[0],
    *,
    side: str | None = None,
    issue: str | None = None,
    option: str | None = None,
    search: str | None = None,
    least_sure: bool = False,
) -> list[dict[str, Any]]:
    """A part of the record (one of `SHOWN`) as rows of plain values, narrowed to a side, an issue or option by its
    id, or some words; `option` may be written with its issue (`issue.option`).

    `least_sure` orders statements by the reader's confidence, the least sure first.

    Raises InputError when the record has no such part, side, issue or option.
    """
    return publish.show(
        Record(record), what, side=side, issue=issue, option=option, search=search, least_sure=least_sure
    )


def timeline(record: Path | str, *, top: int | None = None) -> list[dict[str, Any]]:
    """The events of a record in time as rows of plain values, those without any date last.

    With `top`, the so many that matter most by voices, change and centrality. Raises RecordError for a record that
    cannot be read.
    """
    return publish.timeline_rows(Record(record), top)


def export(record: Path | str, to: Path | str) -> int:
    """Write the record as `F.jsonl`, `F.csv`, `F.positions.jsonl`, `F.articles.jsonl`, `F.differences.jsonl`
    or `F.naming.jsonl`; return the number of rows."""
    return publish.export(Record(record), Path(to))


def attribute_file(
    articles: Path | str, output: Path | str, *, reader: str | None = None, progress: Progress = pipeline.quiet
) -> attribution.Summary:
    """Find who said what in the texts of a JSON Lines file (`id`, `text`) and write `id`, `attributions` a line.

    Offsets count in `text` exactly as given; `reader` is "model" or "rules". Raises InputError when the file cannot be
    read, NothingToRead when no row can be used; a row that can't be used is left out and named in `problems`.
    """
    return attribution.attribute_file(
        Path(articles),
        Path(output),
        reader=attribution.reader(_reader(reader)),
        progress=lambda rows: progress("reading texts", rows),
    )


def trace_file(articles: Path | str, output: Path | str, *, progress: Progress = pipeline.quiet) -> trace.Summary:
    """Find the passages that the articles of a JSON Lines file share (`id`, `text`; `outlet`, `published` and others
    where known) and write a line for each pair: `a`, `b`, `containment_a`, `containment_b`, `passages`, `first`, `why`.

    Offsets count in `text` exactly as given. Raises InputError when the file cannot be read, NothingToRead when no row
    can be used; a row that can't be used is left out and named in `problems`.
    """
    return trace.trace_file(Path(articles), Path(output), progress=progress)


def date_file(articles: Path | str, output: Path | str, *, progress: Progress = pipeline.quiet) -> date.Summary:
    """Find the expressions of time in the texts of a JSON Lines file (`id`, `text`, `published` or null) and write
    `id`, `times` (TIMEX3: `start`, `end`, `type`, `value`) and `document` (`value`, `basis`) a line.

    Offsets count in `text` exactly as given. Raises InputError when the file cannot be read, NothingToRead when no row
    can be used; a row that can't be used is left out and named in `problems`.
    """
    return date.date_file(Path(articles), Path(output), progress=lambda rows: progress("reading texts", rows))


def demo(folder: Path | str, *, coverage: Path | str = SAMPLE, progress: Progress = pipeline.quiet) -> Demo:
    """Build `folder`/sample.onrecord and `folder`/dossier from the sample coverage, an invented negotiation."""
    if not Path(coverage).is_dir():
        raise InputError(
            "the sample coverage is not there.", path=coverage, advice="It lies in the project's folder examples/."
        )
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    summary = build([coverage], folder / "sample.onrecord", progress=progress)
    return Demo(summary, dossier(summary.record, folder / "dossier", progress=progress))


def codebook_new(file: Path | str) -> Path:
    """Write a codebook to start from, with comments that tell what to change, and return its path.

    Raises CodebookError when the file is there already: nothing is overwritten.
    """
    return code.new(Path(file))


def codebook_check(
    file: Path | str,
    record: Path | str | None = None,
    *,
    reader: str | None = None,
    progress: Progress = pipeline.quiet,
) -> tuple[code.Finding, ...]:
    """What is wrong with a codebook (a file, or a shipped one's name) or worth a look, faults first.

    With a record, also which options nothing that is said in it mentions, and which never come without another.
    Raises CodebookError for a file that is no codebook, RecordError for a record that cannot be read.
    """
    book = code.codebook(Path(file))
    contents = None
    if record is not None:
        opened = Record(record)
        spans: dict[str, list[Span]] = {}
        for statement in opened.statements():
            spans.setdefault(statement.article, []).extend(statement.attribution.content)
        contents = [(article.text, tuple(spans.get(article.id, ()))) for article in opened.articles()]
    return code.check(book, contents, reader=_reader(reader), progress=progress)


def codebook_suggest(record: Path | str, *, progress: Progress = pipeline.quiet) -> tuple[code.SuggestedIssue, ...]:
    """Issues and options that the statements of a record speak of most, with sentences that show it, the most first.

    `codebook_draft` makes a codebook's file of them. Raises RecordError for a record that cannot be read.
    """
    opened = Record(record)
    return code.suggest(opened.articles(), opened.statements(), progress)


def codebook_draft(suggested: Sequence[code.SuggestedIssue], name: str) -> str:
    """Suggested issues as the text of a codebook of this name, for a person to go on with.

    Raises ValueError when nothing was suggested.
    """
    return code.draft(suggested, name)


def codebook_try(
    sentence: str, *, codebook: Path | str | None = None, speaker: str | None = None, reader: str | None = None
) -> code.Trial:
    """Code one sentence as a build would: how it was heard, each position with the words that decided it, and options
    that it mentions without a stance.

    With a `speaker` ("Foreign Minister Ann Lee of Orlund") the sentence is what they said, word for word; without, it
    is looked at for who says what, and if nobody does it is said by somebody unnamed. Raises CodebookError as `build`
    does, InputError for a sentence without a word.
    """
    if not any(map(str.isalnum, sentence)):
        raise InputError("there is no word in it.", path="the sentence", advice="Give one, in quotation marks.")
    book = code.codebook(Path(codebook) if codebook else None)
    return code.attempt(sentence, book, speaker=speaker, reader=_reader(reader))


def codebook_try_file(
    file: Path | str,
    *,
    codebook: Path | str | None = None,
    speaker: str | None = None,
    reader: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = pipeline.quiet,
) -> tuple[code.Trial, ...]:
    """Code the sentences of a text file ("-" for `stdin`), a line each, as `codebook_try` does one; empty lines are
    passed over.

    Raises InputError for a file that cannot be read, NothingToRead for one without a sentence, CodebookError as
    `build` does.
    """
    book, found = code.codebook(Path(codebook) if codebook else None), code.sentences(Path(file), stdin)
    trials = []
    for done, sentence in enumerate(found, 1):
        trials.append(code.attempt(sentence, book, speaker=speaker, reader=_reader(reader)))
        progress("coding sentences", done)
    return tuple(trials)


def _reader(chosen: str | None) -> str:
    return settings.with_choices(settings.Settings(), reader=chosen).attribution.reader
