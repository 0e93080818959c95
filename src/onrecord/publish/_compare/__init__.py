"""Compare: two outlets, two sides or two weeks next to each other.

Not every pair can have a page, so the page carries the first of each kind, and an index from which a script makes any
other. `gathered` makes the rows of the index, `pair` compares two of them; the script does what `pair` does.
"""

from __future__ import annotations

import json
from typing import Any
from weakref import WeakKeyDictionary

from onrecord.publish._compare.gathered import gathered
from onrecord.publish._compare.pair import defaults
from onrecord.publish._compare.rows import Rows
from onrecord.publish._views import Views

NAME = "static/compare-index.js"
SHOWN = 5  # things in a list of the page as written; the script shows all
_made: WeakKeyDictionary[Views, Rows] = WeakKeyDictionary()


def index(views: Views) -> str:
    """The index as a script that sets `onrecordCompared` (rows.py says what is in it). It holds no "<", so that it may
    stand in a page as well. The same record gives the same text."""
    rows = json.dumps(_rows(views)._asdict(), ensure_ascii=False, separators=(",", ":"))
    rows = rows.replace("<", "\\u003c")
    return f"onrecordCompared = {rows};\n"


def shown(views: Views) -> dict[str, Any]:
    """What the page is given."""
    rows = _rows(views)
    return {"rows": rows, "pairs": defaults(rows), "shown": SHOWN}


def _rows(views: Views) -> Rows:
    """The rows of a record, made once for the page and the index."""
    if views not in _made:
        _made[views] = gathered(views)
    return _made[views]
