"""With nothing but a finger on a phone: everything is selected, played and cleared."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from corridor import answers, packs
from corridor.filter import IncidentFilter
from corridor.filter.selection import read_selection
from corridor.store import Store
from tests.browser.conftest import until, wait_until_settled
from tests.browser.steps import (
    A_TRY_MS,
    CANVAS,
    FIRST_STRETCH,
    HAS_MARKS,
    TRIES,
    Spot,
    on_map,
    open_page,
    query,
)
from tests.browser.test_period import BARS, share

YEAR = IncidentFilter(
    provinces=packs.region().provinces, date_from=date(2017, 7, 1), date_to=date(2018, 6, 30)
)
SAMARRA = (43.8739, 34.1966)
FARHATIYA = (44.0833, 33.9167)
# Ground far from every mark.
BARE = (45.4, 35.9)
NORTH_WEST, SOUTH_EAST = (43.7, 35.6), (44.5, 34.9)
# So many degrees a finger's width is, at most.
CLOSE = 0.02


def finger(page: Page, *spots: Spot) -> None:
    """Lay a finger on a spot of the screen, move it over the others, and lift it."""
    hand = page.context.new_cdp_session(page)
    for at, (x, y) in enumerate(spots):
        kind = "touchMove" if at else "touchStart"
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    hand.detach()


def spots(page: Page, *places: Spot) -> list[Spot]:
    """Bring the map into view; give where some places are on the screen."""
    canvas = page.locator(CANVAS)
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box
    size = box["width"], box["height"]
    found = [on_map(place, size, packs.region().provinces) for place in places]
    return [(box["x"] + right, box["y"] + down) for right, down in found]


def tool(page: Page, name: str) -> Locator:
    return page.locator(f'[data-cw-tool="{name}"]')


def asks_for(page: Page, asked: str) -> bool:
    return bool(re.fullmatch(asked, query(page).get("sel", [""])[0]))


def tap_map(page: Page, place: Spot, asked: str) -> None:
    """Tap a place on the map until the address asks for this.

    A press that a map drawn in software answers after a second is no tap: once more then.
    """
    for _ in range(TRIES):
        finger(page, *spots(page, place))
        until(page, lambda: asks_for(page, asked), A_TRY_MS)
        if asks_for(page, asked):
            return


def selected(page: Page, store: Store, asked: str) -> list[str]:
    """The address asks for this; the line says what the store counts of it. Give its terms."""
    until(page, lambda: asks_for(page, asked))
    (text,) = query(page)["sel"]
    assert re.fullmatch(asked, text)
    told, bad = read_selection(text)
    assert bad == ()
    held = answers.selected(store, YEAR, told).summary.incidents
    assert held
    expect(page.locator(".cw-selection")).to_contain_text(f"Selected: {held} of 97 incidents")
    wait_until_settled(page)
    return [term.text for term in told.terms]


def nothing_is_selected(page: Page) -> None:
    expect(page.locator(".cw-selection")).to_have_count(0)
    wait_until_settled(page)
    assert "sel" not in query(page)


def numbers(text: str) -> list[float]:
    return [float(each) for each in re.split("[,;]", text)]


def test_everything_is_selected_with_a_finger(server: str, phone: Page, store: Store) -> None:
    open_page(phone, f"{server}/map?dates={YEAR.date_from}&dates={YEAR.date_to}")
    until(phone, lambda: phone.evaluate(HAS_MARKS))
    marks_are_tapped(phone, store)
    shapes_are_drawn(phone, store)
    time_is_played(phone, store)
    a_stretch_is_tapped(phone, store)
    bars_are_tapped(phone, store)


def marks_are_tapped(page: Page, store: Store) -> None:
    """One, another one more, and the ground, which lets go of both."""
    finger(page, *spots(page, BARE))  # draws, for the first time, what lies under a finger
    one = r"mark:1 34\.19\d+ 43\.87\d+"
    two = rf"{one}~mark:1 33\.91\d+ 44\.08\d+"
    tap_map(page, SAMARRA, one)
    selected(page, store, one)
    tool(page, "adds").tap()
    tap_map(page, FARHATIYA, two)
    selected(page, store, two)
    tool(page, "adds").tap()
    tap_map(page, BARE, "")
    nothing_is_selected(page)


def shapes_are_drawn(page: Page, store: Store) -> None:
    """Each in the place of the one before."""
    (west, north), (east, south) = NORTH_WEST, SOUTH_EAST
    tool(page, "tool-box").tap()
    finger(page, *spots(page, NORTH_WEST, (44.1, 35.2), SOUTH_EAST))
    (box,) = selected(page, store, "area:.*")
    corners = [west, south, east, south, east, north, west, north]
    assert sorted(numbers(box)) == pytest.approx(sorted(corners), abs=CLOSE)
    page.get_by_role("button", name="Clear selection").tap()
    nothing_is_selected(page)
    tool(page, "tool-lasso").tap()
    finger(
        page, *spots(page, *((44.1, 35.7), (43.7, 35.2), (44.1, 34.7), (44.5, 35.2), (44.2, 35.6)))
    )
    (lasso,) = selected(page, store, "area:.*")
    assert len(numbers(lasso)) >= 8
    tool(page, "tool-circle").tap()
    finger(page, *spots(page, (44.39, 35.47), (44.5, 35.47), (44.61, 35.47)))
    (circle,) = selected(page, store, "circle:.*")
    assert numbers(circle) == pytest.approx([44.39, 35.47, 20], abs=CLOSE, rel=0.1)
    tool(page, "in-view").tap()
    (seen,) = selected(page, store, "area:.*")
    lons, lats = numbers(seen)[::2], numbers(seen)[1::2]
    assert min(lons) < west < east < max(lons)
    assert min(lats) < south < north < max(lats)


def time_is_played(page: Page, store: Store) -> None:
    player, play = page.locator(".cw-map-player"), page.locator('[data-cw-play="play"]')
    whole = player.get_attribute("data-cw-window")
    play.tap()
    expect(player).to_have_attribute("data-cw-plays", "true")
    expect(player).not_to_have_attribute("data-cw-window", whole or "")
    play.tap()
    expect(player).to_have_attribute("data-cw-plays", "false")
    expect(page.locator(".cw-rested").first).to_be_visible()
    wait_until_settled(page)
    page.get_by_role("button", name="Select these days").tap()
    (days,) = selected(page, store, "dates:.*")
    assert days == player.get_attribute("data-cw-window")


def a_stretch_is_tapped(page: Page, store: Store) -> None:
    page.locator(".stPlotlyChart .nsewdrag").first.scroll_into_view_if_needed()
    finger(page, page.evaluate(FIRST_STRETCH))
    selected(page, store, r"road:[a-z-]+/\d*0-\d+0")
    expect(page.locator(".cw-selection")).to_contain_text(re.compile(r"road, kilometres \d+ to"))


def bars_are_tapped(page: Page, store: Store) -> None:
    """What was tapped on the map is selected here too, until the first tap on a bar."""
    page.get_by_test_id("stExpandSidebarButton").tap()
    page.get_by_role("link", name="Timeline", exact=True).tap()
    expect(page).to_have_title("Timeline · Corridor Watch")
    selected(page, store, "road:.*")
    for day, asked in (
        (date(2018, 5, 16), "dates:2018-05-01/2018-05-31"),
        (date(2017, 10, 16), "dates:2018-05-01/2018-05-31~dates:2017-10-01/2017-10-31"),
    ):
        plot = page.locator(f"{BARS} .nsewdrag").first
        plot.scroll_into_view_if_needed()
        box = plot.bounding_box()
        assert box
        finger(page, (box["x"] + share(day) * box["width"], box["y"] + box["height"] / 2))
        selected(page, store, re.escape(asked))
        page.locator(".cw-picks").get_by_role("button", name="Add to the selection").tap()
    page.get_by_role("button", name="Clear selection").tap()
    nothing_is_selected(page)
