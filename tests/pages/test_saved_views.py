"""Saved views on the pages: saved, listed, opened, taken out, brought back."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from corridor import settings, vocabulary
from corridor.ui.frame import cached, navigation
from corridor.views import FILE, save_view, saved_views
from tests.pages.conftest import Open, html, plain

HAWIJA = {"district": ["Hawija"], "sel": ["district:Kirkuk/Hawija"]}
DAYS = ["2018-01-01", "2018-06-30"]


@pytest.fixture(autouse=True)
def _no_views(data_folder: Path) -> None:
    (data_folder / FILE).unlink(missing_ok=True)


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if button.label == label).click().run()


def save(app: AppTest, name: str) -> AppTest:
    app.text_input(key="view-name").set_value(name)
    app.text_input(key="view-note").set_value("For Mondays")
    app.text_input(key="view-by").set_value("A. Analyst")
    return press(app, "Save this view")


def links(app: AppTest) -> dict[str, str]:
    """Read the views that are listed, and where each leads."""
    found = re.findall(r'<a href="([^"]+)"[^>]*data-cw-whole="yes">([^<]+)</a>', html(app))
    return {unescape(name): unescape(href) for href, name in found}


def test_the_pages_that_a_view_may_name_are_those_there_are() -> None:
    assert tuple(navigation.TITLES) == vocabulary.PAGES


def test_a_view_keeps_page_filter_selection_and_days(open_page: Open) -> None:
    app = open_page("map", dates=DAYS, **HAWIJA)
    assert "No view is saved yet." in html(app)
    app = save(app, "Hawija <b>")
    assert not app.exception
    assert "Saved: Hawija &lt;b&gt;." in html(app)
    address = urlsplit(links(app)["Hawija <b>"])
    assert address.path == "./map"
    asked = parse_qs(address.query)
    assert {key: asked[key] for key in ("dates", *HAWIJA)} == {"dates": DAYS, **HAWIJA}
    told = plain(html(open_page("overview")))
    assert "Map · saved by A. Analyst, " in told
    assert "For Mondays" in told
    again = open_page("map", **asked)
    assert again.session_state["district"] == ["Hawija"]
    assert again.session_state["sel"] == HAWIJA["sel"][0]


def test_the_usual_days_move_with_the_data_unless_they_are_kept(open_page: Open) -> None:
    first, last = (day.isoformat() for day in cached.options().default_dates())
    app = save(open_page("timeline"), "moves")
    assert "dates" not in parse_qs(urlsplit(links(app)["moves"]).query)
    app.checkbox(key="view-moves").set_value(False)
    app = save(app, "stays")
    assert parse_qs(urlsplit(links(app)["stays"]).query)["dates"] == [first, last]


def test_a_name_that_is_taken_is_said_and_can_be_replaced(open_page: Open) -> None:
    save_view(settings.load(), "weekly", "map")
    app = save(open_page("timeline"), "Weekly")
    assert "there is a view “weekly” already." in html(app)
    assert links(app) == {"weekly": "./map"}
    app.checkbox(key="view-replaces").set_value(True)
    app = save(app, "Weekly")
    assert list(links(app)) == ["Weekly"]
    assert links(app)["Weekly"].startswith("./timeline?")


def test_a_view_is_taken_out_and_brought_back(open_page: Open) -> None:
    save_view(settings.load(), "weekly", "map")
    app = press(open_page("method"), "Take out")
    assert "Taken out: weekly. It can be brought back below." in html(app)
    assert links(app) == {}
    assert [view.is_out for view in saved_views(settings.load())] == [True]
    app = press(app, "Bring back")
    assert links(app) == {"weekly": "./map"}


def test_views_that_cannot_be_read_keep_no_page_from_being_drawn(
    open_page: Open, data_folder: Path
) -> None:
    (data_folder / FILE).write_bytes(b"no database" * 100)
    app = open_page("overview")
    assert not app.exception
    assert "the saved views cannot be used: file is not a database" in html(app)
    assert "<h1" in html(app)
