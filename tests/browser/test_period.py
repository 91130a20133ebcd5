"""The period: brushed on the timeline, kept by reload, taken back by Back."""

from __future__ import annotations

from datetime import date, timedelta

from playwright.sync_api import Page, expect

from corridor import packs, queries
from corridor.filter import IncidentFilter
from corridor.store import Store
from tests.browser.conftest import wait_until_settled
from tests.browser.steps import asks, open_calendar, open_filter, open_page, query, sentence

YEAR = ["2017-07-01", "2018-06-30"]
BARS = ".st-key-timeline_bars"
# The bars begin with the year of the first incident drawn and end with the default period.
SPAN = (date(2003, 1, 1), date(2018, 12, 31))


def at(share: float) -> date:
    """Give the day at a share of the width of the bars."""
    return SPAN[0] + share * (SPAN[1] - SPAN[0])


def brush(page: Page, start: float, end: float) -> None:
    """Drag across the bars, from one share of their width to another."""
    plot = page.locator(f"{BARS} .nsewdrag").first
    plot.wait_for()
    box = plot.bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + start * box["width"], middle)
    page.mouse.down()
    page.mouse.move(box["x"] + end * box["width"], middle, steps=8)
    page.mouse.up()


def dates(page: Page) -> list[date]:
    return [date.fromisoformat(text) for text in query(page)["dates"]]


def held(store: Store, first: date, last: date) -> int:
    """Count the corridor's incidents of a period: a pixel more or less is another day."""
    chosen = IncidentFilter(provinces=packs.region().provinces, date_from=first, date_to=last)
    return queries.summary(store, chosen).incidents or 0


def test_a_brush_sets_the_period_and_back_restores_it(
    server: str, page: Page, store: Store
) -> None:
    open_page(page, f"{server}/timeline?dates={YEAR[0]}&dates={YEAR[1]}")
    before = sentence(page)
    brush(page, 0.75, 0.5)
    expect(page.locator(".cw-sentence")).not_to_have_text(before)
    wait_until_settled(page)
    first, last = dates(page)
    assert abs(first - at(0.5)) < timedelta(days=15)
    assert abs(last - at(0.75)) < timedelta(days=15)
    brushed = sentence(page)
    assert f"{first.day} {first:%b %Y} – {last.day} {last:%b %Y}" in brushed
    assert f"{held(store, first, last)} incidents" in brushed
    expect(page.locator("h1")).to_contain_text("13.7 incidents a month")

    page.reload()
    expect(page.locator(".cw-sentence")).to_have_text(brushed)
    wait_until_settled(page)
    assert dates(page) == [first, last]

    page.go_back()
    expect(page.locator(".cw-sentence")).to_have_text(before)
    wait_until_settled(page)
    assert query(page)["dates"] == YEAR
    expect(page.locator("h1")).to_contain_text("8.1 incidents a month")


def test_the_brushed_period_goes_along_to_other_pages(
    server: str, page: Page, store: Store
) -> None:
    open_page(page, f"{server}/timeline?dates={YEAR[0]}&dates={YEAR[1]}")
    before = sentence(page)
    brush(page, 0.5, 0.75)
    expect(page.locator(".cw-sentence")).not_to_have_text(before)
    wait_until_settled(page)
    chosen = dates(page)
    number = held(store, chosen[0], chosen[1])
    page.get_by_role("link", name="Incidents", exact=True).click()
    expect(page.get_by_role("heading", name=f"{number} incidents")).to_be_visible()
    asks(page, dates=[day.isoformat() for day in chosen])


def test_a_period_of_one_day_is_one_day(server: str, page: Page) -> None:
    open_page(page, f"{server}/incidents?dates=2018-10-31")
    one_day = "Kirkuk, Salah al-Din and Diyala, 31 Oct 2018: 2 incidents"
    assert sentence(page).startswith(one_day)
    expect(page.locator(".cw-notice")).to_have_count(0)
    page.reload()
    expect(page.locator("h1")).to_be_visible()
    wait_until_settled(page)
    assert sentence(page).startswith(one_day)
    open_filter(page)
    shared = page.locator(".st-key-cw-link code").inner_text()
    assert shared.count("dates=2018-10-31") == 2


def test_the_calendar_waits_for_its_second_click(server: str, page: Page) -> None:
    open_page(page, f"{server}/incidents?dates=2018-10-02&dates=2018-10-20")
    before = sentence(page)
    open_filter(page)
    wait_until_settled(page)
    days = open_calendar(page)
    days.get_by_text("9", exact=True).first.click()
    wait_until_settled(page)
    assert sentence(page) == before
    days.get_by_text("31", exact=True).last.click()
    expect(page.locator(".cw-sentence")).to_contain_text("9–\u206031 Oct 2018")


def test_days_to_compare_with_are_typed_and_kept(server: str, page: Page) -> None:
    open_page(page, f"{server}/?dates={YEAR[0]}&dates={YEAR[1]}")
    open_filter(page)
    box = page.get_by_role("combobox", name="Compare with")
    box.click()
    expect(page.get_by_role("option")).to_have_text(["previous", "year-before", "2010–2011"])
    box.fill("2014-06")
    box.press("Enter")
    expect(page.locator(".cw-sentence")).to_contain_text("compared with 1")
    wait_until_settled(page)
    asks(page, compare=["2014-06"])
    change = page.locator(".cw-figure-change").first
    expect(change).to_contain_text("month")
    compared = change.inner_text()

    page.reload()
    wait_until_settled(page)
    expect(change).to_have_text(compared)
