"""What a person does and reads, for all browser tests."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlencode, urlsplit

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect
from playwright.sync_api import TimeoutError as TookTooLong

from corridor import packs
from corridor.maps.basemap import Area
from corridor.maps.incident_map import DESKTOP, PHONE, load_basemap
from corridor.maps.map_view import fitted_view
from corridor.settings import SHIPPED
from tests.browser.conftest import PATIENCE_MS, until, wait_until_settled

Spot = tuple[float, float]
Picture = NDArray[np.int16]
CANVAS = "canvas[id$=-marks]"
TILE = 512
# A click can be lost, by a map drawn in software or a list that closes under it: once more then.
TRIES = 6
A_TRY_MS = 15_000
CLICK = """at => {
    const map = document.querySelector("#map-marks");
    const hand = {...at, bubbles: true, pointerType: "mouse", pointerId: 1, isPrimary: true};
    const press = new PointerEvent("pointerdown", {...hand, button: 0, buttons: 1});
    const release = new PointerEvent("pointerup", {...hand, button: 0});
    map.dispatchEvent(press);
    map.dispatchEvent(release);
}"""
HAS_MARKS = """() => {
    const map = document.querySelector(".cw-map")?.parentElement.corridorMap;
    return Boolean(map?.drawing.marks);
}"""
# Where on the page the first ten kilometres of the first road with incidents are.
FIRST_STRETCH = """() => {
  const plot = [...document.querySelectorAll('.js-plotly-plot')][0];
  const known = plot._fullData.at(-1);
  const at = known.text.findIndex((text) => /[1-9]\\d*.incident/.test(text));
  const box = plot.querySelector('.nsewdrag').getBoundingClientRect();
  return [box.x + plot._fullLayout.xaxis.d2p(known.x[at]), box.y + box.height * 0.4];
}"""

# What a widget was told is sent a moment later; a timer that fires in between has it too.
NEWS_FIRST = """() => {
    window.usualTimeout = window.setTimeout;
    window.setTimeout = (call, wait, ...more) => {
        if (!wait) window.asksForNews();
        return window.usualTimeout(call, wait, ...more);
    };
}"""
NEWS_IN_ITS_TIME = "() => { window.setTimeout = window.usualTimeout; }"


@contextmanager
def news_first(page: Page) -> Iterator[None]:
    """Let the page ask for news between every click and what the click asks for."""
    page.evaluate(NEWS_FIRST)
    yield
    page.evaluate(NEWS_IN_ITS_TIME)


def sentence(page: Page) -> str:
    """Read the filter sentence."""
    return page.locator(".cw-sentence").inner_text().replace("\u00a0", " ")


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def says(page: Page, words: str) -> None:
    """The filter sentence says these words, now or as soon as the run is through."""
    expect(page.locator(".cw-sentence")).to_contain_text(words)


def asks(page: Page, **wanted: list[str]) -> None:
    """The address asks for exactly these values of these keys, now or soon."""
    for key, values in wanted.items():
        pairs = urlencode([(key, value) for value in values])
        expect(page).to_have_url(re.compile(re.escape(pairs)))
        assert query(page)[key] == values


def open_page(page: Page, address: str) -> None:
    """Open an address and wait until its page is there and at rest."""
    page.goto(address)
    page.locator("h1").first.wait_for(timeout=PATIENCE_MS)
    wait_until_settled(page)


def barriers(page: Page) -> list[str]:
    """Name what keeps people out, by axe; but for the one fault of Streamlit's own uploader."""
    found = Axe().run(page).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:120]}"
        for rule in found
        for node in rule["nodes"]
        if "stFileUploaderDropzone" not in node["html"]
    ]


def turn_to(page: Page, title: str) -> None:
    """Go to another page by its link in the navigation, and wait until it is there and at rest."""
    page.get_by_role("link", name=title, exact=True).click()
    expect(page).to_have_title(f"{title} · Corridor Watch")
    expect(page).to_have_url(re.compile(f"/{title.lower()}([?]|$)"))
    wait_until_settled(page)


def open_filter(page: Page) -> None:
    page.get_by_text("Change filter", exact=True).click()
    expect(page.get_by_text("Reset filter")).to_be_visible()


def open_calendar(page: Page) -> Locator:
    """Open the calendar of the period, again if it shut (the page was drawn anew); its days."""
    days = page.get_by_role("gridcell")
    for _ in range(TRIES):
        page.locator(".st-key-dates button").last.click()
        try:
            days.first.wait_for(timeout=A_TRY_MS)
        except TookTooLong:
            continue
        return days
    pytest.fail("the calendar could not be opened")


def choose(page: Page, label: str, option: str) -> None:
    """Choose an option in a select box, as a person would: open, click, again if it shut."""
    wanted = page.get_by_role("option", name=option, exact=True)
    for _ in range(TRIES):
        page.get_by_role("combobox", name=label).click()
        try:
            wanted.click(timeout=A_TRY_MS)
        except TookTooLong:
            page.keyboard.press("Escape")
        else:
            return
    pytest.fail(f"{option} could not be chosen under {label}")


def upload(page: Page, server: str, name: str, text: str) -> None:
    """Hand a file to the uploads page and wait for what it says."""
    open_page(page, f"{server}/uploads")
    file = FilePayload(name=name, mimeType="text/csv", buffer=text.encode())
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("heading", name="3 · Check").wait_for()
    wait_until_settled(page)


def confirm(page: Page, author: str) -> None:
    """Confirm the file that was checked, under a name."""
    name = page.get_by_label("Your name, for the history")
    name.fill(author)
    name.press("Enter")
    wait_until_settled(page)
    page.get_by_role("button", name=re.compile("^Add [0-9]")).click()
    expect(page.locator(".cw-success")).to_contain_text("Saved as upload")
    wait_until_settled(page)


def number_before(words: str, text: str) -> int:
    """Read the number that stands before some words."""
    found = re.search(rf"([\d,]+) {words}", text.replace("\u00a0", " "))
    assert found, f"no number before “{words}” in: {text}"
    return int(found[1].replace(",", ""))


def picture_of(locator: Locator) -> Picture:
    """Take what is seen of an element: rows, columns, red-green-blue 0–255."""
    shot = Image.open(io.BytesIO(locator.screenshot())).convert("RGB")
    return np.asarray(shot, dtype=np.int16)


def awaited_picture(page: Page, has_arrived: Callable[[Picture], object]) -> Picture:
    """Take pictures of the map until one is as awaited; the last one when none is."""
    canvas = page.locator(CANVAS)
    canvas.wait_for()
    seen: list[Picture] = []

    def has_come() -> object:
        seen[:] = [picture_of(canvas)]
        return has_arrived(seen[0])

    until(page, has_come)
    return seen[0]


def on_map(place: Spot, size: tuple[float, float], provinces: tuple[str, ...]) -> Spot:
    """Give the pixel of a place (longitude, latitude) on a map of a size as it first opens."""
    basemap = load_basemap(SHIPPED / "reference", packs.region())
    made_for = DESKTOP if size[0] > PHONE[0] else PHONE
    view = fitted_view(basemap.bounds(Area(provinces)), made_for)
    scale = TILE * 2**view.zoom
    right, down = (
        scale * (there - middle)
        for there, middle in zip(
            _mercator(*place), _mercator(view.longitude, view.latitude), strict=True
        )
    )
    return size[0] / 2 + right, size[1] / 2 + down


def _mercator(longitude: float, latitude: float) -> Spot:
    """Give web-mercator x and y, 0–1 from the north-west corner of the world."""
    up = math.asinh(math.tan(math.radians(latitude)))
    return longitude / 360 + 0.5, 0.5 - up / (2 * math.pi)


def point_at(page: Page, place: Spot, provinces: tuple[str, ...]) -> Spot:
    """Move the mouse to a place on the map; give where that is on the screen."""
    box = page.locator(CANVAS).bounding_box()
    assert box
    right, down = on_map(place, (box["width"], box["height"]), provinces)
    spot = box["x"] + right, box["y"] + down
    page.mouse.move(spot[0] - 8, spot[1] - 8)
    page.mouse.move(*spot)
    return spot


def click_map(
    page: Page,
    place: Spot,
    provinces: tuple[str, ...],
    shift: Spot = (0, 0),
    *,
    shift_key: bool = False,
) -> None:
    """Click a place on the map (or so many px from it) once, as a hand does: in one moment.

    (Playwright releases only when the press has been answered, and drawn in software that can
    take a second: nobody's click is so slow.)
    """
    right, down = point_at(page, place, provinces)
    spot = {"clientX": right + shift[0], "clientY": down + shift[1]}
    page.evaluate(CLICK, spot | {"shiftKey": shift_key})


def click_and_open(page: Page, place: Spot, provinces: tuple[str, ...], opened: Locator) -> None:
    """Click a place on the map, once, and wait until something has opened."""
    page.locator(CANVAS).wait_for()
    click_map(page, place, provinces)
    opened.wait_for()
    wait_until_settled(page)
