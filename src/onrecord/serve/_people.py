"""Actors: one made of two, a name split off, another name, a side, a role."""

from __future__ import annotations

from collections import Counter
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute

from onrecord.model import Actor, JudgementKind
from onrecord.publish import safe_id
from onrecord.serve._answers import Answers, Posted, Refused, back, text_of
from onrecord.serve._judging import Judging
from onrecord.serve._moment import Moment


def routes(answers: Answers) -> list[BaseRoute]:
    """What changes actors."""

    def change(request: Request, sent: Posted) -> Response:
        moment = answers.live.now()
        actor = moment.actors.get(text_of(sent, "actor"))
        if actor is None:
            raise Refused("There is no such actor.", 404)
        kind, value = _wanted(moment, actor, sent)
        judging = Judging(moment, answers.by(request))
        judging.actor(kind, actor.id, value, str(sent.get("why") or "")[:2000])
        moment = answers.live.judge(judging.made)
        page = f"actors/{safe_id(value['into'] if kind == 'merge' else actor.id)}.html"
        says_something = any(
            one.actor == (value["into"] if kind == "merge" else actor.id) for one in moment.record.statements()
        )
        return back(page if says_something else "actors.html")

    return [answers.post("/actors", change)]


def choices(moment: Moment) -> dict[str, Any]:
    """What an actor's form offers: all actors by name, each by what it can be named by (its name, or its id where
    others bear that too), and the sides."""
    bearers = Counter(actor.name for actor in moment.actors.values())
    by_name = sorted(moment.actors.values(), key=lambda actor: (actor.name.casefold(), actor.id))
    everybody = [(actor.id if bearers[actor.name] > 1 else actor.name, actor) for actor in by_name]
    return {"everybody": everybody, "sides": sorted({actor.side for actor in by_name if actor.side})}


def moved(moment: Moment, page: str) -> Response:
    """The page of whom an actor became by a judgement, for the page that it had; for any other page that there is not,
    HTTPException."""
    id = page.removeprefix("actors/").removesuffix(".html")
    became = next((moment.record.became(one) for one in moment.machine_actors if safe_id(one) == id), None)
    to = f"actors/{safe_id(became)}.html" if became is not None else page
    if to == page or to not in moment.pages:
        raise HTTPException(404)
    return RedirectResponse("/" + to, 302)  # a judgement can be taken back


def _wanted(moment: Moment, actor: Actor, sent: Posted) -> tuple[JudgementKind, dict[str, Any]]:
    """The kind of judgement that a form asks for, and its value."""
    match sent.get("kind"):
        case "merge":
            into = _found(moment, text_of(sent, "into"))
            if into.id == actor.id:
                raise Refused("That is the same actor.")
            return "merge", {"into": into.id, "name": into.name}
        case "split":
            name = text_of(sent, "name")
            if name == actor.name or name not in actor.aliases:
                raise Refused("Only one of its other names can be split off.")
            return "split", {"name": name}
        case "rename":
            return "rename", {"name": text_of(sent, "name")}
        case "side":
            side = str(sent.get("side") or "").strip()
            return "side", {"side": text_of(sent, "side") if side else None}
        case "role":
            of = str(sent.get("of") or "").strip()
            return "role", {"title": text_of(sent, "title"), "of": text_of(sent, "of") if of else None}
    raise Refused("There is no such change.")


def _found(moment: Moment, words: str) -> Actor:
    """The actor of an id, or the only one that goes by a name."""
    if words in moment.actors:
        return moment.actors[words]
    actors = moment.actors.values()
    named = [one for one in actors if words == one.name] or [one for one in actors if words in one.aliases]
    if len(named) != 1:
        raise Refused("Several actors go by that name." if named else f"Nobody in the record goes by “{words}”.")
    return named[0]
