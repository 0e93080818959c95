"""The stages of gathering: paths → files with their side-cars → documents."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.gather import _bytes, _files, _paths, _sidecar, _walk
from onrecord.gather._source import Source
from onrecord.model import Declared, Document, SetAside
from onrecord.settings import Settings

STDIN = Path("-")


def gather(paths: Sequence[Path], settings: Settings, stdin: BinaryIO | None = None) -> Iterator[Document | SetAside]:
    """Every article found under the given paths, in a fixed order, and what had to be set aside, with the reason.

    A folder is walked with all that is in it; `-` is standard input (`stdin`, or the process's own): plain text, HTML,
    JSON Lines or CSV, as its first bytes say. A file is read once however often it is named. Files are streamed, so
    that no more than one article (or one .json file) is held. Raises InputError for a path that does not exist and
    SettingsError for a side-car with a column it cannot have.
    """
    for path in paths:
        if path != STDIN and not _paths.exists(path):
            raise InputError("there is no such file or folder.", path=path, advice="Check how it is spelled.")
    return _all(paths, settings, stdin)


def _all(paths: Sequence[Path], settings: Settings, stdin: BinaryIO | None) -> Iterator[Document | SetAside]:
    lists = (*settings.actors.files, *((settings.codebook.file,) if settings.codebook.file else ()))
    not_coverage = frozenset(_paths.real(file) for file in lists)
    read: set[Path] = set()
    for path in paths:
        if path == STDIN:
            yield from _stream(stdin or sys.stdin.buffer, settings)
        elif _paths.is_folder(path):
            yield from _folder(path, not_coverage, read, settings)
        elif _paths.real(path) not in read:
            read.add(_paths.real(path))
            yield from _named(path, not_coverage, settings)


def _named(path: Path, not_coverage: frozenset[Path], settings: Settings) -> Iterator[Document | SetAside]:
    name = Path(path.name)
    if _walk.is_coverage(path, not_coverage):
        declared = _sidecar.load(path.parent).declared.get(_paths.real(path), Declared())
        yield from _file(path, name, declared, settings)
    else:
        known = ", ".join(sorted(_files.COVERAGE))
        reason = f"not coverage: files of articles end in {known} (or one of these and .gz)"
        yield Source.of_file(path, name, "", Declared()).aside(reason)


def _folder(
    root: Path, not_coverage: frozenset[Path], read: set[Path], settings: Settings
) -> Iterator[Document | SetAside]:
    declared: dict[Path, Declared] = {}
    for folder in _walk.folders(root):
        if folder.problem:
            name = folder.path if folder.path == root else folder.path.relative_to(root)
            yield Source.of_file(folder.path, name, "", Declared()).aside(folder.problem)
            continue
        sidecar = _sidecar.load(folder.path)
        yield from sidecar.set_aside
        declared |= sidecar.declared  # the side-car nearest to a file has the last word
        for file in _walk.files(folder, not_coverage):
            real = _paths.real(file)
            if real not in read:
                read.add(real)
                yield from _file(file, file.relative_to(root), declared.get(real, Declared()), settings)


def _file(path: Path, name: Path, declared: Declared, settings: Settings) -> Iterator[Document | SetAside]:
    source = Source.of_file(path, name, _files.suffix_of(path.name), declared)
    if problem := _paths.why_not_read(path):
        yield source.aside(problem)
        return
    try:
        stream = _bytes.open_file(path)
    except OSError as error:
        yield source.aside(f"cannot be opened: {error.strerror}")
        return
    with stream:
        yield from _files.documents(source, stream, settings.fields)


def _stream(stream: BinaryIO, settings: Settings) -> Iterator[Document | SetAside]:
    try:
        buffered = _bytes.open_stream(stream)
        suffix = _files.suffix_of_start(buffered.peek(4096)[:4096], settings.fields)
    except (_bytes.TooLarge, *_bytes.BROKEN) as error:
        yield SetAside("-", "-", f"cannot be read: {error}")
        return
    yield from _files.documents(Source("-", "-", suffix, Declared()), buffered, settings.fields)
