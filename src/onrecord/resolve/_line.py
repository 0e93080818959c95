"""A parsed paragraph as plain rows of words: what the scanners of names, roles and offices walk over."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from onrecord.model import Span
from onrecord.resolve._lexicon import Hit, Lexicon
from onrecord.resolve._names import fold
from onrecord.syntax import Passage

OPENING, CLOSING = "“„«", "”»"


@dataclass(frozen=True, slots=True)
class Line:
    """One passage, its tokens by number. `sentences` counts over the article; `opens` marks words whose capital
    says nothing, as a sentence, a quotation or a line begins there; `shouted` is a line set in Title Case."""

    passage: Passage
    texts: tuple[str, ...]
    lows: tuple[str, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]
    labels: tuple[str, ...]
    sentences: tuple[int, ...]
    opens: tuple[bool, ...]
    quoted: tuple[bool, ...]
    shouted: bool
    headline: bool
    hits: tuple[Hit, ...]

    def __len__(self) -> int:
        return len(self.texts)

    def span(self, start: int, end: int) -> Span:
        """The article's span of tokens `start` to `end` (exclusive)."""
        return self.passage.span(self.passage.doc[start], self.passage.doc[end - 1])

    def text(self, start: int, end: int) -> str:
        """The words of the tokens as they stand in the article, on one line."""
        return " ".join(self.passage.doc[start:end].text.split())

    def low(self, at: int) -> str:
        """The folded token, or nothing beyond either end."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def capital(self, at: int) -> bool:
        """Whether the token begins with a capital letter."""
        return 0 <= at < len(self.texts) and self.texts[at][:1].isupper()


def lines(passages: Iterable[Passage], lexicon: Lexicon, headlines: Collection[int] = ()) -> tuple[Line, ...]:
    """The passages of one article as lines, with the known actors found in them; `headlines`: where titles start."""
    made: list[Line] = []
    sentence = 0
    for passage in passages:
        line, sentence = _line(passage, lexicon, sentence, headline=passage.start in headlines)
        made.append(line)
    named = {hit.entry.known.name for line in made for hit in line.hits if not hit.entry.needs_bearer}
    return tuple(_without_strangers(line, named) for line in made)


def _line(passage: Passage, lexicon: Lexicon, sentence: int, *, headline: bool) -> tuple[Line, int]:
    tokens = list(passage.doc)
    texts = tuple(token.text for token in tokens)
    sentences: list[int] = []
    opens: list[bool] = []
    fresh = True
    for token in tokens:
        if token.is_sent_start:
            sentence, fresh = sentence + 1, True
        sentences.append(sentence)
        opens.append(fresh)
        fresh = (fresh and not token.text[:1].isalnum()) or token.text in {
            ":",
            "—",
            "–",
            "•",
            *OPENING,
            '"',
            "...",
            "…",
        }
    long = [text for text in texts if len(text) > 3 and text.isalpha()]
    return Line(
        passage=passage,
        texts=texts,
        lows=tuple(fold(text) for text in texts),
        pos=tuple(token.pos_ for token in tokens),
        deps=tuple(token.dep_ for token in tokens),
        labels=tuple(token.ent_type_ for token in tokens),
        sentences=tuple(sentences),
        opens=tuple(opens),
        quoted=_quoted(texts),
        shouted=len(long) > 3 and sum(text[:1].isupper() for text in long) > 0.75 * len(long),
        headline=headline,
        hits=tuple(lexicon.find(texts)),
    ), sentence


def _quoted(texts: Iterable[str]) -> tuple[bool, ...]:
    """Whether each token stands inside quotation marks; a paragraph starts outside them."""
    inside = False
    flags: list[bool] = []
    for text in texts:
        if text in OPENING or text == "``":
            inside = True
        elif text in CLOSING or text == "''":
            inside = False
        elif text == '"':
            inside = not inside
        flags.append(inside)
    return tuple(flags)


def _without_strangers(line: Line, named: set[str]) -> Line:
    kept = tuple(hit for hit in line.hits if not hit.entry.needs_bearer or hit.entry.known.name in named)
    if len(kept) == len(line.hits):
        return line
    values = {name: getattr(line, name) for name in Line.__slots__}
    return Line(**(values | {"hits": kept}))
