"""Rows made to do harm, in a real browser: the maps stay, and what was clicked opens."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.steps import CANVAS, click_until, confirm, open_page, query, upload

MAP_DOWN = Path(__file__).parents[1] / "data" / "security" / "map-down.csv"
DAY = "?province=Kirkuk&dates=2018-06-17&dates=2018-06-17"
SPOT = (44.3, 35.3)


def test_an_id_that_deck_gl_would_run_takes_no_map_down(own_server: str, page: Page) -> None:
    upload(page, own_server, MAP_DOWN.name, MAP_DOWN.read_text("utf-8"))
    expect(page.locator(CANVAS)).to_be_visible()
    confirm(page, "A. Tester")
    for name in ("", "map"):
        open_page(page, f"{own_server}/{name}{DAY}")
        expect(page.locator(CANVAS)).to_be_visible()
    click_until(page, SPOT, ("Kirkuk",), page.locator(".cw-detail"))
    assert query(page)["incident"] == ["@@=("]
    expect(page.locator(".cw-detail")).to_contain_text("@@=(")
