"""The stance network: what a holder's stance on each option is, by a passage; see `reading` for what it reads.

The graph in data/code/model is made by `training/positions`; its card is beside it. The tokenizer is the one of the
attribution reader, as both grew from the same encoder.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, get_args

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from onrecord.code._network.reading import laid_out
from onrecord.model import Stance

STANCES: tuple[Stance, ...] = get_args(Stance)  # after "none"
_DATA = files("onrecord") / "data"
_ROWS = ("ids", "features", "places", "blocks", "leads")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the network says of one option: the chance that a stance is told at all, the chances of the four, given
    that, and where in the passage its condition is, if there is one."""

    told: float
    stances: dict[Stance, float]
    condition: tuple[int, int] | None

    def turned(self) -> Answer:
        """The answer on an option that was asked about by its opposite."""
        stances = dict(self.stances)
        stances["support"], stances["oppose"] = self.stances["oppose"], self.stances["support"]
        return replace(self, stances=stances)


def ask(passage: str, statement: tuple[int, int], holder: str, options: Sequence[str]) -> list[Answer]:
    """An answer for each option, in the words of `asking`; `statement` is a stretch of the passage."""
    if not options:
        return []
    session, tokenizer = loaded()
    question = laid_out(passage, statement, holder, options, tokenizer)
    given: Any = {name: np.array([getattr(question, name)], dtype=np.int64) for name in _ROWS}
    stances, first, last = (table[0] for table in session.run(None, given))
    return [_answer(*rows, question.offsets) for rows in zip(stances, first, last, strict=True)]


def _answer(shares: Any, first: Any, last: Any, offsets: Sequence[tuple[int, int]]) -> Answer:
    told = float(1 - shares[0])
    stances = {stance: float(share) / max(told, 1e-9) for stance, share in zip(STANCES, shares[1:], strict=True)}
    begin = int(first.argmax())
    end = begin + int(last[begin:].argmax())
    inside = 0 < begin < len(offsets) and end < len(offsets) and offsets[begin][1] and offsets[end][1]
    return Answer(told, stances, (offsets[begin][0], offsets[end][1]) if inside else None)


@cache
def loaded() -> tuple[onnxruntime.InferenceSession, Tokenizer]:
    """The graph and its tokenizer, read once."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    graph = (_DATA / "code" / "model" / "model.onnx").read_bytes()
    tokenizer = (_DATA / "attribute" / "model" / "tokenizer.json").read_bytes()
    session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    return session, Tokenizer.from_buffer(tokenizer)
