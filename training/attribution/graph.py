"""What an ONNX graph is put together with: constants, nodes, dense layers in int8 or float32, an encoder's parts."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

EPSILON = 1e-12
HEADS = 12
MICROSOFT = "com.microsoft"
Array = NDArray[Any]


class Graph:
    """Collects nodes and constants; every method returns the name of what it makes."""

    def __init__(self, *, int8: bool) -> None:
        self.int8 = int8
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        self._quantized: dict[str, tuple[str, str, str]] = {}

    def constant(self, value: Array, name: str | None = None) -> str:
        name = name or f"c{len(self.constants)}"
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def node(self, kind: str, inputs: list[str], *, domain: str = "", out: str | None = None, **attributes: Any) -> str:
        return self.many(kind, inputs, 1, domain=domain, out=out, **attributes)[0]

    def many(
        self, kind: str, inputs: list[str], count: int, *, domain: str = "", out: str | None = None, **attributes: Any
    ) -> list[str]:
        outputs = [out] if out else [f"n{len(self.nodes)}_{number}" for number in range(count)]
        self.nodes.append(helper.make_node(kind, inputs, outputs, domain=domain, **attributes))
        return outputs

    def dense(self, x: str, weight: Array, bias: Array) -> str:
        """x times a matrix of (in, out), plus a bias; in int8 where the graph is."""
        if not self.int8:
            return self.node("Add", [self.node("MatMul", [x, self.constant(weight)]), self.constant(bias)])
        if x not in self._quantized:
            a, scale, zero = self.many("DynamicQuantizeLinear", [x], 3)
            self._quantized[x] = (a, scale, zero)
        a, scale, zero = self._quantized[x]
        values, scales = quantized(weight, axis=0)
        return self.node(
            "MatMulIntegerToFloat",
            [a, self.constant(values), scale, self.constant(scales), zero, "", self.constant(bias)],
            domain=MICROSOFT,
        )

    def added(self, x: str, skip: str, gamma: Array, beta: Array) -> str:
        inputs = [x, skip, self.constant(gamma), self.constant(beta)]
        return self.node("SkipLayerNormalization", inputs, domain=MICROSOFT, epsilon=EPSILON)


def quantized(weight: Array, axis: int) -> tuple[Array, Array]:
    """Weights as int8, symmetric, and what to multiply them with, one scale for each line across `axis`."""
    scales = np.abs(weight).max(axis=axis) / 127
    scales = np.where(scales == 0, 1, scales).astype(np.float32)
    values = np.clip(np.rint(weight / np.expand_dims(scales, axis)), -127, 127).astype(np.int8)
    return values, scales


def embedded(g: Graph, w: dict[str, Array], at: str) -> str:
    """The vectors before the first layer, of the inputs "ids" and "features"; `at` names the vectors of places."""
    if g.int8:
        values, scales = quantized(w["words.weight"], axis=1)
        rows = g.node("Cast", [g.node("Gather", [g.constant(values), "ids"])], to=TensorProto.FLOAT)
        words = g.node("Mul", [rows, g.node("Gather", [g.constant(scales[:, None]), "ids"])])
    else:
        words = g.node("Gather", [g.constant(w["words.weight"]), "ids"])
    x = g.node("Add", [words, at])
    x = g.node("Add", [x, g.node("Gather", [g.constant(w["features.weight"]), "features"])])
    gamma, beta = g.constant(w["norm.weight"]), g.constant(w["norm.bias"])
    return g.node("LayerNormalization", [x, gamma, beta], epsilon=EPSILON)


def layer(g: Graph, x: str, w: dict[str, Array], name: str, bias: str = "") -> str:
    """One layer of an encoder; `bias` (batch × 1 × tokens × tokens) is added to the scores of attention."""

    def of(part: str) -> tuple[Array, Array]:
        return w[f"{name}.{part}.weight"].T, w[f"{name}.{part}.bias"]

    weight, shift = of("qkv")
    if g.int8 or bias:
        width = weight.shape[0]
        cuts = [slice(at, at + width) for at in range(0, 3 * width, width)]
        inputs = [g.dense(x, weight[:, cut], shift[cut]) for cut in cuts] + (["", "", bias] if bias else [])
        seen = g.node("MultiHeadAttention", inputs, domain=MICROSOFT, num_heads=HEADS)
    else:
        inputs = [x, g.constant(weight), g.constant(shift)]
        seen = g.node("Attention", inputs, domain=MICROSOFT, num_heads=HEADS)
    x = g.added(g.dense(seen, *of("out")), x, w[f"{name}.norm.weight"], w[f"{name}.norm.bias"])
    up = g.node("FastGelu", [g.dense(x, *of("up"))], domain=MICROSOFT)
    return g.added(g.dense(up, *of("down")), x, w[f"{name}.last_norm.weight"], w[f"{name}.last_norm.bias"])
