"""The seam at which a reader plugs in, and the readers there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from onrecord.attribute._rules import RulesReader
from onrecord.model import Attribution, Span
from onrecord.syntax import Passage, paragraphs_of, parse, pieces, unparsed

AT_ONCE = 100_000  # characters whose parse is held in memory at one time


class Reader(Protocol):
    """Finds attributions in the paragraphs of a text. Pure: the same text gives the same attributions.

    `parsed` says whether it needs their syntax; if not, passages that are only cut into words will do.
    """

    name: str
    parsed: bool

    def __call__(self, text: str, passages: Sequence[Passage]) -> tuple[Attribution, ...]:
        """Attributions in order of their content; every span indexes `text`."""
        ...


def _model() -> Reader:
    from onrecord.attribute._model import ModelReader  # its runtime is large, and the rules do without it

    return ModelReader()


_READERS: dict[str, Callable[[], Reader]] = {"model": _model, RulesReader.name: RulesReader}
DEFAULT = "model"


def reader(name: str = DEFAULT) -> Reader:
    """The reader of that name. Raises ValueError, naming those there are, for any other name."""
    if name not in _READERS:
        raise ValueError(f"there is no reader {name!r}; there are: {', '.join(sorted(_READERS))}.")
    return _READERS[name]()


def attribute(text: str, reader: Reader | None = None) -> tuple[Attribution, ...]:
    """The attributions of a text, whose paragraphs are its lines; spans index `text` as given.

    A huge text is read some paragraphs at a time, so that memory stays bounded.
    """
    read = reader or _READERS[DEFAULT]()
    found: list[Attribution] = []
    for paragraphs in _portions(text):
        found += read(text, parse(text, paragraphs) if read.parsed else unparsed(text, paragraphs))
    return tuple(found)


def _portions(text: str) -> Iterator[list[Span]]:
    portion: list[Span] = []
    for paragraph in paragraphs_of(text):
        for piece in pieces(text, paragraph, AT_ONCE):
            if portion and piece.end - portion[0].start > AT_ONCE:
                yield portion
                portion = []
            portion.append(piece)
    if portion:
        yield portion
