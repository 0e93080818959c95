"""How outlets name things.

stories.py reads the articles, pairs.py the names of `data/trace/naming.yaml`; paired.py counts them by outlet, and
apart.py finds words of the collection itself that set an outlet apart.
"""

from onrecord.trace._named.apart import SURE, Apart, set_apart
from onrecord.trace._named.paired import Naming, paired
from onrecord.trace._named.pairs import Name, Pair, pair_of, pairs
from onrecord.trace._named.stories import Told, stories

__all__ = ["SURE", "Apart", "Name", "Naming", "Pair", "Told", "pair_of", "paired", "pairs", "set_apart", "stories"]
