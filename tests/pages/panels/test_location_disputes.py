"""Where incidents were reported and where they lie, under the finding that is about it."""

from __future__ import annotations

import re
from html import unescape

from corridor import answers
from corridor.filter import IncidentFilter
from corridor.texts import location_text
from corridor.ui.frame import cached
from tests.pages.conftest import Open, html, plain

LIST = "Incidents that lie in another province than the one reported"


def test_it_is_drawn_when_it_is_asked_for_and_selects_on_the_map(open_page: Open) -> None:
    app = open_page("findings", as_of=["2018-06-30"])
    assert LIST not in html(app)
    keys = {toggle.key for toggle in app.toggle if "located" in (toggle.key or "")}
    assert keys == {"cw-located-2"}
    page = html(app.toggle(key="cw-located-2").set_value(True).run())
    found = answers.location_disputes(cached.store(), IncidentFilter(provinces=()))
    assert plain(location_text.in_words(found)) in unescape(page)
    table = page.partition(LIST)[2].partition("</table>")[0]
    assert table.count("<tr") == len(found.incidents) + 1
    [link] = re.findall(r'href="(map\?[^"]*)"[^>]*>Show these', page)
    for each in found.incidents:
        assert f"incident%3A{each.incident_id.replace(':', '%3A')}" in link
    for pair in found.accounts:
        assert plain(location_text.account(pair.other)) in unescape(page)
