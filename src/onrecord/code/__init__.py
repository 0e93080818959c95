"""Statement → Position: where a speaker stands on the options of a codebook, and under which condition."""

from onrecord.code._codebook import Codebook, Issue, Option, codebook, codebook_of, shipped
from onrecord.code._positions import positions

__all__ = ["Codebook", "Issue", "Option", "codebook", "codebook_of", "positions", "shipped"]
