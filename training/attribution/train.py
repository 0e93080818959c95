"""Train the reader: `python -m training.attribution.train --out DIR [--data train.jsonl]`.

Writes DIR/weights.pt (the running average of the weights) each quarter of a pass, and DIR/log.tsv. The seed is fixed:
the same machine and number of threads give the same weights.
"""

from __future__ import annotations

import argparse
import copy
import os
import random
import time
from dataclasses import asdict
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.attribution.corpus import Article, articles, is_choosing
from training.attribution.data import Batch, batches, gold_windows
from training.attribution.loss import losses
from training.attribution.model import Network, Shape, loaded, start_from_minilm, tokenizer
from training.attribution.recipe import Recipe, groups_of, schedule

HEADS = 20  # the seed of the fresh heads, the same in every run, so that weights of two runs can be averaged
MASK = 103  # the id of [MASK]; those below are marks as well


class Training:
    """A network on its way: what it is, what moves it, and the running average of its weights, which is what counts."""

    def __init__(self, network: Network, recipe: Recipe, steps: int) -> None:
        self.recipe, self.steps, self.done = recipe, steps, 0
        self.network = network.train()
        self.average = copy.deepcopy(self.network).eval()
        groups = groups_of(self.network, recipe)
        self.optimizer = torch.optim.AdamW(groups, weight_decay=recipe.decay, betas=(0.9, 0.98))
        self.scheduler = torch.optim.lr_scheduler.LambdaLR(self.optimizer, lambda n: schedule(n, steps, recipe.warm))

    def step(self, batch: Batch) -> tuple[float, float]:
        """Learn from one batch; the losses of its roles and pointers."""
        hidden = (torch.rand(batch.ids.shape) < self.recipe.hidden) & (batch.ids > MASK)
        ids = batch.ids.masked_fill(hidden, MASK)
        with torch.autocast("cpu", torch.bfloat16):
            roles, edges, pointers = self.network(ids, batch.features, batch.mask)
            by_role, by_edge, by_pointer = losses(roles, edges, pointers, batch)
        torch.autograd.backward(by_role + self.recipe.edges * by_edge + self.recipe.pointers * by_pointer)
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.scheduler.step()
        self.optimizer.zero_grad()
        self.done += 1
        self._move_average(min(self.recipe.average, self.done / (self.done + 10)))
        return by_role.item(), by_pointer.item()

    def _move_average(self, keep: float) -> None:
        with torch.no_grad():
            for old, new in zip(self.average.parameters(), self.network.parameters(), strict=True):
                if new.requires_grad:
                    old.lerp_(new, 1 - keep)

    def save(self, path: Path) -> None:
        """The average's shape and weights in one file; whole or not at all."""
        part = path.with_suffix(".part")
        torch.save({"shape": asdict(self.average.shape), "weights": self.average.state_dict()}, part)
        part.replace(path)


def train(rows: list[Article], tokenizer: Tokenizer, network: Network, recipe: Recipe, out: Path) -> None:
    """All passes over the articles; what comes of it lies in the folder `out`."""
    draw = random.Random(recipe.seed)
    per_pass = len(a_pass(rows, tokenizer, recipe, random.Random(recipe.seed)))
    training = Training(network, recipe, round(recipe.passes * per_pass))
    log, began, means = out / "log.tsv", time.time(), (0.0, 0.0)
    log.write_text(f"# {recipe} {network.shape} steps {training.steps}\nstep\tseconds\troles\tpointers\n")
    while training.done < training.steps:
        for batch in a_pass(rows, tokenizer, recipe, draw)[: training.steps - training.done]:
            threads()
            here = training.step(batch)
            share = max(0.02, 1 / training.done)
            means = (means[0] + (here[0] - means[0]) * share, means[1] + (here[1] - means[1]) * share)
            if training.done % 20 == 0:
                with log.open("a") as lines:
                    lines.write(f"{training.done}\t{time.time() - began:.0f}\t{means[0]:.4f}\t{means[1]:.4f}\n")
            if training.done % (per_pass // 4) == 0 or training.done == training.steps:
                training.save(out / "weights.pt")


def a_pass(rows: list[Article], tokenizer: Tokenizer, recipe: Recipe, draw: random.Random) -> list[Batch]:
    """The batches of one pass, cut and shuffled anew."""
    return batches((gold for row in rows for gold in gold_windows(row, tokenizer, draw)), recipe.batch, draw)


def threads() -> None:
    """As many threads as the file THREADS says, so that a long run can make room for others on the way."""
    wanted = os.environ.get("THREADS_FILE")
    if wanted and Path(wanted).exists():
        number = int(Path(wanted).read_text().strip() or 1)
        if number != torch.get_num_threads():
            torch.set_num_threads(number)


def main() -> None:
    """Read the words of the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    corpora = Path(os.environ.get("ONRECORD_CORPORA", "../shared/data"))
    parser.add_argument("--data", type=Path, default=corpora / "polnear" / "train.jsonl")
    parser.add_argument("--passes", type=float, default=Recipe().passes)
    parser.add_argument("--rate", type=float, default=Recipe().rate)
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    parser.add_argument("--start", type=Path, help="weights to go on from, instead of MiniLM's")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    rows = [row for row in articles(args.data) if not is_choosing(row)]
    recipe = Recipe(seed=args.seed, passes=args.passes, rate=args.rate)
    torch.manual_seed(HEADS)
    network = loaded(args.start) if args.start else Network(Shape())
    if not args.start:
        start_from_minilm(network)
    torch.manual_seed(recipe.seed)
    train(rows, tokenizer(), network, recipe, args.out)


if __name__ == "__main__":
    main()
