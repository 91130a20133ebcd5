"""The uploads page without a browser: what it asks, and what it says of a damaged store."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec
from streamlit.testing.v1 import AppTest

from corridor.ingest.review.confirm import confirm
from corridor.ingest.review.upload import check
from corridor.store import StoreError
from corridor.ui.frame import cached
from corridor.ui.panels.uploads import jobs, outlook
from corridor.workers import LostError, Pool, Task
from tests import workbooks
from tests.pages.conftest import Open, html, plain
from tests.paths import CASES
from tests.store.answers.test_outlook import KIRKUK
from tests.store.conftest import csv_text, killing, of_the_series
from tests.store.ingest.review.test_matching import FAMILY


@pytest.fixture
def told_ahead() -> None:
    """For a test of what would change: it is worked out unasked, as it is for people."""


@pytest.fixture(autouse=True)
def _asked_for(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Elsewhere it waits to be asked for: it takes as long as all the rest."""
    if "told_ahead" not in request.fixturenames:
        monkeypatch.setattr(outlook, "MOST_UNASKED", 0)


def hand_in(app: AppTest, name: str, data: bytes) -> AppTest:
    app.file_uploader[0].set_value((name, data, "text/csv"))
    return app.run()


def test_day_and_month_are_asked_and_the_answer_settles_the_file(open_page: Open) -> None:
    rows = [killing(1, event_date="05/06/2018"), killing(2, event_date="07/06/2018")]
    app = hand_in(open_page("uploads"), "dates.csv", csv_text(rows).encode())
    assert "day and month can be read in two ways" in html(app)
    (asked,) = app.radio
    assert "Which comes first?" in asked.label
    asked.set_value("dmy").run()
    assert "two ways" not in html(app)
    said = html(app)
    assert "5 Jun 2018" in said
    assert "7 Jun 2018" in said


def test_two_accounts_that_are_here_are_linked_later(open_page: Open) -> None:
    row = FAMILY | {"event_date": "1992-03-03", "latitude": 30.1, "longitude": 43.9}
    row |= {"date_precision": 1}
    pair = [row | {"incident_id": "LATER:1", "source": "LATER"},
            row | {"incident_id": "AGAIN:1", "source": "AGAIN"}]  # fmt: skip
    app = hand_in(open_page("uploads"), "pair.csv", csv_text(pair).encode())
    app.button(key="confirm").click().run()

    def offer(one: str, other: str) -> str:
        app.text_input(key="link_one").set_value(one)
        app.text_input(key="link_other").set_value(other)
        app.text_input(key="link_reason").set_value("same night, same house").run()
        return words(app)

    assert "There is no account NO:1 here." in offer("NO:1", "AGAIN:1")
    assert not [button for button in app.button if button.key == "link_them"]
    said = offer("LATER:1", "AGAIN:1")
    assert "no figure changes." in said
    app.button(key="link_them").click().run()
    assert "LATER:1 and AGAIN:1 count as one incident now." in words(app)
    assert app.text_input(key="link_one").value == ""
    newest = cached.store().history()[0]
    assert (newest.action, newest.note) == (
        "link", "LATER:1 with AGAIN:1: same night, same house",
    )  # fmt: skip
    found = cached.store().read("SELECT accounts FROM incidents WHERE incident_id = 'AGAIN:1'")
    shown = (
        found["accounts"].tolist()
        or cached.store()
        .read("SELECT accounts FROM incidents WHERE incident_id = 'LATER:1'")["accounts"]
        .tolist()
    )
    assert shown == [2]
    assert "are one incident already." in offer("LATER:1", "AGAIN:1")


def two_sheets() -> bytes:
    """A workbook in which two sheets hold incidents, one on the first, two on the second."""
    rows = [killing(number, date_precision=1) for number in (1, 2, 3)]
    names = workbooks.texts(1, rows[0])
    cells = [list(map(str, row.values())) for row in rows]
    first = workbooks.sheet(names, workbooks.texts(2, cells[0]))
    second = workbooks.sheet(names, workbooks.texts(2, cells[1]), workbooks.texts(3, cells[2]))
    return workbooks.archive(workbooks.parts({"June": first, "July": second}))


def test_another_sheet_of_a_workbook_is_read_when_it_is_chosen(open_page: Open) -> None:
    app = hand_in(open_page("uploads"), "two.xlsx", two_sheets())
    assert "“June” was read, “July” not" in html(app)
    (asked,) = [item for item in app.selectbox if item.label == "Sheet"]
    assert (asked.value, list(asked.options)) == ("June", ["June", "July"])
    assert app.button(key="confirm").label == "Add 1\u00a0new incident"
    asked.set_value("July").run()
    assert "“July” was read, “June” not" in html(app)
    assert app.button(key="confirm").label == "Add 2\u00a0new incidents"
    (asked,) = [item for item in app.selectbox if item.label == "Sheet"]
    asked.set_value("June").run()
    assert app.button(key="confirm").label == "Add 1\u00a0new incident"


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


def choice(app: AppTest, data: bytes, which: object) -> Any:
    """Give the control that decides about a line of a file, or about all of them."""
    key = f"pairs-{hashlib.sha256(data).hexdigest()[:12]}-{which}"
    return app.segmented_control(key=key)


def words(app: AppTest) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html(app)).split())


@pytest.mark.usefixtures("told_ahead")
def test_probable_pairs_stand_side_by_side_and_each_is_decided(open_page: Open) -> None:
    nowhere = {"event_date": "1996-03-03", "latitude": 30.1, "longitude": 43.9}
    unsure = {"geo_precision": "", "notes": "x" * 500, "actor1": ""}
    lonely = FAMILY | nowhere | {"incident_id": "MYLIST:2", "date_precision": 1}
    rows = [
        FAMILY | {"date_precision": 1},
        lonely,
        lonely | unsure | {"incident_id": "OTHER:1", "source": "OTHER", "date_precision": ""},
    ]
    data = csv_text(rows).encode()
    app = hand_in(open_page("uploads"), "family.csv", data)
    said = words(app)
    assert "2 accounts in your file probably match an incident that is already here." in said
    assert "Nothing is linked unless you choose it." in said
    first, second = said.index("In your file, line 2 MYLIST:1"), said.index("OTHER:1")
    assert first < said.index("Already here UCDP:259056") < second
    assert second < said.index("In your file, line 3 MYLIST:2")
    assert "9 of 9 points: same day, under 1 km, same sides, deaths agree" in said
    assert (
        "8 of 9 points: same day, same point, one side the same, the other unnamed in one" in said
    )
    assert "2 Jun 2018 (precision: day)" in said
    assert "3 Mar 1996 (precision: unknown)" in said
    assert "x" * 159 + "…" in said
    assert "x" * 160 not in said
    assert {control.value for control in app.segmented_control} == {"undecided"}
    assert app.button(key="confirm").label == "Add 3\u00a0new incidents"
    choice(app, data, "all").set_value("link").run()
    linked = "1 new incident and 2 more accounts of known incidents"
    assert plain(app.button(key="confirm").label) == f"Add {linked}"
    assert f"{linked}, " in html(app)

    choice(app, data, 2).set_value("apart").run()
    assert choice(app, data, "all").value is None
    choice(app, data, 4).set_value("skip").run()
    assert app.button(key="confirm").label == "Add 2\u00a0new incidents"
    app.button(key="confirm").click().run()
    newest = next(item for item in cached.store().history() if item.action == "import")
    counts = newest.counts
    assert (counts["new"], counts["linked"], counts["apart"], counts["skipped"]) == (2, 0, 1, 1)
    said = words(app)
    assert "2 new incidents added." in said
    assert "1 account kept apart for good. 1 row left out." in said
    shown = cached.store().read("SELECT accounts FROM incidents WHERE incident_id = 'MYLIST:1'")
    assert shown["accounts"].tolist() == [1]
    assert cached.store().read("SELECT 1 FROM accounts WHERE incident_id = 'OTHER:1'").empty

    app = hand_in(app, "family.csv", data)
    assert "1 account in your file probably matches" in words(app)
    assert choice(app, data, 4).value == "undecided"
    assert app.button(key="confirm").label == "Add 1\u00a0new incident"


@pytest.mark.usefixtures("told_ahead")
def test_success_is_told_with_a_link_and_an_undo_is_asked_about_first(open_page: Open) -> None:
    rows = [killing(220, event_date="2018-07-02"), killing(221, event_date="2018-07-03")]
    data = csv_text(rows).encode()
    app = hand_in(open_page("uploads"), "two.csv", data)
    ahead = re.search(r"told only by others \d+ → \d+", words(app))
    app.button(key="confirm").click().run()
    commit = next(item for item in cached.store().history() if item.action == "import")
    said = words(app)
    assert "2 new incidents added." in said
    assert ahead is not None
    assert ahead[0] in said, "the same words and numbers after as before"
    assert "See exactly what it brought: in the table , on the map , on the timeline ." in said
    days = "dates=2018-07-02&amp;dates=2018-07-03"
    assert f"incidents?province=All+Iraq&amp;{days}&amp;upload={commit.commit_id}" in html(app)
    # Every page says what of its view was uploaded, and links to it and away from it.
    shown = html(open_page("timeline"))
    assert re.search(r"Uploaded here: \d+ by others: .*show only these.*hide them", shown)
    assert "upload=without" in shown
    only = words(open_page("map", upload=["only"]))
    assert "Only what was uploaded is shown: show everything" in only
    assert "Samarra · MYLIST · uploaded" in words(open_page("overview", upload=["only"]))
    table = open_page("incidents", upload=["only"]).dataframe[0].value
    assert set(table["Origin"]) == {"uploaded"}
    hidden = words(open_page("overview", upload=["without"]))
    assert "Uploaded incidents are hidden: show them" in hidden
    app.button(key=f"done-Undo-{commit.commit_id}").click().run()
    asked = words(app)
    assert "Undo upload of two.csv: 2 incidents will be hidden." in asked
    old, new = re.findall(r"told only by others (\d+) → (\d+)", asked)[-1]
    assert int(old) == int(new) + 2
    assert "No verdict changes, and no figure behind one" in asked
    app.button(key="keep-it").click().run()
    assert cached.store().history()[0].commit_id == commit.commit_id
    app.button(key=f"Undo-{commit.commit_id}").click().run()
    app.button(key="undo-it").click().run()
    assert cached.store().history()[0].undoes == commit.commit_id
    assert "2 new incidents added." not in words(app), "what is undone is no success any more"
    app = hand_in(open_page("uploads"), "two.csv", data)
    app.button(key="confirm").click().run()
    assert "2 new incidents added." in words(app), "it is a success again"
    assert "See exactly what it brought: in the table" in words(app)
    assert [item for item in app.button if item.key == f"done-Undo-{commit.commit_id}"]


SHEET = (
    "Ref;Date of attack;Governorate;Kind of incident;Killed\n"
    "1;2018-06-05;Kirkuk;IED on road;2\n"
    "2;2018-06-17;Diyala;Odd thing;n/a\n"
)


def test_a_table_of_another_layout_is_mapped_on_the_page(open_page: Open) -> None:
    app = hand_in(open_page("uploads"), "sheet.csv", SHEET.encode())
    assert "has columns that are not known here" in html(app)
    assert "Still needed: Source" in html(app)
    picked = {box.label: box.value for box in app.selectbox}
    assert picked["Date *"] == "Date of attack"
    assert "“Odd thing” has no kind yet. Choose one above, or these rows are refused." in html(app)
    assert picked["IED on road"] == "Explosions/Remote violence"
    assert picked["Odd thing"] is None
    (wounded,) = [it for it in app.selectbox if it.label == "Wounded"]
    assert wounded.options[wounded.index or 0] == "Not in the file"
    (code,) = [it for it in app.text_input if it.label.startswith("Code of your list")]
    code.set_value("NINA").run()
    (kind,) = [it for it in app.selectbox if it.label == "Odd thing"]
    # The words of the pages are the words of the list.
    assert "Armed clash (Battles)" in kind.options
    (take,) = [it for it in app.button if it.label == "Apply this mapping"]
    take.click().run()
    assert "Open “How the file is read” above and choose a kind for “Odd thing”" in html(app)
    (kind,) = [it for it in app.selectbox if it.label == "Odd thing"]
    kind.set_value("Battles").run()
    assert "no kind yet" not in html(app)
    (take,) = [it for it in app.button if it.label == "Apply this mapping"]
    take.click().run()
    assert "read as your mapping" in html(app)
    app.button(key="confirm").click().run()
    rows = cached.store().read(
        "SELECT incident_id, event_type, fatalities_best FROM incidents WHERE source = 'NINA' "
        "ORDER BY incident_id"
    )
    assert rows["incident_id"].tolist() == ["NINA:1", "NINA:2"]
    assert rows["event_type"].tolist() == ["Explosions/Remote violence", "Battles"]
    assert rows["fatalities_best"].isna().tolist() == [False, True]


POINTS = "التاريخ,النوع,الفاعل,خط العرض,خط الطول,القتلى\n2018-06-05,هجوم مسلح,مجهول,35.46,44.39,2\n"


def test_how_exact_a_place_is_must_be_said_with_coordinates(open_page: Open) -> None:
    app = hand_in(open_page("uploads"), "points.csv", POINTS.encode())

    def box(label: str) -> Any:
        return next(it for it in app.selectbox if it.label == label)

    assert "How exact the place is." in words(app)
    assert box("How exact the place is *").value is None
    next(it for it in app.text_input if it.label.startswith("Code of")).set_value("AR").run()
    box("هجوم مسلح").set_value("Battles").run()
    assert "Still needed: How exact the place is." in words(app)
    assert next(it for it in app.button if it.label == "Apply this mapping").disabled
    box("How exact the place is *").set_value("1").run()
    assert "Still needed" not in words(app)
    next(it for it in app.button if it.label == "Apply this mapping").click().run()
    app.button(key="confirm").click().run()
    rows = cached.store().read("SELECT * FROM incidents WHERE source = 'AR'")
    assert rows["geo_precision"].tolist() == [1]
    assert rows["actor1"].isna().tolist() == [True], "مجهول: nobody knows who"


def test_one_column_of_coordinates_is_offered_for_both(open_page: Open) -> None:
    name = "c11_own_table_one_coordinate_column.csv"
    app = hand_in(open_page("uploads"), name, (CASES / name).read_bytes())

    def box(label: str) -> Any:
        return next(it for it in app.selectbox if it.label == label)

    assert [box(f"{it}").value for it in ("Latitude (north)", "Longitude (east)")] == (
        ["Geolocation"] * 2
    )
    row = box("What one row stands for")
    assert row.options[row.index] == "One incident"
    next(it for it in app.text_input if it.label.startswith("Code of")).set_value("GEO").run()
    box("How exact the place is *").set_value("1").run()
    next(it for it in app.button if it.label == "Apply this mapping").click().run()
    app.button(key="confirm").click().run()
    rows = cached.store().read("SELECT * FROM incidents WHERE source = 'GEO' ORDER BY incident_id")
    assert rows[["latitude", "longitude"]].to_numpy().tolist() == [
        [35.1369, 44.4486], [35.3256, 43.7664],
    ]  # fmt: skip


def test_a_table_of_counts_asks_what_a_row_is(open_page: Open) -> None:
    name = "c07_acled_weekly_aggregate.csv"
    app = hand_in(open_page("uploads"), name, (CASES / name).read_bytes())
    assert "weekly counts, not incidents" in html(app)
    (row,) = [it for it in app.selectbox if it.label == "What one row stands for"]
    assert (row.value, "As many incidents as the column EVENTS says" in row.options) == (
        "EVENTS",
        True,
    )


def test_decimals_and_other_countries(open_page: Open) -> None:
    head = "incident_id,source,event_date,event_type,country,latitude,longitude,geo_precision"
    rows = [f'L:{at},L,2018-06-17,Battles,{name},"35,4","44,2",1'
            for at, name in enumerate(("Iraq", "Syria", "Iran"))]  # fmt: skip
    app = hand_in(open_page("uploads"), "comma.csv", "\n".join([head, *rows]).encode())
    said = html(app)
    assert "2 rows of other countries left out: Iran 1, Syria 1." in said
    assert "decimal comma" in said
    (decimal,) = [it for it in app.selectbox if it.label == "Decimal sign of coordinates"]
    decimal.set_value("comma").run()
    assert "decimal comma" not in html(app)
    assert app.button(key="confirm").label == "Add 1\u00a0new incident"


def test_a_layout_can_be_chosen_against_the_recognition(open_page: Open) -> None:
    data = csv_text([killing(1, event_date="2018-06-17")]).encode()
    app = hand_in(open_page("uploads"), "mine.csv", data)
    assert "read as Corridor Watch" in html(app)
    (layout,) = [it for it in app.selectbox if it.label == "Layout"]
    layout.set_value("acled").run()
    assert "lacks the required column" in html(app)
    (layout,) = [it for it in app.selectbox if it.label == "Layout"]
    layout.set_value("recognised").run()
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
    assert "2 files, 0 added" in html(app)
    assert "1.csv, read as" in html(app)
    app.button(key="confirm").click().run()
    assert "2 files, 1 added" in html(app)
    assert "2.csv, read as" in html(app)
    app.button(key="confirm").click().run()
    assert "Saved as upload" in html(app)
    assert not app.file_uploader[0].value
    assert "read as" not in html(app)
    names = [item.file_name for item in cached.store().history() if item.action == "import"]
    assert names[:2] == ["2.csv", "1.csv"]


@pytest.mark.usefixtures("told_ahead")
def test_what_would_change_is_said_before_anything_is_written(open_page: Open) -> None:
    rows = [of_the_series(n, event_date=f"2018-04-{1 + n % 30:02}") for n in range(90)]
    rows += [row | KIRKUK | {"incident_id": f"UCDP:95{n:05}"} for n, row in enumerate(rows)]
    version = cached.store().version
    before = cached.summary(cached.options().default_filter()).incidents or 0
    app = hand_in(open_page("uploads"), "many.csv", csv_text(rows).encode())
    said = html(app)
    assert "What would change" in said
    assert f"{before} → {before + 180} incidents by UCDP" in said
    assert "verdicts of 5 change (as of 31 Dec 2018)" in said
    assert '<td class="">undecided · Kirkuk 55' in said
    assert "180 new incidents, in Apr 2018." in said
    assert len(app.get("plotly_chart")) == 1
    assert cached.store().version == version
    app.button(key="confirm").click().run()
    assert cached.summary(cached.options().default_filter()).incidents == before + 180
    third = next(item for item in cached.findings(cached.report().date) if item.number == 3)
    assert third.verdict == "undecided", "so many in a month say little of the year"
    again = html(hand_in(app, "many.csv", csv_text(rows).encode()))
    assert "Nothing: every good row is already here." in again


@pytest.mark.usefixtures("told_ahead")
def test_what_is_kept_apart_is_told_as_an_incident_of_its_own(open_page: Open) -> None:
    data = csv_text([FAMILY | {"incident_id": "OTHER:1", "source": "OTHER"}]).encode()
    app = hand_in(open_page("uploads"), "other.csv", data)
    said = html(choice(app, data, 2).set_value("link").run())
    assert "1 more account of a known incident, in Jun 2018." in said
    said = html(choice(app, data, 2).set_value("apart").run())
    assert "1 new incident, in Jun 2018." in said
    assert "No verdict changes (as of 31 Dec 2018): no row comes from UCDP" in said


def test_a_large_upload_is_worked_out_when_asked_for(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlook, "MOST_UNASKED", 1)
    monkeypatch.setattr(jobs, "MOST_HERE", 1)  # so it is done by a worker
    data = csv_text([killing(81), killing(82)]).encode()
    app = hand_in(open_page("uploads"), "large.csv", data)
    assert "2 rows: working it out takes some seconds." in html(app)
    said = html(app.button(key="outlook").click().run())
    assert "2 new incidents, in Jun 2018." in said
    assert "some seconds" not in said


@pytest.mark.usefixtures("told_ahead")
def test_of_a_file_with_bad_rows_the_good_ones_are_worked_out(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = csv_text([killing(91), killing(92, event_date="2018-02-30")]).encode()
    said = html(app := hand_in(open_page("uploads"), "bad.csv", data))
    assert "Counting the good rows only." in said
    assert "1 new incident, in Jun 2018." in said

    def refused(*_: object) -> None:
        raise StoreError("seed.parquet is cut off. Nothing was saved: put it back.")

    monkeypatch.setattr(jobs, "outlook", refused)
    assert "seed.parquet is cut off" in html(app.run())


def test_what_was_decided_about_one_pair_is_not_taken_for_another(open_page: Open) -> None:
    row = FAMILY | {"event_date": "1994-03-03", "latitude": 30.1, "longitude": 43.9}
    data = csv_text([row | {"incident_id": "THIRD:9", "source": "THIRD"}]).encode()
    app = hand_in(open_page("uploads"), "third.csv", data)
    for number in (8, 9):
        first = row | {"incident_id": f"MYLIST:{number}", "location": f"Place {number}"}
        _confirm(csv_text([first]).encode())
        app.run()
        assert f"MYLIST:{number}" in words(app)
        assert choice(app, data, "all").value == "undecided"
        choice(app, data, 2).set_value("skip").run()
        cached.store().retract([f"MYLIST:{number}"], "made up")
        app.run()
        assert app.button(key="confirm").label == "Add 1\u00a0new incident"


def _confirm(data: bytes) -> None:
    store = cached.store()
    assert confirm(store, check(store, cached.settings_now(), data, "mine.csv"), "tester")


def test_many_pairs_are_decided_at_once_and_shown_some_at_a_time(open_page: Open) -> None:
    rows = []
    for at in range(25):
        row = killing(
            100 + at,
            event_date=f"{1990 + at // 4}-{1 + 3 * (at % 4):02}-15",
            latitude=30.1,
            longitude=43.9,
        )
        rows += [row, row | {"incident_id": f"OTHER:{100 + at}", "source": "OTHER"}]
    data = csv_text(rows).encode()
    app = hand_in(open_page("uploads"), "many.csv", data)
    assert words(app).count("9 of 9 points") == 20
    app.button(key=f"pairs-{hashlib.sha256(data).hexdigest()[:12]}-more").click().run()
    assert words(app).count("9 of 9 points") == 25
    assert choice(app, data, "all").value == "undecided"
    choice(app, data, 3).set_value("apart").run()
    choice(app, data, "all").set_value("skip").run()
    assert {control.value for control in app.segmented_control} == {"skip"}
    assert app.button(key="confirm").label == "Add 25\u00a0new incidents"
    choice(app, data, 5).set_value("link").run()
    linked = "25 new incidents and 1 more account of a known incident"
    assert plain(app.button(key="confirm").label) == f"Add {linked}"


def test_nothing_can_be_written_where_all_is_left_out(open_page: Open) -> None:
    data = csv_text([FAMILY | {"incident_id": "THIRD:1", "source": "THIRD"}]).encode()
    app = hand_in(open_page("uploads"), "third.csv", data)
    choice(app, data, "all").set_value("skip").run()
    assert app.button(key="confirm").label == "Nothing to add: every row is left out"
    assert app.button(key="confirm").disabled


def test_what_changed_since_it_was_looked_at_is_not_written_unseen(open_page: Open) -> None:
    row = FAMILY | {"event_date": "1993-03-03", "latitude": 30.1, "longitude": 43.9}
    data = csv_text([row | {"incident_id": "FOURTH:1", "source": "FOURTH"}]).encode()
    app = hand_in(open_page("uploads"), "fourth.csv", data)
    assert app.button(key="confirm").label == "Add 1\u00a0new incident"
    _confirm(csv_text([row | {"incident_id": "MYLIST:50"}]).encode())
    app.button(key="confirm").click().run()
    assert "The data have changed since this check" in words(app)
    assert app.button(key="confirm").label == "Add 1\u00a0new incident"
    assert cached.store().read("SELECT 1 FROM accounts WHERE source = 'FOURTH'").empty
    app.button(key="confirm").click().run()
    assert "Saved as upload" in words(app)


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
    assert "1 row kept with a warning." in said
    assert "1 row has no coordinates: not on the map" in said
    assert "“Saladin” → Salah al-Din (1)" in said
    problems = said[said.index(told[0]) : said.index("Incidents to be added")]
    assert (problems.count(">refused<"), problems.count(">kept<")) == (1, 2)


def test_a_write_that_is_stopped_keeps_its_check(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = csv_text([killing(70, event_date="2018-06-09")]).encode()
    app = hand_in(open_page("uploads"), "stopped.csv", data)
    version, checked = cached.store().version, app.session_state["upload_check"][1]

    def stopped(self: Pool, task: Task[Any]) -> Task[Any]:
        task.cancel()
        return begin(self, task)

    begin = Pool.begin
    with monkeypatch.context() as patched:
        patched.setattr(Pool, "begin", stopped)
        app.button(key="confirm").click().run()
    assert "Saving was stopped. Nothing was saved; the check is kept." in words(app)
    assert cached.store().version == version
    app.run()
    assert not app.exception
    assert app.button(key="confirm").label == "Add 1\u00a0new incident"
    assert app.session_state["upload_check"][1] is checked
    app.button(key="confirm").click().run()
    assert "Saved as upload" in words(app)
    assert not checked.folder.exists()


def test_a_check_that_fails_is_told_with_a_remedy(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = csv_text([killing(72, event_date="2018-06-09")]).encode()
    with monkeypatch.context() as patched:
        patched.setattr(Pool, "begin", lambda _, task: (task.end([], LostError()), task)[1])
        app = hand_in(open_page("uploads"), "lost.csv", data)
    assert not app.exception
    assert "lost.csv was not checked." in words(app)
    assert "Try again; if it happens again, split the file" in words(app)
    app.button(key="check_again").click().run()
    assert app.button(key="confirm").label == "Add 1\u00a0new incident"


def test_who_waits_is_told_the_place_and_then_the_stage() -> None:
    task: Task[None] = Task(print, (), cached.settings_now())
    said = []
    for ahead, stage in ((2, ""), (1, ""), (0, ""), (0, "Reading the file")):
        task.ahead, task.stage = ahead, stage
        said.append(jobs.told(task).replace("\u00a0", " "))
    assert said == [
        "2 files are before yours …",
        "1 file is before yours …",
        "Beginning …",
        "Reading the file …",
    ]


def test_a_bar_that_stands_counts_the_seconds() -> None:
    task: Task[int] = Task.done(1, cached.settings_now())
    task.told("Looking for second accounts", 0.77)
    stood = jobs.Stood()
    assert [stood.seconds(task, now) for now in (10.0, 11.9, 13.5)] == [0, 1, 3]
    assert jobs.told(task) == "Looking for second accounts …"
    assert jobs.told(task, 3) == "Looking for second accounts … 3 s, still at work"
    task.told("Looking for second accounts", 0.80)
    assert stood.seconds(task, 14.0) == 0


def test_the_bytes_of_a_file_lie_on_the_disk_alone(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = csv_text([killing(71, event_date="2018-06-09")]).encode()
    app, sizes = open_page("uploads"), list[int]()
    add = MemoryUploadedFileManager.add_file

    def noted(self: MemoryUploadedFileManager, session_id: str, file: UploadedFileRec) -> None:
        sizes.append(len(file.data))
        add(self, session_id, file)

    monkeypatch.setattr(MemoryUploadedFileManager, "add_file", noted)
    app = hand_in(app, "disk.csv", data)
    assert sizes == [len(data), 0]
    (held,) = app.session_state["upload_held"].values()
    assert held.path.read_bytes() == data
    # Read in another way it is read from there.
    next(box for box in app.selectbox if box.label == "Layout").set_value("native").run()
    assert app.button(key="confirm").label == "Add 1\u00a0new incident"
    app.file_uploader[0].set_value([]).run()
    assert not held.path.exists()


def test_a_large_file_is_annotated_elsewhere(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = csv_text([killing(71, event_date="2018-06-09"), killing(72, event_date="?")]).encode()
    app = hand_in(open_page("uploads"), "bad.csv", data)
    report = app.session_state["upload_check"][1].result().report
    here = jobs.annotated(report)
    assert here.decode("utf-8-sig").startswith('"line","errors"')
    begun: list[Task[Any]] = []
    begin = Pool.begin

    def noted(self: Pool, task: Task[Any]) -> Task[Any]:
        begun.append(task)
        return begin(self, task)

    monkeypatch.setattr(Pool, "begin", noted)
    monkeypatch.setattr(jobs, "MOST_HERE", 1)
    assert jobs.annotated(report) == here
    (task,) = begun
    assert not task.folder.exists()


def test_words_of_a_file_are_no_markup_in_labels(open_page: Open) -> None:
    word = "![x](https://example.org/x.png) :red[y] <b>"
    text = f"Ref;Date;Type;Governorate\n1;2018-06-05;{word};Kirkuk\n"
    app = hand_in(open_page("uploads"), "markup.csv", text.encode())
    (label,) = [box.label for box in app.selectbox if "example" in box.label]
    assert label.replace("\\", "").replace("\u2060", "") == word
    assert "\\!\\[x\\]\\(https\\:" in label
    assert "\\<b\\>" in label


def test_what_is_recognised_comes_back_when_a_mapping_is_given_up(open_page: Open) -> None:
    data = csv_text([killing(71, event_date="2018-06-17")]).encode()
    app = hand_in(open_page("uploads"), "mine.csv", data)
    layout = "Layout"

    def pick(value: str) -> None:
        next(it for it in app.selectbox if it.label == layout).set_value(value).run()

    pick("mapped")
    next(it for it in app.button if it.label == "Apply this mapping").click().run()
    assert "read as your mapping" in html(app)
    pick("recognised")
    assert "read as Corridor Watch" in html(app)
