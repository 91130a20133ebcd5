"""The uploads page without a browser: what it asks, and what it says of a damaged store."""

from __future__ import annotations

import hashlib
from pathlib import Path

import streamlit as st
from streamlit.testing.v1 import AppTest

from corridor.ingest.upload import Reading
from corridor.ui import cached
from tests.pages.conftest import Open, html
from tests.store.conftest import csv_text, killing
from tests.store.test_matching import FAMILY


def hand_in(app: AppTest, name: str, data: bytes) -> AppTest:
    app.file_uploader[0].set_value((name, data, "text/csv"))
    return app.run()


def test_day_and_month_are_asked_and_the_answer_settles_the_file(open_page: Open) -> None:
    rows = [killing(1, event_date="05/06/2018"), killing(2, event_date="07/06/2018")]
    app = hand_in(open_page("uploads"), "dates.csv", csv_text(rows).encode())
    assert "day and month can be read in two ways" in html(app)
    (asked,) = app.radio
    assert "What comes first in them?" in asked.label
    asked.set_value("Day first").run()
    assert "two ways" not in html(app)
    preview = cached.checked(
        csv_text(rows).encode(), "dates.csv", Reading(date_order="dmy")
    ).preview(5)
    assert preview["event_date"].dt.strftime("%Y-%m-%d").tolist() == ["2018-06-05", "2018-06-07"]


def test_what_was_assumed_of_a_file_is_said(open_page: Open) -> None:
    text = csv_text([killing(1, event_date="2018-06-17", notes="هجوم على نقطة تفتيش")])
    app = hand_in(open_page("uploads"), "arabic.csv", text.encode("cp1256"))
    assert "Windows-1256 (Arabic)" in html(app)
    assert not app.radio


def test_a_damaged_store_is_said_in_the_frame(open_page: Open, data_folder: Path) -> None:
    text = csv_text([killing(9, event_date="2018-06-17")])
    app = hand_in(open_page("uploads"), "one.csv", text.encode())
    app.button(key="confirm").click().run()
    (commit,) = [item for item in cached.store().history() if item.action == "import"]
    path = data_folder / "incidents" / "store" / f"{commit.commit_id}.parquet"
    whole = path.read_bytes()
    path.write_bytes(whole[:100])
    st.cache_resource.clear()  # as a server that starts now
    try:
        said = html(open_page("overview"))
        assert "Part of the incident store cannot be read" in said
        assert path.name in said
    finally:
        path.write_bytes(whole)
    assert "Part of the incident store" not in html(open_page("overview"))


def test_a_probable_second_account_is_shown_and_can_be_kept_apart(open_page: Open) -> None:
    data = csv_text([FAMILY]).encode()
    app = hand_in(open_page("uploads"), "family.csv", data)
    said = html(app)
    assert "1\u00a0account of your file" in said
    assert "UCDP:259056 · 2 Jun 2018" in said
    assert "same day, under 1 km, same sides, deaths agree" in said
    app.multiselect(key=f"keep_apart-{hashlib.sha256(data).hexdigest()[:12]}").set_value(
        ["MYLIST:1"]
    ).run()
    app.button(key="confirm").click().run()
    newest = next(item for item in cached.store().history() if item.action == "import")
    assert (newest.counts["new"], newest.counts["linked"]) == (1, 0)
    shown = cached.store().read("SELECT accounts FROM incidents WHERE incident_id = 'MYLIST:1'")
    assert shown["accounts"].tolist() == [1]


def test_worse_problems_come_first_and_a_note_keeps_its_row(open_page: Open) -> None:
    near = killing(1, latitude=36.00439, longitude=43.42389, admin1="Erbil")
    whole = killing(2, latitude=34.5, longitude=43.65)
    unplaced = killing(3, admin1="Saladin", latitude="", longitude="", geo_precision="")
    rows = [near, whole, unplaced, killing(4, event_type="Battels")]
    said = html(hand_in(open_page("uploads"), "mine.csv", csv_text(rows).encode()))
    told = [
        "Did you mean “Battles”?",
        "the point of the whole governorate of Salah al-Din, said to be exact",
        "the point lies in Ninewa, 1.3 km outside Erbil",
    ]
    assert sorted(told, key=said.index) == told
    assert "1\u00a0row kept with a warning." in said
    assert "1 row has no coordinates: not on the map" in said
    assert "“Saladin” → Salah al-Din (1)" in said
    problems = said[said.index(told[0]) : said.index("Incidents to be written")]
    assert (problems.count(">refused<"), problems.count(">kept<")) == (1, 2)
