"""The rows behind an incident, as its files had them, on the page Incidents."""

from __future__ import annotations

import re

from corridor.ingest.review.confirm import confirm
from corridor.ingest.review.upload import check
from corridor.ui.frame import cached
from tests.pages.conftest import Open, html, plain
from tests.store.conftest import csv_text, killing, of_the_series

AUTHOR = "**Nadia** [x](http://evil.example)"


def _import(name: str, **values: object) -> None:
    store, settings = cached.store(), cached.settings_now()
    data = csv_text([killing(1, **values)]).encode()
    assert confirm(store, check(store, settings, data, name), AUTHOR) is not None


def test_rows_are_shown_with_file_and_line_and_earlier_ones_say_so(open_page: Open) -> None:
    page = open_page("incidents", incident=["UCDP:259056"])
    assert "as handed in" not in " ".join(item.label for item in page.expander)
    _import("first.csv", tags="<b>code 7</b>", fatalities_best=3)
    _import("second.csv", tags="code 8", fatalities_best=4)
    page = open_page("incidents", incident=["MYLIST:1"])
    assert "2\u00a0rows as handed in" in [item.label for item in page.expander]
    said = html(page)
    assert "second.csv, line 2, written " in said
    assert f" by {AUTHOR}." in said
    assert said.index("code 8") < said.index("&lt;b&gt;code 7&lt;/b&gt;"), "newest first"
    assert said.count("An earlier version: it is kept and no longer counted.") == 1


def test_evidence_that_was_uploaded_says_so_and_leads_to_its_upload(open_page: Open) -> None:
    assert ">uploaded</a>" not in html(open_page("findings"))
    store, settings = cached.store(), cached.settings_now()
    data = csv_text([of_the_series(1), of_the_series(2)]).encode()
    commit = confirm(store, check(store, settings, data, "series.csv"), AUTHOR)
    assert commit is not None
    said = html(open_page("findings"))
    marks = re.findall(r' · <a [^>]*href="([^"]*)"[^>]*>uploaded</a>', said)
    assert marks
    assert all(f"upload={commit.commit_id}" in address for address in marks)
    assert all(address.startswith("incidents?") for address in marks)


def test_what_the_map_cannot_draw_is_in_its_list_with_the_reason(open_page: Open) -> None:
    store, settings = cached.store(), cached.settings_now()
    nowhere = {"latitude": "", "longitude": ""}
    rows = [
        killing(11),
        killing(12, geo_precision=""),
        killing(13, **nowhere),
        killing(14, admin1="Diyala", location="", latitude=33.2, longitude=45.5),
        killing(15, geo_precision=4, location="", **nowhere),
        killing(16, geo_precision=3, location="", admin1="Salah al-Din", **nowhere),
    ]
    commit = confirm(store, check(store, settings, csv_text(rows).encode(), "odd.csv"), AUTHOR)
    assert commit is not None
    app = open_page("map", upload=[commit.commit_id])
    [listed] = [item for item in app.expander if "not drawn, and why" in item.label]
    assert listed.label == "5\u00a0more told only by others not drawn, and why"
    table = html(listed)  # type: ignore[arg-type]
    found = dict(
        re.findall(
            r"incident=MYLIST%3A(\d+).*?<td[^>]*>([^<]*)</td><td[^>]*>MYLIST</td></tr>",
            table,
            re.DOTALL,
        )
    )
    assert found == {
        "12": "without a stated precision",
        "13": "without coordinates or a known district",
        "14": "outside this view (move the map)",
        "15": "known only to the province",
        "16": "without coordinates or a known district",
    }
    assert "6 more told only by others, 1 of them drawn in outline." in plain(html(app))


def test_a_person_s_name_and_a_file_s_are_plain_text_in_the_history(open_page: Open) -> None:
    _import("**third**.csv", fatalities_best=5)
    said = html(open_page("uploads"))
    assert f" UTC, {AUTHOR}</p>" in said
    assert "· **third**.csv" in said
    assert "<strong>Nadia" not in said
