"""Train the stance network: `python -m training.positions.train --out DIR [--held-back 0..4]`.

Trains on the written passages and the coded statements of real news; with `--held-back`, leaves out a fifth of the
written negotiations and scores on it. After each pass writes DIR/weights.pt (the running average) and prints figures,
among them those on the open half of evals/positions, which is for building.
"""

from __future__ import annotations

import argparse
import copy
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn import functional

from onrecord.code._network.reading import PASSAGE
from training.attribution.model import tokenizer
from training.attribution.recipe import groups_of, schedule
from training.positions.data import UNSURE, Asked, Batch, batches, is_held_back, readings
from training.positions.model import StanceNetwork, fresh, trained
from training.positions.passages import STANCES, Row, written
from training.positions.real import open_half, real

MASK = 103
WRITTEN = 0.4  # share of the written passages in each pass
EARLY = ("positions", "norm")  # the features mean something new here and learn as fast as the heads


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train: sizes in tokens, the rest as usual for AdamW."""

    seed: int = 7
    passes: float = 8
    batch: int = 2048
    rate: float = 2e-4
    heads: float = 5.0  # factor on the rate for the heads
    lower: float = 0.85  # factor on the rate for each layer further down
    warm: float = 0.06
    decay: float = 0.01
    smoothing: float = 0.05
    condition: float = 0.3  # weight of the condition's loss
    hidden: float = 0.05  # share of the passage's tokens that are masked
    average: float = 0.995


def loss_of(network: StanceNetwork, batch: Batch, recipe: Recipe) -> torch.Tensor:
    """Cross entropy of the stances, and of the condition's ends."""
    hidden = (torch.rand(batch.passage.shape) < recipe.hidden) & (batch.features >= PASSAGE) & (batch.passage > MASK)
    stances, first, last = network(batch.passage.masked_fill(hidden, MASK), batch.features, batch.options)
    asked = batch.stances >= 0
    weights = batch.weights[asked]
    by_stance = functional.cross_entropy(
        stances[asked], batch.stances[asked], label_smoothing=recipe.smoothing, reduction="none"
    )
    ends = functional.cross_entropy(first[asked], batch.first[asked], reduction="none")
    ends = ends + functional.cross_entropy(last[asked], batch.last[asked], reduction="none")
    return ((by_stance + recipe.condition * ends) * weights).sum() / weights.sum()


def train(
    rows: Callable[[random.Random], Sequence[Row]],
    reads: Tokenizer,
    network: StanceNetwork,
    recipe: Recipe,
    out: Path,
    tell: Callable[[StanceNetwork], str],
) -> None:
    """All passes, each over the rows that are drawn for it; what comes of it, the running average of the weights, lies
    in the folder `out`."""
    draw = random.Random(recipe.seed)
    found = list(readings(rows(draw), reads, draw))
    per_pass = sum(1 for _ in batches(found, recipe.batch, random.Random(0)))
    steps, done = round(recipe.passes * per_pass), 0
    asked = sum(len(one.stances) for one in found)
    print(f"{len(found)} readings, {asked} options, {per_pass} steps a pass", flush=True)
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
        torch.save({"shape": asdict(average.shape), "weights": average.state_dict()}, out / "weights.pt")
        print(f"{done} of {steps} steps, {time.time() - began:.0f} s, {tell(average)}", flush=True)
        if done < steps:
            found = list(readings(rows(draw), reads, draw))


def told(network: StanceNetwork, check: Sequence[Asked]) -> str:
    """Of labels held back, in percent: accuracy and F1 of stances, how often both ends of a condition are right."""
    right = [[0, 0, 0] for _ in STANCES]  # hits, predicted, true
    spans = [0, 0]
    for batch in batches(check, 8192):
        stances, first, last = answers(network, batch)
        asked = batch.weights >= UNSURE
        for guess, true in zip(stances.argmax(-1)[asked].tolist(), batch.stances[asked].tolist(), strict=True):
            right[true][2] += 1
            right[guess][1] += 1
            right[true][0] += guess == true
        has = batch.first > 0
        both = (first.argmax(-1) == batch.first) & (last.argmax(-1) == batch.last)
        spans[0] += int((both & has).sum())
        spans[1] += int(has.sum())
    f1 = [200 * hits / max(1, predicted + true) for hits, predicted, true in right]
    accuracy = 100 * sum(hits for hits, *_ in right) / max(1, sum(true for *_, true in right))
    by_stance = " ".join(f"{name} {value:.0f}" for name, value in zip(STANCES, f1, strict=True))
    exact = f"condition exact {100 * spans[0] / max(1, spans[1]):.0f} % of {spans[1]}"
    return f"accuracy {accuracy:.1f} macro F1 {sum(f1) / len(f1):.1f} ({by_stance}) {exact}"


def found_in(network: StanceNetwork, check: Sequence[Asked]) -> str:
    """Of statements with every option asked: F1 of options at the best threshold, and of options with their stance."""
    pairs: list[tuple[float, int, int, float]] = []  # share that is not none, best stance, true stance, weight
    for batch in batches(check, 8192):
        shares = answers(network, batch)[0].softmax(-1)
        asked = batch.stances >= 0
        best = shares[..., 1:].argmax(-1) + 1
        parts = (1 - shares[..., 0], best, batch.stances, batch.weights)
        pairs += zip(*(part[asked].tolist() for part in parts), strict=True)
    pairs = [pair for pair in pairs if pair[3] != UNSURE]
    true = sum(stance > 0 for _, _, stance, _ in pairs)
    told: list[tuple[float, str]] = []
    for threshold in (n / 20 for n in range(1, 20)):
        taken = [pair for pair in pairs if pair[0] >= threshold]
        hits = [pair for pair in taken if pair[2] > 0]
        whole = sum(best == stance for _, best, stance, _ in hits)
        f1 = 200 * len(hits) / max(1, len(taken) + true)
        told.append((f1, f"option F1 {f1:.1f} (P {100 * len(hits) / max(1, len(taken)):.0f}, "
            f"R {100 * len(hits) / true:.0f} at {threshold}), stance right {100 * whole / max(1, len(hits)):.0f} %, "
            f"both F1 {200 * whole / max(1, len(taken) + true):.1f}"))  # fmt: skip
    given = [(best, stance) for _, best, stance, _ in pairs if stance > 0]
    return f"{max(told)[1]}; stance of given {100 * sum(a == b for a, b in given) / len(given):.0f} % of {len(given)}"


def answers(network: StanceNetwork, batch: Batch) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """What a network makes of a batch."""
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        out: tuple[torch.Tensor, torch.Tensor, torch.Tensor] = network.eval()(
            batch.passage, batch.features, batch.options
        )
    return out


def main() -> None:
    """Read the words of the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--held-back", type=int, choices=range(5), help="a fifth of the negotiations to score on")
    parser.add_argument("--start", type=Path, help="weights of an earlier run to go on from")
    parser.add_argument("--passes", type=float, default=Recipe().passes)
    parser.add_argument("--rate", type=float, default=Recipe().rate)
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    reads = tokenizer()
    recipe = Recipe(seed=args.seed, passes=args.passes, rate=args.rate)
    torch.manual_seed(recipe.seed)
    passages = written()
    held = [row for row in passages if args.held_back is not None and is_held_back(row["talks"], args.held_back)]
    kept = [row for row in passages if args.held_back is None or not is_held_back(row["talks"], args.held_back)]
    strange = list(readings(held, reads))
    news = list(readings([passage for _, passage in open_half()], reads))

    def rows(draw: random.Random) -> list[Row]:
        return [*draw.sample(kept, round(WRITTEN * len(kept))), *real(draw)]

    def tell(network: StanceNetwork) -> str:
        return (f"held back: {told(network, strange)}; " if strange else "") + f"open half: {found_in(network, news)}"

    train(rows, reads, trained(args.start) if args.start else fresh(), recipe, args.out, tell)


if __name__ == "__main__":
    main()
