"""The gate before Streamlit: who is let through, and what every answer carries."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest
import streamlit
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from corridor.ui import gate

MARKS = gate.headers("<script>let a</script>")
HERE, THERE = "127.0.0.1:8501", "watch.example.org"


class Asked:
    """One request put through a gate: what was answered, and what the app behind it saw."""

    def __init__(
        self,
        *,
        host: str | None = HERE,
        origin: str | list[str] | None = None,
        path: str = "/",
        hosts: str = THERE,
        kind: str = "http",
        requires_origin: bool = False,
    ) -> None:
        self.seen: Scope | None = None
        self.messages: list[Message] = []
        origins = origin if isinstance(origin, list) else [origin]
        pairs = [("host", host), *(("origin", item) for item in origins)]
        headers = [
            (name.encode(), value.encode("utf-8")) for name, value in pairs if value is not None
        ]
        scope: Scope = {"type": kind, "path": path, "method": "PUT", "headers": headers,
                        "extensions": {"websocket.http.response": {}}}  # fmt: skip
        made = gate.Gate(self._app, hosts.split(), MARKS, requires_origin=requires_origin)
        asyncio.run(made(scope, self._none, self._keep))

    async def _app(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.seen = scope
        await PlainTextResponse("behind", headers={"X-Frame-Options": "ALLOW"})(
            scope, receive, send
        )

    async def _none(self) -> Message:
        return {"type": "http.disconnect"}

    async def _keep(self, message: Message) -> None:
        self.messages.append(message)

    @property
    def status(self) -> int:
        return int(self.messages[0]["status"])

    @property
    def headers(self) -> dict[str, str]:
        found = [(name.decode(), value.decode()) for name, value in self.messages[0]["headers"]]
        assert len(dict(found)) == len(found), "a header stands twice"
        return dict(found)


@pytest.mark.parametrize(
    "host",
    ["localhost", "localhost:8501", "127.0.0.1:1", "[::1]:8501", "WATCH.example.ORG.", THERE],
)
def test_known_names_are_answered(host: str) -> None:
    assert Asked(host=host).status == 200


@pytest.mark.parametrize(
    "host",
    [None, "", "evil.example", "127.0.0.1.evil.example", "127.0.0.1@evil.example",
     "evil@localhost", "localhost:x", "localhost:99999", "localhost/x", "[::1",
     "a.watch.example.org", "*", "0.0.0", "localhost, evil.example", "example.org",
     "localhost.evil.example", "localhost:8501.evil.example", "127.1", "2130706433",
     "0x7f000001", "[::ffff:127.0.0.1]", "[::1%25eth0]", "[::]", "localhost\\.evil",
     "localhost\tevil", "localhost#.evil.example", "localhost?.evil.example",
     "localhost%00.evil.example", "localhost:0", "localhost:-1", "localhost:８５０１", "ｌocalhost",
     "xn--localhost", "watch.example.org.evil", "https://localhost", "a" * 70_000],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_other_names_are_refused_before_streamlit_sees_them(host: str | None, kind: str) -> None:
    asked = Asked(host=host, kind=kind)
    assert (asked.status, asked.seen) == (400, None)


def test_a_host_named_twice_is_refused() -> None:
    seen: list[Message] = []

    async def keep(message: Message) -> None:
        seen.append(message)

    async def behind(*_: object) -> None:
        raise AssertionError

    twice = [(b"host", b"localhost"), (b"host", b"evil.example")]
    scope = {"type": "http", "path": "/", "method": "GET", "headers": twice}
    asyncio.run(gate.Gate(behind, [], MARKS)(scope, None, keep))  # type: ignore[arg-type]
    assert seen[0]["status"] == 400


@pytest.mark.parametrize(
    ("hosts", "host", "status"),
    [
        ("", "watch.example.org", 400),
        ("*.example.org", "watch.example.org", 200),
        ("*.example.org", "a.b.example.org", 200),
        ("*.example.org", "example.org", 400),
        ("*.example.org", "evil-example.org", 400),
        ("*", "anything.at.all", 200),
        ("*", "", 400),
        ("https://watch.example.org:443/", "watch.example.org", 200),
        ("Watch.Example.org:8443", "watch.example.org", 200),
    ],
)
def test_names_are_set_as_a_list_with_wildcards(hosts: str, host: str, status: int) -> None:
    assert Asked(hosts=hosts, host=host).status == status


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "", "http://localhost:3000", "http://127.0.0.1:8502", "file://",
     "http://[::1", "https://watch.example.org.evil.example", "http://127.0.0.1:8501@evil.example",
     "127.0.0.1:8501", "chrome-extension://127.0.0.1x", "chrome-extension://127.0.0.1:8501",
     "capacitor://127.0.0.1:8501", "http://127.0.0.1", "http://127.0.0.1:8501.",
     "http://127.0.0.1.:8501", "http://127.0.0.1:8501, http://evil.example", "http://[::1]:8501",
     "http://localhost:8501", "https://sub.watch.example.org", "NULL", "http://", "*"],
)  # fmt: skip
def test_a_page_of_another_address_is_refused(origin: str, kind: str) -> None:
    asked = Asked(origin=origin, kind=kind)
    assert (asked.status, asked.seen) == (403, None)


@pytest.mark.parametrize(
    ("hosts", "host", "origin", "status"),
    [
        # A wildcard lets names in; the pages of one of them are not those of another.
        ("*.example.org", "watch.example.org", "https://watch.example.org", 200),
        ("*.example.org", "watch.example.org", "https://watch.example.org:8443", 200),
        ("*.example.org", "watch.example.org", "https://evil.example.org", 403),
        ("*.example.org", HERE, "https://evil.example.org", 403),
        ("*.example.org b.example.org", "127.0.0.1", "https://b.example.org", 200),
        ("*", "watch.example.org", "https://evil.example.org", 403),
    ],
)
def test_a_wildcard_does_not_make_neighbours_one(
    hosts: str, host: str, origin: str, status: int
) -> None:
    assert Asked(hosts=hosts, host=host, origin=origin, kind="websocket").status == status


def test_a_connection_that_names_no_page_is_refused_unless_it_is_let_in() -> None:
    own = f"http://{HERE}"
    assert Asked(kind="websocket", requires_origin=True).status == 403
    assert Asked(kind="websocket", requires_origin=True, origin=own).status == 200
    assert Asked(kind="websocket").status == 200
    assert Asked(requires_origin=True).status == 200, "a page itself is asked for without one"


def test_two_origins_must_both_be_ours() -> None:
    asked = Asked(origin=[f"http://{HERE}", "http://evil.example"], kind="websocket")
    assert (asked.status, asked.seen) == (403, None)


def test_any_name_of_ours_is_no_leave_for_any_page() -> None:
    assert Asked(hosts="*", host="a.example", origin="http://b.example").status == 403
    assert Asked(hosts="*", host="a.example", origin="http://a.example").status == 200


@pytest.mark.parametrize(
    ("host", "origin"),
    [(HERE, None), (HERE, f"http://{HERE}"), (THERE, f"https://{THERE}"),
     (HERE, f"https://{THERE}"), ("[::1]:8501", "http://[::1]:8501")],
)  # fmt: skip
def test_our_own_page_passes_and_streamlit_finds_it_at_home(host: str, origin: str | None) -> None:
    """Streamlit looks outside for its address when Host and Origin differ: they never do."""
    asked = Asked(host=host, origin=origin, kind="websocket")
    assert asked.seen is not None
    seen = dict(asked.seen["headers"])
    assert seen[b"host"].decode() == (origin or f"//{host}").split("//")[1]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/_stcore/metrics", 404),
        ("/_stcore/metrics/", 404),
        ("/base/_stcore/metrics", 404),
        ("/_stcore/agent/openapi.json", 404),
        ("/_stcore/agent/interact", 404),
        ("/_stcore/agent/mcp", 404),
        ("/_stcore/health", 200),
        ("/_stcore/stream", 200),
        ("/metrics", 200),
    ],
)
def test_streamlits_own_figures_are_closed(path: str, status: int) -> None:
    assert Asked(path=path).status == status


@pytest.mark.parametrize("change", [{}, {"host": "evil.example"}, {"origin": "null"},
                                    {"path": "/_stcore/metrics"}])  # fmt: skip
@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_every_answer_is_marked(change: dict[str, Any], kind: str) -> None:
    found = Asked(kind=kind, **change).headers
    for name, value in MARKS.items():
        assert found[name.lower()] == value


def test_the_policy_lets_only_streamlits_own_inline_script_run() -> None:
    page = Path(streamlit.__file__).parent / "static" / "index.html"
    policy = gate.headers(page.read_text("utf-8"))["Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert re.fullmatch(r"'self' 'wasm-unsafe-eval' 'sha256-[\w+/]{43}='", rules["script-src"])
    assert rules["frame-ancestors"] == rules["object-src"] == "'none'"
    assert "http" not in policy
    assert "*" not in policy
    changed = gate.headers("<script>other()</script>")["Content-Security-Policy"]
    assert changed != policy
