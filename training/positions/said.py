"""Examples of options for the network to train on, drawn as an analyst would give them: from what others said."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence

from onrecord.code._network.typical import rarity_in, with_words
from training.positions.passages import Row

EXAMPLES = 10  # things said about an option that its examples are drawn from, at most


class Said:
    """What was said about each option of some talks, to draw examples from as an analyst would give them."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._said: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        self.options: dict[str, list[str]] = defaultdict(list)  # of talks whose rows don't name them all
        every: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            for label in row["labels"]:
                if "beside" not in row and label["option"] not in self.options[row["talks"]]:
                    self.options[row["talks"]].append(label["option"])
                if label["says"] and label["stance"] != "none":
                    self._said[row["talks"], label["option"]].append((row["passage"], label["says"]))
                    every[row["talks"]].append(label["says"])
        self._rarity = {talks: rarity_in(texts) for talks, texts in every.items()}

    def with_examples(self, talks: str, option: str, passage: str, draw: random.Random) -> str:
        """An option with words of a few things said about it, none of them in this passage."""
        known = self._said.get((talks, option), [])
        drawn = draw.sample(known, min(len(known), draw.randint(1, EXAMPLES)))
        return with_words(option, [says for at, says in drawn if at != passage], self._rarity.get(talks, {}))
