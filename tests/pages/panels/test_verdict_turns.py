"""The days on which a verdict changed, where somebody asks for them."""

from __future__ import annotations

import re
from html import unescape

from corridor.texts import verdict_history_text
from corridor.ui.frame import cached
from corridor.ui.panels.verdict_turns import MOST_LISTED
from tests.pages.conftest import Open, html, plain

CAPTION = "The days on which the verdict of finding 1 changed"


def test_each_day_is_listed_with_what_tipped_it_and_a_way_to_see_it(open_page: Open) -> None:
    app = open_page("findings", as_of=["2018-06-30"])
    assert CAPTION not in html(app)
    page = html(app.toggle(key="cw-turned-1").set_value(True).run())
    found = cached.verdict_history(1)
    assert plain(verdict_history_text.in_words(found)) in page
    table = unescape(page.partition(CAPTION)[2].partition("</table>")[0])
    newest = found.tipped[::-1][:MOST_LISTED]
    seen = re.findall(r'href="findings\?([^"]*finding=1[^"]*)"', table)
    assert [re.findall(r"as_of=([\d-]+)", each) for each in seen] == [
        [turn.day.isoformat()] for turn in newest
    ]
    for turn in newest:
        for row in found.told(turn):
            assert plain(verdict_history_text.incident(row)) in table
            assert f"incident={row['incident_id']}".replace(":", "%3A") in table


def test_the_pinned_day_has_the_verdict_that_is_told(open_page: Open) -> None:
    open_page("findings", as_of=["2018-06-30"]).toggle(key="cw-turned-1").set_value(True).run()
    turn = cached.verdict_history(1).turns[-1]
    open_page("findings", as_of=[turn.day.isoformat()])
    assert cached.finding(1, turn.day).verdict == turn.after
