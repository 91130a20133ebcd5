"""The brief of the page: of the view that is looked at, with the numbers that it shows."""

from __future__ import annotations

import re
from datetime import date

import pytest

from corridor import packs, queries
from corridor.ui.frame import cached
from corridor.ui.panels.brief_files import Asked, file_of
from tests.pages.conftest import Open, html

REPORTS = ("is-there-a-return-of-isis-2018", "upper-euphrates-2018")


@pytest.mark.parametrize("slug", REPORTS)
def test_the_brief_of_a_page_says_what_the_page_says(open_page: Open, slug: str) -> None:
    """It is made in a thread without a session: what is looked at goes along."""
    app = open_page("overview", report=[slug])
    offered = [each.proto.label for each in app.get("download_button")]
    assert {"PDF", "Slide", "HTML", "Mail text"} <= set(offered)
    shown = re.findall(r'cw-figure-value">([^<]+)', html(app))
    headline = re.search("<h1>(.+?)</h1>", html(app))
    assert headline

    open_page("overview", report=[REPORTS[slug == REPORTS[0]]])  # the session has moved on
    report = cached.reports().usable[slug]
    offers = queries.options(cached.store(), packs.region(report.region), "", report.series)
    asked = Asked(offers.default_filter(), date(2018, 12, 31), report, "", "http://127.0.0.1/")
    told = file_of(".md", asked).decode()
    assert re.findall(r"(?m)^- [^:]+: \*\*([^*]+)\*\*", told) == shown
    assert told.startswith(f"# {headline[1].replace(chr(0x2060), '')}.")
    assert f"report={slug}" in told
