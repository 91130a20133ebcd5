"""What a verdict hangs on, where somebody asks for it."""

from __future__ import annotations

from datetime import date

from corridor import answers
from corridor.texts import sensitivity_text
from corridor.ui.frame import cached
from tests.pages.conftest import Open, html


def test_it_is_measured_when_it_is_asked_for(open_page: Open) -> None:
    app = open_page("findings", as_of=["2018-06-30"])
    assert "What was changed, and the verdict then" not in html(app)
    page = html(app.toggle(key="cw-hangs-5").set_value(True).run())
    report = cached.report()
    assert report
    found = answers.sensitivities(cached.store(), report, date(2018, 6, 30))[4]
    assert sensitivity_text.in_words(found) in page
    table = page.partition("What was changed, and the verdict then")[2].partition("</table>")[0]
    assert table.count("<tr") == len(found.variants) + 1
