"""The map in a browser: painted, and what can be clicked on it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import partial

import numpy as np
import pandas as pd
import pytest
from PIL import Image
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as TimedOut

from corridor import packs
from corridor.palette import Theme, rgba
from corridor.settings import SHIPPED
from corridor.words.numbers import day
from tests.browser.conftest import until, wait_until_settled
from tests.browser.steps import (
    A_TRY_MS,
    CANVAS,
    FIRST_STRETCH,
    HAS_MARKS,
    TRIES,
    Picture,
    Spot,
    asks,
    awaited_picture,
    barriers,
    click_map,
    news_first,
    number_before,
    on_map,
    open_filter,
    open_page,
    point_at,
    query,
    says,
    turn_to,
)

YEAR = "?dates=2017-07-01&dates=2018-06-30"
# UCDP:259054, 5 killed on 29 May 2018, and UCDP:259056, 12 civilians killed on 2 June.
HAWIJA = (43.7727, 35.3259)
VIEW = """() => {
    const map = document.querySelector(".cw-map").parentElement.corridorMap;
    return map.drawing.view;
}"""
SMOOTHED = """() => {
    const { ground, top } = document.querySelector(".cw-map").parentElement.corridorMap.drawing;
    return [ground, top].map((each) => each.device.handle.getContextAttributes().antialias);
}"""
RESTING = """() => {
    const map = document.querySelector(".cw-map").parentElement.corridorMap;
    return map.drawing.rest.held.size;
}"""
MOVED = """() => {
    const map = document.querySelector(".cw-map").parentElement.corridorMap;
    map.stage.dispatchEvent(new PointerEvent("pointermove"));
    return map.drawing.rest.held.size;
}"""
SAMARRA = (43.8739, 34.1966)
FARHATIYA = (44.0833, 33.9167)
# With what happened in Samarra, in Farhatiya, in neither.
THREE_DATES = (
    ("2018-05-20", "2018-05-30"), ("2018-06-01", "2018-06-05"), ("2018-02-01", "2018-03-01"),
)  # fmt: skip
# A corner of the mountains without names, roads and incidents: north-west and south-east.
MOUNTAINS = ((44.92, 35.88), (45.3, 35.7))
# One day with two incidents: UCDP:272411 at a town, UCDP:272415 known to the province alone.
ONE_DAY = "?dates=2018-10-31&dates=2018-10-31"
MUQDADIYA = (44.9369, 33.9786)
KIRKUK_CENTROID = (44.1667, 35.25)
PROMPT = "Click a point, a disc, a shaded district or a number"
INJANA = (44.63, 34.53)
# Amid a disc of 25 km, far from its rim and from other marks.
IN_A_DISC = (44.75, 34.35)
KIRKUK_CITY = (44.3922, 35.4681)
# Where the province's name is placed; its count stands below the two lines of the name.
KIRKUK_NAME, BELOW_NAME = (43.98, 35.42), (0, 38)
# In that year the name has moved up from a mark below it.
IN_THAT_YEAR = (0, 24)


def size_of(picture: Picture) -> tuple[float, float]:
    return float(picture.shape[1]), float(picture.shape[0])


def difference(picture: Picture, place: Spot, event_type: str, theme: Theme) -> int:
    """How far the colour at a place is from an event type's: 0–255."""
    right, down = on_map(place, size_of(picture), packs.region().provinces)
    seen = picture[round(down), round(right)]
    return int(np.abs(seen - np.array(rgba(event_type, theme)[:3])).max())


def relief(picture: Picture) -> int:
    """Count the colours in the mountains: one when no relief is drawn there."""
    (left, top), (right, bottom) = (
        on_map(corner, size_of(picture), packs.region().provinces) for corner in MOUNTAINS
    )
    inside = picture[round(top) : round(bottom), round(left) : round(right)]
    return len(np.unique(inside.reshape(-1, 3), axis=0))


@pytest.mark.drawn
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_map_is_painted_with_ground_and_marks(theme: Theme, server: str, page: Page) -> None:
    page.emulate_media(color_scheme=theme)
    open_page(page, f"{server}/map{YEAR}")

    def is_whole(picture: Picture) -> bool:
        return relief(picture) > 100 and difference(picture, SAMARRA, "Battles", theme) < 30

    picture = awaited_picture(page, is_whole)
    assert relief(picture) > 100
    assert difference(picture, SAMARRA, "Battles", theme) < 30
    assert difference(picture, FARHATIYA, "Violence against civilians", theme) < 30
    assert len(np.unique(picture.reshape(-1, 3), axis=0)) > 2000
    brightness = picture.mean()
    assert brightness < 90 if theme == "dark" else brightness > 190
    if theme == "light":  # drawn without a graphics card, a map takes a core for many seconds
        time_plays_in_colour(page)
        layers_can_be_switched_off(page)
    else:
        another_area_is_painted_as_if_it_were_opened(page)


def is_painted(
    picture: Picture, places: Sequence[tuple[Spot, str]], happened: Sequence[bool]
) -> bool:
    """Tell whether exactly the marks of what happened are painted."""
    seen = [difference(picture, place, kind, "light") < 30 for place, kind in places]
    return seen == list(happened)


def time_plays_in_colour(page: Page) -> None:
    """Around three dates a mark is painted exactly if something happened there in these days."""
    told = pd.read_parquet(SHIPPED / "incidents" / "seed" / "incidents.parquet")
    told = told[(told["source"] == "UCDP") & (told["geo_precision"] == 1)]
    places = [(SAMARRA, "Battles"), (FARHATIYA, "Violence against civilians")]
    seen_once = set()
    for first, last in THREE_DATES:
        days = told[told["event_date"].between(date.fromisoformat(first), date.fromisoformat(last))]
        happened = [
            bool(np.isclose(days[["longitude", "latitude"]], place, atol=1e-4).all(axis=1).any())
            for place, _ in places
        ]
        page.locator('[data-cw-play="from"]').fill(first)
        page.locator('[data-cw-play="to"]').fill(last)
        page.locator('[data-cw-play="to"]').press("Enter")

        picture = awaited_picture(page, partial(is_painted, places=places, happened=happened))
        assert is_painted(picture, places, happened), f"{first} to {last}"
        seen_once.add(tuple(happened))
    assert seen_once == {(True, False), (False, True), (False, False)}
    page.locator('[data-cw-play="whole"]').click()


def another_area_is_painted_as_if_it_were_opened(page: Page) -> None:
    """deck.gl fills wrong triangles when a layer of areas gets others: each map has its own."""
    open_filter(page)
    provinces = page.get_by_test_id("stMultiSelect").filter(has_text="Diyala").first
    for name in ("Kirkuk", "Salah al-Din"):
        provinces.get_by_role("button", name=re.compile(name)).first.click()
        wait_until_settled(page)
    page.get_by_text("Change filter", exact=True).click()
    says(page, "Diyala, 1 Jul 2017")
    changed = awaited_picture(page, lambda _: page.evaluate(RESTING) == 2)
    page.reload()
    wait_until_settled(page)
    opened = awaited_picture(page, lambda seen: differing(seen, changed) < 0.02)
    assert differing(opened, changed) < 0.02


def differing(picture: Picture, other: Picture) -> float:
    """Which part of two pictures is not the same."""
    return float((np.abs(picture - other).max(axis=2) > 12).mean())


def layers_can_be_switched_off(page: Page) -> None:
    page.get_by_text("Layers", exact=True).click()
    page.get_by_role("button", name="Clear all").click()
    wait_until_settled(page)
    bare = awaited_picture(page, lambda picture: relief(picture) < 20)
    assert relief(bare) < 20
    assert difference(bare, SAMARRA, "Battles", "light") > 60


@pytest.mark.drawn
def test_what_is_known_of_a_day_is_named_saved_and_opened(server: str, page: Page) -> None:
    """In one page: to draw it once takes a core many seconds where there is no graphics card."""
    open_page(page, f"{server}/map{ONE_DAY}")
    awaited_picture(page, lambda seen: difference(seen, MUQDADIYA, "Battles", "light") < 60)
    hovering_names_the_incident(page)
    the_view_is_saved_as_a_picture(page)
    an_incident_known_to_the_province_alone_cannot_be_clicked(page)
    a_known_incident_opens_with_a_click(page)


def hovering_names_the_incident(page: Page) -> None:
    tooltip = page.locator(".deck-tooltip", has=page.locator(".cw-map-tip-place"))
    for _ in range(10 * TRIES):
        point_at(page, MUQDADIYA, packs.region().provinces)
        if tooltip.count() and "town" in (tooltip.text_content() or ""):
            break
        page.wait_for_timeout(300)
    expect(tooltip).to_contain_text("Miqdādīyah town")
    expect(tooltip).to_contain_text("exact place · 31 Oct 2018")
    expect(page.locator(CANVAS)).to_be_visible()


def the_view_is_saved_as_a_picture(page: Page) -> None:
    with page.expect_download() as saved:
        page.locator('[data-cw-tool="save"]').dispatch_event("click")
    assert saved.value.suggested_filename == "corridor-watch-map.png"
    file = np.asarray(Image.open(saved.value.path()).convert("RGB"), dtype=np.int16)
    left, top = 16, (file == rgba("land", "light")[:3]).all(axis=2).any(axis=1).argmax()
    assert 40 < top < 140, "title and sentences stand above"
    stage = page.locator(".cw-map-stage").bounding_box()
    assert stage is not None
    tall = round(stage["height"])
    drawn = file[top : top + tall, left : left + round(stage["width"])]
    assert difference(drawn, MUQDADIYA, "Battles", "light") < 60
    assert file.shape[0] > top + tall + 20, "the sources stand below"
    page.get_by_role("button", name="Save", exact=True).click()
    for name in ("SVG", "CSV", "GeoJSON"):
        with page.expect_download() as offered:
            page.get_by_role("button", name=name, exact=True).click()
        assert offered.value.suggested_filename == f"corridor-watch-map.{name.lower()}"
    page.keyboard.press("Escape")


def an_incident_known_to_the_province_alone_cannot_be_clicked(page: Page) -> None:
    detail = page.locator(".cw-detail")
    click_map(page, KIRKUK_CENTROID, packs.region().provinces)
    wait_until_settled(page)
    assert "sel" not in query(page)
    expect(page.get_by_text(PROMPT)).to_be_visible()
    expect(detail).to_have_count(0)
    expect(page.get_by_text("1 not drawn: 1 known only to the province")).to_be_visible()
    # The same hand opens what can be opened: the count at the province's name.
    click_map(page, KIRKUK_NAME, packs.region().provinces, BELOW_NAME)
    expect(detail).to_contain_text("Kirkuk")
    assert query(page)["sel"] == ["mark:4 Kirkuk"]
    expect(detail).to_contain_text("UCDP:272415")


def a_known_incident_opens_with_a_click(page: Page) -> None:
    detail = page.locator(".cw-detail")
    click_map(page, MUQDADIYA, packs.region().provinces)
    expect(detail).to_contain_text("UCDP:272411")
    assert query(page)["sel"] == ["mark:1 33.978611 44.936944"]
    expect(detail).to_contain_text("Miqdādīyah town")
    page.reload()
    wait_until_settled(page)
    expect(detail).to_contain_text("UCDP:272411")
    page.get_by_role("link", name="All accounts of this incident").click()
    expect(page.locator("h1")).to_contain_text("Incidents")
    expect(detail).to_contain_text("News offices")


def test_whatever_stands_for_incidents_opens_them_with_one_click(server: str, page: Page) -> None:
    open_page(page, f"{server}/map{YEAR}&as_of=2018-03-31")
    until(page, lambda: page.evaluate(HAS_MARKS))
    detail = page.locator(".cw-detail")
    title, rows = detail.locator("h2"), detail.locator("tbody tr")
    # The first click after the page was loaded.
    click_map(page, INJANA, packs.region().provinces)
    expect(title).to_have_text("Road between Baghdad city and Kirkuk town")
    with news_first(page):
        click_map(page, IN_A_DISC, packs.region().provinces)
        expect(detail).to_contain_text("UCDP:258966")
    click_map(page, KIRKUK_CITY, packs.region().provinces)
    expect(title).to_have_text("Kirkūk town")
    expect(rows).to_have_count(5)
    click_map(page, KIRKUK_NAME, packs.region().provinces, IN_THAT_YEAR)
    expect(title).to_have_text("Kirkuk province")
    expect(rows).to_have_count(8)
    # What was opened is in the first view, above the legend.
    box = page.locator(".cw-detail").bounding_box()
    legend = page.locator(".cw-legend").first.bounding_box()
    assert box
    assert legend
    assert box["y"] + box["height"] <= min(legend["y"], 900)
    # One Back undoes one click.
    page.go_back()
    expect(title).to_have_text("Kirkūk town")
    page.go_back()
    expect(detail).to_contain_text("UCDP:258966")
    # A click on what was open before Back opens it again.
    click_map(page, KIRKUK_NAME, packs.region().provinces, IN_THAT_YEAR)
    expect(title).to_have_text("Kirkuk province")
    # On to an incident and back: filter, as-of date and what was open are there.
    page.locator(".cw-detail td a").first.click()
    expect(page.locator(".cw-detail")).to_contain_text("News offices")
    wait_until_settled(page)
    assert query(page)["as_of"] == ["2018-03-31"]
    assert query(page)["dates"] == ["2017-07-01", "2018-06-30"]
    page.go_back()
    wait_until_settled(page)
    expect(title).to_have_text("Kirkuk province")
    assert query(page)["as_of"] == ["2018-03-31"]


def told(page: Page) -> str:
    """What is selected, as the line under the filter says."""
    return page.locator(".cw-selection").first.inner_text().replace("\u00a0", " ")


def drag(page: Page, tool: str, *places: Spot) -> None:
    """Take a tool and draw from place to place on the map."""
    page.locator(f'[data-cw-tool="tool-{tool}"]').click()
    box = page.locator(CANVAS).bounding_box()
    assert box
    provinces = packs.region().provinces
    spots = [on_map(place, (box["width"], box["height"]), provinces) for place in places]
    first, *rest = [(box["x"] + right, box["y"] + down) for right, down in spots]
    page.mouse.move(*first)
    page.mouse.down()
    for spot in rest:
        page.mouse.move(*spot, steps=3)
    page.mouse.up()


def test_what_is_drawn_on_the_map_is_selected_everywhere(server: str, page: Page) -> None:
    open_page(page, f"{server}/map{YEAR}")
    until(page, lambda: page.evaluate(HAS_MARKS))
    page.locator('[data-cw-tool="in-view"]').click()
    expect(page.locator(".cw-selection")).to_contain_text("a drawn area")
    viewed = number_before("of 97 incidents", told(page))
    # A box, then a circle, then a lasso: each in the place of the one before.
    drag(page, "box", (43.6, 35.6), (44.5, 34.9))
    until(page, lambda: query(page)["sel"][0].startswith("area:43.6"))
    wait_until_settled(page)
    boxed = number_before("of 97 incidents", told(page))
    assert 5 < boxed < viewed <= 97
    assert query(page)["sel"][0].startswith("area:43.6")
    drag(page, "circle", (44.39, 35.47), (44.6, 35.47))
    expect(page.locator(".cw-selection")).to_contain_text("km of a point")
    expect(page.get_by_text("placed too vaguely for a shape")).to_be_visible()
    drag(page, "lasso", (43.6, 35.6), (44.5, 35.6), (44.5, 34.9), (43.6, 34.9), (43.61, 35.55))
    expect(page.locator(".cw-selection")).to_contain_text("a drawn area")
    # With Shift a mark is added to it, and taken away again.
    page.keyboard.down("Shift")
    click_map(page, SAMARRA, packs.region().provinces, shift_key=True)
    page.keyboard.up("Shift")
    expect(page.locator(".cw-selection")).to_contain_text("a place on the map")
    both = query(page)["sel"][0]
    assert both.count("~") == 1
    # Back takes the last step back; a reload and another page keep what is selected.
    page.go_back()
    expect(page.locator(".cw-selection")).not_to_contain_text("a place on the map")
    lassoed = told(page)
    page.reload()
    wait_until_settled(page)
    assert told(page) == lassoed
    turn_to(page, "Incidents")
    assert told(page) == lassoed
    turn_to(page, "Map")
    page.get_by_role("button", name="Make it the filter").click()
    expect(page.locator(".cw-selection")).to_have_count(0)
    assert "sel" not in query(page)
    assert query(page)["within"]
    says(page, f"{number_before('of 97 incidents', lassoed)} incidents by UCDP")
    page.get_by_role("button", name="Clear selection").wait_for(state="detached")


def test_time_plays_without_the_server_and_counts_what_the_server_counts(
    server: str, page: Page
) -> None:
    frames: list[object] = []

    def note(sent: object) -> None:
        frames.append(sent)

    page.on("websocket", lambda opened: opened.on("framesent", note))
    open_page(page, f"{server}/map{YEAR}")
    player, shown = page.locator(".cw-map-player"), page.locator(".cw-map-figures")
    expect(shown).to_have_text("Incidents: 97 · Killed: 2,024")
    profile, strip = page.locator(".cw-map-strip"), page.locator(".cw-road").first
    counts = [*map(int, (profile.get_attribute("data-cw-stretches") or "").split(","))]
    expect(strip).to_contain_text(f"{sum(counts)} incidents")
    expect(page.locator(".cw-map-road")).to_contain_text(strip.locator("strong").inner_text())
    for first, last in (
        ("2017-08-01", "2017-08-31"),
        ("2018-02-01", "2018-03-01"),
        ("2018-05-01", "2018-06-30"),
    ):
        page.locator('[data-cw-play="from"]').fill(first)
        page.locator('[data-cw-play="to"]').fill(last)
        page.locator('[data-cw-play="to"]').press("Enter")
        expect(player).to_have_attribute("data-cw-window", f"{first}/{last}")
        found = page.locator(".cw-rested")
        counted, killed = re.findall(r": ([\d,]+)", shown.inner_text())
        expect(found).to_contain_text(day(date.fromisoformat(last)))
        expect(found).to_contain_text(f"{counted} incidents by UCDP, {killed} killed")
    span = page.locator('[data-cw-play="span"]')
    span.select_option("month")
    expect(player).to_have_attribute("data-cw-window", "2018-06-01/2018-06-30")
    page.locator('[data-cw-play="back"]').click()
    expect(player).to_have_attribute("data-cw-window", "2018-05-01/2018-05-31")
    span.select_option("90")
    page.locator('[data-cw-play="whole"]').click()
    expect(shown).to_have_text("Incidents: 97 · Killed: 2,024")
    expect(page.locator(".cw-rested")).to_have_count(0)
    wait_until_settled(page)
    frames.clear()
    page.locator('[data-cw-play="play"]').click()
    before = player.get_attribute("data-cw-window")
    expect(profile).not_to_have_attribute("data-cw-stretches", ",".join(map(str, counts)))
    expect(player).not_to_have_attribute("data-cw-window", before or "")
    page.wait_for_timeout(1500)
    assert frames == [], "nothing is asked while it plays"
    page.locator('[data-cw-play="play"]').click()
    expect(player).to_have_attribute("data-cw-plays", "false")
    select_play_and_clear_by_keys(page)


FOCUSED = "name => document.activeElement?.matches(name)"


def select_play_and_clear_by_keys(page: Page) -> None:
    """From the map on, with no hand on a mouse; each state keeps nobody out."""
    stage, player = page.locator(".cw-map-stage"), page.locator(".cw-map-player")
    stage.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(".cw-selection")).to_be_visible()
    wait_until_settled(page)
    assert barriers(page) == []
    stage.focus()
    tabs = 0
    while not page.evaluate(FOCUSED, '[data-cw-play="play"]') and tabs < 20:
        page.keyboard.press("Tab")
        tabs += 1
    page.keyboard.press("Enter")
    expect(player).to_have_attribute("data-cw-plays", "true")
    page.keyboard.press("Enter")
    expect(player).to_have_attribute("data-cw-plays", "false")
    wait_until_settled(page)
    assert barriers(page) == []
    while not page.evaluate(FOCUSED, ".cw-map-stage") and tabs:
        page.keyboard.press("Shift+Tab")
        tabs -= 1
    page.keyboard.press("Escape")
    expect(page.locator(".cw-selection")).to_have_count(0)


def stretches_are_added_by_shift_and_by_keys(page: Page) -> None:
    """And taken away again, so that what was selected before is."""
    before = query(page)["sel"][0]
    chart = page.locator("[class*=st-key-road_][data-cw-picks]").first
    chart.focus()
    page.keyboard.press("End")
    page.keyboard.press("Shift+Enter")
    until(page, lambda: query(page)["sel"][0] != before)
    both = query(page)["sel"][0].split("~")
    assert (both[0], len(both)) == (before, 2)
    wait_until_settled(page)  # what is pressed while a page is still being made can be lost
    expect(chart).to_be_focused()
    page.keyboard.press("Shift+Enter")
    until(page, lambda: query(page)["sel"][0] == before)
    assert query(page)["sel"] == [before]
    wait_until_settled(page)


def test_ten_kilometres_of_a_road_are_selected_by_a_click(server: str, page: Page) -> None:
    open_page(page, f"{server}/map{YEAR}")
    map_, strip = page.locator(".cw-map"), page.locator(".stPlotlyChart .nsewdrag").first
    expect(page.locator(".cw-map-stage")).to_have_attribute("data-cw-ready", re.compile("."))
    strip.scroll_into_view_if_needed()
    picked = page.locator(".cw-selection")
    for _ in range(TRIES):  # what is not pointed at yet, or has just moved, takes no click
        page.mouse.move(*page.evaluate(FIRST_STRETCH), steps=3)
        with suppress(TimedOut):
            page.locator(".hoverlayer .hovertext").first.wait_for(timeout=A_TRY_MS)
            page.mouse.click(*page.evaluate(FIRST_STRETCH))
            picked.wait_for(timeout=A_TRY_MS)
            break
    expect(picked).to_contain_text(re.compile(r"road, kilometres \d+ to"))
    assert re.fullmatch(r"road:[a-z-]+/\d*0-\d+0", query(page)["sel"][0])
    counted = number_before("of 97 incidents", told(page))
    stretches_are_added_by_shift_and_by_keys(page)
    expect(page.locator(".cw-road").first).to_contain_text(f"{counted}\u00a0selected")
    expect(map_.first).to_have_attribute("data-cw-selected", re.compile(r"[1-9]"))
    page.get_by_role("button", name="Clear selection").click()
    expect(page.locator(".cw-selection")).to_have_count(0)
    assert "sel" not in query(page)
    expect(map_.first).to_have_attribute("data-cw-selected", "")


def test_a_place_is_found_by_keys_and_the_map_moves_there(server: str, page: Page) -> None:
    open_page(page, f"{server}/map{YEAR}")
    box = page.get_by_role("combobox", name="Find a place")
    box.focus()
    page.keyboard.type("Hawiga")
    page.keyboard.press("Enter")
    expect(page.get_by_text("town or village, district: Hawija")).to_be_visible()
    until(page, lambda: page.evaluate(VIEW)["zoom"] >= 9.5)
    seen = page.evaluate(VIEW)
    assert math.dist((seen["longitude"], seen["latitude"]), HAWIJA) < 0.01
    page.get_by_role("button", name="Select within 10").click()
    expect(page.locator(".cw-selection")).to_contain_text("of 97 incidents")
    assert query(page)["sel"] == ["circle:43.7727,35.3259,10"]
    page.get_by_role("button", name="Within 10").first.click()
    says(page, "within 10 km of Hawija")
    asks(page, near=["Hawija"])
    assert page.evaluate(VIEW)["zoom"] >= 9.5, "the map stays where it is"
    # Where nothing is left, the player has no road, and the map stays.
    page.get_by_label("Find a place").fill("Injana")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Within 10").first.click()
    says(page, "no incidents by UCDP")
    wait_until_settled(page)
    expect(page.locator(".cw-map-strip")).to_have_count(0)
    expect(page.get_by_text("BidiComponent Error")).to_have_count(0)
    # A page that is loaded anew finds the map where it was left.
    left = page.evaluate(VIEW)
    page.reload()
    wait_until_settled(page)
    until(page, lambda: page.evaluate(VIEW)["zoom"] == left["zoom"])
    assert page.evaluate(VIEW)["longitude"] == left["longitude"]


def test_every_mark_is_reached_by_keys_and_read_out(server: str, page: Page) -> None:
    open_page(page, f"{server}/map{ONE_DAY}")
    stage = page.locator(".cw-map-stage")
    until(page, lambda: page.evaluate(HAS_MARKS))
    stage.focus()
    heard = []
    for _ in range(2):
        page.keyboard.press("ArrowRight")
        heard.append(page.locator(".cw-map [role=status]").inner_text())
    places = [text.partition(".")[0] for text in heard]
    assert places == ["Kirkuk province", "Miqdādīyah town"], "north to south; no ring: not its day"
    page.keyboard.press("Enter")
    expect(page.locator(".cw-selection")).to_contain_text("1 of 2")
    stage.focus()
    page.keyboard.press("Escape")
    expect(page.locator(".cw-selection")).to_have_count(0)
    # A map at rest asks for no frames; a hand above it wakes it.
    until(page, lambda: page.evaluate(RESTING) == 2)
    assert page.evaluate(RESTING) == 2, "ground and marks"
    assert page.evaluate(SMOOTHED) == [True, False], "without a graphics card"
    assert page.evaluate(MOVED) == 0
