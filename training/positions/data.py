"""Passages with labels → readings: a passage with a holder's statement marked, and the options that are asked of it.

A reading has the passage once, and behind it each option as a block of its own:

    [CLS] holder [SEP] passage, the statement between two marks [SEP]   [CLS] option [SEP]   [CLS] option [SEP] …

The tokens of an option see their own block and the passage; those of the passage see the passage alone. So an option's
answer does not depend on what else is asked, and a codebook of thirty options costs a few passages, not thirty.
"""

from __future__ import annotations

import hashlib
import random
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import torch
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.code._network.hints import stems
from onrecord.code._network.reading import Question, laid_out
from training.positions.passages import STANCES, Row
from training.positions.said import Said

STRANGE = 2  # options of other talks that are asked beside a statement's own
UNLIKE = 1  # options of its own talks that no word of the passage hints at
ALIKE = 3  # options of a codebook without a stance that are asked in each pass as they share words with the passage
BESIDE = 2  # and such as are drawn from the others
UNSURE = 0.5  # weight of a code that the coder was not sure of
WITH_EXAMPLES = 0.5  # how often options have examples
FAINT = 0.3  # weight of an answer "none" that nobody was asked for
SILENT = 0.6  # weight of one that a coder with the whole codebook at hand gave by giving no code


@dataclass(frozen=True, slots=True)
class Asked:
    """A reading with the right answers: for each option its stance, the weight of that, and the condition's tokens."""

    question: Question
    stances: tuple[int, ...]
    weights: tuple[float, ...]
    conditions: tuple[tuple[int, int], ...]  # (0, 0): none


def is_held_back(talks: str, part: int, of: int = 5) -> bool:
    """Whether a negotiation belongs to a fifth that is not trained on; by the hash of its name."""
    return int(hashlib.sha256(talks.encode()).hexdigest(), 16) % of == part


def readings(rows: Sequence[Row], tokenizer: Tokenizer, draw: random.Random | None = None) -> Iterator[Asked]:
    """A reading for each holder and statement of the passages.

    With something to draw with, options are added on which there is no stance: of other talks, of the same talks if no
    word of the passage hints at them, and a part of a row's `beside`, of which else all are asked; and in about half of
    the readings the options have words of examples.
    """
    said = Said(rows) if draw else None
    for row in rows:
        grouped: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for label in row["labels"]:
            grouped[label["holder"], label["says"] or row["passage"]].append(label)
        for who, says in row.get("silent", ()):
            grouped.setdefault((who, says), [])
        for (holder, says), labels in grouped.items():
            known = {label["option"] for label in labels}
            others = [(row["talks"], option) for option in row.get("beside", ()) if option not in known]
            asked = [(row["talks"], label["option"]) for label in labels]
            if draw and said:
                others = _beside(row["passage"], others, draw) or _strangers(row, known, said, draw)
            texts = [option for _, option in [*asked, *others]]
            if draw and said and draw.random() < WITH_EXAMPLES:
                texts = [said.with_examples(*of, row["passage"], draw) for of in [*asked, *others]]
            none = SILENT if "beside" in row else FAINT
            made = asked_of(row["passage"], holder, says, labels, texts, tokenizer, none)
            if made is not None:
                yield made


def _beside(passage: str, others: Sequence[tuple[str, str]], draw: random.Random) -> list[tuple[str, str]]:
    """Options of a codebook on which there is no stance: mostly those whose words meet the passage's, as the program
    asks for these."""
    said = stems(passage)
    ranked = sorted(others, key=lambda of: -len(stems(of[1]) & said) + draw.random())
    rest = ranked[ALIKE:]
    return [*ranked[:ALIKE], *draw.sample(rest, min(BESIDE, len(rest)))]


def _strangers(row: Row, known: Collection[str], said: Said, draw: random.Random) -> list[tuple[str, str]]:
    """Options on which a written passage takes no stance, each with its talks."""
    talks, hinted = sorted(said.options), stems(row["passage"])
    drawn = [draw.choice(talks) for _ in range(STRANGE)]
    strange = [(of, draw.choice(said.options[of])) for of in drawn]
    unlike = [(row["talks"], o) for o in said.options[row["talks"]] if not stems(o) & hinted]
    strange += draw.sample(unlike, min(UNLIKE, len(unlike)))
    return [of for of in dict.fromkeys(strange) if of[1] not in known]


def asked_of(
    passage: str,
    holder: str,
    says: str,
    labels: Sequence[Row],
    options: Sequence[str],
    tokenizer: Tokenizer,
    weight: float = FAINT,
) -> Asked | None:
    """One reading of the options of the labels, and others behind them on which there is no stance, an answer of that
    weight; None where nothing is asked. Raises ValueError where a stretch is not in the passage."""
    if not options:
        return None
    start = passage.index(says)
    question = laid_out(passage, (start, start + len(says)), holder, options, tokenizer)
    conditions = []
    for label in labels:
        words = label.get("condition")
        at = passage.index(words) if words else 0
        inside = [n for n, (a, b) in enumerate(question.offsets) if words and b > at and a < at + len(words)]
        conditions.append((inside[0], inside[-1]) if inside else (0, 0))
    stances = [STANCES.index(label["stance"]) for label in labels]
    none = len(options) - len(labels)
    return Asked(
        question,
        (*stances, *[0] * none),
        (*(1.0 if label.get("sure", True) else UNSURE for label in labels), *[weight] * none),
        (*conditions, *[(0, 0)] * none),
    )


@dataclass(frozen=True, slots=True)
class Batch:
    """Readings of like size, padded with 0: ids and features of passages (readings × tokens), ids of options (readings
    × options × tokens), and of readings × options: stances (-1: no option), weights, the conditions' ends."""

    passage: Tensor
    features: Tensor
    options: Tensor
    stances: Tensor
    weights: Tensor
    first: Tensor
    last: Tensor


def batches(found: Sequence[Asked], size: int, draw: random.Random | None = None) -> Iterator[Batch]:
    """Batches of about `size` tokens, shuffled where there is something to draw with."""
    ordered = sorted(found, key=lambda one: len(one.question.ids) + (draw.random() * 16 if draw else 0))
    groups: list[list[Asked]] = []
    for one in ordered:
        if not groups or (len(groups[-1]) + 1) * len(one.question.ids) > size:
            groups.append([])
        groups[-1].append(one)
    if draw:
        draw.shuffle(groups)
    yield from map(padded, groups)


def padded(group: Sequence[Asked]) -> Batch:
    """One batch of the given readings."""

    def table(rows: Iterable[Sequence[float]], length: int, empty: int = 0) -> Tensor:
        return torch.tensor([[*row, *[empty] * (length - len(row))] for row in rows])

    sizes = [one.question.leads[0] for one in group]
    options = max(len(one.stances) for one in group)
    blocks = [_blocks(one.question) for one in group]
    longest = max(len(block) for of_one in blocks for block in of_one)
    return Batch(
        table((one.question.ids[:size] for one, size in zip(group, sizes, strict=True)), max(sizes)),
        table((one.question.features[:size] for one, size in zip(group, sizes, strict=True)), max(sizes)),
        torch.stack([table([*of_one, *[[]] * (options - len(of_one))], longest) for of_one in blocks]).long(),
        table((one.stances for one in group), options, -1),
        table((one.weights for one in group), options),
        table(([first for first, _ in one.conditions] for one in group), options),
        table(([last for _, last in one.conditions] for one in group), options),
    )


def _blocks(question: Question) -> list[list[int]]:
    """The ids of each option."""
    return [question.ids[a:b] for a, b in pairwise([*question.leads, len(question.ids)])]
