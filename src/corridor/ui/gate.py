"""What a request must be before Streamlit sees it, and what every answer carries."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corridor.people import Person
from corridor.words import say

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
ANY: Final = "*"
# Streamlit's own figures and its interface for agents: no business of a reader's.
_CLOSED: Final = re.compile(r"/_stcore/(metrics|agent)(/|$)")
# Whether the server is up, for machines: nothing of what it holds.
_OPEN: Final = frozenset({"/healthz", "/readyz", "/_stcore/health"})
_UPLOAD: Final = "/_stcore/upload_file"
_INLINE_SCRIPT: Final = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)
_POLICY: Final = {
    "default-src": "'self'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def headers(page: str) -> dict[str, str]:
    """Return the headers of every answer, where `page` is the HTML whose own scripts may run."""
    hashes = " ".join(f"'sha256-{_sha256(text)}'" for text in _INLINE_SCRIPT.findall(page))
    policy = _POLICY | {"script-src": f"{_POLICY['script-src']} {hashes}".strip()}
    told = "; ".join(f"{name} {sources}" for name, sources in policy.items())
    return {"Content-Security-Policy": told} | _HEADERS


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


class Gate:
    """Pure ASGI: refuses unknown hosts, foreign origins and closed paths; marks every answer.

    Without this, a page whose name is made to resolve to this machine could press buttons, and
    for a foreign Origin Streamlit asks an outside address for the machine's own. A browser names
    the page that opens a WebSocket; a connection without an Origin comes from elsewhere, and is
    let in only when `requires_origin` is off.

    With `who` people sign in: whoever has no role gets nothing but whether the server is up, and a
    file is taken only of those who may do something with it.
    """

    def __init__(
        self,
        app: ASGIApp,
        hosts: Iterable[str],
        marks: dict[str, str],
        *,
        requires_origin: bool = True,
        who: Callable[[Headers], Person] | None = None,
    ) -> None:
        self._app = app
        self._who = who
        self._requires_origin = requires_origin
        names = {_name(host if "//" in host else f"//{host}") for host in hosts}
        self._takes_any = ANY in names
        self._public = names - LOOPBACK - {ANY, ""}
        self._marks = marks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a request, or pass it on."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return

        async def marked(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                MutableHeaders(scope=message).update(self._marks)
            await send(message)

        await (self._refusal(scope) or self._app)(scope, receive, marked)

    def _refusal(self, scope: Scope) -> Response | None:
        found = Headers(scope=scope)
        hosts, origins = found.getlist("host"), found.getlist("origin")
        if len(hosts) != 1 or not self._is_ours(hosts[0]):
            return PlainTextResponse(f"{say('door-unknown-host')}\n", 400)
        if not all(self._is_own(origin, hosts[0]) for origin in origins):
            return PlainTextResponse(f"{say('door-foreign')}\n", 403)
        if scope["type"] == "websocket" and self._requires_origin and not origins:
            return PlainTextResponse(f"{say('door-unnamed')}\n", 403)
        if _CLOSED.search(scope["path"]):
            return PlainTextResponse(f"{say('door-not-found')}\n", 404)
        if self._who and scope["path"] not in _OPEN:
            shut = _without_role(self._who(found), scope["path"])
            if shut:
                return shut
        if origins:
            # Behind a proxy that changes the name: Streamlit compares the two, and would
            # otherwise look outside for its own address.
            MutableHeaders(scope=scope)["host"] = urlsplit(origins[0]).netloc
        return None

    def _is_ours(self, host: str) -> bool:
        name = _name(f"//{host}")
        return name in LOOPBACK or self._is_public(name) or (self._takes_any and name != "")

    def _is_own(self, origin: str, host: str) -> bool:
        """Say whether a page of this server sends it.

        On this machine another port is another page. A public name stands before a proxy, which
        may change port and Host. `*.example.org` lets names in, not each other's pages: some of
        them may be strangers'.
        """
        name = _name(origin)
        if not name or urlsplit(origin).scheme not in ("http", "https"):
            return False
        is_same = urlsplit(origin).netloc.lower() == host.lower()
        is_named = name not in LOOPBACK and name == _name(f"//{host}")
        return is_same or is_named or name in self._public

    def _is_public(self, name: str) -> bool:
        wider = {f"*.{name.split('.', at)[-1]}" for at in range(1, name.count(".") + 1)}
        return not self._public.isdisjoint({name, *wider})


def _without_role(person: Person, path: str) -> Response | None:
    if not person.role:
        told = say("door-no-role", name=person.name) if person.name else say("door-nobody")
        return PlainTextResponse(f"{told}\n", 403 if person.name else 401)
    if _UPLOAD in path and not person.may("link"):
        return PlainTextResponse(f"{say('may-not', role=person.role, action='check')}\n", 403)
    return None


def _name(address: str) -> str:
    """Return the host name of an address, empty when it is none."""
    try:
        parts = urlsplit(address)
        more = parts.path.strip("/") or parts.query or parts.fragment
        is_plain = not (parts.username or parts.password or more)
        has_port = parts.port is None or parts.port > 0  # raises when it is no number
        return (parts.hostname or "").rstrip(".") if is_plain and has_port else ""
    except ValueError:
        return ""
