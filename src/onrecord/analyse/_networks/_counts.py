"""Claims counted into a sparse matrix: who (or which option), by what they share, by the value of the stance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy import sparse

from onrecord.analyse._networks._claims import Scale

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Counts:
    """Counts of claims. `full` has a row per name of `rows` and, for each of `columns`, a column for each of `levels`
    (the values that occur, in order; against and for on a scale of two)."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    levels: tuple[int, ...]
    full: sparse.csr_array
    span: float

    @cached_property
    def total(self) -> Floats:
        """Counts by row and column, whatever the value."""
        return self.weighted([1] * len(self.levels))

    def weighted(self, weights: Sequence[float]) -> Floats:
        """Counts by row and column, each level with its weight."""
        by_column = sparse.kron(sparse.eye_array(len(self.columns)), np.array([weights], dtype=float).T, format="csr")
        return dense(self.full @ by_column)

    @property
    def distance(self) -> Floats:
        """How far apart two levels are, as a share of the scale: 0 to 1."""
        levels = np.array(self.levels, dtype=float)
        apart: Floats = np.abs(levels[:, None] - levels[None, :]) / self.span
        return apart


def count(claims: Sequence[tuple[str, str, int]], scale: Scale) -> Counts:
    """Count (row, column, value) triples; rows and columns come in the order of their names."""
    rows = tuple(sorted({row for row, _, _ in claims}))
    columns = tuple(sorted({column for _, column, _ in claims}))
    levels = (0, 1) if scale == (0, 1) else tuple(sorted({value for _, _, value in claims}))
    row_at, column_at, level_at = ({name: at for at, name in enumerate(names)} for names in (rows, columns, levels))
    across = [column_at[column] * len(levels) + level_at[value] for _, column, value in claims]
    down = [row_at[row] for row, _, _ in claims]
    shape = (len(rows), len(columns) * len(levels))
    full = sparse.coo_array((np.ones(len(claims)), (down, across)), shape=shape).tocsr()
    return Counts(rows, columns, levels, full, float(max(scale[1] - scale[0], 1)))


def dense(matrix: sparse.sparray) -> Floats:
    """A sparse matrix as a plain one."""
    return np.asarray(matrix.toarray(), dtype=np.float64)
