"""The index of a record: words and columns under one roof."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import RLock

import numpy as np

from onrecord.serve._index.asked import Asked
from onrecord.serve._index.columns import FILTERS, Columns, Mask
from onrecord.serve._index.rows import Row
from onrecord.serve._index.words import Words

Counted = Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Found:
    """The statements of one page, how many there are on all of them, and for each filter the values that they have,
    without regard to what is asked of that filter itself, with the number of statements."""

    rows: Sequence[Row]
    count: int
    counts: Mapping[str, Counted]


class Index:
    """The statements of a record by words and filters. Many threads may ask; while one puts, the others wait."""

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        self._columns, self._words, self._lock = Columns(), Words(), RLock()
        self.add(rows)

    def add(self, rows: Sequence[Row]) -> None:
        """Take statements in, of articles that had none."""
        with self._lock:
            first = len(self._columns)
            self._columns.add(rows)
            self._words.add(rows, first)

    def put(self, article: str, rows: Sequence[Row]) -> None:
        """Take these for the statements of an article, in place of those it had."""
        with self._lock:
            self._columns.drop(self._words.drop(article))
            self.add(rows)

    def find(self, asked: Asked, first: int = 0, most: int = 50) -> Found:
        """Statements, the newest first and undated ones last, `most` of them from the number `first` on."""
        with self._lock:
            base = self._base(asked)
            fits = base & self._columns.with_all(dict(asked.filters))
            newest = self._columns.newest[fits[self._columns.newest]]
            rows = self._words.rows(newest[first : first + most])
            return Found(rows, len(newest), {name: self._counted(asked, name, base, fits) for name in FILTERS})

    def queue(self, asked: Asked, most: int | None = None) -> tuple[list[str], int]:
        """The ids of what is asked for, in the order in which it is to be looked over, `most` of them at most, and how
        many there are."""
        with self._lock:
            fits = self._base(asked) & self._columns.with_all(dict(asked.filters))
            wanted = self._columns.least_sure[fits[self._columns.least_sure]]
            return self._words.ids(wanted[:most]), len(wanted)

    def article_of(self, id: str) -> str | None:
        """The article of a statement, rejected ones too; None where there is no such statement."""
        return self._words.article_of(id)

    def _base(self, asked: Asked) -> Mask:
        """What is asked but for the filters."""
        columns = self._columns
        fits: Mask = columns.alive & (columns.rejected == (asked.judged == "rejected"))
        if asked.words:
            said = np.zeros(len(columns), np.bool_)
            said[self._words.matching(asked.words)] = True
            fits &= said
        if asked.since or asked.until:
            fits &= columns.between(asked.since, asked.until)
        if asked.judged in ("yes", "no"):
            fits &= columns.judged == (asked.judged == "yes")
        return fits

    def _counted(self, asked: Asked, name: str, base: Mask, fits: Mask) -> Counted:
        others = dict(asked.without(name).filters)
        if len(others) < len(asked.filters):
            fits = base & self._columns.with_all(others)
        return self._columns.counted(name, fits, others)
