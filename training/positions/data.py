"""Passages with labels → pairs of a statement and an option, as the network reads them.

A pair is read as: [CLS] holder [SEP] option [SEP] passage [SEP], with the statement's words in the passage between two
marks of their own. `features` say which part a token is of.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.positions.passages import STANCES, Row

HOLDER, OPTION, PASSAGE, STATEMENT = range(4)  # what a token is of
START, END = 1, 2  # ids of [unused0] and [unused1], which mark the statement
CLS, SEP = 101, 102
STEM = 5  # letters that forms of one word share
LONGEST = 256  # tokens; a longer passage loses words at its far ends


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement and an option: tokens, their features, the stance, and the condition's tokens or (0, 0)."""

    ids: list[int]
    features: list[int]
    stance: int
    condition: tuple[int, int]
    talks: str


def is_held_back(talks: str, part: int, of: int = 5) -> bool:
    """Whether a negotiation belongs to a fifth that is not trained on; by the hash of its name."""
    return int(hashlib.sha256(talks.encode()).hexdigest(), 16) % of == part


def pairs(rows: Iterable[Row], tokenizer: Tokenizer) -> list[Pair]:
    """Every label as a pair."""
    return [pair(row, label, tokenizer) for row in rows for label in row["labels"]]


def strange_pairs(rows: Iterable[Row], tokenizer: Tokenizer, draw: random.Random) -> Iterator[Pair]:
    """For each label one with an option of other talks, and for each passage one with an option of its own talks that
    shares no word with it: no stance on either. Most pairs that a codebook makes are of this sort."""
    rows = list(rows)
    by_talks: dict[str, list[str]] = {}
    for row in rows:
        held = by_talks.setdefault(row["talks"], [])
        held += [label["option"] for label in row["labels"] if label["option"] not in held]
    talks = sorted(by_talks)
    for row in rows:
        for label in row["labels"]:
            other = draw.choice(talks)
            if other != row["talks"]:
                yield pair(row, _without_stance(label, draw.choice(by_talks[other])), tokenizer)
        named = _words(row["passage"])
        unlike = [option for option in by_talks[row["talks"]] if not _words(option) & named]
        if unlike:
            yield pair(row, _without_stance(draw.choice(row["labels"]), draw.choice(unlike)), tokenizer)


def _without_stance(label: Row, option: str) -> Row:
    return label | {"option": option, "stance": "none", "condition": None}


def _words(text: str) -> set[str]:
    return {word[:STEM] for word in re.findall(r"\w+", text.casefold()) if len(word) > 3}


def pair(row: Row, label: Row, tokenizer: Tokenizer) -> Pair:
    """One label as the network reads it. Raises ValueError where a stretch is not in the passage."""
    passage = row["passage"]
    said = label["says"] or passage  # of a holder who says nothing there, all of it is shown
    statement = range(passage.index(said), passage.index(said) + len(said))
    ids, features = [CLS], [HOLDER]
    for part, words in ((HOLDER, label["holder"]), (OPTION, label["option"])):
        encoded = tokenizer.encode(words, add_special_tokens=False).ids
        ids += [*encoded, SEP]
        features += [part] * (len(encoded) + 1)
    condition = label.get("condition")
    asked = range(passage.index(condition), passage.index(condition) + len(condition)) if condition else range(0)
    return _with_passage(ids, features, passage, statement, asked, label["stance"], row["talks"], tokenizer)


def _with_passage(
    ids: list[int],
    features: list[int],
    passage: str,
    statement: range,
    asked: range,
    stance: str,
    talks: str,
    tokenizer: Tokenizer,
) -> Pair:
    encoding = tokenizer.encode(passage, add_special_tokens=False)
    tokens = list(zip(encoding.ids, encoding.offsets, strict=True))
    inside = [
        number for number, (_, (start, end)) in enumerate(tokens) if start < statement.stop and end > statement.start
    ]
    first, last = inside[0], inside[-1]
    room = LONGEST - len(ids) - 3
    low = max(0, min(first - (room - (last - first)) // 2, len(tokens) - room))
    where: dict[int, int] = {}
    for number in range(low, min(len(tokens), low + room)):
        if number == first:
            ids.append(START)
            features.append(STATEMENT)
        where[number] = len(ids)
        ids.append(tokens[number][0])
        features.append(STATEMENT if first <= number <= last else PASSAGE)
        if number == last:
            ids.append(END)
            features.append(STATEMENT)
    ids.append(SEP)
    features.append(PASSAGE)
    marked = [where[n] for n, (_, (s, e)) in enumerate(tokens) if n in where and s < asked.stop and e > asked.start]
    span = (marked[0], marked[-1]) if marked else (0, 0)
    return Pair(ids, features, STANCES.index(stance), span, talks)


@dataclass(frozen=True, slots=True)
class Batch:
    """Pairs of like length, padded: ids, features and mask of pairs × tokens; stances and condition ends of pairs."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    stances: Tensor
    first: Tensor
    last: Tensor


def batches(found: Sequence[Pair], size: int, draw: random.Random | None = None) -> Iterator[Batch]:
    """Batches of about `size` tokens, shuffled where there is something to draw with."""
    ordered = sorted(found, key=lambda one: len(one.ids) + (draw.random() * 8 if draw else 0))
    groups: list[list[Pair]] = []
    for one in ordered:
        if not groups or (len(groups[-1]) + 1) * len(one.ids) > size:
            groups.append([])
        groups[-1].append(one)
    if draw:
        draw.shuffle(groups)
    yield from map(padded, groups)


def padded(group: Sequence[Pair]) -> Batch:
    """One batch of the given pairs."""
    length = max(len(one.ids) for one in group)

    def table(rows: Iterable[list[int]]) -> Tensor:
        return torch.tensor([row + [0] * (length - len(row)) for row in rows])

    return Batch(
        table(one.ids for one in group),
        table(one.features for one in group),
        table([1] * len(one.ids) for one in group),
        torch.tensor([one.stance for one in group]),
        torch.tensor([one.condition[0] for one in group]),
        torch.tensor([one.condition[1] for one in group]),
    )
