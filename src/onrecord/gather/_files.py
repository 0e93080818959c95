"""One file, or standard input, into documents: which kind it is, and what it declares."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, BinaryIO

import yaml

from onrecord import yamls
from onrecord.gather import _bytes, _decode, _document, _fields, _limits, _rows
from onrecord.gather._source import Source, Telling
from onrecord.model import Declared, Document, DocumentKind, SetAside
from onrecord.settings import Fields

ARTICLES: dict[str, DocumentKind] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
}
TABLES = {
    ".json": _rows.json_file,
    ".jsonl": _rows.json_lines,
    ".ndjson": _rows.json_lines,
    ".csv": _rows.csv_rows,
}
COVERAGE = frozenset(ARTICLES) | frozenset(TABLES)
FENCE = "---"


def suffix_of(name: str) -> str:
    """The suffix that says what a file holds, in lower case and without `.gz`."""
    path = PurePath(name.lower())
    return PurePath(path.stem).suffix if path.suffix == ".gz" else path.suffix


def suffix_of_start(start: bytes, fields: Fields) -> str:
    """What a stream without a name holds, by its first bytes."""
    encoding = _decode.encoding_of_mark(start) or "utf-8"
    text = start.decode(encoding, "ignore").lstrip("\ufeff \t\r\n")
    by_first = {"{": ".jsonl", "[": ".json", "<": ".html"}
    return by_first.get(text[:1]) or (".csv" if _rows.starts_like_csv(text, fields) else ".txt")


def documents(source: Source, stream: BinaryIO, fields: Fields) -> Iterator[Document | SetAside]:
    """The documents of one file. Whatever is wrong with it is set aside, and what came before it stays."""
    telling = Telling(source)
    broken: str | None = None
    try:
        for found in _found(source, stream, fields):
            yield from telling.of(found)
    except (_bytes.TooLarge, _decode.Undecodable) as error:
        broken = str(error)
    except _bytes.BROKEN as error:
        broken = f"cannot be read: {error}"
    yield from telling.rest()
    if broken:
        yield source.aside(broken)


def _found(source: Source, stream: BinaryIO, fields: Fields) -> Iterator[Document | SetAside]:
    if source.suffix in TABLES:
        yield from _table(source, stream, fields)
    else:
        yield _article(source, stream, ARTICLES[source.suffix])


def _article(source: Source, stream: BinaryIO, kind: DocumentKind) -> Document | SetAside:
    content, notes = _decode.decode(_bytes.whole(stream, _limits.ARTICLE), html=kind == "html")
    declared = Declared()
    if kind == "markdown":
        declared, content, problem = _front_matter(content)
        notes += (problem,) if problem else ()
    return _document.document(
        source.name, source.path, kind, content, _document.completed(declared, source.declared), notes
    )


def _front_matter(content: str) -> tuple[Declared, str, str | None]:
    """What the block between two `---` declares, the text after it, and what is wrong with the block."""
    lines = content.split("\n")
    if lines[0].rstrip() != FENCE:
        return Declared(), content, None
    end = next((i for i, line in enumerate(lines[1:], start=1) if line.rstrip() in (FENCE, "...")), None)
    if end is None:
        return Declared(), content, None
    try:
        found = yamls.read("\n".join(lines[1:end]))
        if not isinstance(found, dict):
            return Declared(), content, None
        values, _ = _fields.parts({str(key): value for key, value in found.items()}, Fields())
    except (yaml.YAMLError, ValueError):
        return Declared(), content, "front matter is not YAML"
    return _declared(values, "front matter"), "\n".join(lines[end + 1 :]), None


def _table(source: Source, stream: BinaryIO, fields: Fields) -> Iterator[Document | SetAside]:
    seen: set[str] = set()
    empty = True
    for row in TABLES[source.suffix](stream):
        empty = False
        fallback = f"{source.name}#{row.number}"
        if row.holds is None:
            yield SetAside(fallback, source.path, f"row {row.number}: {row.problem}")
            continue
        if not seen and _fields.is_export(row.holds):
            yield source.aside("an export of onrecord, not coverage")
            return
        yield _row(source, row.number, row.holds, fields, seen)
    if empty:
        yield source.aside("empty")


def _row(source: Source, number: int, holds: dict[str, Any], fields: Fields, seen: set[str]) -> Document | SetAside:
    fallback = f"{source.name}#{number}"
    try:
        values, names = _fields.parts(holds, fields)
    except _fields.MissingField as error:
        return SetAside(fallback, source.path, f"row {number}: {error}")
    tidied = {part: _decode.tidy(value) for part, value in values.items()}
    values = {part: text for part, (text, _) in tidied.items()}
    name = values.get("id", "")
    name = name if name and name not in seen else fallback
    seen.add(name)
    if "\0" in values.get("text", ""):
        return SetAside(name, source.path, f"row {number}: binary, not text")
    if "text" not in values:
        return SetAside(name, source.path, f"row {number}: {_fields.why_no_text(holds, fields)}")
    declared = _declared(values, f"field {names.get('published')!r}")
    notes = tuple(dict.fromkeys(note for _, notes in tidied.values() for note in notes))
    return _document.document(
        name, source.path, "text", values["text"], _document.completed(declared, source.declared), notes
    )


def _declared(values: dict[str, str], where: str) -> Declared:
    known = {
        part: values[part]
        for part in ("title", "outlet", "url", "author", "published", "canonical", "source")
        if part in values
    }
    return Declared(**known, published_where=where if "published" in known else None)
