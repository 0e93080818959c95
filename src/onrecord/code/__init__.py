"""Statement → Position: where a speaker stands on the options of a codebook, and under which condition.

codebook(path)          a codebook, from its file or by a shipped one's name
positions(…)            the positions in one article's attributions
told(…)                 and those that the article itself tells
figures(…), same_figures(…)        the quantities of one article, and of the collection
amounts(…)              every number of a text
proposals(…), same_proposals(…)    the instruments under negotiation and their life, likewise
new, check, suggest, draft, sentences, attempt    what a person needs to write a codebook of their own
"""

from onrecord.code._author.attempt import Coded, Heard, Mentioned, Trial, attempt
from onrecord.code._author.check import Finding, check
from onrecord.code._author.draft import draft
from onrecord.code._author.sentences import sentences
from onrecord.code._author.suggest import Quoted, SuggestedIssue, SuggestedOption, suggest
from onrecord.code._author.uses import Contents
from onrecord.code._codebook.book import Codebook, Example, Issue, Option, codebook, codebook_of, shipped
from onrecord.code._codebook.new import new
from onrecord.code._positions import positions
from onrecord.code._terms.figures import figures
from onrecord.code._terms.figures_amounts import amounts
from onrecord.code._terms.figures_same import only_rounds, same_figures
from onrecord.code._terms.proposals import proposals
from onrecord.code._terms.proposals_same import same_proposals
from onrecord.code._told import told

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
    "amounts",
    "attempt",
    "check",
    "codebook",
    "codebook_of",
    "draft",
    "figures",
    "new",
    "only_rounds",
    "positions",
    "proposals",
    "same_figures",
    "same_proposals",
    "sentences",
    "shipped",
    "suggest",
    "told",
]
