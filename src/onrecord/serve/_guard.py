"""Who may ask, and what a browser may do with the answer: one layer around every page.

A page of another site can make a browser ask this server. So a request must name a host that nobody else's name can
lead to (DNS rebinding), a change must come from a page of this server, and where the server can be reached from other
machines a token must have been shown. The pages may load nothing but their own files.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
import socket
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 1_000_000  # bytes of a form
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Lock:
    """What a request has to fit. `hosts` are names that it may ask for, beside addresses in figures if `addresses`;
    `token` is what has to be shown once, None where everybody who can reach the server may use it."""

    hosts: frozenset[str]
    addresses: bool
    token: str | None
    cookie: str
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def admits(self, host: str) -> bool:
        """Whether a host is this server's. A name may lead anywhere, an address in figures leads where it says."""
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return name in self.hosts or (self.addresses and _is_address(name))

    def signed(self, value: str, use: str) -> str:
        """A proof that this server gave a value out for some use."""
        return hmac.new(self.secret, f"{use}\n{value}".encode(), hashlib.sha256).hexdigest()

    def session(self, cookie: str | None) -> str | None:
        """The session that a cookie proves."""
        name, _, proof = (cookie or "").partition(".")
        return name if hmac.compare_digest(proof.encode(), self.signed(name, "session").encode()) else None


def lock_for(host: str, port: int, token: str | None = None) -> Lock:
    """The lock of a server bound to `host`: elsewhere than on the loopback it has a token."""
    outside = not is_loopback(host)
    own = {"localhost", "127.0.0.1", "::1", host.lower()}
    names = own | ({socket.gethostname().lower(), socket.getfqdn().lower()} if outside else set())
    shown = token or secrets.token_urlsafe(24)
    return Lock(frozenset(names - {""}), outside, shown if outside else None, f"onrecord-{port}")


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server that is bound to a host."""
    return host == "localhost" or (_is_address(host) and ipaddress.ip_address(host).is_loopback)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class Guard:
    """The layer around `app`: it turns away what does not fit the lock, and gives every answer its headers."""

    def __init__(self, app: ASGIApp, lock: Lock) -> None:
        self.app, self._lock = app, lock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        session = self._lock.session(request.cookies.get(self._lock.cookie))
        refused = self._refused(request, session)
        fresh = None if session is not None or refused is not None else secrets.token_urlsafe(24)
        scope.setdefault("state", {})["csrf"] = self._lock.signed(session or fresh or "", "csrf")

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if fresh is not None:
                    headers.append("Set-Cookie", self._cookie(fresh))
            await send(message)

        await (refused or self.app)(scope, _limited(receive), sent)

    def _refused(self, request: Request, session: str | None) -> Response | None:
        """The answer to a request that does not fit, None if it does."""
        if not self._lock.admits(request.headers.get("host", "")):
            return PlainTextResponse("This server does not go by that name.", 421)
        if self._lock.token is not None and session is None:
            return self._asked_for_token(request, self._lock.token)
        if request.method not in {"GET", "HEAD", "POST"}:
            return PlainTextResponse("Not allowed.", 405)
        if request.method == "POST":
            origin = request.headers.get("origin") or request.headers.get("referer", "")
            if urlsplit(origin).netloc != request.headers["host"]:
                return PlainTextResponse("A change has to come from a page of this server.", 403)
            if not request.headers.get("content-length", "0").isdecimal():
                return PlainTextResponse("Not a request.", 400)
            if int(request.headers.get("content-length", "0")) > LARGEST:
                return PlainTextResponse("That is too much at a time.", 413)
        return None

    def _asked_for_token(self, request: Request, token: str) -> Response | None:
        shown = request.query_params.get("token", "")
        if request.method != "GET" or not hmac.compare_digest(shown.encode(), token.encode()):
            return PlainTextResponse("Open the whole address that was printed when the server was started.", 401)
        rest = urlencode([pair for pair in request.query_params.multi_items() if pair[0] != "token"])
        path = "/" + request.url.path.lstrip("/")
        answer = RedirectResponse(f"{path}?{rest}" if rest else path, 303)
        answer.headers.append("Set-Cookie", self._cookie(secrets.token_urlsafe(24)))
        return answer

    def _cookie(self, session: str) -> str:
        proven = f"{session}.{self._lock.signed(session, 'session')}"
        return f"{self._lock.cookie}={proven}; Path=/; HttpOnly; SameSite=Lax"


def _limited(receive: Receive) -> Receive:
    """A body cut where it is longer than a form may be, whatever its head says."""
    had = 0

    async def received() -> Message:
        nonlocal had
        message = await receive()
        had += len(message.get("body", b""))
        return {"type": "http.disconnect"} if had > LARGEST else message

    return received
