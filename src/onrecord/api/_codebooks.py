"""On codebooks: write one, check it, try a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from onrecord import code, pipeline
from onrecord.api._readers import reader_of
from onrecord.errors import InputError
from onrecord.model import Span
from onrecord.pipeline import Progress
from onrecord.store import Record


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
    return code.check(book, contents, reader=reader_of(reader), progress=progress)


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
    return code.attempt(sentence, book, speaker=speaker, reader=reader_of(reader))


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
        trials.append(code.attempt(sentence, book, speaker=speaker, reader=reader_of(reader)))
        progress("coding sentences", done)
    return tuple(trials)
