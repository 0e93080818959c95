"""Networks as GraphML and GEXF, for Gephi, visone and other programs that draw graphs."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

import networkx

from onrecord.analyse._networks._communities import Groups
from onrecord.analyse._networks._network import Network

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graph(network: Network, groups: Groups | None = None, column_groups: Groups | None = None) -> networkx.Graph[str]:
    """The network as a graph without empty ties.

    Nodes are `r1`, `r2` … (rows) and `c1` … (columns of a two-mode network), with `label`, `kind` ("side", "actor" or
    "option"), `claims` and, where known, `community`. Edges have `weight`, the size of the tie, as programs take a
    negative weight for an error; `tie`, the signed value; and `sign`, "agreement" or "conflict". Numbers are typed.
    """
    speaker, option = network.choice.speaker, "option"
    rows = option if network.choice.between == "options" else speaker
    made: networkx.Graph[str] = networkx.Graph()
    _add(made, "r", rows, network.rows, network.row_claims, groups)
    if network.two_mode:
        _add(made, "c", option, network.columns, network.column_claims, column_groups)
    for row in range(len(network.rows)):
        for column in range(0 if network.two_mode else row + 1, len(network.columns)):
            tie = float(network.matrix[row, column])
            if tie:
                other = f"{'c' if network.two_mode else 'r'}{column + 1}"
                made.add_edge(f"r{row + 1}", other, weight=abs(tie), tie=tie, sign=_sign(network, tie))
    return made


def _add(
    made: networkx.Graph[str],
    prefix: str,
    kind: str,
    names: Sequence[str],
    claims: Sequence[int],
    groups: Groups | None,
) -> None:
    for at, name in enumerate(names):
        more = {"community": groups[at]} if groups else {}
        made.add_node(f"{prefix}{at + 1}", label=written(name), kind=kind, claims=claims[at], **more)


def graphml(network: Network, groups: Groups | None = None, column_groups: Groups | None = None) -> str:
    """The network as GraphML (Brandes et al. 2002), UTF-8, with an XML declaration."""
    return _document("\n".join(networkx.generate_graphml(graph(network, groups, column_groups))))


def gexf(network: Network, groups: Groups | None = None, column_groups: Groups | None = None) -> str:
    """The network as GEXF 1.2, UTF-8, with an XML declaration. The day of writing, which the form allows for, is left
    out: the same network gives the same file."""
    writer: Any = networkx.readwrite.gexf.GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(graph(network, groups, column_groups))
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
    for creator in writer.xml.iter("creator"):
        creator.text = "onrecord"
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue().decode("utf-8")


def written(name: str) -> str:
    """A name without the characters that XML can't hold."""
    return _NOT_IN_XML.sub("�", name)


def _document(text: str) -> str:
    return f"<?xml version='1.0' encoding='utf-8'?>\n{text}\n"


def _sign(network: Network, tie: float) -> str:
    against = network.choice.measure == "conflict" or tie < 0
    return "conflict" if against else "agreement"
