"""Networks as files that other programs open, and as pictures."""

from __future__ import annotations

import io
import json
from pathlib import Path
from xml.etree import ElementTree

import networkx
import pytest

from onrecord.analyse._drawn import svg
from onrecord.analyse._networks import Choice, find, gexf, graphml, heat_map, network
from onrecord.errors import InputError
from tests.analyse.networks.made import table, talks

HOSTILE = 'a <b> & "c" 🕊 \x00\x1b \ud800 שלום e\u0301 =1+1'


def test_graphml_read_back_is_the_network_with_typed_attributes() -> None:
    found = find(talks(), Choice(once="kept", normal="none"))

    read = networkx.read_graphml(io.BytesIO(graphml(found.network, found.groups).encode()))

    ties = {(read.nodes[a]["label"], read.nodes[b]["label"]): data for a, b, data in read.edges(data=True)}
    assert ties["Karshevia", "Orlund"] == {"weight": 1.0, "tie": -1.0, "sign": "conflict"}
    assert ties["Orlund", "Salmera"] == {"weight": 5.0, "tie": 5.0, "sign": "agreement"}
    assert read.nodes["r3"] == {"label": "Salmera", "kind": "side", "claims": 5, "community": 1}


def test_gexf_read_back_is_the_network_and_says_no_date() -> None:
    found = network(talks(), Choice(between="both", once="kept"))

    text = gexf(found)

    read = networkx.read_gexf(io.BytesIO(text.encode()), version="1.2draft")
    assert {data["kind"] for _, data in read.nodes(data=True)} == {"side", "option"}
    assert read.edges["r2", "c3"]["tie"] == -2
    assert read.edges["r2", "c3"]["weight"] == 2
    assert "lastmodified" not in text
    assert text == gexf(found)


def test_names_are_never_markup_and_never_break_a_file() -> None:
    # given a name that holds markup, a null, half a character, text from right to left
    claims = table((HOSTILE, "toll", 1), ("Orlund", "toll", 0), ("Orlund", HOSTILE, 1))

    for found in (network(claims), network(claims, Choice(between="both")), network(claims, Choice(between="options"))):
        for text in (graphml(found), gexf(found), svg(heat_map(found))):
            ElementTree.fromstring(text.encode("utf-8"))


def test_the_picture_fetches_nothing_and_groups_communities() -> None:
    claims = table(
        *[(side, "toll", 1) for side in ("Orlund", "Salmera")],
        *[(side, "toll", 0) for side in ("Karshevia", "Uzmarat")],
    )
    found = find(claims)

    chart = found.chart()

    order = chart["encoding"]["y"]["sort"]
    assert {frozenset(order[:2]), frozenset(order[2:])} == {
        frozenset(("Orlund", "Salmera")),
        frozenset(("Karshevia", "Uzmarat")),
    }
    assert chart["encoding"]["color"]["scale"]["domain"] == [-1, 0, 1]
    assert "url" not in json.dumps(chart["data"])
    assert svg(chart).startswith("<svg")


def test_a_long_network_shows_the_largest_and_says_so() -> None:
    claims = table(*[(f"side {number}", f"option {at}", 1) for number in range(50) for at in range(number + 1)])

    chart = heat_map(network(claims, Choice(between="both", once="kept")))

    assert chart["title"]["subtitle"] == "1,275 claims, 40 of 50 rows, those with most claims, 40 of 50 columns"
    assert "side 49" in chart["encoding"]["y"]["sort"]
    assert "side 9" not in chart["encoding"]["y"]["sort"]


@pytest.mark.parametrize("ending", [".graphml", ".gexf", ".csv", ".json", ".jsonl", ".vl.json", ".svg", ".png"])
def test_a_network_is_written_in_the_form_of_the_name_the_same_each_time(tmp_path: Path, ending: str) -> None:
    first, second = tmp_path / f"a{ending}", tmp_path / f"b{ending}"

    find(talks()).write(first)
    find(talks()).write(second)

    assert first.read_bytes() == second.read_bytes()
    assert first.stat().st_size > 100


def test_the_matrix_as_csv_has_names_and_no_formula() -> None:
    found = find(table(("=cmd()", "toll", 1), ("Orlund", "toll", 0)), Choice(normal="none"))

    assert found.csv() == ",'=cmd(),Orlund\n'=cmd(),0.0,-1.0\nOrlund,-1.0,0.0\n"


def test_another_ending_and_a_place_that_is_not_there_are_faults(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"It can be \.graphml, \.gexf"):
        find(talks()).write(tmp_path / "talks.docx")
    with pytest.raises(InputError, match="cannot be written"):
        find(talks()).write(tmp_path / "none" / "talks.csv")
