"""Two periods side by side: one camera, and marks that can be picked on either map."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import until, wait_until_settled
from tests.browser.steps import CANVAS, asks, barriers, open_page, query

YEAR = "?dates=2017-07-01&dates=2018-06-30"
# Of each map: what it shows, how many incidents are selected on it, and which map it is.
BOTH = """() => [...document.querySelectorAll(".cw-map")].map((root) => {
    const { drawing, data } = root.parentElement.corridorMap;
    const { longitude, latitude, zoom } = drawing.view;
    return {
        isDrawn: Boolean(drawing.marks && drawing.viewport()), view: [longitude, latitude, zoom],
        selected: Number(root.dataset.cwSelected), version: data.version,
    };
})"""


def test_two_periods_move_together_and_each_can_be_picked_from(server: str, page: Page) -> None:
    open_page(page, f"{server}/map{YEAR}&compare=2010-2011")
    page.get_by_role("radio", name="Two side by side").click()
    expect(page.locator(".cw-map")).to_have_count(2)
    asks(page, maps=["two"])
    until(page, lambda: [each["isDrawn"] for each in page.evaluate(BOTH)] == [True, True])
    first, second = page.evaluate(BOTH)
    assert first["view"] == second["view"]
    assert first["version"] != second["version"]

    page.locator('[data-cw-tool="closer"]').nth(1).click()
    nearer = [each["view"] for each in page.evaluate(BOTH)]
    assert nearer[0] == nearer[1] == [*first["view"][:2], first["view"][2] + 1]
    box = page.locator(CANVAS).first.bounding_box()
    assert box
    page.mouse.move(box["x"] + 300, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 250, steps=4)
    page.mouse.up()
    until(page, lambda: page.evaluate(BOTH)[0]["view"] != nearer[0])
    moved = [each["view"] for each in page.evaluate(BOTH)]
    assert moved[0] == moved[1]
    assert moved[0][0] > nearer[0][0]

    stage = page.locator(".cw-map-stage").nth(1)
    stage.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(".cw-map").nth(1)).to_have_attribute(
        "data-cw-selected", re.compile("[1-9]")
    )
    assert query(page)["sel"][0].startswith("mark:")
    assert query(page)["maps"] == ["two"]
    wait_until_settled(page)
    after = page.evaluate(BOTH)
    assert [each["version"] for each in after] == [first["version"], second["version"]]
    assert after[1]["selected"] > 0
    assert barriers(page) == []
