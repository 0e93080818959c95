"""Discourse networks: every matrix that the Discourse Network Analyzer computed, made again and compared; and what
comes out of a year of claims coded by hand."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from evals.corpora import corpora
from onrecord.analyse import _networks as networks
from onrecord.analyse._networks import Choice, Claims, Found, Network

SETS = ("sample", "syn_bool", "syn_int")
TOLERANCE = 1e-9
FIELDS = ("id", "document", "time", "actor", "side", "option", "value")
ONCE = {"include": "kept", "acrossrange": "range", "week": "dna-week", "month": "dna-month"}
NORMALS = {"no": "none", "cosine": "dna-cosine"}


def folder() -> Path:
    """Where the expected matrices lie; it may not be there."""
    return corpora() / "discourse" / "dna-expected"


def claims(name: str) -> Claims:
    """The statements of one set, dated in UTC."""
    with (folder() / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        rows = [
            dict(zip(FIELDS, cells, strict=False)) for cells in csv.reader(lines, "excel-tab", quoting=csv.QUOTE_NONE)
        ]
    dated = [row | {"date": datetime.fromtimestamp(int(row["time"]), UTC).date().isoformat()} for row in rows]
    return networks.claims(dated, path=f"{name}.tsv")


def expected(name: str) -> Iterator[tuple[Choice, dict[str, Any]]]:
    """The choices that a matrix was made with, in our words, and the matrix as it should be."""
    for entry in json.loads((folder() / f"gold_{name}.json").read_text(encoding="utf-8")):
        choice = Choice(
            between="both" if entry["type"] == "twomode" else "speakers",
            measure=entry["agg"],
            once=ONCE.get(entry["dup"], entry["dup"]),
            normal=NORMALS.get(entry["norm"], entry["norm"]),
        )
        yield choice, entry


def same(found: Network, entry: dict[str, Any]) -> bool:
    """Whether names, number of claims and every cell are the expected ones."""
    names = list(found.rows) == entry["rows"] and list(found.columns) == entry["cols"]
    return (
        names
        and found.claims == entry["n"]
        and bool(np.allclose(found.matrix, np.array(entry["m"]), rtol=0, atol=TOLERANCE))
    )


def reproduced(name: str) -> dict[str, tuple[int, int]]:
    """By kind of network, how many of how many matrices of a set come out the same."""
    right: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    table = claims(name)
    for choice, entry in expected(name):
        all_[entry["type"]] += 1
        right[entry["type"]] += same(networks.network(table, choice), entry)
    return {kind: (right[kind], all_[kind]) for kind in all_}


def debate() -> Claims:
    """DebateNet-mig15 (Lapesa et al. 2020): claims on migration in a German newspaper of 2015.

    A claim with several parties or categories counts for each; a category that only heads another one given with it
    (100 beside 102) does not.
    """
    lines = (corpora() / "discourse" / "debatenet-mig15.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for line in lines for row in _parts(json.loads(line))]
    return networks.claims(rows, path="debatenet-mig15.jsonl")


def _parts(coded: dict[str, Any]) -> Iterator[dict[str, object]]:
    shared = {"date": coded["cdate"], "actor": coded["name"], "value": int(coded["cpos"] == "1")}
    for party in coded["parties"] or [None]:
        for code in _finest(coded["claimvalues"]):
            yield shared | {"side": party, "option": code, "document": coded["doc_id"]}


def _finest(codes: list[str]) -> list[str]:
    heads = {code[0] for code in codes if not code.endswith("00")}
    return [code for code in codes if not code.endswith("00") or code[0] not in heads]


def main() -> None:
    """Print how many matrices are reproduced, by set and kind, and the networks of the debate."""
    print(f"matrices of the Discourse Network Analyzer reproduced to {TOLERANCE:g}")
    for name in SETS:
        for kind, (right, number) in reproduced(name).items():
            print(f"  {name:10}{kind:9}{right:4} of {number}")
    table = debate()
    print(f"\nDebateNet-mig15: {len(table.rows):,} claims on {len({claim.option for claim in table.rows})} categories")
    for choice in (
        Choice(),
        Choice(normal="cosine"),
        Choice(normal="cosine", once="kept"),
        Choice(between="options"),
        Choice(speaker="actor"),
    ):
        found = networks.find(table, choice)
        print(f"  {choice.between} by {choice.speaker}, {choice.divided}, {choice.once}: {_told(found)}")
    print("\npolarisation of parties by quarter (modularity; its mean by chance; share of deals that reach it)")
    for one in networks.polarisation(networks.by_days(table, 92), Choice(normal="cosine")):
        print(
            f"  {one.first} {one.last}{one.claims:5} claims{one.speakers:3} parties{one.camps:3} camps "
            f"{one.modularity:.2f} {one.by_chance:.2f} {one.likely:.2f}"
        )


def _told(found: Found) -> str:
    sizes = Counter(node["community"] for node in found.nodes() if node["community"])
    told = f"{found.network.claims:,} claims, {len(found.network.rows):,} nodes, modularity {found.modularity:.2f}, "
    if len(found.network.rows) > 20:
        return told + "communities of " + ", ".join(str(sizes[group]) for group in sorted(sizes))
    names = {group: [n["name"] for n in found.nodes() if n["community"] == group] for group in sizes}
    return told + " | ".join(", ".join(names[group]) for group in sorted(names))


if __name__ == "__main__":
    main()
