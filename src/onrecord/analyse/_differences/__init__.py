"""Where independent articles differ on a fact about the same thing.

collect.py gathers what the others find: numbers.py (figures), events.py (date, place, who, whether it took place),
outcomes.py (how talks went), quotations.py (whose words they are), steps.py (agreed or rejected). retold.py finds what
these miss: two sentences that tell one thing in much the same words (aligned.py, by the words in context.py) and differ
on the day (days.py), the number (amounts.py, counts.py) or the names (lists.py).
"""

from onrecord.analyse._differences.collect import differences
from onrecord.analyse._differences.words import sentence

__all__ = ["differences", "sentence"]
