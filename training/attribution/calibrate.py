"""Fit confidence: `python -m training.attribution.calibrate [--reader rules] [--on dev]`.

Reads the articles kept for choosing, fits how likely an attribution with such signs is to be right
(`onrecord.attribute._confidence`), prints the calibration error and writes `confidence.json` beside the reader's data.
The error is by cross-validation: each tenth of the articles is judged by what the others give. `--on dev` fits nothing
and prints the error of what is written. To be run anew after each change of the weights or of decoding; needs no torch.

The figures of cues that the rules ship with were counted on all of train, and would be surer of these articles than of
any others; so they are counted again without them first, which takes minutes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np

from evals.confidence import error, judged, measured, of_equal_mass, of_equal_width
from onrecord.attribute._confidence import FILE, Calibration, Signs, log_odds
from onrecord.attribute._model import ModelReader
from onrecord.attribute._rules import RulesReader
from onrecord.syntax import paragraphs_of, parse, unparsed
from training.attribution.corpus import PARTS, Article, part, to_train_on
from training.cues.mine import mine
from training.logistic import newton

FOLDS = 10
HOME = Path(str(files("onrecord"))) / "data" / "attribute"
FITTED_TO = {
    ModelReader.name: (HOME / "model" / "model.onnx",),
    RulesReader.name: (HOME / "cues.tsv", HOME / "traits.tsv", HOME / "diplomacy.tsv"),
}
"""What each reader decides by; its file lies beside that."""

Signing = ModelReader | RulesReader


@dataclass(frozen=True, slots=True)
class Example:
    """An attribution's signs, whether it is right, and in which fold its article is."""

    signs: Signs
    right: bool
    fold: int


def examples(by: Signing, rows: Sequence[Article]) -> list[Example]:
    """All attributions of annotated articles."""
    out: list[Example] = []
    for row in rows:
        text, paragraphs = row["text"], paragraphs_of(row["text"])
        found = list(by.signed(text, parse(text, paragraphs) if by.parsed else unparsed(text, paragraphs)))
        fold = int(hashlib.sha256(f"fold {row['id']}".encode()).hexdigest(), 16) % FOLDS
        right = judged(row, [one for one, _ in found])
        out += [Example(signs, is_right, fold) for (_, signs), is_right in zip(found, right, strict=True)]
    return out


def fit(data: Sequence[Example]) -> Calibration:
    """The likeliest coefficients under a Gaussian prior, the signs scaled to variance one. A sign that would speak
    against is left out."""
    names = sorted(data[0].signs)
    right = np.array([one.right for one in data], dtype=np.float64)
    while True:
        odds = np.array([[log_odds(one.signs[name]) for name in names] for one in data])
        middle, spread = odds.mean(0), np.maximum(odds.std(0), 1e-9)
        found = newton(np.column_stack([np.ones(len(data)), (odds - middle) / spread]), right)
        weights = found[1:] / spread
        against = [name for name, weight in zip(names, weights, strict=True) if weight < 0]
        if not against:
            constant = float(found[0] - weights @ middle)
            rounded = {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}
            return Calibration(round(constant, 4), rounded)
        names = [name for name in names if name not in against]


def cross_validated(data: Sequence[Example]) -> tuple[list[float], list[bool]]:
    """The confidence of each attribution by what the other folds give, and whether it is right."""
    confidence: list[float] = []
    right: list[bool] = []
    for fold in sorted({one.fold for one in data}):
        by = fit([one for one in data if one.fold != fold])
        confidence += [by(one.signs) for one in data if one.fold == fold]
        right += [one.right for one in data if one.fold == fold]
    return confidence, right


def fingerprint(name: str) -> str:
    """What a reader decides by, in a few digits, by which a calibration that was made for something else is known."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in FITTED_TO[name])).hexdigest()[:16]


def _told(what: str, confidence: Sequence[float], right: Sequence[bool]) -> str:
    mass, width = error(of_equal_mass(confidence, right)), error(of_equal_width(confidence, right))
    return (
        f"{what}: {len(right)} attributions, {100 * sum(right) / len(right):.1f} % right, "
        f"ECE {100 * mass:.1f} % (equal mass), {100 * width:.1f} % (equal width)"
    )


def main() -> None:
    """Read the words of the command line and fit, or measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", choices=sorted(FITTED_TO), default="model")
    parser.add_argument("--on", choices=PARTS, default="choosing")
    args = parser.parse_args()
    rows = part(args.on)
    if args.on != "choosing":
        print(_told(args.on, *measured(args.reader, rows)))
        return
    with tempfile.TemporaryDirectory() as folder:
        data = examples(_unseen(args.reader, Path(folder)), rows)
    print(_told("choosing, cross-validated", *cross_validated(data)))
    found = fit(data)
    out = FITTED_TO[args.reader][0].with_name(FILE)
    held = {"fitted_to": fingerprint(args.reader), **asdict(found)}
    out.write_text(json.dumps(held, indent=2) + "\n", encoding="utf-8")
    print(out.read_text(encoding="utf-8"), end="")


def _unseen(name: str, folder: Path) -> Signing:
    """The reader of that name, made from nothing of the articles kept for choosing; `folder` is for what that takes."""
    if name == ModelReader.name:
        return ModelReader()
    mine(((row, parse(row["text"], paragraphs_of(row["text"]))) for row in to_train_on()), folder)
    return RulesReader(folder)


if __name__ == "__main__":
    main()
