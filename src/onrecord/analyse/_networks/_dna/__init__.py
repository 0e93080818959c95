"""Files of the Discourse Network Analyzer: years of coding in, ours out."""

from onrecord.analyse._networks._dna._claims import Variables, dna_claims, dna_places
from onrecord.analyse._networks._dna._file import Dna, read_dna, write_dna
from onrecord.analyse._networks._dna._make import dna_of

__all__ = ["Dna", "Variables", "dna_claims", "dna_of", "dna_places", "read_dna", "write_dna"]
