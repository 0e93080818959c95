"""Voices within a side: a minister against their government is dissent, not movement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.analyse._movement.table import Saying
from onrecord.model import Stance

OPPOSITE: dict[Stance, Stance] = {"support": "oppose", "oppose": "support"}


def day(saying: Saying) -> date | None:
    """The day of a saying, None where it is not known to the day."""
    known = saying.date is not None and len(saying.date) == len("2015-03-30")
    return date.fromisoformat(saying.date) if known and saying.date else None


def moved(before: Sequence[Saying], after: Sequence[Saying], gained: Stance) -> bool:
    """Whether a side that says something new moved, or another voice of it speaks.

    It moved when the side itself says the new, or a voice that was heard before without it; or when two new voices say
    it and none that held to the old is heard on. A single new voice beside others that go on as before is dissent.
    """
    now = {saying.voice for saying in after if saying.stance == gained}
    then = {saying.voice for saying in before}
    had = {saying.voice for saying in before if saying.stance == gained}
    if None in now or (now & then) - had:
        return True
    if any(_shares(after, voice, gained) > _shares(before, voice, gained) for voice in now & then):
        return True
    holding = {saying.voice for saying in after if saying.stance != gained and saying.voice in then}
    return len(now - then) >= 2 and not holding


def dissent(said: Sequence[Saying], window: int) -> tuple[Saying, ...]:
    """What a voice said for or against that is the opposite of its side's line at the time. A voice that took both
    stances is at odds with itself, and no dissent."""
    dated = [(when, saying) for saying in said if (when := day(saying)) and saying.stance in OPPOSITE]
    took: dict[str | None, set[Stance]] = {}
    for _, saying in dated:
        took.setdefault(saying.voice, set()).add(saying.stance)
    near = timedelta(days=window)
    found = []
    for when, saying in dated:
        if saying.voice is not None and len(took[saying.voice]) == 1:
            around = [one for at, one in dated if abs(at - when) <= near]
            if _line(around, dated[0][1].stance) != saying.stance:
                found.append(saying)
    return tuple(found)


def _line(around: Sequence[Saying], first: Stance) -> Stance:
    """What most voices of a side say, each counting once by what it says more often; the side itself decides between
    as many on either hand, then what was held `first`."""
    by_voice: dict[str | None, Counter[Stance]] = {}
    for saying in around:
        by_voice.setdefault(saying.voice, Counter())[saying.stance] += 1
    votes = Counter(counts.most_common(1)[0][0] for counts in by_voice.values())
    own = by_voice.get(None, Counter({first: 1})).most_common(1)[0][0]
    return OPPOSITE[own] if votes[OPPOSITE[own]] > votes[own] else own


def _shares(said: Sequence[Saying], voice: str | None, stance: Stance) -> float:
    own = [saying.stance for saying in said if saying.voice == voice]
    return own.count(stance) / len(own)
