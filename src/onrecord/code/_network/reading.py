"""What the stance network reads: a passage with a statement marked, and behind it the options that are asked of it.

    [CLS] holder [SEP] passage, the statement between two marks [SEP]   [CLS] option [SEP]   [CLS] option [SEP] …

The tokens of an option see their own block and the passage; those of the passage see the passage alone. So an option's
answer does not depend on what else is asked of the passage, and thirty options cost a few passages, not thirty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.lang.en.stop_words import STOP_WORDS
from tokenizers import Tokenizer

HOLDER, OPTION, PASSAGE, STATEMENT = range(4)  # what a token is of; mentions of the holder in the passage are HOLDER
START, END = 1, 2  # ids of [unused0] and [unused1], which mark the statement
CLS, SEP = 101, 102
LONGEST = 160  # tokens of a passage with its holder; a longer one loses words at its far ends
ROOM = 48  # tokens of an option; the passage's places begin behind them
WHO = 16  # tokens of a holder
LEAST = 2  # letters; a shorter word names nobody
WORD = re.compile(r"(?:[A-Z]\.){2,}|\w+")  # or an abbreviation with its dots
LONE = re.compile(r"[\ud800-\udfff]")  # halves of a character, which no tokenizer takes
HIDDEN = -1e4  # added to the scores of what a token does not see
NEAR = 400  # characters of the paragraph before that go with a statement


@dataclass(frozen=True, slots=True)
class Question:
    """Ids, features, places and blocks of tokens (block 0 is the passage), the first token of each option, and where
    in the passage's text each token of block 0 lies ((0, 0): nowhere)."""

    ids: list[int]
    features: list[int]
    places: list[int]
    blocks: list[int]
    leads: list[int]
    offsets: list[tuple[int, int]]


def context_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraphs that a stretch of an article's text is read in: its own, and the one before where it is short."""
    first = text.rfind("\n", 0, start) + 1
    before = text.rfind("\n", 0, len(text[:first].rstrip())) + 1
    last = text.find("\n", end)
    return before if first - before < NEAR else first, last if last >= 0 else len(text)


def laid_out(
    passage: str, statement: tuple[int, int], holder: str, options: Sequence[str], tokenizer: Tokenizer
) -> Question:
    """A passage, the place of the statement in it, whose stance is asked for, and the options."""
    who = tokenizer.encode(LONE.sub("\N{REPLACEMENT CHARACTER}", holder), add_special_tokens=False)
    ids = [CLS, *who.ids[:WHO], SEP]
    features = [HOLDER] * len(ids)
    offsets = [(0, 0)] * len(ids)
    encoding = tokenizer.encode(LONE.sub("\N{REPLACEMENT CHARACTER}", passage), add_special_tokens=False)
    tokens = list(zip(encoding.ids, encoding.offsets, strict=True))
    inside = [n for n, (_, (start, end)) in enumerate(tokens) if start < statement[1] and end > statement[0]]
    theirs = _mentions(holder, passage, statement)
    first, last = (inside[0], inside[-1]) if inside else (0, len(tokens) - 1)
    room = LONGEST - len(ids) - 3
    last = min(last, first + room - 1)  # of a statement that is longer than the room its beginning is read
    low = max(0, min(first - (room - (last - first)) // 2, len(tokens) - room))
    for number in range(low, min(len(tokens), low + room)):
        if number == first:
            _add(ids, features, offsets, START, STATEMENT)
        token, (start, end) = tokens[number]
        part = STATEMENT if first <= number <= last else PASSAGE
        _add(ids, features, offsets, token, HOLDER if any(a < end and start < b for a, b in theirs) else part)
        offsets[-1] = start, end
        if number == last:
            _add(ids, features, offsets, END, STATEMENT)
    _add(ids, features, offsets, SEP, PASSAGE)
    places = [ROOM + n for n in range(len(ids))]
    blocks = [0] * len(ids)
    leads: list[int] = []
    for block, option in enumerate(options, 1):
        words = [CLS, *tokenizer.encode(option, add_special_tokens=False).ids[: ROOM - 2], SEP]
        leads.append(len(ids))
        ids += words
        features += [OPTION] * len(words)
        places += range(len(words))
        blocks += [block] * len(words)
    return Question(ids, features, places, blocks, leads, offsets)


def _mentions(holder: str, passage: str, statement: tuple[int, int]) -> list[tuple[int, int]]:
    """Where the passage names the holder: any word of its name, else the words as they are, in the statement."""
    names = [word for word in WORD.findall(holder) if word[0].isupper() and _tells(word)]
    if names:
        pattern, (low, high) = "|".join(map(re.escape, names)), (0, len(passage))
    elif holder:
        pattern, (low, high) = f"(?i:{re.escape(holder)})", statement
    else:
        return []
    return [match.span() for match in re.compile(rf"(?<!\w)(?:{pattern})(?!\w)").finditer(passage, low, high)]


def _tells(word: str) -> bool:
    """Whether a word with a capital names somebody: not an article, nor a letter alone."""
    return len(word) >= LEAST and (word.isupper() or word.casefold() not in STOP_WORDS)


def _add(ids: list[int], features: list[int], offsets: list[tuple[int, int]], token: int, feature: int) -> None:
    ids.append(token)
    features.append(feature)
    offsets.append((0, 0))
