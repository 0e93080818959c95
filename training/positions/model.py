"""The network: MiniLM reads holder, option and passage at once; what the holder's stance is, and where its condition.

The stance is read off the vector of [CLS] beside the mean of the statement's; the condition is a pointer to its first
and one to its last token, token 0 standing for "there is none".
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from training.attribution.model import WIDTH, Encoder, Shape, loaded, start_from_minilm
from training.positions.data import STATEMENT
from training.positions.passages import STANCES


class StanceNetwork(Encoder):
    """Token ids, features and mask of pairs → scores of stances, of the condition's first and of its last token."""

    def __init__(self, shape: Shape) -> None:
        super().__init__(shape)
        self.inner = nn.Linear(2 * WIDTH, WIDTH)
        self.stance = nn.Linear(WIDTH, len(STANCES))
        self.ends = nn.Linear(WIDTH, 2)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        x, _ = self.encode(ids, features, mask)
        said = ((features == STATEMENT) & (mask > 0))[..., None].to(x.dtype)
        mean = (x * said).sum(1) / said.sum(1).clamp(min=1)
        stances = self.stance(self.dropout(torch.tanh(self.inner(torch.cat([x[:, 0], mean], dim=-1)))))
        ends = self.ends(x).float().masked_fill(mask[..., None] == 0, -1e4)
        return stances.float(), ends[..., 0], ends[..., 1]


def fresh(start: Path | None = None) -> StanceNetwork:
    """A network with MiniLM's encoder, or with that of the attribution reader's weights in a file."""
    network = StanceNetwork(Shape())
    if start is None:
        start_from_minilm(network)
        return network
    encoder = {name: value for name, value in loaded(start).state_dict().items() if name in network.state_dict()}
    encoder.pop("features.weight")  # they mean something else there
    network.load_state_dict(encoder, strict=False)
    return network
