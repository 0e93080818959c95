"""The trained reader: a small encoder reads each window once, decoding makes attributions of what it says.

1. paragraphs → windows of tokens                                   `_model_windows`
2. window → probabilities of roles and pointers                     the ONNX graph in data/attribute/model
3. probabilities → attributions                                     `_model_decode`
4. direct, mixed or indirect                                        `_mode`
5. how likely each is to be right                                   `_confidence`
6. what rules are surer of                                          `_mend`

Windows are read one at a time: nothing is padded, what a window says doesn't hang on the windows beside it, and memory
is that of one window whatever the size of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from onrecord.attribute._confidence import Calibration, Signs, calibration, confident
from onrecord.attribute._mend import mended
from onrecord.attribute._mode import mode_of
from onrecord.attribute._model_decode import Decoding, decode
from onrecord.attribute._model_features import continued, features
from onrecord.attribute._model_scores import Run, Scores
from onrecord.attribute._model_windows import Window, windows_of
from onrecord.attribute._quotes import Quotation, quotations
from onrecord.model import Attribution, Span
from onrecord.syntax import Passage

PARTING = " ,;:–—-"
GRAPH, TOKENIZER = "model.onnx", "tokenizer.json"


class ModelReader:
    """Reads attributions with the trained encoder; see the module's docstring for the steps."""

    name = "model"
    parsed = False
    tokenizer: Tokenizer

    def __init__(self, folder: Path | None = None, threads: int = 1, decoding: Decoding | None = None) -> None:
        """`folder` holds the graph, the tokenizer and the calibration (the package's own by default); without the last,
        no attribution has a confidence. `threads` are for one window."""
        self._decoding = decoding or Decoding()
        self._session, self.tokenizer, self._calibration = _loaded(folder, threads)

    def __call__(self, text: str, passages: Sequence[Passage]) -> tuple[Attribution, ...]:
        """All attributions of a text in the order of their content; of the passages only the spans are used."""
        found = confident(self.signed(text, passages), self._calibration)
        paragraphs = [Span(p.start, p.end) for p in passages]
        return mended(text, paragraphs, quotations(text, paragraphs), found)

    def signed(self, text: str, passages: Sequence[Passage]) -> Iterator[tuple[Attribution, Signs]]:
        """The same without their confidence, each with the signs that it is made of, as they are found."""
        paragraphs = [Span(p.start, p.end) for p in passages]
        quotes = quotations(text, paragraphs)
        for window in windows_of(text, paragraphs, self.tokenizer):
            for found in decode(self.scores(text, window, quotes), self._decoding):
                source = () if found.source is None else (_bare(text, _span(window, found.source)),)
                content = tuple(_span(window, run) for run in found.content)
                cue = (_span(window, found.cue),)
                yield Attribution(source, cue, content, mode_of(content, quotes), "model"), found.signs

    def scores(self, text: str, window: Window, quotes: Sequence[Quotation]) -> Scores:
        """What the network says of a window; `quotes` are the text's quotations in order."""
        rows = {"ids": window.ids, "features": features(text, window, quotes)}
        given = {name: np.array([row], dtype=np.int64) for name, row in rows.items()}
        roles, edges, pointers = self._session.run(None, given)
        return Scores(roles[0], edges[0], pointers[0], continued(text, window))


@cache
def _loaded(folder: Path | None, threads: int) -> tuple[onnxruntime.InferenceSession, Tokenizer, Calibration | None]:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    home = files("onrecord") / "data" / "attribute" / "model" if folder is None else folder
    graph, tokenizer = (home / GRAPH).read_bytes(), (home / TOKENIZER).read_bytes()
    session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    return session, Tokenizer.from_buffer(tokenizer), calibration(home)


def _bare(text: str, span: Span) -> Span:
    """A source without the comma or dash that parts it from the rest of its sentence."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(PARTING))
    return Span(start, start + len(words.strip(PARTING))) if words.strip(PARTING) else span


def _span(window: Window, run: Run) -> Span:
    """The stretch of the text under a run of tokens; marks between paragraphs have no width and don't stretch it."""
    first, last = run
    return Span(window.starts[first], window.ends[last - 1])
