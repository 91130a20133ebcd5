"""Pages on paper: what each sheet carries, light also from a dark screen, nothing cut."""

from __future__ import annotations

import io
import re

import pytest
from playwright.sync_api import Page, expect
from pypdf import PageObject, PdfReader

from tests.browser.steps import open_page, picture_of

LINK = "?dates=2017-07-01&dates=2018-06-30"
FIFTEEN_MM = 15 / 25.4 * 72


def sheets(page: Page, size: str) -> list[PageObject]:
    page.emulate_media(media="null")  # the fixture asks for the screen's style, in print too
    pdf = page.pdf(format=size, print_background=True, prefer_css_page_size=False)
    return list(PdfReader(io.BytesIO(pdf)).pages)


def edges(sheet: PageObject) -> tuple[float, float]:
    """Give how far left words begin, and how far right the last ones do, in points."""
    found: list[float] = []

    def note(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            found.append(tm[4] * cm[0] + cm[4])

    sheet.extract_text(visitor_text=note)
    return min(found), max(found)


@pytest.mark.parametrize(
    ("name", "size", "scheme", "told"),
    [
        ("overview", "A4", "dark", ("attacks by ISIS", "Confidence:", "Latest incidents")),
        ("incidents", "Letter", "light", ("97 incidents by UCDP", "Armed clash")),
        ("map", "Letter", "light", ("97 incidents by UCDP", "What happened", "UCDP GED")),
    ],
)
def test_a_sheet_says_whose_it_is_what_of_and_as_of_when(  # noqa: PLR0917
    name: str, size: str, scheme: str, told: tuple[str, ...], server: str, page: Page
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    open_page(page, f"{server}/{name}{LINK}")
    found = sheets(page, size)
    texts = [re.sub(r"\s+", " ", sheet.extract_text()) for sheet in found]
    whole = " ".join(texts)
    for words in (
        *told,
        "Kirkuk, Salah al-Din and Diyala, 1 Jul 2017 – 30 Jun 2018: 97 incidents by UCDP",
    ):
        assert words in whole
    for number, text in enumerate(texts, 1):
        assert f"Corridor Watch {'' if number == 1 else '· '}{name.capitalize()}" in text
        assert re.search(
            r"Findings as of 30 Jun 2018 · data version \d+ · printed \d{1,2} \w{3} \d{4}", text
        )
        assert f"Page {number} of {len(found)}" in text
    for control in ("Change filter", "Reset filter", "Stacked by", "CSV", "Columns"):
        assert control not in whole
    for sheet in found:
        left, right = edges(sheet)
        assert left >= FIFTEEN_MM - 3
        assert right <= float(sheet.mediabox.width) - FIFTEEN_MM
    if name == "overview":  # who has one sheet has the whole answer
        assert all(words in texts[0] for words in ("WORSE?", "Ground round Hamrin", "Caution:"))
    if name == "map":  # picture, key and sources stand on one sheet, and no empty one follows
        assert len(found) == 1
    if name == "incidents":  # a table that goes on says its head again
        has_head = ["Between Killed Placed Source" in text for text in texts]
        assert len(found) > 2
        assert any(has_head[:2])
        assert all(has_head[has_head.index(True) :])


def test_a_dark_screen_prints_dark_on_light(server: str, page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    open_page(page, f"{server}/findings{LINK}")
    expect(page.locator(".stApp")).to_have_css("background-color", "rgb(18, 23, 28)")
    page.emulate_media(color_scheme="dark", media="print")
    expect(page.locator(".stApp")).to_have_css("background-color", "rgb(255, 255, 255)")
    pictures = page.locator(".cw-paper img")
    expect(pictures.first).to_be_visible()
    box = pictures.first.bounding_box()
    assert box
    assert box["x"] + box["width"] <= 1440
    assert picture_of(pictures.first).mean() > 200
    assert page.evaluate(FAINT_ON_PAPER) == []


# Words of ours that are lighter than middle grey, which white paper would swallow.
FAINT_ON_PAPER = """() => [...document.querySelectorAll('.stHtml *')]
  .filter(node => [...node.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
  .filter(node => node.checkVisibility() && node.getBoundingClientRect().height)
  .filter(node => {
    const [r, g, b] = getComputedStyle(node).color.match(/[\\d.]+/g).map(Number);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b > 130;
  }).map(node => node.className + ': ' + node.textContent.slice(0, 40))"""
