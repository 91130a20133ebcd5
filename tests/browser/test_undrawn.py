"""The map where a browser has nothing to draw it with."""

from __future__ import annotations

from contextlib import closing
from typing import Any

from playwright.sync_api import BrowserType, expect

from tests.browser.conftest import DESKTOP_SIZE, PATIENCE_MS, watched
from tests.browser.steps import barriers, open_page, query

YEAR = "?dates=2017-07-01&dates=2018-06-30"
WITHOUT_WEBGL = ("--no-sandbox", "--disable-gpu", "--disable-3d-apis")


def test_without_webgl_a_picture_and_a_list_stand_in_its_place(
    server: str, browser_type: BrowserType, browser_type_launch_args: dict[str, Any]
) -> None:
    poor = browser_type_launch_args | {"args": [*WITHOUT_WEBGL]}
    with closing(browser_type.launch(**poor)) as browser:
        page = browser.new_context(viewport=DESKTOP_SIZE).new_page()
        page.set_default_timeout(PATIENCE_MS)
        with watched(page):
            open_page(page, f"{server}/map{YEAR}")
            picture = page.locator(".cw-map-picture img")
            expect(picture).to_have_attribute("alt", "Map of incidents, Kirkuk, Salah al-Din and "
                "Diyala. 74 of 97\u00a0incidents by UCDP drawn. Where: most in Hawija, Khanaqin "
                "and Daquq.")  # fmt: skip
            assert picture.evaluate("it => it.complete && it.naturalWidth") == 1040
            expect(page.get_by_text("as it lacks WebGL 2")).to_be_visible()
            expect(page.locator(".cw-map")).to_have_count(0)
            assert barriers(page) == []

            listed = page.get_by_role("table", name="Marks of the map in words")
            listed.get_by_role("link", name="Hawija district").click()
            expect(page.locator(".cw-selection")).to_contain_text("10 of 97")
            assert query(page)["sel"] == ["mark:3 Kirkuk Hawija"]
            expect(picture).to_be_visible()
            page.get_by_role("link", name="Overview", exact=True).click()
            expect(page).to_have_title("Overview · Corridor Watch")
            expect(picture).to_be_visible()
