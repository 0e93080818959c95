"""The app: every page by its path, behind one guard."""

from __future__ import annotations

from importlib.resources import files

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from onrecord import publish
from onrecord.errors import InputError
from onrecord.serve import _conflicts, _people, _reviewing, _searching
from onrecord.serve._answers import Answers, Posted, Refused, back, remember, text_of
from onrecord.serve._guard import Guard, Lock
from onrecord.serve._live import Live, NotYet

OWN = ("app.css", "add.js", "api.js", "edit.js", "passage.js", "review.js")
_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}


def application(live: Live, lock: Lock, by: str | None = None) -> Guard:
    """The app on a record. `by` is who judges where a browser names nobody, by default who started it."""
    templates = publish.environment(__package__)
    answers = Answers(live, templates, by)

    def problem(request: Request, error: Exception) -> Response:
        return answers.problem(request, error)

    def wait(request: Request, error: Exception) -> Response:
        return answers.wait(request, error)

    handlers = {**dict.fromkeys((Refused, InputError, HTTPException, 404, 500), problem), NotYet: wait}
    return Guard(Starlette(routes=_routes(answers), exception_handlers=handlers), lock)


def _routes(answers: Answers) -> list[BaseRoute]:
    def first(_: Request) -> Response:
        return RedirectResponse("/index.html")

    def static(request: Request) -> Response:
        name = request.path_params["name"]
        if name in OWN:
            found = files(__package__).joinpath("static", name).read_text("utf-8")
        elif name in publish.STATIC:
            found = publish.static(name)
        elif f"static/{name}" in publish.DATA:
            found = publish.DATA[f"static/{name}"](answers.live.made().views)
        else:
            raise HTTPException(404)
        return Response(found, media_type=_TYPES[name.rpartition(".")[2]])

    def page(request: Request) -> Response:
        return _of_dossier(answers, request)

    def who(_: Request, sent: Posted) -> Response:
        return remember(back(str(sent.get("from", ""))), text_of(sent, "name", 80))

    return [
        Route("/", first),
        Route("/static/{name}", static),
        answers.post("/who", who),
        *_searching.routes(answers),
        *_reviewing.routes(answers),
        *_people.routes(answers),
        *_conflicts.routes(answers),
        Route("/{path:path}", page),
    ]


def _of_dossier(answers: Answers, request: Request) -> Response:
    """A page of the dossier, of the record as it is now."""
    moment, name = answers.live.made(), request.path_params["path"]
    page = moment.pages.get(name)
    if page is None:
        return _people.moved(moment, name)
    given = answers.always(request, moment)
    if page.template == "actor.html":
        given |= _people.choices(moment)
    shown = publish.rendered(answers.templates, moment.views, name, page, given)
    return Response(shown.encode("utf-8", "replace"), media_type="text/html; charset=utf-8")
