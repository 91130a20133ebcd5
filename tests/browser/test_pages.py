"""Every page in a browser: what it shows, on a phone, in the dark, asked for nonsense."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import until, wait_until_settled
from tests.browser.steps import CANVAS, barriers, open_page, query, sentence

LINK = "?dates=2017-07-01&dates=2018-06-30"
PERIOD = "Kirkuk, Salah al-Din and Diyala, 1 Jul 2017 – 30 Jun 2018: "
# What a page is for: (its headline, what must be seen on it, how often).
SIGNS = {
    "overview": ("Attacks by ISIS in the corridor were", ".cw-card", 5),
    "timeline": ("incidents a month in the period", ".js-plotly-plot", 2),
    "map": ("Map of incidents", CANVAS, 1),
    "findings": ("Of 5 conclusions", ".cw-finding", 5),
    "incidents": ("Incidents, Kirkuk", "[data-testid=stDataFrame]", 1),
    "uploads": ("Add incidents", "[data-testid=stFileUploader]", 1),
    "method": ("What these numbers are", "table:has(caption:text('Sources'))", 1),
}
# Texts of our own below the contrast of 4.5 to 1 with what lies behind them.
TOO_FAINT = """() => {
  // A mixed colour is told as shares of one, every other one in 256 steps.
  const numbers = text => (text.match(/[\\d.]+/g) || []).map(Number)
    .map((v, at) => text.startsWith('color(') && at < 3 ? 255 * v : v);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => v / 255)
      .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = node => {
    for (; node; node = node.parentElement) {
      const colour = numbers(getComputedStyle(node).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const speaks = node => [...node.childNodes].some(n => n.nodeType === 3 && n.data.trim());
  return [...document.querySelectorAll('.stHtml *')].filter(speaks).filter(node => {
    if (!node.checkVisibility()) return false;
    const [a, b] = [light(numbers(getComputedStyle(node).color)), light(ground(node))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
  }).map(node => node.className + ': ' + node.textContent.slice(0, 40));
}"""
SIDEWAYS = """() => ['html', '[data-testid=stMain]'].map(name => {
  const box = document.querySelector(name);
  return box.scrollWidth - box.clientWidth;
})"""


def see(page: Page, name: str) -> None:
    """Check that a page is itself, whole and readable."""
    headline, sign, count = SIGNS[name]
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1")).to_contain_text(headline)
    expect(page.locator(sign)).to_have_count(count)
    expect(page.locator(sign).first).to_be_visible()
    expect(page.locator("[data-testid=stException]")).to_have_count(0)
    assert sentence(page).startswith(PERIOD)


@pytest.mark.parametrize("name", SIGNS)
def test_a_cold_server_opens_a_deep_link_whole_by_day_and_by_night(
    name: str, cold_server: str, page: Page
) -> None:
    open_page(page, f"{cold_server}/{name}{LINK}")
    see(page, name)
    assert page.title() == f"{name.capitalize()} · Corridor Watch"
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.evaluate(TOO_FAINT) == []
    assert barriers(page) == []
    page.emulate_media(color_scheme="dark")
    expect(page.locator(".stApp")).to_have_css("background-color", "rgb(18, 23, 28)")
    wait_until_settled(page)
    see(page, name)
    assert page.evaluate(TOO_FAINT) == []
    assert barriers(page) == []


@pytest.mark.parametrize("name", SIGNS)
def test_a_phone_needs_no_sideways_scroll(name: str, server: str, phone: Page) -> None:
    open_page(phone, f"{server}/{name}{LINK}")
    see(phone, name)
    assert phone.evaluate("innerWidth") == 390
    assert phone.evaluate(SIDEWAYS) == [0, 0]
    box = phone.locator("h1").bounding_box()
    assert box
    assert box["y"] + box["height"] < 844


def test_rows_that_are_ticked_are_selected(server: str, page: Page) -> None:
    open_page(page, f"{server}/incidents?province=Diyala&dates=2018-06-01&dates=2018-06-30")
    table = page.get_by_test_id("stDataFrame")

    def tick(row: int) -> None:
        table.click(position={"x": 16, "y": 16 + 32 * row})
        wait_until_settled(page)

    tick(1)
    until(page, lambda: query(page).get("incident"))
    (first,) = query(page)["incident"]
    assert "sel" not in query(page)
    tick(2)
    until(page, lambda: query(page).get("sel"))
    (asked,) = query(page)["sel"]
    assert asked.startswith(f"incident:{first}~incident:")
    assert "incident" not in query(page)
    expect(page.locator(".cw-selection")).to_contain_text("2 single incidents")
    page.get_by_role("link", name="Timeline", exact=True).click()
    expect(page.get_by_test_id("stPlotlyChart").first).to_be_visible()
    assert query(page)["sel"] == [asked]
    page.get_by_role("button", name="Clear selection").click()
    until(page, lambda: "sel" not in query(page))
    assert "sel" not in query(page)


def test_an_address_of_nonsense_is_named_and_the_page_still_works(server: str, page: Page) -> None:
    open_page(page, f"{server}/findings?province=Atlantis&dates=2018-06-30&dates=2018-01-01")
    notice = page.locator(".cw-notice").first
    expect(notice).to_contain_text("province “Atlantis” is not known")
    expect(notice).to_contain_text("run backwards")
    assert sentence(page).startswith("Kirkuk, Salah al-Din and Diyala, 1 Jan – 31 Dec 2018: ")
    expect(page.locator(".cw-finding")).to_have_count(5)
    page.get_by_role("link", name="Incidents", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Incidents")
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()


@pytest.mark.parametrize(
    ("name", "way", "period"),
    [
        ("map", "Reset the filter", "1 Jan – 31 Dec 2018"),
        ("incidents", "Widen to all dates", "1 Jan 1989 – 25 Dec 2018"),
    ],
)
def test_an_empty_result_has_a_way_out(
    name: str, way: str, period: str, server: str, page: Page
) -> None:
    open_page(page, f"{server}/{name}?province=Diyala&dates=1990-01-01&dates=1990-01-31")
    expect(page.get_by_text("No incident matches.")).to_be_visible()
    assert "no incidents by UCDP" in sentence(page)
    page.get_by_role("link", name=way).click()
    expect(page.locator(SIGNS[name][1])).to_be_visible()
    wait_until_settled(page)
    expect(page.get_by_text("No incident matches.")).to_have_count(0)
    assert f", {period}: " in sentence(page)
    assert query(page).get("province", []) == (["Diyala"] if "Widen" in way else [])
