"""Which explanation fits best, on the page: as the command has it, and rated otherwise."""

from __future__ import annotations

from datetime import date
from html import unescape

from streamlit.testing.v1 import AppTest

from corridor.findings.rivals import cell
from corridor.texts import rivals_text
from corridor.ui.frame import cached
from tests.pages.conftest import Open, html, plain


def section(app: AppTest) -> str:
    return unescape(html(app).partition('id="rivals"')[2])


def rate(app: AppTest, author: str, rating: str) -> AppTest:
    app.selectbox(key="rate-item").set_value("small")
    app.selectbox(key="rate-rival").set_value("return")
    app.selectbox(key="rate-what").set_value(rating)
    app.text_input(key="rate-by").set_value(author)
    app.text_input(key="rate-why").set_value("seen on site")
    [button] = [each for each in app.button if each.label == "Record the rating"]
    return button.click().run()


def test_the_matrix_is_shown_rated_and_disputed(open_page: Open) -> None:
    app = open_page("findings", as_of=["2018-06-30"])
    assert 'href="#rivals"' in html(app)
    found = cached.rivals(date(2018, 6, 30))
    assert found
    page = section(app)
    assert plain(rivals_text.answer(found, found.by_rules)) in page
    assert plain(rivals_text.hangs_on(found)) in page
    table = page.partition("Evidence against rival explanations")[2].partition("</table>")[0]
    assert table.count("<tr") == len(found.items) + 2
    for item in found.items:
        assert plain(rivals_text.label(item)) in table
        for rival in found.report.rivals:
            assert plain(rivals_text.rated(found, item, rival)) in table
        if item.spec.finding:
            assert f'href="#finding-{item.spec.finding}"' in table
    for deciding in found.missing:
        assert plain(rivals_text.would_decide(found, deciding)) in page
    assert "made with the data of 2018 in view" in page

    page = section(rate(app, "A. Smith", "II"))
    assert "With the ratings that nobody disputes: A persistent low-level insurgency is" in page
    assert "(by people; the rules: ▲ for)" in page
    page = section(rate(app, "B. Jones", "CC"))
    assert "▲ for (disputed)" in page
    assert "As B. Jones reads it: The evidence does not decide between" in page
    assert cell("small", "return") not in page

    app.selectbox(key="unrate-what").select_index(1)
    app.text_input(key="unrate-by").set_value("B. Jones")
    app.text_input(key="unrate-why").set_value("misread")
    form = app.selectbox(key="unrate-what").proto.form_id
    [button] = [each for each in app.button if each.form_id == form]
    page = section(button.click().run())
    assert "(disputed)" not in page
    assert "B. Jones" not in page


def test_the_other_report_has_its_own(open_page: Open) -> None:
    app = open_page("findings", as_of=["2018-06-30"], report=["upper-euphrates-2018"])
    assert "The evidence does not decide: 2 items tell the explanations apart" in section(app)
