"""Texts made to do harm, in a real browser: nothing runs, nothing is fetched, the maps stay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from corridor import settings
from corridor.ingest.review.confirm import Choices, confirm
from corridor.ingest.review.upload import check
from corridor.store import open_store
from tests.browser.conftest import serving, wait_until_settled
from tests.browser.steps import CANVAS, click_and_open, open_page, point_at, query, upload
from tests.hostile import rows, table_of

MAP_DOWN = Path(__file__).parents[1] / "data" / "security" / "map-down.csv"
DAY = "?province=Kirkuk&dates=2018-06-17&dates=2018-06-17"
JUNE = "?province=All+Iraq&dates=2018-06-01&dates=2018-06-30"
SPOT = (44.3, 35.3)
NAME = "<img src=x onerror=owned()>![x](http:evil.example)@@=(.csv"
# What is on a page for each kind of drawing that a text could break.
DRAWN = {
    "overview": CANVAS,
    "timeline": ".js-plotly-plot .main-svg",
    "map": CANVAS,
    "findings": ".cw-finding",
    "incidents": "[data-testid=stDataFrame] canvas",
    "method": "table",
}
# What runs by itself, and what fetches from where a text says.
ALIVE = """() => [...document.querySelectorAll('*')].filter(node =>
    [...node.attributes].some(a => /^on/.test(a.name) || /^\\s*javascript:/i.test(a.value)) ||
    (/^(img|script|iframe|object|embed|link|video|audio|source|form|base|meta)$/i
      .test(node.tagName) && /evil|owned/.test(node.outerHTML))
  ).map(node => node.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module")
def hostile_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a server whose store has a row for every text."""
    data = tmp_path_factory.mktemp("hostile")
    ours = settings.load(data)
    store = open_store(ours)
    for file in (table_of(rows()), MAP_DOWN.read_bytes()):
        found = check(store, ours, file, NAME)
        assert confirm(store, found, "<img src=x onerror=owned()>", Choices(only_good=True))
    with serving(data) as address:
        yield address


def test_every_page_shows_texts_as_text(hostile_server: str, page: Page) -> None:
    for name, sign in DRAWN.items():
        open_page(page, f"{hostile_server}/{name}{JUNE}&incident=@@%3D(&text=")
        expect(page.locator(sign).first).to_be_visible()
        if name == "timeline":
            page.locator(".st-key-stacked_by").get_by_role("radio").last.click()
            wait_until_settled(page)
            page.mouse.move(700, 450)
        if name == "incidents":  # Streamlit's own file of a table has no guard against formulas
            page.get_by_test_id("stDataFrame").hover()
            expect(page.get_by_role("button", name="Search")).to_be_visible()
            expect(page.get_by_role("button", name="Download as CSV")).to_be_hidden()
        if name == "map":
            for at in range(4):
                point_at(page, (43.9 + at / 50, 35.0 + at / 25), ())
                page.wait_for_timeout(100)
        assert page.evaluate(ALIVE) == [], name
        expect(page.get_by_test_id("stException")).to_have_count(0)


def test_a_click_opens_an_id_that_deck_gl_would_run(hostile_server: str, page: Page) -> None:
    open_page(page, f"{hostile_server}/map{DAY}")
    click_and_open(page, SPOT, ("Kirkuk",), page.locator(".cw-detail"))
    assert query(page)["sel"][0].startswith("mark:")
    expect(page.locator(".cw-detail")).to_contain_text("@@=(")


def test_a_check_shows_texts_as_text(hostile_server: str, page: Page) -> None:
    wrong = [row | {"event_type": row["notes"]} for row in rows()[::9]]
    near = [
        row | {"incident_id": f"NEAR:{number}", "source": "NEAR"}
        for number, row in enumerate(rows()[::4])
    ]
    first = near[0] | {"incident_id": "@@=)("}  # on the check's own map too
    upload(page, hostile_server, NAME, table_of([first, *near, *wrong]).decode())
    expect(page.locator("#upload_map-marks")).to_be_visible()
    assert page.evaluate(ALIVE) == []
    with page.expect_download() as download:
        page.get_by_role("button", name="Your file with the problems beside each row").click()
    assert "/" not in download.value.suggested_filename
