"""A text → windows of tokens that the network reads at once: whole paragraphs, as many as fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tokenizers import Tokenizer

from onrecord.model import Span
from onrecord.syntax import pieces

LENGTH = 256  # tokens of a window, the marks at its start and between its paragraphs included
LONGEST = 4_000  # characters that are cut into tokens at once; a longer paragraph is cut at white space
FIRST, BETWEEN = "[CLS]", "[SEP]"
ENDS = '.!?…”"’'
SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # no UTF-8 holds them


@dataclass(slots=True)
class Window:
    """Tokens of consecutive paragraphs. `starts` and `ends` index the text; a mark's span is empty.

    `paragraphs` is the number of each token's paragraph among those given, -1 for the mark at the start.
    """

    ids: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, token: int, start: int, end: int, paragraph: int) -> None:
        self.ids.append(token)
        self.starts.append(start)
        self.ends.append(end)
        self.paragraphs.append(paragraph)


Token = tuple[int, int, int]  # id, start, end


def windows_of(
    text: str, paragraphs: Iterable[Span], tokenizer: Tokenizer, length: int = LENGTH, first: int = LENGTH
) -> Iterator[Window]:
    """The windows over a text's paragraphs, in order; each token is in one. `first` is the length of the first."""
    marks = tokenizer.get_vocab()
    start, between = marks[FIRST], marks[BETWEEN]
    window, room = Window(), first
    for number, paragraph in enumerate(paragraphs):
        for piece in _cut(text, _tokens(text, paragraph, tokenizer), length - 2):
            if window.ids and len(window) + len(piece) + 1 > room:
                yield window
                window, room = Window(), length
            if not window.ids:
                window.add(start, piece[0][1], piece[0][1], -1)
            for token in piece:
                window.add(*token, number)
            window.add(between, piece[-1][2], piece[-1][2], number)
    if window.ids:
        yield window


def _tokens(text: str, paragraph: Span, tokenizer: Tokenizer) -> list[Token]:
    tokens: list[Token] = []
    for span in pieces(text, paragraph, LONGEST):
        encoding = tokenizer.encode(text[span.start : span.end].translate(SURROGATES), add_special_tokens=False)
        pairs = zip(encoding.ids, encoding.offsets, strict=True)
        tokens += [(token, span.start + start, span.start + end) for token, (start, end) in pairs if end > start]
    return tokens


def _cut(text: str, tokens: Sequence[Token], length: int) -> Iterator[Sequence[Token]]:
    """Pieces of at most `length` tokens of a paragraph, cut after a sentence where one ends in the latter half."""
    at = 0
    while len(tokens) - at > length:
        last, least = at + length, at + length // 2
        cut = next((n for n in range(last, least, -1) if _ends_sentence(text, tokens[n - 1], tokens[n])), last)
        yield tokens[at:cut]
        at = cut
    if at < len(tokens):
        yield tokens[at:]


def _ends_sentence(text: str, before: Token, after: Token) -> bool:
    return before[2] < after[1] and text[before[2] - 1] in ENDS and not text[after[1]].islower()
