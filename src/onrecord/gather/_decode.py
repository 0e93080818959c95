"""Bytes into text: the encoding found, mojibake mended, line ends made one kind."""

from __future__ import annotations

import codecs
import re

import ftfy
from charset_normalizer import from_bytes
from ftfy.badness import is_bad

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BINARY_STARTS = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x7fELF", b"\xd0\xcf\x11\xe0")
DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
SURROGATES = re.compile("[\ud800-\udfff]+")
BYTES_KEPT = re.compile("[\udc80-\udcff]")
WESTERN = "cp1252"


class Undecodable(ValueError):
    """Bytes that are no text; the text says why."""


def encoding_of_mark(start: bytes) -> str | None:
    """The encoding that a byte order mark names."""
    return next((name for mark, name in MARKS if start.startswith(mark)), None)


def decode(content: bytes, *, html: bool = False) -> tuple[str, tuple[str, ...]]:
    """Text of some bytes, and notes on what was done to get it. Raises Undecodable."""
    marked = encoding_of_mark(content)
    if content.startswith(BINARY_STARTS) or (marked is None and b"\0" in content):
        raise Undecodable("binary, not text")
    text, encoding = _decoded(content, marked, html)
    notes = () if encoding.startswith("utf") else (f"read as {_common_name(encoding)}",)
    text, more = tidy(text)
    return text, notes + more


def _decoded(content: bytes, marked: str | None, html: bool) -> tuple[str, str]:
    declared = DECLARED.search(content[:4096]) if html else None
    for encoding in (marked, "utf-8", declared and declared[1].decode("ascii")):
        if encoding:
            try:
                return content.decode(encoding), codecs.lookup(encoding).name
            except (UnicodeDecodeError, LookupError):
                continue
    return _guessed(content)


def _guessed(content: bytes) -> tuple[str, str]:
    matches = list(from_bytes(content))
    if not matches:
        raise Undecodable("its encoding cannot be told")
    best = matches[0]
    # Short Western text fits all of its sisters as well as windows-1252, which nearly all of it is written in.
    sisters = {"cp1250", "cp1252", "cp1254", "cp1257", "cp775", "cp850", "cp852", "cp858", "latin_1", "mac_iceland"}
    if best.encoding in sisters:
        try:
            return content.decode(WESTERN), WESTERN
        except UnicodeDecodeError:
            pass
    return str(best), best.encoding


def _common_name(encoding: str) -> str:
    return encoding.replace("cp125", "windows-125").replace("_", "-")


def tidy(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with mojibake mended, bytes that were kept as surrogates decoded, and "\\n" for every line end."""
    notes: list[str] = []
    if BYTES_KEPT.search(text):
        text, encoding = _guessed(SURROGATES.sub(_only_bytes, text).encode("utf-8", "surrogateescape"))
        notes.append(f"read as {_common_name(encoding)}")
    if SURROGATES.search(text):
        text = SURROGATES.sub("\ufffd", text)
        notes.append("broken characters replaced")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    mended = [ftfy.fix_encoding(line) if is_bad(line) else line for line in lines]
    if mended != lines:
        notes.append("mojibake mended")
    return "\n".join(mended).removeprefix("\ufeff"), tuple(notes)


def _only_bytes(match: re.Match[str]) -> str:
    return "".join(c if BYTES_KEPT.match(c) else "\ufffd" for c in match[0])
