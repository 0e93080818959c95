"""Time: when something was said, and the meetings, calls, visits, signings and announcements that articles tell of."""

from onrecord.date._events import events
from onrecord.date._expressions import Expression, find
from onrecord.date._merge import merge
from onrecord.date._resolve import bounds, resolve
from onrecord.date._said import said
from onrecord.date._steps import steps

__all__ = ["Expression", "bounds", "events", "find", "merge", "resolve", "said", "steps"]
