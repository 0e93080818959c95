"""Weights → the ONNX graph that ships: `python -m training.positions.export WEIGHTS.pt [--out DIR]`.

Inputs: ids, features, places and blocks (readings × tokens, unpadded) and leads (readings × options); outputs:
`stances` (readings × options × 5, probabilities), `first` and `last` (readings × options × tokens: where in the passage
the condition begins and ends, token 0 standing for none). Put together as the attribution reader's graph is.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

from onrecord.code._network.reading import HIDDEN
from training.attribution.graph import MICROSOFT, Array, Graph, embedded, layer
from training.positions.model import POINTER, trained
from training.positions.passages import STANCES

TOKENS = ("ids", "features", "places", "blocks")


def graph_of(w: dict[str, Array], *, int8: bool) -> onnx.ModelProto:
    """The graph for a network's weights."""
    g = Graph(int8=int8)
    layers = 1 + max(int(name.split(".")[1]) for name in w if name.startswith("layers."))
    x = embedded(g, w, g.node("Gather", [g.constant(w["positions.weight"]), "places"]))
    bias = _unseen(g)
    for number in range(layers):
        x = layer(g, x, w, f"layers.{number}", bias)
    lead = g.node("Unsqueeze", ["leads", g.constant(np.array([2], dtype=np.int64))])
    width = g.constant(np.array([1, 1, w["inner.weight"].shape[0]], dtype=np.int64))
    options = g.node("GatherElements", [x, g.node("Expand", [lead, width])], axis=1)
    inner = g.node("Tanh", [g.dense(options, w["inner.weight"].T, w["inner.bias"])])
    g.node("Softmax", [g.dense(inner, w["stance.weight"].T, w["stance.bias"])], out="stances", axis=-1)
    _ends(g, x, options, w)
    flow, whole = TensorProto.FLOAT, TensorProto.INT64
    info = helper.make_tensor_value_info
    graph = helper.make_graph(
        g.nodes,
        "stances",
        [
            *(info(name, whole, ["readings", "tokens"]) for name in TOKENS),
            info("leads", whole, ["readings", "options"]),
        ],
        [
            info("stances", flow, ["readings", "options", len(STANCES)]),
            *(info(name, flow, ["readings", "options", "tokens"]) for name in ("first", "last")),
        ],
        list(g.constants.values()),
    )
    opsets = [helper.make_opsetid("", 20), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=10, producer_name="onrecord")


def _unseen(g: Graph) -> str:
    """What is added to the scores of attention: an option sees its own block and the passage, the passage itself."""
    by = g.node("Unsqueeze", ["blocks", g.constant(np.array([1, 3], dtype=np.int64))])
    to = g.node("Unsqueeze", ["blocks", g.constant(np.array([1, 2], dtype=np.int64))])
    zero = g.constant(np.array(0, dtype=np.int64))
    seen = g.node("Or", [g.node("Equal", [to, zero]), g.node("Equal", [to, by])])
    none, hidden = g.constant(np.array(0, dtype=np.float32)), g.constant(np.array(HIDDEN, dtype=np.float32))
    return g.node("Where", [seen, none, hidden])


def _ends(g: Graph, x: str, options: str, w: dict[str, Array]) -> None:
    """Pointers from each option to the first and the last token of its condition."""
    shape = g.constant(np.array([0, 0, 2, POINTER], dtype=np.int64))
    asks = g.node("Reshape", [g.dense(options, w["asks.weight"].T, w["asks.bias"]), shape])
    ends = g.node("Reshape", [g.dense(x, w["ends.weight"].T, w["ends.bias"]), shape])
    asks = g.node(
        "Mul", [g.node("Transpose", [asks], perm=[0, 2, 1, 3]), g.constant(np.array(POINTER**-0.5, dtype=np.float32))]
    )
    scores = g.node("MatMul", [asks, g.node("Transpose", [ends], perm=[0, 2, 3, 1])])
    blocks = g.node("Unsqueeze", ["blocks", g.constant(np.array([1, 2], dtype=np.int64))])
    zero, none, hidden = (
        g.constant(np.array(0, dtype=np.int64)),
        g.constant(np.array(0, dtype=np.float32)),
        g.constant(np.array(HIDDEN, dtype=np.float32)),
    )
    outside = g.node("Where", [g.node("Equal", [blocks, zero]), none, hidden])
    chances = g.node("Softmax", [g.node("Add", [scores, outside])], axis=-1)
    for number, name in enumerate(("first", "last")):
        one = g.node("Gather", [chances, g.constant(np.array([number], dtype=np.int64))], axis=1)
        g.node("Squeeze", [one, g.constant(np.array([1], dtype=np.int64))], out=name)


def main() -> None:
    """Read the words of the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/onrecord/data/code/model"))
    parser.add_argument("--compute", choices=("int8", "float32"), default="int8")
    args = parser.parse_args()
    state = trained(args.weights).state_dict()
    graph = graph_of({name: value.numpy() for name, value in state.items()}, int8=args.compute == "int8")
    onnx.checker.check_model(graph)
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "model.onnx").write_bytes(graph.SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()
