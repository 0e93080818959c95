"""The speaker of an attribution as a link of its chain."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Attribution, Grade, Link, Reading, Speaker
from onrecord.resolve import Lexicon
from onrecord.trace._naming import Named, Naming
from onrecord.trace._places import Place, Places
from onrecord.trace._vocabulary import vocabulary

_AUTHOR = frozenset({"i", "we"})  # outside quotation marks: who wrote the article
_SOME = frozenset({"a", "an", "one", "another", "some", "many", "most", "several", "few"})  # of whom nobody is named


class Speakers:
    """The speakers of an article's attributions, by the numbers of these."""

    def __init__(self, reading: Reading, places: Places, naming: Sequence[Naming], own: Own) -> None:
        self._reading, self._places, self._naming, self._own = reading, places, naming, own
        self._referents = {referent.number: referent for referent in reading.referents}

    def link(self, number: int, place: Place | None) -> Link | None:
        """The speaker of an attribution: nobody where the article itself tells of them, or where no word names them."""
        attribution, speaker = self._reading.attributions[number], self._reading.speakers[number]
        written = speaker.as_written or ""
        by_author = speaker.referent is None and written.lower() in _AUTHOR
        if attribution.mode == "told" or not attribution.source or not written or by_author:
            return None
        kind, name, referent = self._graded(speaker, written)
        outlet = self._outlet(attribution, place) if kind in {None, "office"} else None
        if outlet is not None:
            kind, name, referent = "another outlet", outlet.name, outlet.referent
        if kind is None:
            kind = "office" if written[:1].isupper() or written[:1].isdigit() else None
        if kind is None or (kind == "another outlet" and self._own.is_it(name)):
            return None
        return Link(kind, name, attribution.source, attribution.cue, referent)

    def _graded(self, speaker: Speaker, written: str) -> tuple[Grade | None, str, int | None]:
        """How far a speaker is on the record, what they are called, and the referent."""
        referent = self._referents.get(speaker.referent) if speaker.referent is not None else None
        name = referent.name if referent is not None else written
        common, some = _noun(written), bool(_SOME & set(written.lower().split()[:2]))
        if speaker.grade == "named" and some and common is not None and written[1:].islower():
            return common, written.split(maxsplit=1)[-1], None  # "a top expert" is not the expert named elsewhere
        group = speaker.grade == "office" and referent is not None and referent.kind == "group"
        if group and (some or name.islower()):
            return common or "unnamed source", name, speaker.referent  # "members", "many Varlanders": nobody's name
        return speaker.grade or common, name, speaker.referent

    def _outlet(self, attribution: Attribution, place: Place | None) -> Named | None:
        """The outlet that the source is: "Iranian state TV" is no office of Iran."""
        source = attribution.source[0]
        phrase = self._places.phrase(place.passage, source) if place is not None else None
        if place is None or phrase is None:
            return None
        outlet = self._naming[place.passage].outlet(phrase.start)
        if outlet is None:
            return None
        end = outlet.span.end
        return outlet if end >= source.end or self._reading.article.text[end : end + 1] == "," else None


class Own:
    """The article's own outlet, by its name and what a list calls it."""

    def __init__(self, outlet: str | None, lexicon: Lexicon) -> None:
        known = lexicon.find((outlet or "").split())
        names = {outlet or "", *(hit.entry.known.name for hit in known if hit.entry.known.kind == "outlet")}
        self._names = [_bare(name) for name in names if name]

    def is_it(self, name: str) -> bool:
        """Whether a name is the outlet's, whole or shortened ("the Post")."""
        return any(_bare(name) <= own for own in self._names)


def _bare(name: str) -> frozenset[str]:
    return frozenset(name.casefold().replace("’", "'").split()) - {"the"}


def _noun(written: str) -> Grade | None:
    words = written.lower().split()
    return next((vocabulary().nouns[word] for word in reversed(words) if word in vocabulary().nouns), None)
