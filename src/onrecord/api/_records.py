"""On a record: make it, read it, take it elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from onrecord import pipeline, publish, settings
from onrecord import serve as web_app
from onrecord.errors import InputError
from onrecord.pipeline import Progress, Summary
from onrecord.store import Record

SHOWN = publish.SHOWN
SAMPLE = Path(__file__).parents[1] / "examples" / "coverage"


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


def dossier(
    record: Path | str,
    to: Path | str,
    *,
    since: str | None = None,
    single_file: bool = False,
    progress: Progress = pipeline.quiet,
) -> Path:
    """Write the record's pages into the folder `to` (new, empty, or an earlier dossier) and return the first page's
    path; or, as a `single_file`, all of them into the HTML file `to`, and return its path.

    What happened on the day `since` (ISO 8601) and after it is shown as new, by default the record's last seven days.
    Raises RecordError for a record that cannot be read, InputError for a folder that holds something else, a file that
    cannot be written, or a day that is none.
    """
    opened = Record(record)
    progress("writing pages", 0)
    write = publish.single_file if single_file else publish.dossier
    return write(opened, Path(to), since)


def brief(record: Path | str, to: Path | str, *, since: str | None = None) -> Path:
    """Write two pages of what moved, what is new, what blocks and what is to come as `F.md`, `F.html` or `F.pdf`,
    every line with its reference; of the day `since` (ISO 8601) and after it, by default the record's last seven days.

    Raises RecordError for a record that cannot be read, InputError for a day that is none or a file that cannot be
    written, OnrecordError for a PDF where the extra `pdf` is not installed.
    """
    return publish.brief(Record(record), Path(to), since)


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

    `least_sure` puts statements in the order in which the app's review shows them, each with how `sure` it is.

    Raises InputError when the record has no such part, side, issue or option.
    """
    return publish.show(
        Record(record), what, side=side, issue=issue, option=option, search=search, least_sure=least_sure
    )


def serve_record(
    record: Path | str,
    *,
    host: str = web_app.HOST,
    port: int = web_app.PORT,
    by: str | None = None,
    say: Callable[[str], None] = print,
) -> None:
    """Serve the record as a web app (docs/app.md) until it is interrupted; `say` is told the address when it is ready.

    `by` is whose judgements they are, by default whoever is logged in. Raises RecordError for what is no record,
    InputError for an address that cannot be had, OnrecordError where the extra `web` is not installed.
    """
    web_app.serve(Path(record), host=host, port=port, by=by, say=say)


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
