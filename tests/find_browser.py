"""Find a Chromium for the browser tests, or install one; prints its path.

Order: CORRIDOR_BROWSER, an installed Chromium or Chrome, Playwright's own download, Debian's
package when root. Prints nothing and fails with what to do when none can be had.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ADVICE = (
    "No browser found. Install Chromium or Google Chrome, or run "
    "`.venv/bin/python -m playwright install chromium`, or set CORRIDOR_BROWSER to one."
)


def installed() -> str:
    chosen = os.environ.get("CORRIDOR_BROWSER", "")
    if chosen and Path(chosen).is_file():
        return chosen
    return next((path for name in NAMES if (path := shutil.which(name))), "")


def playwright_own() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        path = play.chromium.executable_path
    return path if Path(path).is_file() else ""


def download() -> str:
    run([sys.executable, "-m", "playwright", "install", "chromium"], timeout=240)
    return playwright_own()


def debian() -> str:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return ""
    run(["apt-get", "update"], timeout=300)
    run(["apt-get", "install", "-y", "--no-install-recommends", "chromium"], timeout=600)
    return installed()


def run(command: list[str], timeout: int) -> None:
    try:
        subprocess.run(command, check=False, stdout=sys.stderr, timeout=timeout)
    except subprocess.TimeoutExpired:
        print(f"gave up on: {' '.join(command)}", file=sys.stderr)


def main() -> int:
    steps: list[Callable[[], str]] = [installed, playwright_own]
    if "--install" in sys.argv:
        steps += [download, debian]
    path = next((found for step in steps if (found := step())), "")
    print(path or ADVICE, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
