"""Weights → the ONNX graph that ships: `python -m training.attribution.export WEIGHTS.pt [--out DIR]`.

The graph is written by hand, as every operator of it is then one that onnxruntime has a fast kernel for.
Weights are int8 with a scale per column (per row for word vectors); `--compute float32` keeps the arithmetic in
float32 and the file four times as large.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

from onrecord.attribute._model_scores import EDGES, POINTERS, ROLES
from training.attribution.graph import MICROSOFT, Array, Graph, embedded, layer
from training.attribution.model import loaded, tokenizer


def graph_of(w: dict[str, Array], *, int8: bool) -> onnx.ModelProto:
    """The graph for a network's weights: input ids and features (windows × tokens, unpadded), output probabilities."""
    g = Graph(int8=int8)
    layers = 1 + max(int(name.split(".")[1]) for name in w if name.startswith("layers."))
    length = g.node("Shape", ["ids"], start=1, end=2)
    zero = g.constant(np.array([0], dtype=np.int64))
    x = embedded(g, w, g.node("Slice", [g.constant(w["positions.weight"]), zero, length, zero]))
    for number in range(layers):
        x = layer(g, x, w, f"layers.{number}")
    roles = g.dense(x, w["roles.weight"].T, w["roles.bias"])
    g.node("Softmax", [roles], out="roles", axis=-1)
    g.node("Sigmoid", [g.dense(x, w["edges.weight"].T, w["edges.bias"])], out="edges")
    _pointers(g, x, w)
    flow, whole = TensorProto.FLOAT, TensorProto.INT64
    graph = helper.make_graph(
        g.nodes,
        "attribution",
        [helper.make_tensor_value_info(name, whole, ["windows", "tokens"]) for name in ("ids", "features")],
        [
            helper.make_tensor_value_info("roles", flow, ["windows", "tokens", len(ROLES)]),
            helper.make_tensor_value_info("edges", flow, ["windows", "tokens", len(EDGES)]),
            helper.make_tensor_value_info("pointers", flow, ["windows", len(POINTERS), "tokens", "tokens"]),
        ],
        list(g.constants.values()),
    )
    opsets = [helper.make_opsetid("", 20), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=10, producer_name="onrecord")


def _pointers(g: Graph, x: str, w: dict[str, Array]) -> None:
    count, size, _ = w["between"].shape
    shape = g.constant(np.array([0, 0, count, size], dtype=np.int64))

    def side(name: str, order: list[int]) -> str:
        y = g.node("FastGelu", [g.dense(x, w[f"{name}.weight"].T, w[f"{name}.bias"])], domain=MICROSOFT)
        return g.node("Transpose", [g.node("Reshape", [y, shape])], perm=order)

    scale = size**-0.5
    left = g.node("MatMul", [side("left", [0, 2, 1, 3]), g.constant(w["between"] * np.float32(scale))])
    left = g.node("Add", [left, g.constant(w["between_bias"] * np.float32(scale))])
    scores = g.node("MatMul", [left, side("right", [0, 2, 3, 1])])
    scores = g.node("Add", [scores, _distance(g, w["distance"])])
    g.node("Softmax", [scores], out="pointers", axis=-1)


def _distance(g: Graph, table: Array) -> str:
    far = (table.shape[1] - 1) // 2
    zero, one = g.constant(np.array(0)), g.constant(np.array(1))
    at = g.node("Range", [zero, g.node("Squeeze", [g.node("Shape", ["ids"], start=1, end=2)]), one])
    to = g.node("Unsqueeze", [at, g.constant(np.array([0], dtype=np.int64))])
    here = g.node("Unsqueeze", [at, g.constant(np.array([1], dtype=np.int64))])
    far_node = g.constant(np.array(far))
    clipped = g.node("Clip", [g.node("Sub", [to, here]), g.constant(np.array(-far)), far_node])
    return g.node("Gather", [g.constant(table), g.node("Add", [clipped, far_node])], axis=1)


def export(weights: Path, out: Path, *, int8: bool) -> None:
    """Write the graph of a file of weights, and the tokenizer, to a folder."""
    state = loaded(weights).state_dict()
    out.mkdir(parents=True, exist_ok=True)
    graph = graph_of({name: value.numpy() for name, value in state.items()}, int8=int8)
    onnx.checker.check_model(graph)
    (out / "model.onnx").write_bytes(graph.SerializeToString(deterministic=True))
    tokenizer().save(str(out / "tokenizer.json"), pretty=False)


def main() -> None:
    """Read the words of the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/onrecord/data/attribute/model"))
    parser.add_argument("--compute", choices=("int8", "float32"), default="int8")
    args = parser.parse_args()
    export(args.weights, args.out, int8=args.compute == "int8")


if __name__ == "__main__":
    main()
