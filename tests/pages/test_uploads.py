"""The uploads page without a browser: what it asks, and what it says of a damaged store."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.testing.v1 import AppTest

from corridor.ingest.confirm import confirm
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


def choice(app: AppTest, data: bytes, which: object) -> Any:
    """Give the control that decides about a line of a file, or about all of them."""
    key = f"pairs-{hashlib.sha256(data).hexdigest()[:12]}-{which}"
    return app.segmented_control(key=key)


def words(app: AppTest) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html(app)).split())


def test_probable_pairs_stand_side_by_side_and_each_is_decided(open_page: Open) -> None:
    nowhere = {"event_date": "1996-03-03", "latitude": 30.1, "longitude": 43.9}
    unsure = {"fatalities_best": "", "geo_precision": "", "notes": "x" * 500, "actor1": ""}
    lonely = FAMILY | nowhere | {"incident_id": "MYLIST:2", "date_precision": 1}
    rows = [
        FAMILY | {"date_precision": 1},
        lonely,
        lonely | unsure | {"incident_id": "OTHER:1", "source": "OTHER", "date_precision": ""},
    ]
    data = csv_text(rows).encode()
    app = hand_in(open_page("uploads"), "family.csv", data)
    said = words(app)
    assert "2 accounts of your file: probably incidents that are told already." in said
    first, second = said.index("In your file, line 2 MYLIST:1"), said.index("OTHER:1")
    assert first < said.index("Here already UCDP:259056") < second
    assert second < said.index("In your file, line 3 MYLIST:2")
    assert "9 of 9 points: same day, under 1 km, same sides, deaths agree" in said
    assert "7 of 9 points: same day, same point, one side the same Date" not in said
    assert "7 of 9 points: same day, same point, one side the same" in said
    assert "2 Jun 2018 (precision: day)" in said
    assert "3 Mar 1996 (precision: unknown)" in said
    assert "People killed unknown" in said
    assert "12 unknown in one" in said
    assert "x" * 159 + "…" in said
    assert "x" * 160 not in said
    assert app.button(key="confirm").label == "Write 3\u00a0incidents, 2 linked"

    choice(app, data, 2).set_value("apart").run()
    assert choice(app, data, "all").value is None
    choice(app, data, 4).set_value("skip").run()
    assert app.button(key="confirm").label == "Write 2\u00a0incidents, 1 left out"
    app.button(key="confirm").click().run()
    newest = next(item for item in cached.store().history() if item.action == "import")
    counts = newest.counts
    assert (counts["new"], counts["linked"], counts["apart"], counts["skipped"]) == (2, 0, 1, 1)
    assert "2 new, 0 updated, 1 kept apart, 1 left out." in words(app)
    shown = cached.store().read("SELECT accounts FROM incidents WHERE incident_id = 'MYLIST:1'")
    assert shown["accounts"].tolist() == [1]
    assert cached.store().read("SELECT 1 FROM accounts WHERE incident_id = 'OTHER:1'").empty

    app = hand_in(app, "family.csv", data)
    assert "1 account of your file" in words(app)
    assert choice(app, data, 4).value == "link"
    assert app.button(key="confirm").label == "Write 1\u00a0incident, 1 linked"


def test_what_was_decided_about_one_pair_is_not_taken_for_another(open_page: Open) -> None:
    row = FAMILY | {"event_date": "1994-03-03", "latitude": 30.1, "longitude": 43.9}
    data = csv_text([row | {"incident_id": "THIRD:9", "source": "THIRD"}]).encode()
    app = hand_in(open_page("uploads"), "third.csv", data)
    for number in (8, 9):
        first = row | {"incident_id": f"MYLIST:{number}", "location": f"Place {number}"}
        _confirm(csv_text([first]).encode())
        app.run()
        assert f"MYLIST:{number}" in words(app)
        assert choice(app, data, "all").value == "link"
        choice(app, data, 2).set_value("skip").run()
        cached.store().retract([f"MYLIST:{number}"], "made up")
        app.run()
        assert app.button(key="confirm").label == "Write 1\u00a0incident"


def _confirm(data: bytes) -> None:
    assert confirm(cached.store(), cached.checked(data, "mine.csv", Reading()), "tester")


def test_many_pairs_are_decided_at_once_and_shown_some_at_a_time(open_page: Open) -> None:
    rows = []
    for at in range(25):
        row = killing(100 + at, event_date=f"1995-01-{at + 1:02}", latitude=30.1, longitude=43.9)
        rows += [row, row | {"incident_id": f"OTHER:{100 + at}", "source": "OTHER"}]
    data = csv_text(rows).encode()
    app = hand_in(open_page("uploads"), "many.csv", data)
    assert words(app).count("9 of 9 points") == 20
    app.button(key=f"pairs-{hashlib.sha256(data).hexdigest()[:12]}-more").click().run()
    assert words(app).count("9 of 9 points") == 25
    assert choice(app, data, "all").value == "link"
    choice(app, data, 3).set_value("apart").run()
    choice(app, data, "all").set_value("skip").run()
    assert {control.value for control in app.segmented_control} == {"skip"}
    assert app.button(key="confirm").label == "Write 25\u00a0incidents, 25 left out"
    choice(app, data, 5).set_value("link").run()
    assert app.button(key="confirm").label == "Write 26\u00a0incidents, 1 linked, 24 left out"


def test_nothing_can_be_written_where_all_is_left_out(open_page: Open) -> None:
    data = csv_text([FAMILY | {"incident_id": "THIRD:1", "source": "THIRD"}]).encode()
    app = hand_in(open_page("uploads"), "third.csv", data)
    choice(app, data, "all").set_value("skip").run()
    assert app.button(key="confirm").label == "Nothing to write: all is left out"
    assert app.button(key="confirm").disabled
