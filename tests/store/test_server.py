"""The server as a process: its gate, its health, whom it calls, and how it ends."""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from bench.load import open_pages
from streamlit import file_util

from corridor.settings import PROJECT
from corridor.ui import gate
from tests.ports import free_port
from tests.torture.seed import small_data_folder

START_SECONDS = 120  # ten times what it takes: only a hang is longer
TRACED = "trace=connect,sendto,sendmsg,sendmmsg"
CALLS = ("strace", "-f", "-qq", "--seccomp-bpf", "-e", TRACED, "-o")
# An address of another machine, as strace writes it.
OUTSIDE = re.compile(r'inet_addr\("(?!127\.)|inet_pton\(AF_INET6, "(?!::1"|::ffff:127\.)')
SHAKE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    "Sec-WebSocket-Protocol": "streamlit",
}


@dataclass
class Server:
    """A running server."""

    process: subprocess.Popen[str]
    port: int
    data: Path
    calls: Path

    def ask(self, path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=named)
        answer = connection.getresponse()
        if answer.status != 101:
            answer.read()
        return answer

    def text(self, path: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()

    def shake(self, **headers: str) -> int:
        """Open a connection as a page of the server's own does; return how it is answered."""
        own = {"Origin": f"http://127.0.0.1:{self.port}"}
        return self.ask("/_stcore/stream", **SHAKE, **own | headers).status

    def wait(self) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            try:
                assert self.ask("/healthz").status == 200
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError("the server did not start")


@contextmanager
def running(
    data: Path, *command: str, traced: bool = False, cwd: Path = PROJECT
) -> Iterator[Server]:
    """Run a server; `traced` notes whom it calls."""
    port, calls = free_port(), data / "calls"
    words = [sys.executable, "-m", *(word.format(port=port) for word in command)]
    if traced and shutil.which("strace"):
        words = [*CALLS, str(calls), *words]
    process = subprocess.Popen(
        words, cwd=cwd, text=True, env=os.environ | {"CORRIDOR_DATA": str(data)},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
    )  # fmt: skip
    try:
        server = Server(process, port, data, calls)
        server.wait()
        yield server
    finally:
        with_children = os.getpgid(process.pid) if process.poll() is None else None
        if with_children is not None:
            os.killpg(with_children, signal.SIGKILL)
            process.wait(60)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    data = small_data_folder(tmp_path_factory.mktemp("served") / "data").data_dir
    with running(data, "corridor", "serve", "--port", "{port}", traced=True) as found:
        yield found


@pytest.fixture(scope="module")
def marks() -> dict[str, str]:
    page = Path(file_util.get_static_dir()) / "index.html"
    return gate.headers(page.read_text("utf-8"))


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/", "GET", 200),
        ("/map?province=Kirkuk", "GET", 200),
        ("/favicon.png", "GET", 200),
        ("/app/static/favicon.png", "GET", 200),
        ("/app/static/fonts/none.woff2", "GET", 404),
        ("/app/static/..%2f..%2fpyproject.toml", "GET", 400),
        ("//evil.example/x", "GET", 400),
        ("/media/none.csv", "GET", 404),
        ("/_stcore/health", "GET", 200),
        ("/_stcore/host-config", "GET", 200),
        ("/_stcore/upload_file/a/b", "PUT", 403),
        ("/_stcore/upload_file/a/b", "DELETE", 403),
        ("/_stcore/metrics", "GET", 404),
        ("/_stcore/agent/openapi.json", "GET", 404),
        ("/_stcore/agent/interact", "POST", 404),
        ("/healthz", "GET", 200),
        ("/healthz", "POST", 405),
        ("/readyz", "GET", 200),
        ("/feed.atom", "GET", 200),
        ("/feed.atom", "POST", 405),
    ],
)
def test_every_answer_is_guarded(
    server: Server, marks: dict[str, str], path: str, method: str, status: int
) -> None:
    answer = server.ask(path, method)
    assert answer.status == status
    assert {name: answer.getheader(name) for name in marks} == marks


# Spellings of a closed path, a way out of a folder, another site to be sent on to.
ASTRAY = (
    "http://evil.example/", "http://127.0.0.1/_stcore/metrics", "//_stcore/metrics",
    "/_stcore/./metrics", "/_stcore/x/../metrics", "/_stcore//metrics", "/_stcore%2fmetrics",
    "/%5fstcore/%6detrics", "/_STCORE/METRICS", "/_stcore/metrics;x", "/_stcore/metrics%0a",
    "/_stcore/metrics%20", "/map/_stcore/metrics", "/_stcore/script-health-check",
    "/app/static/../../pyproject.toml", "/app/static/%2e%2e/%2e%2e/pyproject.toml",
    "/app/static/%2fetc%2fpasswd", "/component/x/..%2f..%2f..%2f..%2fetc%2fpasswd",
    "/_stcore/bidi-components/..%2f..%2f..%2fetc%2fpasswd", "/media/..%2fapp.py",
    "/static/..%2f..%2fapp.py", "/.streamlit/config.toml", "/.git/config", "/map/",
    "/%5cevil.example/", "/%2f%2fevil.example/", "/.//evil.example/", "/map//evil.example/..",
    "/auth/login", "/oauth2callback?code=1", "/" + "a" * 50_000,
)  # fmt: skip
SECRETS = (b"# TYPE", b"cache_memory_bytes", b"root:", b"[project]", b"toolbarMode", b"[core]")


@pytest.mark.parametrize("more", [{}, {"X-Forwarded-Host": "evil.example",
                                       "Forwarded": "host=evil.example;proto=javascript",
                                       "X-Forwarded-Prefix": "//evil.example",
                                       "X-Original-URL": "/_stcore/metrics"}])  # fmt: skip
def test_no_way_of_writing_a_path_leads_astray(
    server: Server, marks: dict[str, str], more: dict[str, str]
) -> None:
    for path in ASTRAY:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        connection.request("GET", path, headers=more)
        answer = connection.getresponse()
        said = answer.read()
        assert answer.status in (200, 301, 302, 307, 400, 404), path
        assert not re.match(r"[\w+.-]*:|[/\\]{2}", answer.getheader("Location") or ""), path
        assert [secret for secret in SECRETS if secret in said] == [], path
        assert {name: answer.getheader(name) for name in marks} == marks, path


def test_no_other_page_may_steer_ours_by_messages(server: Server) -> None:
    status, said = server.text("/_stcore/host-config")
    assert (status, json.loads(said)["allowedOrigins"]) == (200, [])


def test_a_file_for_a_session_that_is_not_there_is_refused(server: Server) -> None:
    """Also when the token that Streamlit gives to any caller comes with it."""
    given = server.ask("/_stcore/health").getheader("Set-Cookie") or ""
    token = given.partition("=")[2].partition(";")[0]
    sent = {"X_Xsrftoken": token, "Cookie": f"_streamlit_xsrf={token}"}
    assert server.ask("/_stcore/upload_file/another/f", "PUT", **sent).status == 400
    assert server.ask("/_stcore/upload_file/another/f", "PUT", Cookie=sent["Cookie"]).status == 403


def test_an_error_of_ours_is_guarded_too(marks: dict[str, str]) -> None:
    from corridor.ui.server import surroundings

    answer = surroundings()["exception_handlers"][Exception](None, ValueError("secret"))
    assert answer.status_code == 500
    assert b"secret" not in answer.body
    assert {name: answer.headers[name] for name in marks} == marks


def test_whom_the_server_answers_and_whom_it_calls(server: Server) -> None:
    """A foreign Origin never makes it look its outside address up."""
    assert server.shake() == 101
    assert server.ask("/_stcore/stream", **SHAKE).status == 403, "it names no page"
    for foreign in ("http://evil.example", "null", "http://localhost:1"):
        assert server.shake(Origin=foreign) == 403
        assert server.ask("/_stcore/upload_file/a/b", "PUT", Origin=foreign).status == 403
        assert server.ask("/_stcore/health", Origin=foreign).status == 403
    assert server.shake(Host="evil.example", Origin="http://evil.example") == 400
    assert server.ask("/", Host="evil.example").status == 400
    asyncio.run(look_at_the_overview(f"http://127.0.0.1:{server.port}"))
    if not server.calls.exists():
        pytest.skip("without strace nobody sees whom the server calls")
    assert [line for line in server.calls.read_text().splitlines() if OUTSIDE.search(line)] == []


async def look_at_the_overview(address: str) -> None:
    """Open the page and choose another filter, over Streamlit's own connection."""
    [visitor] = await open_pages(address, 1)
    await visitor.choose(("All Iraq",), ("1980/01/01", "2018/12/25"))
    await visitor.socket.close()


@pytest.mark.parametrize(
    ("line", "is_outside"),
    [
        ('connect(3, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("8.8.8.8")}', True),
        ('sendto(3, "x", 1, 0, {sa_family=AF_INET, sin_addr=inet_addr("10.0.0.1")}, 16)', True),
        ('{sa_family=AF_INET6, inet_pton(AF_INET6, "2001:db8::1", &sin6_addr)}', True),
        ('{sa_family=AF_INET6, inet_pton(AF_INET6, "::1", &sin6_addr)}', False),
        ('connect(3, {sa_family=AF_INET, sin_addr=inet_addr("127.0.0.1")}, 16)', False),
        ('connect(3, {sa_family=AF_UNIX, sun_path="/x"}, 110)', False),
    ],
)
def test_a_call_to_another_machine_is_told_from_one_to_this(line: str, is_outside: bool) -> None:
    assert bool(OUTSIDE.search(line)) == is_outside


def test_ready_means_that_the_incidents_can_be_read(server: Server) -> None:
    status, said = server.text("/readyz")
    assert (status, re.fullmatch(r"ready: [\d,]+ incidents\n", said) is not None) == (200, True)
    folder = server.data / "incidents" / "store"
    folder.rename(folder.with_name("gone"))
    status, said = server.text("/readyz")
    assert (status, said.startswith("not ready: "), said.count("\n")) == (503, True, 1)
    assert server.text("/healthz") == (200, "up\n")
    folder.with_name("gone").rename(folder)
    assert server.text("/readyz")[0] == 200


def test_a_taken_port_is_told_in_one_line(server: Server) -> None:
    command = ["-m", "corridor", "serve", "--port", str(server.port), "--data", str(server.data)]
    told = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (1, "", 1)
    assert f"port {server.port} of 127.0.0.1 cannot be used" in told.stderr
    assert "--port" in told.stderr


@pytest.mark.parametrize("ended_by", [signal.SIGINT, signal.SIGTERM])
def test_it_starts_by_streamlits_own_command_and_ends_quietly(
    tmp_path: Path, ended_by: signal.Signals
) -> None:
    data = small_data_folder(tmp_path / "data").data_dir
    options = ("--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true")
    command = {
        signal.SIGINT: ("corridor", "serve", "--port", "{port}"),
        signal.SIGTERM: ("streamlit", "run", str(PROJECT / "app.py"), *options),
    }[ended_by]
    with running(data, *command) as found:
        assert found.shake(Origin="http://evil.example") == 403
        assert found.ask("/").getheader("X-Frame-Options") == "DENY"
        assert found.shake() == 101
        found.process.send_signal(ended_by)
        said = found.process.communicate(timeout=START_SECONDS)[0]
    assert "Traceback" not in said
    if ended_by == signal.SIGINT:
        assert found.process.returncode == 0
        assert said.strip() == f"Corridor Watch on http://127.0.0.1:{found.port}"
