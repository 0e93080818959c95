"""Statement → Position: where a speaker stands on the options of a codebook, and under which condition.

codebook(path)          a codebook, from its file or by a shipped one's name
positions(…)            the positions in one article's attributions
told(…)                 and those that the article itself tells
figures(…), same_figures(…)        the quantities of one article, and of the collection
proposals(…), same_proposals(…)    the instruments under negotiation and their life, likewise
new, check, suggest, draft, attempt    what a person needs to write a codebook of their own
"""

from onrecord.code._check import Finding, check
from onrecord.code._check_uses import Contents
from onrecord.code._codebook import Codebook, Example, Issue, Option, codebook, codebook_of, shipped
from onrecord.code._draft import draft
from onrecord.code._figures import figures
from onrecord.code._figures_same import same_figures
from onrecord.code._new import new
from onrecord.code._positions import positions
from onrecord.code._proposals import proposals
from onrecord.code._proposals_same import same_proposals
from onrecord.code._suggest import Quoted, SuggestedIssue, SuggestedOption, suggest
from onrecord.code._told import told
from onrecord.code._try import Coded, Heard, Mentioned, Trial, attempt

__all__ = [
    "Codebook",
    "Coded",
    "Contents",
    "Example",
    "Finding",
    "Heard",
    "Issue",
    "Mentioned",
    "Option",
    "Quoted",
    "SuggestedIssue",
    "SuggestedOption",
    "Trial",
    "attempt",
    "check",
    "codebook",
    "codebook_of",
    "draft",
    "figures",
    "new",
    "positions",
    "proposals",
    "same_figures",
    "same_proposals",
    "shipped",
    "suggest",
    "told",
]
