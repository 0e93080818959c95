"""Linkage: which options wait for which others, by whose conditions, and in what order they could be settled.

    tied = found("talks.onrecord")     # or a CSV, or rows of plain values
    print(tied.deadlocks, tied.order.options)

docs/linkage.md says what the picture shows and when it misleads.
"""

from onrecord.analyse._linkage.awaited import Awaited
from onrecord.analyse._linkage.deadlocks import Deadlock
from onrecord.analyse._linkage.found import Linkage, found, linkage
from onrecord.analyse._linkage.graph import Arrow, arrows
from onrecord.analyse._linkage.order import Order, order
from onrecord.analyse._linkage.record import conditions_in
from onrecord.analyse._linkage.source import Source, conditions_of
from onrecord.analyse._linkage.table import Condition, conditions, read_conditions

__all__ = [
    "Arrow",
    "Awaited",
    "Condition",
    "Deadlock",
    "Linkage",
    "Order",
    "Source",
    "arrows",
    "conditions",
    "conditions_in",
    "conditions_of",
    "found",
    "linkage",
    "order",
    "read_conditions",
]
