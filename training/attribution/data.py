"""PolNeAR → windows with their gold roles and pointers."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.attribute._model_features import features
from onrecord.attribute._model_scores import ROLES
from onrecord.attribute._model_windows import LENGTH, Window, windows_of
from onrecord.attribute._quotes import quotations
from onrecord.syntax import paragraphs_of
from training.attribution.corpus import Article

CURLY = "“”‘’"
STYLES = ("\"\"''", "‘’“”", "''\"\"", "«»‘’")  # straight, British, British and straight, guillemets
SHARED = 3  # attributions that a token can be in; those beyond are passed over
RESTYLED = 0.25  # share of the articles of a pass whose quotation marks are put in another style


@dataclass(frozen=True, slots=True)
class Gold:
    """A window's tokens with their features, roles and the numbers of their attributions.

    A source may be shared: "she said that …, adding that …" are two attributions with one source.
    """

    window: Window
    features: list[int]
    roles: list[int]
    attributions: list[tuple[int, ...]]


def gold_windows(article: Article, tokenizer: Tokenizer, draw: random.Random | None = None) -> Iterator[Gold]:
    """The windows of an article with gold; with `draw`, cut at another place and restyled now and then."""
    text = article["text"]
    roles: list[int] = [0] * len(text)
    owners: list[tuple[int, ...]] = [()] * len(text)
    for number, attribution in enumerate(article["attributions"]):
        for role, name in enumerate(ROLES[1:], start=1):
            for start, end in attribution[name]:
                roles[start:end] = [role] * (end - start)
                owners[start:end] = [(*before, number) for before in owners[start:end]]
    first = draw.randint(LENGTH // 4, LENGTH) if draw else LENGTH
    if draw and draw.random() < RESTYLED:
        text = text.translate(str.maketrans(CURLY, draw.choice(STYLES)))
    paragraphs = paragraphs_of(text)
    quotes = quotations(text, paragraphs)
    for window in windows_of(text, paragraphs, tokenizer, first=first):
        real = [end > start for start, end in zip(window.starts, window.ends, strict=True)]
        at = list(zip(window.starts, real, strict=True))
        yield Gold(
            window,
            features(text, window, quotes),
            [roles[s] if r else 0 for s, r in at],
            [owners[s] if r else () for s, r in at],
        )


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of one length, padded: all of windows × tokens, the attributions × SHARED, -1 for none."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    roles: Tensor
    attributions: Tensor


def batches(windows: Iterable[Gold], size: int, draw: random.Random) -> list[Batch]:
    """Windows sorted by length into batches of about `size` tokens, the batches shuffled."""
    ordered = sorted(windows, key=lambda gold: len(gold.window) + draw.random() * 16)
    groups: list[list[Gold]] = []
    for gold in ordered:
        if not groups or (len(groups[-1]) + 1) * len(gold.window) > size:
            groups.append([])
        groups[-1].append(gold)
    draw.shuffle(groups)
    return [padded(group) for group in groups]


def padded(group: Sequence[Gold]) -> Batch:
    """One batch of the given windows."""
    length = max(len(gold.window) for gold in group)

    def table(rows: Iterable[list[int]], fill: int) -> Tensor:
        return torch.tensor([row + [fill] * (length - len(row)) for row in rows])

    return Batch(
        table((gold.window.ids for gold in group), 0),
        table((gold.features for gold in group), 0),
        table(([1] * len(gold.window) for gold in group), 0),
        table((gold.roles for gold in group), -100),
        torch.stack([table((_nth(gold, n) for gold in group), -1) for n in range(SHARED)], dim=-1),
    )


def _nth(gold: Gold, number: int) -> list[int]:
    return [owners[number] if number < len(owners) else -1 for owners in gold.attributions]
