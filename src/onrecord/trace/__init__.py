"""Article × Article → shared passages, and how many independent voices are left.

`reuse` finds the pairs of articles that share passages and says which had them first, when anything says so;
`Collection` does the same for articles that come bit by bit, `trace_file` for a file of them.
`stories` reads the articles for how outlets name things: `paired` counts the names of `pairs`, `set_apart` finds words
that set an outlet apart.
`families` and `voices` then count articles that are copies of one another once.
`chains` leads each statement of an article to its origin, `utterances` joins the statements that report one, and
`Witnesses` counts on how many independent origins something rests.
"""

from onrecord.trace._chains import chains
from onrecord.trace._collection import Collection, Story
from onrecord.trace._files import Summary, trace_file
from onrecord.trace._named import SURE, Apart, Naming, Pair, Told, pair_of, paired, pairs, set_apart, stories
from onrecord.trace._reuse import reuse
from onrecord.trace._utterances import utterances
from onrecord.trace._voices import COPY, Witnesses, families, voices

__all__ = [
    "COPY",
    "SURE",
    "Apart",
    "Collection",
    "Naming",
    "Pair",
    "Story",
    "Summary",
    "Told",
    "Witnesses",
    "chains",
    "families",
    "pair_of",
    "paired",
    "pairs",
    "reuse",
    "set_apart",
    "stories",
    "trace_file",
    "utterances",
    "voices",
]
