"""Differences between articles, found by the whole program, against those labelled by reading (guide.md).

    python -m evals.differences [--of made|news] [--part open|shut] [--mistakes]

`made.yaml` has 36 sets of short articles that were written for this; `gold.jsonl` has 60 pairs of articles of the
public coverage that tell of one event. Each set, and each pair, is a collection of its own. `--mistakes` prints what
was missed and what was wrongly found in the open half.
"""

from evals.differences.collections import made, news
from evals.differences.matching import Compared, Scores, score
from evals.differences.tables import main

__all__ = ["Compared", "Scores", "made", "main", "news", "score"]
