"""The slider of grades: it moves every number, and a line says how verdicts would move."""

from __future__ import annotations

from corridor import answers, queries
from corridor.filter import IncidentFilter
from corridor.texts import graded_verdicts_text
from corridor.texts.count_phrases import grade_phrase
from corridor.ui.frame import cached
from tests.pages.conftest import Open, html, plain


def test_the_slider_moves_the_numbers_and_says_what_verdicts_would_be(open_page: Open) -> None:
    # The years in which nearly nobody is named who tells.
    app = open_page("overview", province=["All Iraq"], dates=["2012-01-01", "2014-12-31"])
    assert "cw-graded" not in html(app)
    assert app.checkbox(key="unjudged").disabled
    page = html(app.select_slider(key="grade").set_value("B2").run())
    chosen: IncidentFilter = app.session_state["shown_filter"]
    assert chosen.grade == "B2"
    found = queries.summary(cached.store(), chosen)
    assert f"<strong>{found.incidents:,} incidents by UCDP</strong>" in page
    assert plain(grade_phrase(found, chosen)) in page
    assert found.grade_unjudged > 100
    report = cached.report()
    assert report
    as_of = answers.moment(cached.store(), chosen)
    tested = cached.findings(as_of)
    alone = answers.graded_verdicts(cached.store(), report, tested, "B2")
    assert plain(graded_verdicts_text.in_words(alone)) in page
    page = html(app.checkbox(key="unjudged").check().run())
    with_them = queries.summary(cached.store(), app.session_state["shown_filter"])
    assert with_them.incidents == found.incidents + found.grade_unjudged
    assert f"<strong>{with_them.incidents:,} incidents by UCDP</strong>" in page
    app.select_slider(key="grade").set_value("any").run()
    assert "cw-graded" not in html(app)
    assert app.session_state["shown_filter"].unjudged is False


def test_an_address_asks_for_a_grade_between_two_stops(open_page: Open) -> None:
    app = open_page("findings", grade=["B3"])
    assert app.select_slider(key="grade").options == ["any", "E5", "D4", "C3", "B3", "B2", "A1"]
    assert "By incidents graded B3 or better alone" in html(app)
    assert "grade “Z9” is not known and was left out" in html(open_page("incidents", grade=["Z9"]))
