"""What the machine says by now against what was judged: a person keeps the one or takes the other."""

from __future__ import annotations

from onrecord.model import Conflict, Judgement
from onrecord.serve._judging import Judging
from onrecord.serve._moment import Moment


def keep(judging: Judging, conflict: Conflict) -> None:
    """What was judged holds, though the machine says otherwise by now: it is judged again, in the knowledge of that."""
    one, now = conflict.judgement, conflict.now or {}
    if one.kind == "accept":  # which is of what the machine said then, not now
        judging.note("accept", one.target, {"despite": now}, one.machine)
    else:
        judging.note(one.kind, one.target, one.value, now)


def give_way(judging: Judging, conflict: Conflict, moment: Moment) -> None:
    """What the machine says by now holds: it is accepted, or what corrected it is taken back."""
    one, now = conflict.judgement, conflict.now or {}
    if one.kind == "accept":
        judging.note("accept", one.target, {}, now)
        return
    held = moment.record.judged_in(now["article"]).judgements.values()
    for other in next(log for log in held if one in log):
        if _thing(other) == _thing(one):
            judging.undo(other.id)


def _thing(one: Judgement) -> tuple[object, ...]:
    return one.kind, one.value.get("issue"), one.value.get("option")
