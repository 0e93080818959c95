"""What search and review look in: the statements of a record as judged, by words and by filters."""

from onrecord.serve._index.asked import Asked, Judged
from onrecord.serve._index.columns import FILTERS
from onrecord.serve._index.index import Found, Index
from onrecord.serve._index.rows import Row, rows_of

__all__ = ["FILTERS", "Asked", "Found", "Index", "Judged", "Row", "rows_of"]
