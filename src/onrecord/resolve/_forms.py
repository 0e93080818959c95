"""Where the names and roles of an article's referents stand in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from onrecord.model import ActorKind, Referent


class Forms:
    """Finds the forms of an article's referents. Of forms that overlap the longest counts, and one that two referents
    share ("the minister") names neither."""

    def __init__(self, referents: Sequence[Referent]) -> None:
        owners: defaultdict[str, set[int]] = defaultdict(set)
        for referent in referents:
            for form, _ in referent.forms:
                if form.strip():
                    owners[form].add(referent.number)
        self._kinds = {referent.number: referent.kind for referent in referents}
        self._owner = {form: next(iter(numbers)) for form, numbers in owners.items() if len(numbers) == 1}
        forms = sorted(self._owner, key=lambda form: (-len(form), form))
        self._pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)") if forms else None

    def places(self, text: str) -> list[tuple[int, int, int]]:
        """Start, end and the referent's number of each form in a text, in order."""
        matches = self._pattern.finditer(text) if self._pattern is not None else ()
        return [(match.start(), match.end(), self._owner[match.group()]) for match in matches]

    def kind(self, number: int) -> ActorKind:
        """What a referent is. Raises KeyError."""
        return self._kinds[number]
