"""Rows to compare, made by hand: a quarrel about a bridge and a ferry in three papers over three weeks."""

from __future__ import annotations

from onrecord.publish._compare.phrases import PHRASES
from onrecord.publish._compare.rows import Article, Difference, Event, Move, Position, Rows, Speaker, Telling
from onrecord.publish._words import STANCES

ONE, OTHER = 0, 1
OUTLETS, SIDES, WEEKS = (0, 1), (0, 1), (0, 1)
_SUPPORT, _OPPOSE = 0, 1
_ESK, _HARBOUR = 0, 1
_BRIDGE, _FERRY = 0, 1


def rows_by_hand() -> Rows:
    """Esk Courier and Harbour Post differ about the bridge; the Tide only repeats."""
    return Rows(
        stances=list(STANCES.items()),
        outlets=["Esk Courier", "Harbour Post", "The Tide"],
        sides=["Esk", "Harbour"],
        weeks=[
            ("2031-06-02", "2 – 8 June 2031"),
            ("2031-06-09", "9 – 15 June 2031"),
            ("2031-06-16", "16 – 22 June 2031"),
        ],
        articles=[
            Article("courier", 0, 0, "3 June 2031"),
            Article("post", 1, 1, "10 June 2031"),
            Article("tide", 2, 2, "17 June 2031"),
            Article("undated", 0, -1, None),
        ],
        copies=[],
        counts=[(0, 0, 0, 4), (1, 1, 1, 1200), (2, 2, 0, 1), (3, -1, -1, 1)],
        issues=[("crossing", "Crossing"), ("tolls", "Tolls")],
        options=[(0, "bridge", "Toll bridge"), (0, "ferry", "Night ferry")],
        speakers=[Speaker("ode", "Mayor Ode", 0), Speaker("harbour", "Harbour", 1)],
        tellings=[
            Telling(0, 0, "s-0", "The bridge pays for itself.", 0, _ESK),
            Telling(1, 1, "s-1", "Esk has gone cold on the bridge.", 1, _HARBOUR),
            Telling(2, 2, "s-2", "The bridge it is.", 0, _ESK),
            Telling(0, 0, "s-3", "A ferry at night, yes.", 0, _ESK),
            Telling(3, -1, "s-4", "Esk wants the ferry.", "a clerk", -1),
            Telling(1, 1, "s-5", "We want our ferry.", 1, _HARBOUR),
            Telling(0, 0, "s-6", "Harbour will keep its ferry.", 0, _ESK),
            Telling(0, 0, "w-0-9", "40 carriages crossed.", None, -1),
            Telling(1, 1, "w-5-9", "60 carriages crossed.", None, -1),
            Telling(0, 0, "e-0-0", "They met at Quay House.", None, -1),
            Telling(1, 1, "e-0-1", "The two met.", None, -1),
            Telling(2, 2, "e-1-0", "The council votes.", None, -1),
            Telling(1, 1, "s-7", "No bridge.", 0, _ESK),
        ],
        positions=[
            Position(_ESK, _BRIDGE, _SUPPORT, [(0, 0), (2, 0)]),
            Position(_HARBOUR, _FERRY, _SUPPORT, [(5, 0), (6, 2)]),
            Position(_ESK, _BRIDGE, _OPPOSE, [(1, 2)]),
            Position(_ESK, _FERRY, _SUPPORT, [(3, 0), (4, 1)]),
        ],
        voices=[(0, [0, 2, 3]), (1, [1])],
        events=[
            Event("met", "Meeting, Quay House", "2 June 2031", [0, 1], [9, 10]),
            Event("vote", "Vote", "date unknown", [0], [11]),
        ],
        differences=[
            Difference("d", "carriages", "number", "They may be of two days.", (7, "40 carriages", -1),
                       (8, "60 carriages", -1)),
            Difference("same", "carriages", "number", "Both in one paper.", (7, "40", 0), (9, "41", 0)),
        ],
        moves=[Move(1, "Mayor Ode", _BRIDGE, _SUPPORT, _OPPOSE, 12, True)],
        phrases=PHRASES,
    )  # fmt: skip
