"""Two reports in a browser: the choice, the address, Back, reload, what each screen shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from corridor.palette import Theme
from tests.browser.steps import asks, barriers, choose, query, says, turn_to

Settled = Callable[[Page], None]
FIRST, SECOND = "is-there-a-return-of-isis-2018", "upper-euphrates-2018"
TOLD = "Is ISIS coming back to Anbar? · Anbar and the upper Euphrates"


def test_the_choice_goes_through_pages_reload_and_back(
    server: str, page: Page, settled: Settled
) -> None:
    page.goto(f"{server}/")
    settled(page)
    says(page, "Kirkuk, Salah al-Din and Diyala")
    choose(page, "Report", TOLD)
    settled(page)
    says(page, "Anbar")
    asks(page, report=[SECOND])
    assert "province" not in query(page)
    turn_to(page, "Timeline")
    says(page, "Anbar")
    page.reload()
    settled(page)
    says(page, "Anbar")
    asks(page, report=[SECOND])
    page.go_back()
    expect(page).to_have_title("Overview · Corridor Watch")
    settled(page)
    asks(page, report=[SECOND])
    page.go_back()
    settled(page)
    says(page, "Kirkuk, Salah al-Din and Diyala")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_second_report_fits_and_keeps_nobody_out(
    server: str, page: Page, settled: Settled, theme: Theme, width: int
) -> None:
    page.emulate_media(color_scheme=theme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{server}/?report={SECOND}")
    settled(page)
    # The range is whole: a mark without width keeps its dash from ending a line.
    expect(page.get_by_role("heading", level=1)).to_contain_text("2012–\u20602013")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert barriers(page) == []
