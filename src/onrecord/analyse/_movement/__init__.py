"""Movement: where each side has stood on an option over time, and what changed.

    moved = found("talks.onrecord")     # or a CSV, or rows of plain values
    for course in moved.courses:
        print(course.side, course.option, course.moves)

docs/movement.md says how sure a move is and when this misleads.
"""

from onrecord.analyse._movement.announced import Announced, announced
from onrecord.analyse._movement.chart import chart
from onrecord.analyse._movement.courses import Choice, Course, Held, Move, movement
from onrecord.analyse._movement.found import Movement, found
from onrecord.analyse._movement.record import said
from onrecord.analyse._movement.rows import move_rows, stance_rows
from onrecord.analyse._movement.source import Source, sayings_of
from onrecord.analyse._movement.table import Saying, read_sayings, sayings
from onrecord.analyse._movement.windows import Parted, first_parting

__all__ = [
    "Announced",
    "Choice",
    "Course",
    "Held",
    "Move",
    "Movement",
    "Parted",
    "Saying",
    "Source",
    "announced",
    "chart",
    "first_parting",
    "found",
    "move_rows",
    "movement",
    "read_sayings",
    "said",
    "sayings",
    "sayings_of",
    "stance_rows",
]
