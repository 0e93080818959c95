"""Pages, JSON and errors as answers; what a form or a script sends, once it is proven to come from one of our pages."""

from __future__ import annotations

import getpass
import hmac
import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote, unquote

from jinja2 import Environment
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from onrecord.errors import InputError, RecordError
from onrecord.serve._live import Live
from onrecord.serve._moment import Moment

Posted = Mapping[str, Any]
WHO = "who"  # the cookie with the name of who judges
LONGEST_NAME = 80
AGAIN = 2  # seconds after which a page that has to wait asks again


class Refused(Exception):
    """Something that was asked or sent cannot be done; its text is for the person who did."""

    def __init__(self, why: str, status: int = 400) -> None:
        self.status = status
        super().__init__(why)


class Answers:
    """Makes answers. `templates` are the dossier's and the app's, `by` is who judges where a browser names nobody."""

    def __init__(self, live: Live, templates: Environment, by: str | None) -> None:
        self.live, self.templates, self._by = live, templates, by or _login()

    def by(self, request: Request) -> str:
        """Who judges in this browser."""
        return unquote(request.cookies.get(WHO, ""))[:LONGEST_NAME].strip() or self._by

    def page(
        self, request: Request, template: str, moment: Moment | None = None, status: int = 200, /, **given: Any
    ) -> HTMLResponse:
        """A page of the app, which shows the record at a moment."""
        root = "../" * max(0, request.url.path.count("/") - 1)
        key = template.removesuffix(".html")
        shown = self.templates.get_template(template).render(given | self.always(request, moment), root=root, page=key)
        return HTMLResponse(shown.encode("utf-8", "replace"), status)

    def always(self, request: Request, moment: Moment | None) -> dict[str, Any]:
        """What every page is given: the token, who judges, whether the record has changed since the moment shown."""
        behind = moment is not None and self.live.behind(moment)
        return {"csrf": request.state.csrf, "by": self.by(request), "behind": behind}

    def wait(self, request: Request, error: Exception) -> Response:
        """How far it is with what cannot be shown yet: a page that asks again by itself, JSON for a script."""
        if _for_script(request):
            return JSONResponse({"problem": f"{error} …"}, 503)
        page = self.page(request, "waiting.html", None, 503, told=str(error))
        page.headers["refresh"] = str(AGAIN)
        return page

    def problem(self, request: Request, error: Exception) -> Response:
        """An error in words: a page for a person, JSON for a script."""
        status = getattr(error, "status", None) or getattr(error, "status_code", None) or _status(error)
        why = str(error) if isinstance(error, (Refused, InputError)) else _WHY.get(status, _WHY[500])
        if _for_script(request):
            return JSONResponse({"problem": why}, status)
        return self.page(request, "problem.html", None, status, why=why)

    def post(self, path: str, change: Callable[[Request, Posted], Response]) -> Route:
        """A route for what changes something: a form or JSON with the session's token, else nothing happens."""

        async def changed(request: Request) -> Response:
            sent = await _sent(request)
            token = request.headers.get("x-csrf") or sent.get("csrf")
            if not isinstance(token, str) or not hmac.compare_digest(token.encode(), request.state.csrf.encode()):
                raise Refused("This page is from before the server was started again. Reload it.", 403)
            return await run_in_threadpool(change, request, sent)

        return Route(path, changed, methods=["POST"])


def remember(answer: Response, name: str) -> Response:
    """Let a browser remember who judges in it."""
    answer.set_cookie(WHO, quote(name), max_age=365 * 24 * 3600, httponly=True, samesite="lax")
    return answer


def back(where: str) -> RedirectResponse:
    """Go on to another page of the app."""
    return RedirectResponse("/" + where.lstrip("/\\"), 303)


def text_of(sent: Posted, name: str, longest: int = 300) -> str:
    """A line of text that was sent. Raises Refused when there is none, or too much of it."""
    value = sent.get(name)
    if not isinstance(value, str) or not value.strip():
        raise Refused(f"Nothing was given for: {name}.")
    if len(value) > longest:
        raise Refused(f"Too much was given for: {name}.")
    return " ".join(value.split())


async def _sent(request: Request) -> Posted:
    try:
        if request.headers.get("content-type", "").startswith("application/json"):
            sent = json.loads(await request.body())
            return sent if isinstance(sent, dict) else {}
        form = await request.form(max_files=0, max_fields=200)
        return {name: value for name, value in form.items() if not isinstance(value, UploadFile)}
    except (ValueError, RecursionError) as error:
        raise Refused("What was sent cannot be read.") from error
    except ClientDisconnect as error:
        raise Refused("That is too much at a time.", 413) from error


def _for_script(request: Request) -> bool:
    return "application/json" in request.headers.get("accept", "")


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"


def _status(error: Exception) -> int:
    return 503 if isinstance(error, RecordError) else 400 if isinstance(error, InputError) else 500


_WHY = {
    404: "There is no such page. It may have been renamed by a judgement, or by a new build of the record.",
    405: "That page cannot be asked for in this way.",
    500: "Something went wrong in the program. What was judged before is safe in the record.",
}
