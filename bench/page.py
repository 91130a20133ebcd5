"""From the start of the server to the first whole page, and from a new filter to its page."""

from __future__ import annotations

import os
import time

from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as Timeout

from bench.server import SIZE, browser, serve, wait_until_settled, wait_until_up
from bench.timing import print_aim

START_AIM, CHANGE_AIM = 3.0, 0.8
RUNS = 3
TRIES, OPENING_MS = 4, 300
# Periods not looked at before, so that no answer is kept from an earlier run.
PERIODS = ("12 months before the report", "2010–2011", "Since January 2018")
PAGES = ("overview", "map", "timeline", "findings", "incidents")


def run() -> None:
    """Measure both and print them beside their aims."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(
        f"\n{os.cpu_count()} cores; load {load:.1f} at the start (much load slows all that follows)"
    )
    print("The page in a browser (software drawing), fresh data folder each time")
    with browser() as opened:
        starts = [_cold_start(opened) for _ in range(RUNS)]
        print_aim("start of the server to the whole Overview", starts, START_AIM)
        for name in PAGES:
            print_aim(f"new period to the whole page, {name}", _changes(opened, name), CHANGE_AIM)


def _cold_start(opened: Browser) -> float:
    page = opened.new_page(viewport=SIZE)
    begun = time.perf_counter()
    with serve() as address:
        wait_until_up(address)
        page.goto(address)
        rested = wait_until_settled(page, "overview")
        page.close()
    return rested - begun


def _changes(opened: Browser, name: str) -> list[float]:
    """Choose each period in the filter bar, as a person would, on a server that is warm."""
    page = opened.new_page(viewport=SIZE)
    with serve() as address:
        wait_until_up(address)
        page.goto(f"{address}/{'' if name == 'overview' else name}")
        wait_until_settled(page, name)
        page.get_by_text("Change filter", exact=True).click()
        wait_until_settled(page, name)
        times = [choose_period(page, name, period) for period in PERIODS]
        page.close()
    return times


def choose_period(page: Page, name: str, period: str) -> float:
    """Choose a period in the open filter bar; return the seconds until the page has settled."""
    sentence = page.locator(".cw-sentence").first
    before = sentence.inner_text()
    begun = _choose(page, period)
    page.wait_for_function(
        "before => document.querySelector('.cw-sentence').innerText !== before", arg=before
    )
    return wait_until_settled(page, name) - begun


def _choose(page: Page, period: str) -> float:
    """Open the list and click an option; a list that closed under the click is opened again."""
    for _ in range(TRIES):
        page.get_by_role("combobox", name="Period").click()
        page.wait_for_timeout(OPENING_MS)
        begun = time.perf_counter()
        try:
            page.get_by_role("option", name=period, exact=True).click(timeout=5000)
        except Timeout:
            page.keyboard.press("Escape")
        else:
            return begun
    raise SystemExit(f"the period “{period}” could not be chosen")
