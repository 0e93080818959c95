"""Expressions of time after TimeML's TIMEX3: found by a grammar that is data, and given a value.

`find` gives what the words mean, for rooms that know more of the text around them; `tag` gives TIMEX3 types and values.
"""

from onrecord.date._expressions.find import dateline, find, head_words
from onrecord.date._expressions.meaning import Calendar, Constant, Direction, Expression, Meaning, Shift, Weekday
from onrecord.date._expressions.normalise import value_of
from onrecord.date._expressions.tag import Timex, tag

__all__ = [
    "Calendar",
    "Constant",
    "Direction",
    "Expression",
    "Meaning",
    "Shift",
    "Timex",
    "Weekday",
    "dateline",
    "find",
    "head_words",
    "tag",
    "value_of",
]
