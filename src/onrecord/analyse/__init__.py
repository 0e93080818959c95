"""From positions to what people ask of a negotiation: where each side stands, what blocks, what is new."""

from onrecord.analyse import _outcomes as outcomes
from onrecord.analyse import _review as review
from onrecord.analyse._cells import Cells, cells, date_of
from onrecord.analyse._differences import differences, sentence
from onrecord.analyse._news import Change, news
from onrecord.analyse._rests import Rests
from onrecord.analyse._sticking import StickingPoint, sticking_points
from onrecord.analyse._timeline import Entry, timeline

__all__ = [
    "Cells",
    "Change",
    "Entry",
    "Rests",
    "StickingPoint",
    "cells",
    "date_of",
    "differences",
    "news",
    "outcomes",
    "review",
    "sentence",
    "sticking_points",
    "timeline",
]
