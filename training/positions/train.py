"""Train the stance network: `python -m training.positions.train --out DIR [--held-back 0..4] [--start weights.pt]`.

Trains on the written passages; with `--held-back`, leaves out a fifth of the negotiations and scores on it. Writes
DIR/weights.pt (the running average) and prints the figures after each pass.
"""

from __future__ import annotations

import argparse
import copy
import random
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch.nn import functional

from training.attribution.model import tokenizer
from training.attribution.recipe import groups_of, schedule
from training.positions.data import Batch, Pair, batches, is_held_back, pairs, strange_pairs
from training.positions.model import StanceNetwork, fresh
from training.positions.passages import STANCES, written
from training.positions.real import real

EARLY = ("positions", "norm")  # the features mean something new here and learn as fast as the heads


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train: sizes in tokens, the rest as usual for AdamW."""

    seed: int = 7
    passes: float = 4
    batch: int = 2048
    rate: float = 1e-4
    heads: float = 5.0  # factor on the rate for the heads
    lower: float = 0.85  # factor on the rate for each layer further down
    warm: float = 0.06
    decay: float = 0.01
    smoothing: float = 0.05
    condition: float = 0.3  # weight of the condition's loss
    hidden: float = 0.05  # share of the passage's tokens that are masked
    average: float = 0.995


def loss_of(network: StanceNetwork, batch: Batch, recipe: Recipe, hide: bool = True) -> torch.Tensor:
    """Cross entropy of the stance, and of the condition's ends where there is a statement that could have one."""
    ids = batch.ids
    if hide:
        hidden = (torch.rand(ids.shape) < recipe.hidden) & (batch.features >= 2) & (ids > 103)
        ids = ids.masked_fill(hidden, 103)
    stances, first, last = network(ids, batch.features, batch.mask)
    by_stance = functional.cross_entropy(stances, batch.stances, label_smoothing=recipe.smoothing)
    by_end = functional.cross_entropy(first, batch.first) + functional.cross_entropy(last, batch.last)
    return by_stance + recipe.condition * by_end


def train(found: Sequence[Pair], network: StanceNetwork, recipe: Recipe, out: Path, check: Sequence[Pair]) -> None:
    """All passes over the pairs; what comes of it, the running average of the weights, lies in the folder `out`."""
    draw = random.Random(recipe.seed)
    per_pass = sum(1 for _ in batches(found, recipe.batch, random.Random(0)))
    steps, done = round(recipe.passes * per_pass), 0
    average = copy.deepcopy(network).eval()
    optimizer = torch.optim.AdamW(groups_of(network, recipe, EARLY), weight_decay=recipe.decay, betas=(0.9, 0.98))
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: schedule(n, steps, recipe.warm))
    began = time.time()
    while done < steps:
        network.train()
        for batch in batches(found, recipe.batch, draw):
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(network, batch, recipe)
            torch.autograd.backward(loss)
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            scheduler.step()
            optimizer.zero_grad()
            done += 1
            keep = min(recipe.average, done / (done + 10))
            with torch.no_grad():
                for old, new in zip(average.parameters(), network.parameters(), strict=True):
                    if new.requires_grad:
                        old.lerp_(new, 1 - keep)
            if done >= steps:
                break
        print(f"{done} of {steps} steps, {time.time() - began:.0f} s, {told(average, check)}", flush=True)
        torch.save({"shape": asdict(average.shape), "weights": average.state_dict()}, out / "weights.pt")


def told(network: StanceNetwork, check: Sequence[Pair]) -> str:
    """Accuracy and F1 of the stances, and how often the condition's both ends are right, in percent."""
    if not check:
        return "nothing held back"
    right = [[0, 0, 0] for _ in STANCES]  # hits, predicted, true
    spans = [0, 0]
    network.eval()
    with torch.no_grad():
        for batch in batches(check, 8192):
            stances, first, last = network(batch.ids, batch.features, batch.mask)
            for guess, true in zip(stances.argmax(-1).tolist(), batch.stances.tolist(), strict=True):
                right[true][2] += 1
                right[guess][1] += 1
                right[true][0] += guess == true
            has = batch.first > 0
            both = (first.argmax(-1) == batch.first) & (last.argmax(-1) == batch.last)
            spans[0] += int((both & has).sum())
            spans[1] += int(has.sum())
    f1 = [200 * hits / max(1, predicted + true) for hits, predicted, true in right]
    total = sum(true for *_, true in right)
    accuracy = 100 * sum(hits for hits, *_ in right) / total
    by_stance = " ".join(f"{name} {value:.0f}" for name, value in zip(STANCES, f1, strict=True))
    exact = f"condition exact {100 * spans[0] / max(1, spans[1]):.0f} % of {spans[1]}"
    return f"accuracy {accuracy:.1f} macro F1 {sum(f1) / len(f1):.1f} ({by_stance}) {exact}"


def main() -> None:
    """Read the words of the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--held-back", type=int, choices=range(5))
    parser.add_argument("--start", type=Path, help="weights of the attribution reader to start from")
    parser.add_argument("--passes", type=float, default=Recipe().passes)
    parser.add_argument("--rate", type=float, default=Recipe().rate)
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--real", action="store_true", help="train on the coded statements of real news as well")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    reads = tokenizer()
    recipe = Recipe(seed=args.seed, passes=args.passes, rate=args.rate)
    torch.manual_seed(recipe.seed)
    rows = written()
    held = [row for row in rows if args.held_back is not None and is_held_back(row["talks"], args.held_back)]
    kept = [row for row in rows if args.held_back is None or not is_held_back(row["talks"], args.held_back)]
    check = pairs(held, reads)
    kept += real(random.Random(recipe.seed)) if args.real else []
    found = [*pairs(kept, reads), *strange_pairs(kept, reads, random.Random(recipe.seed))]
    print(f"{len(found)} pairs to train on, {len(check)} held back", flush=True)
    train(found, fresh(args.start), recipe, args.out, check)


if __name__ == "__main__":
    main()
