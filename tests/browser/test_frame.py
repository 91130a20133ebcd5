"""The frame in a browser: addresses, the filter sentence, Back, reload, sizes."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from corridor.palette import Theme
from tests.browser.conftest import until
from tests.browser.steps import (
    asks,
    barriers,
    choose,
    number_before,
    open_filter,
    says,
    sentence,
    turn_to,
)

Settled = Callable[[Page], None]
LINK = "?province=Kirkuk&province=Diyala&dates=2018-01-01&dates=2018-06-30"
PERIOD = "1 Jan – 30 Jun 2018"
LOADED = """[...document.fonts].filter(font => font.status === 'loaded')
    .map(font => font.family.replaceAll('"', ''))"""
TOP = "document.getElementById('ahead').getBoundingClientRect().top"
# What a tab has noted of where its page was left.
NOTED = "sessionStorage.getItem(`corridor-scroll ${location.pathname}${location.search}`)"


def test_the_overview_has_two_addresses(server: str, page: Page, settled: Settled) -> None:
    for address in ("overview", ""):
        page.goto(f"{server}/{address}{LINK}")
        settled(page)
        assert page.title() == "Overview · Corridor Watch"
        says(page, f"Kirkuk and Diyala, {PERIOD}:")
        expect(page.get_by_text("Page not found")).to_have_count(0)


def test_the_slider_of_grades_moves_the_sentence_and_stays_through_a_reload(
    server: str, page: Page, settled: Settled
) -> None:
    page.goto(f"{server}/timeline{LINK}")
    settled(page)
    whole = sentence(page)
    open_filter(page)
    thumb = page.get_by_role("slider", name="Graded at least")
    for _ in range(4):
        thumb.press("ArrowRight")
        settled(page)
    says(page, "graded B2 or better")
    asks(page, grade=["B2"])
    kept = sentence(page)
    assert number_before("incident", kept) < number_before("incident", whole)
    page.reload()
    settled(page)
    assert sentence(page) == kept


def test_the_filter_stays_through_pages_reload_and_back(
    server: str, page: Page, settled: Settled
) -> None:
    page.goto(f"{server}/uploads{LINK}")
    settled(page)
    turn_to(page, "Timeline")
    says(page, f"Kirkuk and Diyala, {PERIOD}:")
    turn_to(page, "Incidents")
    page.reload()
    settled(page)
    says(page, f"Kirkuk and Diyala, {PERIOD}:")
    page.go_back()
    expect(page).to_have_url(re.compile("/timeline"))
    settled(page)
    says(page, f"Kirkuk and Diyala, {PERIOD}:")
    asks(page, dates=["2018-01-01", "2018-06-30"])


def test_back_takes_a_filter_change_back(server: str, page: Page, settled: Settled) -> None:
    page.goto(f"{server}/incidents{LINK}")
    settled(page)
    open_filter(page)
    choose(page, "Period", "2010–2011")
    settled(page)
    says(page, "1 Jan 2010 – 31 Dec 2011")
    page.go_back()
    settled(page)
    says(page, PERIOD)
    asks(page, dates=["2018-01-01", "2018-06-30"])


def test_a_preset_sets_both_dates_and_reset_clears_all(
    server: str, page: Page, settled: Settled
) -> None:
    page.goto(f"{server}/timeline{LINK}&text=market")
    settled(page)
    says(page, "with the text “market”")
    open_filter(page)
    choose(page, "Period", "12 months before the report")
    settled(page)
    says(page, "1 Jul 2017 – 30 Jun 2018")
    asks(page, dates=["2017-07-01", "2018-06-30"])
    page.get_by_text("Reset filter").click()
    settled(page)
    says(page, "Kirkuk, Salah al-Din and Diyala, 1 Jan – 31 Dec 2018:")
    expect(page).to_have_url(re.compile(r"^[^?]*$"))


def test_the_shared_link_carries_both_dates_even_when_they_are_the_default(
    server: str, page: Page, settled: Settled
) -> None:
    page.goto(f"{server}/incidents")
    settled(page)
    open_filter(page)
    shared = page.locator(".st-key-cw-filter code").inner_text()
    assert shared.startswith(f"{server}/incidents?")
    assert parse_qs(urlsplit(shared).query) == {
        "province": ["Kirkuk", "Salah al-Din", "Diyala"],
        "dates": ["2018-01-01", "2018-12-31"],
    }
    before = sentence(page)
    page.goto(shared)
    settled(page)
    assert sentence(page) == before


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("?province=Atlantis&province=Kirkuk", "province “Atlantis” is not known"),
        ("?dates=1066-10-14&dates=2018-01-01", "dates must lie between"),
    ],
)
def test_what_an_address_asks_in_vain_is_named(
    address: str, named: str, server: str, page: Page, settled: Settled
) -> None:
    page.goto(f"{server}/method{address}#ahead")
    settled(page)
    # A link to a chapter lands on it, below the header, though the page is built after it.
    until(page, lambda: 60 < page.evaluate(TOP) < 200)
    assert 60 < page.evaluate(TOP) < 200
    expect(page.locator(".cw-notice")).to_contain_text(named)
    expected = "Kirkuk, 1 Jan" if "province" in address else "Kirkuk, Salah al-Din and Diyala,"
    says(page, expected)
    if "dates" in address:
        says(page, "1 Jan – 31 Dec 2018")


def test_a_cold_server_names_it_too_and_forgets_once_the_filter_changes(
    cold_server: str, page: Page, settled: Settled
) -> None:
    page.goto(f"{cold_server}/incidents?province=Atlantis&province=Kirkuk")
    settled(page)
    expect(page.locator(".cw-notice")).to_contain_text("province “Atlantis” is not known")
    open_filter(page)
    choose(page, "Period", "2010–2011")
    settled(page)
    expect(page.locator(".cw-notice")).to_have_count(0)


def test_all_iraq_stands_alone_among_the_provinces(
    server: str, page: Page, settled: Settled
) -> None:
    page.goto(f"{server}/incidents")
    settled(page)
    open_filter(page)
    choose(page, "Province", "All Iraq")
    settled(page)
    says(page, "All Iraq,")
    asks(page, province=["All Iraq"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_all_without_sideways_scroll(
    scheme: Theme, server: str, page: Page, settled: Settled
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server}/timeline{LINK}")
    settled(page)
    open_filter(page)
    panel = page.locator(".st-key-cw-filter").bounding_box()
    assert panel
    assert panel["height"] < 0.62 * 844  # the page below stays in reach
    assert barriers(page) == []
    widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1]
    inner = page.evaluate(
        "(() => { const m = document.querySelector('.stMainBlockContainer').parentElement;"
        " return m.scrollWidth - m.clientWidth })()"
    )
    assert inner <= 0


def test_the_fonts_are_our_own_and_loaded(server: str, page: Page, settled: Settled) -> None:
    page.goto(f"{server}/uploads")
    settled(page)
    until(page, lambda: "IBM Plex Sans" in page.evaluate(LOADED))
    assert "IBM Plex Sans" in page.evaluate(LOADED)
    body = page.evaluate("getComputedStyle(document.querySelector('.cw-sentence')).fontFamily")
    assert "IBM Plex Sans" in body


def test_one_back_comes_from_a_linked_incident_to_where_the_overview_was_left(
    server: str, page: Page, settled: Settled
) -> None:
    page.goto(f"{server}/?dates=2017-07-01&dates=2018-06-30&as_of=2018-03-31")
    settled(page)
    scrolled = "document.querySelector('[data-testid=stMain]').scrollTop"
    latest = page.get_by_role("table", name="Latest incidents").get_by_role("link")
    latest.nth(3).scroll_into_view_if_needed()
    until(page, lambda: page.evaluate(NOTED) == str(round(page.evaluate(scrolled))))
    left_at = page.evaluate(scrolled)
    assert left_at > 0
    opened = latest.nth(3).inner_text()
    latest.nth(3).click()
    expect(page.locator(".cw-detail h2")).to_have_text(opened)
    settled(page)
    asks(page, dates=["2017-07-01", "2018-06-30"], as_of=["2018-03-31"])
    page.go_back()
    expect(latest.nth(3)).to_have_text(opened)
    until(page, lambda: abs(page.evaluate(scrolled) - left_at) < 4)
    assert page.evaluate(scrolled) == pytest.approx(left_at, abs=4)
    asks(page, as_of=["2018-03-31"])


def test_the_list_of_findings_stays_in_view_and_leads_to_each(
    server: str, page: Page, settled: Settled
) -> None:
    page.goto(f"{server}/findings")
    settled(page)
    listed = page.get_by_role("navigation", name="The findings")
    expect(listed.get_by_role("link")).to_have_count(6)  # the last leads to the rivals
    listed.get_by_role("link").nth(4).click()
    fifth = page.locator(".st-key-cw-finding-5 .cw-finding")
    expect(fifth).to_be_in_viewport()
    expect(listed).to_be_in_viewport()

    def is_below() -> bool:  # as soon as the page has scrolled there
        below, above = fifth.bounding_box(), listed.bounding_box()
        assert below
        assert above
        return below["y"] >= above["y"] + above["height"]

    until(page, is_below)
    assert is_below()


def test_a_saved_view_opens_elsewhere_and_first_where_somebody_wants_it(
    own_server: str, page: Page, another_page: Page, settled: Settled
) -> None:
    page.goto(f"{own_server}/incidents{LINK}&sel=district%3ADiyala%2FKhanaqin")
    settled(page)
    page.get_by_role("button", name="Views").click()
    page.get_by_label("Name of the view").fill("Khanaqin")
    page.get_by_role("button", name="Save this view").click()
    expect(page.get_by_text("Saved: Khanaqin.")).to_be_visible()
    another_page.goto(f"{own_server}/overview?district=Hawija&sel=district%3AKirkuk%2FHawija")
    settled(another_page)
    another_page.get_by_role("button", name="Views").click()
    first = another_page.get_by_role("button", name="Open first")
    first.click()
    expect(first).to_have_attribute("aria-pressed", "true")
    another_page.get_by_role("link", name="Khanaqin").click()
    expect(another_page).to_have_url(re.compile("/incidents"))
    settled(another_page)
    for tab in (page, another_page):
        says(tab, f"Kirkuk and Diyala, {PERIOD}:")
        expect(tab.locator("p.cw-selection")).to_contain_text("Khanaqin")
    # In the browser of whoever asked for it, and there alone, it opens at the bare address.
    with another_page.context.new_page() as fresh:
        fresh.goto(f"{own_server}/")
        expect(fresh).to_have_url(re.compile("/incidents.*Khanaqin"))
        settled(fresh)
        says(fresh, f"Kirkuk and Diyala, {PERIOD}:")
        fresh.goto(f"{own_server}/")  # only once in a tab
        settled(fresh)
        expect(fresh).to_have_title("Overview · Corridor Watch")
    # Who asks for a page by its name gets that page.
    with another_page.context.new_page() as named:
        named.goto(f"{own_server}/method")
        settled(named)
        expect(named).to_have_title("Method · Corridor Watch")
    page.goto(f"{own_server}/")
    settled(page)
    expect(page).to_have_title("Overview · Corridor Watch")
