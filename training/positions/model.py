"""The network: MiniLM reads a passage once and the options behind it; the holder's stance on each, and its condition.

An option's stance is read off its first token; the condition is a pointer from there to its first and one to its last
token in the passage, token 0 standing for "there is none".
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from onrecord.code._network.reading import HIDDEN, OPTION, ROOM
from training.attribution.model import WIDTH, Encoder, Layer, Shape, start_from_minilm
from training.positions.passages import STANCES

POINTER = 64


class StanceNetwork(Encoder):
    """Readings → scores of stances (readings × options × 5), of each condition's first and of its last token."""

    def __init__(self, shape: Shape) -> None:
        super().__init__(shape)
        self.inner = nn.Linear(WIDTH, WIDTH)
        self.stance = nn.Linear(WIDTH, len(STANCES))
        self.asks = nn.Linear(WIDTH, 2 * POINTER)
        self.ends = nn.Linear(WIDTH, 2 * POINTER)

    def forward(self, passage: Tensor, features: Tensor, options: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """In: ids and features of passages (readings × tokens), ids of options (… × options × tokens); 0 pads."""
        batch, count, length = options.shape
        read, asked = self.embed(passage, features, ROOM), options.reshape(batch * count, length)
        asked = self.embed(asked, torch.full_like(asked, OPTION)).view(batch, count * length, WIDTH)
        x = torch.cat([read, asked], 1)
        hidden = (passage == 0)[:, None, None, :].to(x.dtype) * HIDDEN
        padded = (options == 0)[:, None, :, None, :].to(x.dtype) * HIDDEN
        for layer in self.layers:
            x = self._layer(layer, x, hidden, padded)
        leads = x[:, read.shape[1] :].view(batch, count, length, WIDTH)[:, :, 0]
        stances = self.stance(self.dropout(torch.tanh(self.inner(leads))))
        asks = self.asks(leads).view(batch, count, 2, POINTER)
        ends = self.ends(x[:, : read.shape[1]]).view(batch, -1, 2, POINTER)
        scores = torch.einsum("boeh,bteh->beot", asks, ends).float() / POINTER**0.5 + hidden
        return stances.float(), scores[:, 0], scores[:, 1]

    def _layer(self, layer: Layer, x: Tensor, hidden: Tensor, padded: Tensor) -> Tensor:
        """A layer in which the passage sees itself, and each option itself and the passage."""
        (count, length), size = (padded.shape[2], padded.shape[4]), hidden.shape[3]
        q, k, v = layer.heads(x)
        own = (*q.shape[:2], count, length, q.shape[3])
        of_passage = q @ k[:, :, :size].transpose(2, 3) + hidden.to(q.dtype)
        own_q, own_k, own_v = (part[:, :, size:].reshape(own) for part in (q, k, v))
        of_option = (own_q @ own_k.transpose(3, 4) + padded.to(q.dtype)).reshape(*own[:2], count * length, length)
        read = of_passage[:, :, :size].softmax(-1, dtype=q.dtype) @ v[:, :, :size]
        both = torch.cat([of_passage[:, :, size:], of_option], -1).softmax(-1, dtype=q.dtype)
        seen = both[..., :size] @ v[:, :, :size]
        seen = seen + (both[..., size:].reshape(*own[:4], length) @ own_v).reshape(seen.shape)
        return layer.rest(x, torch.cat([read, seen], 2))


def fresh() -> StanceNetwork:
    """A network with MiniLM's encoder."""
    network = StanceNetwork(Shape())
    start_from_minilm(network)
    return network


def trained(path: Path) -> StanceNetwork:
    """The network in a file that training wrote."""
    saved = torch.load(path, map_location="cpu", weights_only=True)
    shape = saved["shape"]
    network = StanceNetwork(Shape(**{**shape, "layers": tuple(shape["layers"])}))
    network.load_state_dict(saved["weights"])
    network.eval()
    return network
