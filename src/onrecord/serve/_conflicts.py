"""Judgements that do not agree with each other or with what the machine says now, side by side, and the log of all."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from onrecord.model import Judgement
from onrecord.serve._answers import Answers, Posted, Refused, back, text_of
from onrecord.serve._judging import Judging
from onrecord.serve._settling import give_way, keep
from onrecord.serve._telling import Teller

A_PAGE = 100


def routes(answers: Answers) -> list[BaseRoute]:
    """The pages of conflicts and of the log."""

    def conflicts(request: Request) -> Response:
        moment = answers.live.now()
        teller = Teller(moment)
        found = [(one, [teller.tell(j) for j in (one.judgement, *one.others)], teller.now(one))
                 for one in moment.record.conflicts()]  # fmt: skip
        return answers.page(request, "conflicts.html", moment, conflicts=found)

    def log(request: Request) -> Response:
        moment = answers.live.now()
        teller, every = Teller(moment), moment.record.judgements()
        undone = _undone(every)
        newest = [teller.tell(one, undone=one.id in undone) for one in reversed(every[-A_PAGE:])]
        return answers.page(request, "judgements.html", moment, newest=newest, count=len(every))

    def undo(request: Request, sent: Posted) -> Response:
        judging = Judging(answers.live.now(), answers.by(request))
        for id in text_of(sent, "judgement", 2000).split():
            judging.undo(id, str(sent.get("why") or "")[:2000])
        answers.live.judge(judging.made)
        return back("judgements" if sent.get("from") == "judgements" else "conflicts")

    def settle(request: Request, sent: Posted) -> Response:
        """What a person, or else the machine, says on what it says otherwise by now, as new judgements."""
        moment, id, whose = answers.live.now(), text_of(sent, "judgement"), sent.get("whose")
        changed = (one for one in moment.record.conflicts() if one.kind == "machine changed")
        conflict = next((one for one in changed if one.judgement.id == id), None)
        if conflict is None or whose not in ("mine", "machine"):
            raise Refused("That is settled already. Look at the page again.", 409)
        judging = Judging(moment, answers.by(request))
        if whose == "mine":
            keep(judging, conflict)
        else:
            give_way(judging, conflict, moment)
        answers.live.judge(judging.made)
        return back("conflicts")

    return [
        Route("/conflicts", conflicts),
        Route("/judgements", log),
        answers.post("/undo", undo),
        answers.post("/settle", settle),
    ]


def _undone(log: Sequence[Judgement]) -> frozenset[str]:
    undone: set[str] = set()
    for one in reversed(log):
        if one.kind == "undo" and one.id not in undone:
            undone.add(one.target)
    return frozenset(undone)
