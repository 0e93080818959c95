"""Which referent a word of the article stands for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from onrecord.model import ActorKind, Referent, Span

_NO_PARTY: frozenset[ActorKind] = frozenset({"outlet", "document", "unnamed"})


class Who:
    """Finds the forms of an article's referents in its text; of forms that overlap the longest counts."""

    def __init__(self, referents: Sequence[Referent]) -> None:
        owners: defaultdict[str, set[int]] = defaultdict(set)
        for referent in referents:
            for form, _ in referent.forms:
                if form.strip():
                    owners[form].add(referent.number)
        self._kinds = {referent.number: referent.kind for referent in referents}
        # a form that two referents share ("the minister") names neither of them
        self._owner = {form: numbers.pop() for form, numbers in owners.items() if len(numbers) == 1}
        forms = sorted(self._owner, key=lambda form: (-len(form), form))
        self._pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)") if forms else None

    def places(self, text: str, start: int) -> list[tuple[Span, int]]:
        """Every form in a text that starts at `start` of the article: its span in the article, its referent."""
        matches = self._pattern.finditer(text) if self._pattern is not None else ()
        return [(Span(start + m.start(), start + m.end()), self._owner[m.group()]) for m in matches]

    def is_party(self, number: int) -> bool:
        """Whether a referent can take part in an event: outlets, documents and unnamed sources only tell of it."""
        return self._kinds[number] not in _NO_PARTY

    def is_person(self, number: int) -> bool:
        return self._kinds[number] == "person"
