"""How the network is trained: sizes, rates and how they change."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

import torch

from training.attribution.model import Encoder


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train: sizes in tokens, the rest as usual for AdamW."""

    seed: int = 20
    passes: float = 4.5
    batch: int = 2048
    rate: float = 2e-4
    heads: float = 5.0  # factor on the rate for the heads
    lower: float = 0.9  # factor on the rate for each layer further down
    decay: float = 0.01
    warm: float = 0.06  # share of the steps
    pointers: float = 0.3  # weight of the pointers' loss beside the roles'
    edges: float = 3.0  # weight of the edges' loss
    hidden: float = 0.05  # share of the tokens that are masked
    average: float = 0.997  # of the running average of the weights, per step


class Rates(Protocol):
    """The rate, and the factors on it for the heads and for each layer further down."""

    @property
    def rate(self) -> float: ...
    @property
    def heads(self) -> float: ...
    @property
    def lower(self) -> float: ...


EARLY = ("positions", "norm", "features")


def groups_of(network: Encoder, recipe: Rates, early: tuple[str, ...] = EARLY) -> list[dict[str, object]]:
    """The parameters with their rates: heads fast, lower layers slower, word vectors left as they are. `early` are the
    parts before the first layer that are no heads."""
    network.words.weight.requires_grad_(False)
    layers = len(network.layers)
    rates: dict[float, list[torch.nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith("layers."):
            rate = recipe.rate * recipe.lower ** (layers - 1 - int(name.split(".")[1]))
        elif name.startswith(early):
            rate = recipe.rate * recipe.lower**layers
        else:
            rate = recipe.rate * recipe.heads
        rates.setdefault(rate, []).append(parameter)
    return [{"params": parameters, "lr": rate} for rate, parameters in rates.items()]


def schedule(step: int, steps: int, warm: float) -> float:
    """Factor on the rates: up over the first steps, then down along a cosine to a twentieth."""
    done = step / steps
    return done / warm if done < warm else 0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * (done - warm) / (1 - warm)))
