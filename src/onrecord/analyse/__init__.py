"""From positions to what people ask of a negotiation: where each side stands, what blocks, what is new."""

from onrecord.analyse._cells import Cells, cells, date_of
from onrecord.analyse._news import Change, news
from onrecord.analyse._sticking import StickingPoint, sticking_points

__all__ = ["Cells", "Change", "StickingPoint", "cells", "date_of", "news", "sticking_points"]
