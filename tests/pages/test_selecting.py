"""What is selected is shown on every page, and lists of incidents are ways to select."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from urllib.parse import parse_qs, urlsplit

from corridor.ui.frame import cached
from tests.pages.conftest import Open, components, html

AS_OF = "2018-06-30"
YEAR = {"dates": ["2017-07-01", "2018-06-30"], "as_of": [AS_OF]}
HAWIJA = {"sel": ["district:Kirkuk/Hawija"]}


def addresses_of(page: str, label: str) -> list[dict[str, list[str]]]:
    """Read where the links with this label lead."""
    found = re.findall(rf'<a href="([^"]+)"[^>]*>{label}</a>', page)
    assert found, label
    return [parse_qs(urlsplit(unescape(href)).query) for href in found]


def marked(page: str) -> list[str]:
    """Read the rows that are marked as selected."""
    return re.findall(r'<tr class="cw-picked".*?</tr>', page)


def test_evidence_leads_to_the_map_of_its_own_days_and_is_marked(open_page: Open) -> None:
    page = html(open_page("findings", **YEAR))
    found = cached.findings(date.fromisoformat(AS_OF))
    finding = next(item for item in found if len(item.evidence.supporting) > 1)
    rows = finding.evidence.supporting
    assert not marked(page)
    links = addresses_of(page, "Those of the filter, selected on the map: 1 Jul 2017 – 30 Jun 2018")
    asked = [f"finding:{finding.slug}/supporting"]
    (there,) = (link for link in links if link["sel"] == asked)
    assert there["as_of"] == [AS_OF]
    again = html(open_page("findings", sel=there["sel"], **YEAR))
    supporting = r'<caption class="cw-hidden">Supporting incidents.*?</table>'
    lists = re.findall(supporting, again, re.DOTALL)
    assert min(len(rows), 40) in [len(marked(table)) for table in lists]


def told_below(page: str) -> list[str]:
    """Read of how many incidents the accounts are compared, and of how many the tactic is told."""
    return re.findall(
        r"(?:All|Of) \d+\sincidents with several|An account tells how \d+ of \d+", unescape(page)
    )


def test_the_table_lists_what_is_selected_or_all(open_page: Open) -> None:
    app = open_page("incidents", **HAWIJA, **YEAR)
    whole = open_page("incidents", **YEAR).dataframe[0].value
    of_hawija = int((whole["District"] == "Hawija").sum())
    (which,) = app.segmented_control
    assert which.options == ["All of the filter", "Selected"]
    assert which.value == "selected"
    assert set(app.dataframe[0].value["District"]) == {"Hawija"}
    assert len(app.dataframe[0].value) == of_hawija
    whole_page, page = html(open_page("incidents", **YEAR)), html(app)
    assert len(told_below(whole_page)) > len(set(told_below(whole_page)) & set(told_below(page)))
    every = which.set_value("all").run().dataframe[0].value
    assert len(every) == len(whole)
    assert (every["Selected"] == "●").equals(every["District"] == "Hawija")


def test_the_small_map_and_districts_that_changed(open_page: Open) -> None:
    app = open_page("overview", **HAWIJA, **YEAR)
    (told,) = (item for item in components(app) if item.get("of") == "small_map")
    of_hawija = open_page("incidents", **HAWIJA, **YEAR).dataframe[0].value
    assert sum(told["selected"].values()) == len(of_hawija)
    page = html(app)
    name = re.search(r'class="cw-named"><a href="[^"]+"[^>]*>([^<]+)</a>', page)
    assert name
    address = addresses_of(page, re.escape(name[1]))[0]
    assert address["sel"][0].startswith("district:")
    assert address["sel"][0].endswith(f"/{unescape(name[1])}")
    assert address["as_of"] == [AS_OF]


def test_a_browser_that_is_behind_cannot_bring_back_what_was_cleared(open_page: Open) -> None:
    app = open_page("overview", **HAWIJA, **YEAR)
    app.button(key="cw-selection-clear").click().run()
    number = app.text_input(key="selection_number").value
    assert number
    (hawija,) = HAWIJA["sel"]
    # Sent before the answer had come: it holds what was selected, and the number of then.
    app.text_input(key="selection_number").set_value("")
    app.text_input(key="sel").set_value(hawija).run()
    assert '<p class="cw-selection">' not in html(app)
    assert app.text_input(key="sel").value == ""
    # Going back is told with the number of now.
    app.text_input(key="sel").set_value(hawija).run()
    assert '<p class="cw-selection">' in html(app)
    assert app.text_input(key="selection_number").value == number


def test_a_new_server_keeps_what_the_browser_has(open_page: Open) -> None:
    app = open_page("overview", **YEAR)
    (hawija,) = HAWIJA["sel"]
    app.text_input(key="selection_number").set_value("7")
    app.text_input(key="sel").set_value(hawija).run()
    assert '<p class="cw-selection">' in html(app)
    app.button(key="cw-selection-clear").click().run()
    assert app.text_input(key="sel").value == ""
    assert app.text_input(key="selection_number").value == "8"
