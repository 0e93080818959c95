"""Where a passage names the referents of its article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.date._expressions import dateline
from onrecord.date._pronouns import Named, named
from onrecord.model import Referent
from onrecord.resolve import Forms, Lexicon
from onrecord.syntax import Passage


class Naming:
    """Finds the referents of one article in its passages: by their forms, and by every name that a list has for them
    ("Tehran", "Iranian"). Of words that overlap the forms count first."""

    def __init__(self, referents: Sequence[Referent], lexicon: Lexicon) -> None:
        self.forms = Forms(referents)
        self._lexicon = lexicon
        self._by_number: Mapping[int, Referent] = {referent.number: referent for referent in referents}
        self._by_name = {referent.name: referent.number for referent in reversed(referents)}

    def names(self, passage: Passage) -> tuple[Named, ...]:
        """The names in a passage, in order, but for its dateline."""
        taken: dict[int, int] = {}  # token → referent
        roots: list[tuple[int, int, int]] = []
        for first, last, number in (*self._forms(passage), *self._listed(passage)):
            if not any(i in taken for i in range(first, last)):
                taken |= dict.fromkeys(range(first, last), number)
                roots.append((first, last, number))
        begin = dateline(passage.doc.text)
        found = [
            named(passage.doc[first:last], self._by_number[number])
            for first, last, number in sorted(roots)
            if passage.doc[first].idx >= begin
        ]
        return tuple(found)

    def _forms(self, passage: Passage) -> list[tuple[int, int, int]]:
        spans = [
            (passage.doc.char_span(start, end, alignment_mode="expand"), number)
            for start, end, number in self.forms.places(passage.doc.text)
        ]
        return [(words.start, words.end, number) for words, number in spans if words is not None and len(words)]

    def _listed(self, passage: Passage) -> list[tuple[int, int, int]]:
        hits = self._lexicon.find([token.text for token in passage.doc])
        known = ((hit, self._by_name.get(hit.entry.known.name)) for hit in hits if not hit.entry.needs_bearer)
        return [(hit.start, hit.end, number) for hit, number in known if number is not None]
