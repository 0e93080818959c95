"""Time: when something was said, and of when; when articles were written; the events that they tell of."""

from onrecord.date._about import about
from onrecord.date._bounds import limits
from onrecord.date._events import events
from onrecord.date._expressions import Expression, Timex, find, tag
from onrecord.date._merge import merge
from onrecord.date._order import order, published
from onrecord.date._outcomes import outcomes
from onrecord.date._resolve import bounds, resolve
from onrecord.date._said import said
from onrecord.date._steps import steps
from onrecord.date._timex_document import document_date
from onrecord.date._timex_files import Summary, date_file

__all__ = [
    "Expression",
    "Summary",
    "Timex",
    "about",
    "bounds",
    "date_file",
    "document_date",
    "events",
    "find",
    "limits",
    "merge",
    "order",
    "outcomes",
    "published",
    "resolve",
    "said",
    "steps",
    "tag",
]
