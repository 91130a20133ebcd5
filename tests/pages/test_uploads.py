"""The uploads page without a browser: what it asks, and what it says of a damaged store."""

from __future__ import annotations

import hashlib
from pathlib import Path

import streamlit as st
from streamlit.testing.v1 import AppTest

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
    said = html(app).replace("\u00a0", " ")
    assert "5 Jun 2018" in said
    assert "7 Jun 2018" in said


def test_what_was_assumed_of_a_file_is_said(open_page: Open) -> None:
    text = csv_text([killing(1, event_date="2018-06-17", notes="هجوم على نقطة تفتيش")])
    app = hand_in(open_page("uploads"), "arabic.csv", text.encode("cp1256"))
    assert "Windows-1256 (Arabic)" in html(app)
    assert not app.radio


def test_a_damaged_store_is_said_in_the_frame(open_page: Open, data_folder: Path) -> None:
    text = csv_text([killing(9, event_date="2018-06-17")])
    app = hand_in(open_page("uploads"), "one.csv", text.encode())
    app.button(key="confirm").click().run()
    commit = next(item for item in cached.store().history() if item.action == "import")
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


SHEET = (
    "Ref;Date of attack;Governorate;Kind of incident;Killed\n"
    "1;2018-06-05;Kirkuk;IED on road;2\n"
    "2;2018-06-17;Diyala;Odd thing;n/a\n"
)


def test_a_table_of_another_layout_is_mapped_on_the_page(open_page: Open) -> None:
    app = hand_in(open_page("uploads"), "sheet.csv", SHEET.encode())
    assert "is a table of another layout" in html(app)
    assert "Still to be said: Source" in html(app)
    picked = {box.label: box.value for box in app.selectbox}
    assert picked["Date *"] == "Date of attack"
    assert picked["IED on road"] == "Explosions/Remote violence"
    assert (picked["Odd thing"], picked["Wounded"]) == (None, "Not in the file")
    (code,) = [it for it in app.text_input if it.label.startswith("Code of your list")]
    code.set_value("NINA").run()
    (kind,) = [it for it in app.selectbox if it.label == "Odd thing"]
    kind.set_value("Battles").run()
    (take,) = [it for it in app.button if it.label == "Read the file so"]
    take.click().run()
    assert "read as your mapping says" in html(app)
    app.button(key="confirm").click().run()
    rows = cached.store().read(
        "SELECT incident_id, event_type, fatalities_best FROM incidents WHERE source = 'NINA' "
        "ORDER BY incident_id"
    )
    assert rows["incident_id"].tolist() == ["NINA:1", "NINA:2"]
    assert rows["event_type"].tolist() == ["Explosions/Remote violence", "Battles"]
    assert rows["fatalities_best"].isna().tolist() == [False, True]


def test_a_layout_can_be_chosen_against_the_recognition(open_page: Open) -> None:
    data = csv_text([killing(1, event_date="2018-06-17")]).encode()
    app = hand_in(open_page("uploads"), "mine.csv", data)
    assert "read as Corridor Watch" in html(app)
    (layout,) = [it for it in app.selectbox if it.label == "Layout"]
    layout.set_value("acled").run()
    assert "lacks the required column" in html(app)
    (layout,) = [it for it in app.selectbox if it.label == "Layout"]
    layout.set_value("as recognised").run()
    assert "read as Corridor Watch" in html(app)


def test_several_files_are_looked_at_one_after_the_other(open_page: Open) -> None:
    app = open_page("uploads")
    files = [
        (
            f"{at}.csv",
            csv_text([killing(at + 60, event_date=f"2018-06-0{at}")]).encode(),
            "text/csv",
        )
        for at in (1, 2)
    ]
    app.file_uploader[0].set_value(files)
    app.run()
    assert "2\u00a0files, 0 written" in html(app)
    assert "1.csv, read as" in html(app)
    app.button(key="confirm").click().run()
    assert "2\u00a0files, 1 written" in html(app)
    assert "2.csv, read as" in html(app)
    app.button(key="confirm").click().run()
    assert not app.file_uploader[0].value
    assert "read as" not in html(app)
    names = [item.file_name for item in cached.store().history() if item.action == "import"]
    assert names[:2] == ["2.csv", "1.csv"]
