"""The worked example of the docs is what comes out."""

from __future__ import annotations

from pathlib import Path

import onrecord

PAGE = Path(__file__).parents[3] / "docs" / "networks.md"


def block(first: str) -> list[str]:
    """The lines of the indented block that begins with these words."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    start = lines.index(f"    {first}")
    return [line.strip() for line in lines[start : lines.index("", start)]]


def test_the_worked_example(tmp_path: Path) -> None:
    table = tmp_path / "talks.csv"
    table.write_text("\n".join(block("date,actor,side,option,value,document")), encoding="utf-8")
    told = [line.split() for line in block("from       to       tie")[1:]]

    found = onrecord.networks(table, normal="none")

    assert [[tie["from"], tie["to"], f"{tie['tie']:.2f}"] for tie in found.ties()] == told
    camps = {node["name"]: node["community"] for node in found.nodes()}
    assert camps["Karshevia"] == camps["Uzmarat"] != camps["Orlund"] == camps["Salmera"]
    assert round(found.modularity or 0, 2) == 0.36
