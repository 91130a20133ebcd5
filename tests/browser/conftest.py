"""A real browser against a real server, started cold, with every outside address blocked."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    ViewportSize,
    expect,
)

from tests.ports import free_port

INSTALLED = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LAUNCH_ARGS = (
    "--no-sandbox",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    # Maps alone are drawn by it: pages without would take three times as much of it.
    "--disable-gpu-compositing",
    "--disable-gpu-rasterization",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Nothing but this machine can be reached. (A route would do it too, and switch off the cache:
    # every page would compile the whole application again.)
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
# Streamlit looks for its own server below a page's address first: two lines, no more.
OWN_PROBE = re.compile(r"^/[a-z]+/(_stcore/)?(health|host-config)$")
FENCE = Path(__file__).with_name("fence")
# Deadlines are there against a hang, at least forty times what a quiet machine takes: a server
# starts in 3 s, a step on a page is done in 2 s, a page comes to rest in 3 s.
START_SECONDS = 120
PATIENCE_MS = 120_000
QUIET_SECONDS = 0.3
PHONE = {
    "user_agent": (
        "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Chrome/128.0.0.0 Mobile Safari/537.36"
    ),
    "has_touch": True,
    "viewport": {"width": 390, "height": 844},
}
# To draw a map without a graphics card takes 7 s of a core, every time. Where a test asks nothing
# of its picture all of it runs but the drawing: a cookie says so to this script. What lies under a
# click is looked up in a picture that nobody sees: that one is drawn.
UNDRAWN = "undrawn"
WITHOUT_DRAWING = f"""
if (location.protocol === "http:" && document.cookie.includes("{UNDRAWN}=")) {{
    const drawing = WebGL2RenderingContext.prototype;
    const bind = drawing.bindFramebuffer;
    drawing.bindFramebuffer = function (target, frame) {{
        if (target !== this.READ_FRAMEBUFFER) this.isUnseen = frame !== null;
        bind.call(this, target, frame);
    }};
    const kinds = ["Arrays", "Elements", "ArraysInstanced", "ElementsInstanced"];
    for (const kind of kinds.map(kind => `draw${{kind}}`)) {{
        const draw = drawing[kind];
        drawing[kind] = function (...what) {{
            if (this.isUnseen) draw.apply(this, what);
        }};
    }}
}}
"""
# The page asks for news every ten seconds; `steps.news_first` at a chosen moment.
NEWS = """
const every = window.setInterval;
window.setInterval = (call, wait, ...more) => {
    if (wait === 10000) window.asksForNews = call;
    return every(call, wait, ...more);
};
"""
# No run is under way, nothing of an earlier run is left, and what is drawn has been loaded.
IS_AT_REST = """() => {
    const app = document.querySelector("[data-test-script-state]");
    return app?.dataset.testScriptState === "notRunning"
        && !document.querySelector("[data-stale=true], [data-testid=stSkeleton]");
}"""
DESKTOP_SIZE: ViewportSize = {"width": 1440, "height": 900}

expect.set_options(timeout=PATIENCE_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder: `-m "not browser"` leaves them out."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def find_browser() -> str | None:
    """Give the browser to use, None for Playwright's own download."""
    named = os.environ.get("CORRIDOR_BROWSER")
    return named or next((found for name in INSTALLED if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    found = {"executable_path": path} if (path := find_browser()) else {}
    patience = {"timeout": START_SECONDS * 1000}
    return {**browser_type_launch_args, **found, **patience, "args": list(LAUNCH_ARGS)}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "viewport": DESKTOP_SIZE}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a server for tests that only look."""
    with serving(tmp_path_factory.mktemp("data")) as address:
        yield address


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a server of this test module's own, for tests that write."""
    with serving(tmp_path_factory.mktemp("data")) as address:
        yield address


@pytest.fixture(scope="session")
def cold_port() -> int:
    """One port for all cold servers: the browser keeps what it compiled of an address."""
    return free_port()


@pytest.fixture
def cold_server(tmp_path: Path, cold_port: int) -> Iterator[str]:
    """Address of a server that nobody has opened yet."""
    with serving(tmp_path, cold_port) as address:
        yield address


@contextmanager
def serving(data: Path, port: int | None = None) -> Iterator[str]:
    """Run a server on a data folder and give its address; fail when it called out."""
    port = port or free_port()
    log, calls = (data / "server.log").open("w"), data / "calls.log"
    calls.touch()
    process = subprocess.Popen(
        [sys.executable, "-m", "corridor", "serve", "--port", str(port), "--data", str(data)],
        cwd=data,  # it must not matter where it is started
        stdout=log,
        stderr=subprocess.STDOUT,
        env=os.environ | fenced(calls),
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/_stcore/health", process, data / "server.log")
        yield address
    finally:
        process.terminate()
        process.wait(START_SECONDS)
        log.close()
    assert calls.read_text("utf-8") == "", "the server called outside addresses"


def fenced(calls: Path) -> dict[str, str]:
    """Return the environment in which Python notes calls to other machines, and refuses them."""
    ways = [str(FENCE), os.environ.get("PYTHONPATH", "")]
    return {"CORRIDOR_TEST_CALLS": str(calls), "PYTHONPATH": os.pathsep.join(filter(None, ways))}


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            pytest.fail(f"the server stopped:\n{log.read_text()}")
        try:
            urllib.request.urlopen(url, timeout=1).close()
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"the server did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def desktop_tab(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """One tab for all tests: a new one compiles the whole application again, for seconds."""
    with closing(browser.new_context(**browser_context_args)) as context:
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(WITHOUT_DRAWING)
        context.add_init_script(NEWS)
        yield context.new_page()


@pytest.fixture(scope="session")
def phone_tab(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """The same on a phone."""
    with closing(browser.new_context(**browser_context_args | PHONE)) as context:
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(WITHOUT_DRAWING)
        yield context.new_page()


@pytest.fixture
def page(request: pytest.FixtureRequest, desktop_tab: Page) -> Iterator[Page]:
    """A tab as new, which fails its test when it called out or complained on the console."""
    desktop_tab.set_viewport_size(DESKTOP_SIZE)
    desktop_tab.emulate_media(color_scheme="light", media="screen")
    _leave_out_drawing(request, desktop_tab)
    with left(desktop_tab), watched(desktop_tab):
        yield desktop_tab


@pytest.fixture
def phone(request: pytest.FixtureRequest, phone_tab: Page) -> Iterator[Page]:
    """The same on a phone."""
    _leave_out_drawing(request, phone_tab)
    with left(phone_tab), watched(phone_tab):
        yield phone_tab


def _leave_out_drawing(request: pytest.FixtureRequest, tab: Page) -> None:
    if request.node.get_closest_marker("drawn") is None:
        tab.context.add_cookies([{"name": UNDRAWN, "value": "1", "url": "http://127.0.0.1"}])


@contextmanager
def left(tab: Page) -> Iterator[None]:
    """Forget what a test opened, also when it failed: the next one must not answer for it."""
    try:
        yield
    finally:
        tab.goto("about:blank")
        tab.context.clear_cookies()


@pytest.fixture
def another_page(new_context: Callable[..., BrowserContext]) -> Iterator[Page]:
    """The same in the browser of somebody else, who shares nothing with `page`."""
    context = new_context()
    context.set_default_timeout(PATIENCE_MS)
    with watched(context.new_page()) as tab:
        yield tab


@contextmanager
def watched(page: Page) -> Iterator[Page]:
    """Keep a tab inside this machine; fail when it called out or has errors on its console."""
    outside: list[str] = []
    complaints: list[str] = []
    listeners: dict[Any, Callable[[Any], None]] = {
        "console": lambda message: _note_complaint(message, complaints),
        "pageerror": lambda error: complaints.append(str(error)),
        "request": lambda request: _note_outside(request.url, outside),
        "websocket": lambda socket: _note_outside(socket.url, outside),
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    yield page
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    assert outside == [], "the page called outside addresses"
    assert complaints == [], "the browser console has errors"


def _note_outside(url: str, outside: list[str]) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1":
        outside.append(url)


def _note_complaint(message: ConsoleMessage, complaints: list[str]) -> None:
    where = urlsplit(message.location.get("url", "")).path
    is_probe = "404" in message.text and OWN_PROBE.match(where)
    if message.type == "error" and not is_probe:
        complaints.append(f"{message.text} ({where})")


@pytest.fixture
def settled() -> Callable[[Page], None]:
    """Wait until the script has run and stays at rest: `settled(page)`."""
    return wait_until_settled


def until(page: Page, has_come: Callable[[], object], patience_ms: int = PATIENCE_MS) -> None:
    """Wait until something is so, or patience ends: the caller's assertion says what is not.

    (Waiting in the page itself would need eval, which its policy forbids.)
    """
    for _ in range(patience_ms // 100):
        if has_come():
            return
        page.wait_for_timeout(100)


def wait_until_settled(page: Page, seconds: float = PATIENCE_MS / 1000) -> None:
    """Wait until the page is drawn and no run has been under way for a moment."""
    page.locator(".cw-sentence").first.wait_for(timeout=seconds * 1000)
    rest = 0.0
    end = time.monotonic() + seconds
    while rest < QUIET_SECONDS and time.monotonic() < end:
        page.wait_for_timeout(50)
        rest = rest + 0.05 if page.evaluate(IS_AT_REST) else 0.0
    assert rest >= QUIET_SECONDS, "the page did not come to rest"
