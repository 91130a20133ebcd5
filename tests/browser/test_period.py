"""Days: selected on the timeline, made the period, kept by reload, taken back by Back."""

from __future__ import annotations

import re
from datetime import date

import numpy as np
from PIL import Image
from playwright.sync_api import Page, expect

from corridor import packs, queries
from corridor.filter import IncidentFilter
from corridor.store import Store
from tests.browser.conftest import wait_until_settled
from tests.browser.steps import (
    asks,
    barriers,
    open_calendar,
    open_filter,
    open_page,
    query,
    sentence,
)

YEAR = ["2017-07-01", "2018-06-30"]
BARS = ".st-key-timeline_bars"
# The bars begin with the year of the first incident drawn and end with the default period.
SPAN = (date(2003, 1, 1), date(2018, 12, 31))


def share(day: date) -> float:
    """Give where a day is on the width of the bars, 0–1."""
    return (day - SPAN[0]) / (SPAN[1] - SPAN[0])


def drag(page: Page, start: float, end: float) -> None:
    """Drag across the bars, from one share of their width to another; one spot is a click."""
    plot = page.locator(f"{BARS} .nsewdrag").first
    plot.wait_for()
    box = plot.bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + start * box["width"], middle)
    page.mouse.down()
    if start != end:
        page.mouse.move(box["x"] + end * box["width"], middle, steps=8)
    page.mouse.up()


def held(store: Store, first: date, last: date) -> int:
    """Count the corridor's incidents of a period."""
    chosen = IncidentFilter(provinces=packs.region().provinces, date_from=first, date_to=last)
    return queries.summary(store, chosen).incidents or 0


def coloured(store: Store, first: date, last: date) -> int:
    """Count the coloured parts that the bars of some months have."""
    chosen = IncidentFilter(provinces=packs.region().provinces, date_from=first, date_to=last)
    rows = queries.timeline(store, chosen, "month", "type")
    return int((rows["beside"].isna() & rows["group"].notna()).sum())


def strong(page: Page, count: int) -> None:
    """So many parts of bars are drawn in full colour, now or soon."""
    expect(page.locator(f"{BARS} .bars .point path:not([style*='fill-opacity: 0'])")).to_have_count(
        count
    )


def keys_go_from_bar_to_bar(page: Page) -> None:
    """Each is read out; Enter selects what Shift has taken in or adds it, Escape clears."""
    chart, said = page.locator(BARS), page.locator(".cw-picks [role=status]").first
    expect(chart).to_have_attribute("role", "application")
    chart.focus()
    for key in ("End", "ArrowLeft", "ArrowLeft", "Shift+ArrowLeft"):
        page.keyboard.press(key)
    expect(said).to_contain_text(re.compile(r"Oct.2018: 10.incidents.*To .*Sep.2018: 6.incidents"))
    expect(page.locator(".cw-picks-cursor > div")).to_have_count(2)
    page.keyboard.press("Enter")
    asks(page, sel=["dates:2018-09-01/2018-10-31"])
    # On at once, before the page has answered: the second is added to the first, Escape clears.
    for key in ("ArrowLeft", "Shift+Enter", "ArrowLeft", "Shift+Enter"):
        page.keyboard.press(key)
    later = "~dates:2018-08-01/2018-08-31~dates:2018-07-01/2018-07-31"
    asks(page, sel=[f"dates:2018-09-01/2018-10-31{later}"])
    wait_until_settled(page)
    expect(chart).to_be_focused()
    for key in ("Enter", "Escape"):
        page.keyboard.press(key)
    expect(page.locator(".cw-selection")).to_have_count(0)
    wait_until_settled(page)
    assert "sel" not in query(page)


def a_cell_selects_its_month(page: Page, every: int) -> None:
    """By a click, and by keys the months up to another one."""
    view = page.locator(".st-key-timeline_view")
    expect(view).to_have_attribute("role", "application")
    wait_until_settled(page)
    cell = view.locator(".bars .point path").last.bounding_box()
    assert cell
    page.mouse.click(cell["x"] + cell["width"] / 2, cell["y"] + cell["height"] / 2)
    expect(page.locator(".cw-selection")).to_contain_text(f"of {every} incidents")
    assert re.fullmatch(r"dates:(\d{4}-\d\d)-01/\1-\d\d", query(page)["sel"][0])
    wait_until_settled(page)
    assert barriers(page) == []
    view.focus()
    for key in ("End", "Shift+ArrowLeft", "Enter"):
        page.keyboard.press(key)
    asks(page, sel=["dates:2015-07-01/2015-08-31"])
    wait_until_settled(page)


def the_chart_is_saved(page: Page) -> None:
    """As a picture with words round it, which the browser makes, and as files of the server's."""
    page.get_by_role("button", name="Save the chart").click()
    files = {}
    for kind in ("PNG", "SVG", "CSV"):
        with page.expect_download() as saved:
            page.get_by_role("button", name=kind, exact=True).click()
        assert saved.value.suggested_filename == f"corridor-watch-timeline-calendar.{kind.lower()}"
        files[kind] = saved.value.path()
    picture = np.asarray(Image.open(files["PNG"]).convert("RGB"), dtype=np.int16)
    wide, tall = map(int, re.findall(r'viewBox="0 0 (\d+) (\d+)"', files["SVG"].read_text())[0])
    assert picture.shape[:2] == (2 * tall, 2 * wide)
    # Cells of the calendar have the accent's colour, more of it where more was; words are ink.
    assert len(np.unique(picture[tall // 2 : tall].reshape(-1, 3), axis=0)) > 4
    for words in (slice(0, 100), slice(2 * tall - 200, None)):
        assert (picture[words].max(axis=2) < 130).sum() > 300
    page.keyboard.press("Escape")


def the_calendar_is_in_the_address_and_back_leads_from_it(page: Page) -> None:
    page.get_by_text("calendar", exact=True).click()
    asks(page, view=["calendar"])
    expect(page.locator("h2").first).to_contain_text("Incidents on ")
    expect(page.locator(".st-key-timeline_view .bars .point")).to_have_count(365)
    wait_until_settled(page)
    the_chart_is_saved(page)
    page.go_back()


def test_days_are_selected_on_the_bars_and_can_become_the_period(
    server: str, page: Page, store: Store
) -> None:
    open_page(page, f"{server}/timeline?dates={YEAR[0]}&dates={YEAR[1]}")
    before, every = sentence(page), held(store, *map(date.fromisoformat, YEAR))
    legend = page.locator(".cw-legend").first

    month = date(2018, 5, 1), date(2018, 5, 31)
    middle = share(date(2018, 5, 16))
    drag(page, middle, middle)
    asks(page, sel=["dates:2018-05-01/2018-05-31"])
    expect(legend).to_contain_text(f"strong: {held(store, *month)} of {every}")
    strong(page, coloured(store, *month))
    assert sentence(page) == before

    span = date(2017, 9, 1), date(2017, 12, 31)
    page.keyboard.down("Shift")
    drag(page, share(date(2017, 12, 28)), share(date(2017, 9, 4)))
    page.keyboard.up("Shift")
    asks(page, sel=["dates:2018-05-01/2018-05-31~dates:2017-09-01/2017-12-31"])
    both = held(store, *month) + held(store, *span)
    expect(legend).to_contain_text(f"strong: {both} of {every}")
    strong(page, coloured(store, *month) + coloured(store, *span))
    wait_until_settled(page)

    page.go_back()
    strong(page, coloured(store, *month))
    expect(legend).to_contain_text(f"strong: {held(store, *month)} of {every}")
    wait_until_settled(page)
    keys_go_from_bar_to_bar(page)
    expect(legend).not_to_contain_text("strong")
    wait_until_settled(page)
    assert "sel" not in query(page)

    the_calendar_is_in_the_address_and_back_leads_from_it(page)
    strong(page, coloured(store, date(2003, 1, 1), SPAN[1]))
    assert "view" not in query(page)
    wait_until_settled(page)

    # Days before the period: nothing of the filter, and a way to look there.
    drag(page, share(date(2014, 6, 2)), share(date(2015, 8, 28)))
    expect(page.locator(".cw-selection")).to_contain_text(f"0 of {every}")
    wait_until_settled(page)
    page.get_by_role("button", name="Make it the filter").click()
    expect(page.locator(".cw-sentence")).not_to_have_text(before)
    wait_until_settled(page)
    asks(page, dates=["2014-06-01", "2015-08-31"])
    number = held(store, date(2014, 6, 1), date(2015, 8, 31))
    assert f"{number} incidents" in sentence(page)
    page.get_by_role("link", name="Incidents", exact=True).click()
    expect(page.get_by_role("heading", name=f"{number} incidents by UCDP")).to_be_visible()
    page.go_back()
    wait_until_settled(page)
    asks(page, dates=["2014-06-01", "2015-08-31"])
    page.get_by_text("calendar", exact=True).click()
    expect(page.locator("h2").first).to_contain_text("Incidents in ")
    a_cell_selects_its_month(page, number)


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
