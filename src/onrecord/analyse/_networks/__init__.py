"""Discourse networks: who sides with whom, and which options go together, from a table of claims.

    table = claims_of("talks.onrecord")      # or a .dna file, a CSV, rows of plain values
    found = find(table, Choice(measure="subtract", normal="average"))
    found.write("talks.graphml")

After Leifeld (2017), Discourse Network Analysis. docs/networks.md says what each choice means and when it misleads.
"""

from onrecord.analyse._networks._asked import Asked, ask, ask_dna, ask_polarisation
from onrecord.analyse._networks._backbone import backbone
from onrecord.analyse._networks._chart import heat_map
from onrecord.analyse._networks._claims import Claim, Claims, claims
from onrecord.analyse._networks._communities import communities, modularity
from onrecord.analyse._networks._dna import Dna, Variables, dna_claims, dna_of, dna_places, read_dna, write_dna
from onrecord.analyse._networks._duplicates import ONCE, without_duplicates
from onrecord.analyse._networks._files import read_claims
from onrecord.analyse._networks._found import FORMS, Found, find
from onrecord.analyse._networks._graphs import gexf, graph, graphml
from onrecord.analyse._networks._measures import MEASURES
from onrecord.analyse._networks._network import BETWEEN, SPEAKERS, Choice, Network, counted, network
from onrecord.analyse._networks._normals import NORMALS
from onrecord.analyse._networks._polarisation import Polarisation, polarisation
from onrecord.analyse._networks._record import Coded, Reading, coded
from onrecord.analyse._networks._source import Source, claims_of, record_to_dna
from onrecord.analyse._networks._windows import Window, between, by_days, by_number

__all__ = [
    "BETWEEN",
    "FORMS",
    "MEASURES",
    "NORMALS",
    "ONCE",
    "SPEAKERS",
    "Asked",
    "Choice",
    "Claim",
    "Claims",
    "Coded",
    "Dna",
    "Found",
    "Network",
    "Polarisation",
    "Reading",
    "Source",
    "Variables",
    "Window",
    "ask",
    "ask_dna",
    "ask_polarisation",
    "backbone",
    "between",
    "by_days",
    "by_number",
    "claims",
    "claims_of",
    "coded",
    "communities",
    "counted",
    "dna_claims",
    "dna_of",
    "dna_places",
    "find",
    "gexf",
    "graph",
    "graphml",
    "heat_map",
    "modularity",
    "network",
    "polarisation",
    "read_claims",
    "read_dna",
    "record_to_dna",
    "without_duplicates",
    "write_dna",
]
