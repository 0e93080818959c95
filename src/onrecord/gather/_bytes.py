"""Bytes as found, opened and unpacked within bounds."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path
from typing import BinaryIO

from onrecord.gather import _limits

GZIP = b"\x1f\x8b"
BROKEN = (OSError, EOFError, zlib.error)


class TooLarge(ValueError):
    """More bytes than one thing may have; the text says how many it may."""


class _Bounded(io.RawIOBase):
    """What a .gz holds, until it has unpacked to far more than text ever packs."""

    def __init__(self, packed: BinaryIO, size: int | None) -> None:
        self._packed = packed
        self._stream = gzip.GzipFile(fileobj=packed)
        self._left = max(_limits.UNPACKED_FREELY, (size or 0) * _limits.UNPACKED_RATIO)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        piece = self._stream.read(len(view))
        self._left -= len(piece)
        if self._left < 0:
            raise TooLarge(f"unpacks to more than {_limits.UNPACKED_RATIO} times its size")
        view[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self._packed.close()
        super().close()


def open_file(path: Path) -> io.BufferedReader:
    """A file's bytes, unpacked when it is named .gz. Raises OSError; reading raises BROKEN or TooLarge."""
    stream = path.open("rb")
    if path.suffix.lower() != ".gz":
        return stream
    return io.BufferedReader(_Bounded(stream, path.stat().st_size))


def open_stream(stream: BinaryIO) -> io.BufferedReader:
    """A stream that can be peeked into, unpacked when it starts like gzip."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(_Raw(stream))
    if buffered.peek(2)[:2] == GZIP:
        return io.BufferedReader(_Bounded(buffered, None))
    return buffered


class _Raw(io.RawIOBase):
    """Any binary stream as a raw one, so that it can be buffered (BytesIO has no peek)."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        piece = self._stream.read(len(view))
        view[: len(piece)] = piece
        return len(piece)


def whole(stream: BinaryIO, limit: int) -> bytes:
    """All bytes of a stream. Raises TooLarge beyond `limit`."""
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise TooLarge(f"larger than {_limits.megabytes(limit)}")
    return content
