"""Come back after an upload and see what changed; then it is read, in this browser alone."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from corridor import settings
from corridor.store import open_store
from tests.browser.conftest import serving, until, wait_until_settled
from tests.browser.steps import open_page
from tests.store.conftest import account, imported

VIEW = "?province=Kirkuk&dates=2018-06-01&dates=2018-06-30"
LINE = ".st-key-cw-since"


def look(page: Page, server: str) -> None:
    """Open the Overview, as somebody who comes by."""
    open_page(page, f"{server}/{VIEW}")
    until(page, lambda: page.evaluate("document.cookie.includes('cw-look-')"))


def test_come_back_after_an_upload(tmp_path: Path, page: Page, another_page: Page) -> None:
    with serving(tmp_path) as server:
        look(page, server)
        expect(page.locator(LINE)).to_have_count(0)
        mine = account("T:1", location="Testabad village")
        open_store(settings.load(tmp_path)).commit([mine], imported(file_name="list.csv"))

        page.goto("about:blank")
        look(page, server)
        line = page.locator(LINE)
        expect(line).to_contain_text("1\u00a0incident new.")
        line.get_by_role("button", name="What changed").click()
        listed = page.get_by_role("table", name="Incidents that are new, changed or gone")
        expect(listed.locator("tbody tr")).to_have_count(1)
        expect(listed).to_contain_text("Testabad village")
        expect(listed).to_contain_text("added by list.csv")

        look(another_page, server)
        expect(another_page.locator(LINE)).to_have_count(0)

        page.goto("about:blank")  # not marked as read: it is told again
        look(page, server)
        expect(line).to_contain_text("1\u00a0incident new.")
        page.get_by_role("button", name="Mark as read").click()
        expect(line).to_have_count(0)
        wait_until_settled(page)
        until(page, lambda: page.evaluate("/cw-look-[0-9a-f]+=1\\./.test(document.cookie)"))
        page.goto("about:blank")
        look(page, server)
        wait_until_settled(page)
        expect(line).to_have_count(0)
        for tab in (page, another_page):  # else they complain that their server is gone
            tab.goto("about:blank")
