"""Where a negotiation could end: a table of positions, models with their measured error, and what moves the outcome."""

from __future__ import annotations

from onrecord.analyse._outcomes import signs
from onrecord.analyse._outcomes.all_models import MODELS
from onrecord.analyse._outcomes.changes import Change, change, changed
from onrecord.analyse._outcomes.draft import draft
from onrecord.analyse._outcomes.draws import Drawn, draws
from onrecord.analyse._outcomes.files import read, write
from onrecord.analyse._outcomes.fitted import LEVELS, Bounds, Measured, fit
from onrecord.analyse._outcomes.forecast import Forecast, forecasts, nearest
from onrecord.analyse._outcomes.found import Outcomes, found
from onrecord.analyse._outcomes.models.base import Model
from onrecord.analyse._outcomes.nouns import Mark, Party, Remark, Scale, Stake, Table
from onrecord.analyse._outcomes.rows import rows
from onrecord.analyse._outcomes.source import is_record, of_record, table, write_draft
from onrecord.analyse._outcomes.stakes import Stakes

__all__ = [
    "LEVELS",
    "MODELS",
    "Bounds",
    "Change",
    "Drawn",
    "Forecast",
    "Mark",
    "Measured",
    "Model",
    "Outcomes",
    "Party",
    "Remark",
    "Scale",
    "Stake",
    "Stakes",
    "Table",
    "change",
    "changed",
    "draft",
    "draws",
    "fit",
    "forecasts",
    "found",
    "is_record",
    "nearest",
    "of_record",
    "read",
    "rows",
    "signs",
    "table",
    "write",
    "write_draft",
]
