"""On files of articles, in the fixed forms that other programs rely on."""

from __future__ import annotations

from pathlib import Path

from onrecord import attribute as attribution
from onrecord import date, pipeline, trace
from onrecord.api._readers import reader_of
from onrecord.pipeline import Progress


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
        reader=attribution.reader(reader_of(reader)),
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
