"""A server of its own, with a fresh data folder, and a browser to look at it."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from corridor.settings import PROJECT

BROWSER_ARGS = (
    "--no-sandbox",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)
SIZE: ViewportSize = {"width": 1440, "height": 900}
START_SECONDS = 60
QUIET_SECONDS = 0.4
MAP, CHART = ".cw-map-stage", '[data-testid="stPlotlyChart"]'
NEEDS = {
    "overview": (MAP, CHART),
    "map": (MAP,),
    "timeline": (CHART,),
    "findings": (CHART,),
    "incidents": ('[data-testid="stDataFrame"]',),
}
# At rest, with a sentence and what the page is for, and every chart and map on it drawn.
SETTLED = """needs => {
    const app = document.querySelector('[data-test-script-state]');
    const rests = app && app.getAttribute('data-test-script-state') === 'notRunning';
    const maps = [...document.querySelectorAll('.cw-map-stage')];
    const charts = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')];
    return rests && document.querySelector('.cw-sentence')
        && needs.every(one => document.querySelector(one))
        && !document.querySelector('[data-testid="stSkeleton"], [data-testid="stSpinner"]')
        && maps.every(one => one.querySelector('canvas'))
        && charts.every(one => one.querySelector('.main-svg'));
}"""


@contextlib.contextmanager
def serve() -> Iterator[str]:
    """Start the app on a free port, as a visitor's first server, and return its address."""
    with running() as (address, _):
        yield address


@contextlib.contextmanager
def running(data: Path | None = None) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Start the app on a free port, return its address and its process."""
    with tempfile.TemporaryDirectory() as folder, (Path(folder) / "server.log").open("w") as log:
        data = data or Path(folder)
        port = _free_port()
        process = subprocess.Popen(
            [sys.executable, "-m", "corridor", "serve", f"--port={port}", f"--data={data}"],
            cwd=PROJECT, stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            yield f"http://127.0.0.1:{port}", process
        finally:
            process.terminate()
            process.wait(10)


def wait_until_up(address: str) -> None:
    """Wait until the server answers."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1).close()
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.02)
        else:
            return
    raise SystemExit("the server did not start")


@contextlib.contextmanager
def browser() -> Iterator[Browser]:
    """Open the browser that the tests use."""
    found = subprocess.run(
        [sys.executable, "tests/find_browser.py"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=found.stdout.strip(), args=list(BROWSER_ARGS))
        try:
            yield opened
        finally:
            opened.close()


def wait_until_settled(page: Page, name: str, seconds: float = 60) -> float:
    """Wait until the page `name` is drawn and stays so; give the moment it came to rest."""
    end = time.perf_counter() + seconds
    rested: float | None = None
    while time.perf_counter() < end:
        now = time.perf_counter()
        if not page.evaluate(SETTLED, list(NEEDS[name])):
            rested = None
        elif rested is None:
            rested = now
        elif now - rested >= QUIET_SECONDS:
            return rested
        page.wait_for_timeout(15)
    raise SystemExit("the page did not come to rest")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
