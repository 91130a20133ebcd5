"""`python -m bench.screenshots`: take the pictures of the README from the running product."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from bench.server import SIZE, browser, serve, wait_until_settled, wait_until_up
from corridor.settings import PROJECT

TARGET = PROJECT / "docs" / "images"
YEAR = "dates=2017-07-01&dates=2018-06-30"
# The address of each view, and what to scroll to.
VIEWS = {
    "overview": (f"?{YEAR}", ""),
    "map": (f"map?{YEAR}", ""),
    "findings": (f"findings?{YEAR}", "#finding-4"),
}
# Terrain and labels are drawn a moment after the page has come to rest.
PAINT_MS = 2500
COLOURS = (256, 192, 128, 96, 64)
ROUNDS = 4
MOST_BYTES = 245_000
# Below the masthead, which stays in view.
SCROLL = "one => { one.style.scrollMarginTop = '110px'; one.scrollIntoView(); }"


def main() -> None:
    """Open each view once and keep it at 1440 by 900, in few enough colours to be light."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with serve() as address, browser() as opened:
        wait_until_up(address)
        page = opened.new_page(viewport=SIZE, color_scheme="light")
        for name, (where, target) in VIEWS.items():
            page.goto(f"{address}/{where}")
            wait_until_settled(page, name)
            if target:
                page.locator(target).evaluate(SCROLL)
            page.wait_for_timeout(PAINT_MS)
            _keep(page, TARGET / f"{name}.png")
        page.close()


def _keep(page: Page, path: Path) -> None:
    """Write the picture with as many colours as stay below the limit."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    for colours in COLOURS:
        # Rare colours, such as the red of a single dot, are covered first, then all are fitted.
        few = picture.quantize(
            colours,
            method=Image.Quantize.MAXCOVERAGE,
            kmeans=ROUNDS,
            dither=Image.Dither.NONE,
        )
        few.save(path, optimize=True)
        if path.stat().st_size < MOST_BYTES:
            break
    print(f"{path.relative_to(PROJECT)}: {path.stat().st_size / 1000:.0f} kB, {colours} colours")


if __name__ == "__main__":
    main()
