"""Two reports on one store: each page of each, the choice between them, the address."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from corridor.ui.frame import cached
from tests.pages.conftest import Open, html
from tests.pages.test_pages import PAGES, words

FIRST, SECOND = "is-there-a-return-of-isis-2018", "upper-euphrates-2018"
STATES: dict[str, dict[str, list[str]]] = {
    "as it opens": {},
    "a narrow filter": {"district": ["Rutba"], "civilians": ["true"]},
    "nothing": {"dates": ["1999-01-01", "1999-02-01"]},
    "all there is": {"province": ["All Iraq"], "dates": ["1989-01-01", "2018-12-31"]},
}
# What is told of the first region only.
OTHERS = ("the corridor", "Injana", "Diyala:")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("slug", [FIRST, SECOND])
def test_every_page_of_each_report_opens(open_page: Open, slug: str, name: str, state: str) -> None:
    app = open_page(name, report=[slug], **STATES[state])
    assert not app.exception
    assert html(app).count("<h1") == 1
    assert "**" not in html(app)


@pytest.mark.parametrize("name", ["overview", "timeline", "map", "findings"])
def test_the_second_report_speaks_of_its_own_region(open_page: Open, name: str) -> None:
    told = words(open_page(name, report=[SECOND]))
    assert [other for other in OTHERS if other in told] == []
    assert "الأنبار" in told
    assert "Anbar" in told


def test_its_headline_and_levels_are_of_its_own_years(open_page: Open) -> None:
    told = words(open_page("overview", report=[SECOND]))
    assert "Is ISIS coming back to Anbar? · as of 31 Dec 2018" in told
    assert re.search(
        r"Attacks by ISIS in Anbar were not clearly fewer than in 2012–2013: [\d.]+ times", told
    )
    assert re.search(r"operations against it [\d.]+ times \(", told)
    assert "2010–2011" not in told
    assert "The report’s incident" not in told
    told = words(open_page("overview"))
    assert "Is there a return of ISIS? · as of 31 Dec 2018" in told
    assert "2012–2013" not in told


def test_an_address_with_the_report_alone_is_of_its_region(open_page: Open) -> None:
    app = open_page("overview", report=[SECOND])
    assert app.session_state["shown_filter"].provinces == ("Anbar",)
    assert app.multiselect(key="province").value == ["Anbar"]
    assert app.date_input(key="as_of").value is None
    found = re.findall(r'cw-sentence">(.*?)</p>', html(app))[0]
    assert found.startswith("<strong>Anbar</strong>, 1 Jan – 31 Dec 2018: ")


def test_links_lead_to_the_same_report(open_page: Open) -> None:
    of_page = html(open_page("overview", report=[SECOND]))
    links = re.findall(r'href="((?:findings|incidents)\?[^"]*)"', of_page)
    assert links
    assert all(f"report={SECOND}" in unescape(link) for link in links)
    assert not any("province=" in link for link in links)
    assert "report=" not in " ".join(re.findall(r'href="([^"]*)"', html(open_page("overview"))))


def test_the_link_to_share_names_the_report(open_page: Open) -> None:
    assert f"report={SECOND}" in open_page("overview", report=[SECOND]).code[0].value


def test_another_report_is_chosen_and_the_first_again(open_page: Open) -> None:
    app = open_page("overview", near=["Tuz Khurmatu"], dates=["2018-01-01", "2018-06-30"])
    choice = app.selectbox(key="report_here")
    assert choice.options == [
        "Is there a return of ISIS? · Kirkuk, Salah al-Din and Diyala",
        "Is ISIS coming back to Anbar? · Anbar and the upper Euphrates",
    ]
    turned(app, SECOND)
    shown = app.session_state["shown_filter"]
    assert (shown.provinces, shown.near) == (("Anbar",), "")
    assert (shown.date_from, shown.date_to) == (date(2018, 1, 1), date(2018, 6, 30))
    assert app.date_input(key="as_of").value is None
    assert "Is ISIS coming back to Anbar? · as of 30 Jun 2018" in words(app)
    turned(app, FIRST)
    assert app.session_state["shown_filter"].provinces == ("Kirkuk", "Salah al-Din", "Diyala")
    assert "Is there a return of ISIS? · as of 30 Jun 2018" in words(app)


def turned(app: AppTest, slug: str) -> None:
    app.selectbox(key="report_here").set_value(slug).run()
    assert not app.exception


def test_all_provinces_stay_all(open_page: Open) -> None:
    app = open_page("overview", province=["All Iraq"])
    turned(app, SECOND)
    assert app.session_state["shown_filter"].provinces == ()


def test_an_opened_incident_does_not_come_along(open_page: Open) -> None:
    app = open_page("incidents", incident=["UCDP:259081"], dates=["2018-06-01", "2018-06-30"])
    turned(app, SECOND)
    assert "incident" not in app.query_params


def test_reset_keeps_the_report(open_page: Open) -> None:
    app = open_page("overview", report=[SECOND], district=["Rutba"])
    app.button(key="cw-reset").click().run()
    shown = app.session_state["shown_filter"]
    assert (shown.provinces, shown.districts) == (("Anbar",), ())
    assert app.session_state["report"] == SECOND


def test_a_report_that_is_not_there_is_named(open_page: Open) -> None:
    app = open_page("overview", report=["nowhere"])
    assert not app.exception
    told = words(app)
    assert f"no report “nowhere” can be shown; there are {FIRST}, {SECOND}" in told
    assert "Is there a return of ISIS? · as of 31 Dec 2018" in told


def test_what_is_kept_of_one_report_is_not_told_of_the_other(open_page: Open) -> None:
    with cached.looking_at(SECOND):
        second = cached.findings(date(2018, 6, 30))
    with cached.looking_at(""):
        first = cached.findings(date(2018, 6, 30))
    assert [len(found) for found in (second, first)] == [2, 5]
    assert "Two questions that Corridor Watch asks" in words(open_page("findings", report=[SECOND]))
    assert "What Rawabet Center" in words(open_page("findings"))
