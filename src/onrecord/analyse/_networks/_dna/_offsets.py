"""Offsets: the Discourse Network Analyzer counts in UTF-16 units, as Java does, onrecord in characters."""

from __future__ import annotations

from bisect import bisect_left

_LAST_OF_ONE_UNIT = "\uffff"


class Offsets:
    """Places in one text, from characters to UTF-16 units and back.

    They part where the text has characters beyond the first 65,536, such as emoji, which take two units.
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide = [at for at, character in enumerate(text) if character > _LAST_OF_ONE_UNIT]
        self._wide_units = [at + before for before, at in enumerate(self._wide)]

    def units(self, character: int) -> int:
        """UTF-16 units before a character."""
        return character + bisect_left(self._wide, character)

    def character(self, unit: int) -> int:
        """Characters before a unit; of a unit within a character, those before that character."""
        return min(unit - bisect_left(self._wide_units, unit), self._length)
