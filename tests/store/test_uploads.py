"""An upload's whole way: checked, committed, seen everywhere, taken back, exported, imported."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pandas as pd
import pytest

from corridor import queries, schema
from corridor.exchange.export import incidents_csv
from corridor.filter import IncidentFilter
from corridor.ingest.review.confirm import Choices, UploadError, confirm
from corridor.ingest.review.upload import Checked, check
from corridor.settings import PROJECT, Settings
from corridor.store import Commit, Store, open_store
from corridor.store.log.commits import file_name
from tests.store.conftest import Row, Run, csv_text, killing
from tests.store.ingest.review.test_matching import FAMILY

MINE = IncidentFilter(sources=("MYLIST",))
EVERYTHING = IncidentFilter(provinces=())
ADDED = [name for column in schema.DERIVED if (name := column.name) != "area_km"]


def checked(store: Store, settings: Settings, rows: Iterable[Row]) -> Checked:
    return check(store, settings, csv_text(rows).encode(), "mine.csv")


def upload(store: Store, settings: Settings, rows: Iterable[Row]) -> Commit:
    done = confirm(store, checked(store, settings, rows), "tester", Choices(only_good=True))
    assert done is not None
    return done


def test_a_bad_row_refuses_the_whole_file(tiny: Settings, tiny_store: Store) -> None:
    found = checked(tiny_store, tiny, [killing(1), killing(2, latitude=51.5, longitude=0)])
    assert not found.is_committable
    with pytest.raises(UploadError, match=r"1 of 2 rows are bad\. Nothing was saved"):
        confirm(tiny_store, found, "tester")
    assert [item.action for item in tiny_store.history()] == ["seed"]
    done = confirm(tiny_store, found, "tester", Choices(only_good=True))
    assert done is not None
    assert (done.note, done.counts["rejected"], done.author) == ("good rows only", 1, "tester")
    listed = queries.list_incidents(tiny_store, MINE)
    assert listed["incident_id"].tolist() == ["MYLIST:1"]


def test_no_good_row_or_no_table_is_refused(tiny: Settings, tiny_store: Store) -> None:
    found = checked(tiny_store, tiny, [killing(1, event_date="soon")])
    with pytest.raises(UploadError, match="no row is good"):
        confirm(tiny_store, found, "tester", Choices(only_good=True))
    nothing = check(tiny_store, tiny, b"%PDF-1.4", "mine.csv")
    with pytest.raises(UploadError, match="PDF"):
        confirm(tiny_store, nothing, "tester", Choices(only_good=True))


def mine(store: Store) -> queries.Beside:
    """What the list of these tests tells: no series, so it stands beside what is measured."""
    return queries.summary(store, MINE).beside["others"]


def told(summary: dict[str, Any]) -> tuple[int, int]:
    """Add up what a summary tells apart: incidents and deaths, measured and beside."""
    parts = [summary, *summary["beside"].values()]
    return (
        sum(part["incidents"] or 0 for part in parts),
        sum(part["fatalities"]["best"] or 0 for part in parts),
    )


def test_an_uploaded_row_is_placed_and_seen_everywhere_until_undone(
    own: Settings, own_store: Store
) -> None:
    around = IncidentFilter(date_from=date(2018, 6, 1), date_to=date(2018, 6, 1))
    before = queries.summary(own_store, around)
    # Injana: the source says Kirkuk, the point lies elsewhere, on the road to Baghdad.
    injana = {"admin1": "Kirkuk", "location": "Injana", "latitude": 34.53, "longitude": 44.63}
    done = upload(own_store, own, [killing(1, **injana, geo_precision=2, fatalities_best=7)])
    [row] = queries.rows_of(queries.list_incidents(own_store, MINE))
    assert row["reported_admin1"] == "Kirkuk"
    assert row["located_admin1"] == row["admin1"] == "Diyala"
    assert row["admin2"] == row["located_admin2"]
    assert row["nearest_road"]
    assert 0 <= row["road_km"] < 5
    assert row["nearest_town"]
    assert row["area_km"]["hamrin"] < 50
    assert row["source_role"] == "upload"
    after = queries.summary(own_store, around)
    assert (after.incidents, after.fatalities_best) == (before.incidents, before.fatalities_best)
    others = after.beside["others"]
    assert (others.incidents, others.fatalities.best, others.uploaded) == (1, 7, 1)
    assert queries.map_incidents(own_store, MINE)["incident_id"].tolist() == ["MYLIST:1"]
    bars = queries.timeline(own_store, replace(around, sources=("MYLIST",)), "day", "type")
    assert bars.loc[bars["beside"].notna(), "incidents"].tolist() == [1]
    assert queries.options(own_store).sources[0] == "MYLIST"
    own_store.undo(done.commit_id)
    assert queries.summary(own_store, around) == before
    for found in (queries.list_incidents, queries.map_places, queries.map_incidents):
        assert found(own_store, MINE).empty
    assert "MYLIST" not in queries.options(own_store).sources


def test_an_export_imported_again_writes_nothing(own: Settings, own_store: Store) -> None:
    upload(own_store, own, [killing(1, fatalities_best=""), killing(2, fatalities_best=0)])
    listed = queries.list_incidents(own_store, EVERYTHING)
    version = own_store.version
    again = check(own_store, own, incidents_csv(listed), "export.csv")
    assert again.is_committable
    assert (again.report.rows, again.report.duplicates) == (len(listed), len(listed))
    assert confirm(own_store, again, "tester") is None
    assert own_store.version == version
    unknown = {row["incident_id"]: row["fatalities_best"] for row in _cells(listed)}
    assert (unknown["MYLIST:1"], unknown["MYLIST:2"]) == ("", "0")


def _cells(incidents: pd.DataFrame) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(incidents_csv(incidents).decode())))


def test_an_edited_export_changes_what_was_edited_and_nothing_else(
    own: Settings, own_store: Store
) -> None:
    year = IncidentFilter(date_from=date(2018, 1, 1), date_to=date(2018, 12, 31))
    before = queries.list_incidents(own_store, year)
    cells = [row | {"notes": f"read again {row['notes']}"} for row in _cells(before)]
    cells[0]["fatalities_best"] = ""
    found = checked(own_store, own, cells)
    assert (found.report.updated, found.report.new) == (len(before), 0)
    done = confirm(own_store, found, "tester")
    assert done is not None
    after = queries.list_incidents(own_store, year)
    assert after["notes"].str.startswith("read again").all()
    pd.testing.assert_frame_equal(after[ADDED], before[ADDED])
    assert pd.isna(after["fatalities_best"].iloc[0])
    kept = ["incident_id", "fatalities_best", "source_role", "accounts"]
    pd.testing.assert_frame_equal(after.loc[1:, kept], before.loc[1:, kept])
    own_store.undo(done.commit_id)
    pd.testing.assert_frame_equal(queries.list_incidents(own_store, year), before)


HOSTILE = [
    "=cmd|' /C calc'!A0",
    "@@=1+1",
    "+SUM(A1:A9)",
    "-2+3",
    "'=already guarded",
    "<script>alert(1)</script>",
    "$x^2$ and $$E = mc^2$$",
    "**bold** _it_ [link](javascript:alert(1)) :red[x]",
    "two\nlines, \"quoted\"; and 'more'",
    "هجوم على نقطة تفتيش في إنجانة",
    "some \u202ereversed\u202c text",
    "x" * 4000,
    "{{7*7}} %s {0} $text",
    "'; DROP TABLE records; --",
]


def test_hostile_cells_come_through_unharmed_and_leave_neutralised(
    own: Settings, own_store: Store
) -> None:
    upload(own_store, own, [killing(n, notes=text) for n, text in enumerate(HOSTILE)])
    listed = queries.list_incidents(own_store, MINE)
    stored = dict(zip(listed["incident_id"], listed["notes"], strict=True))
    # The guard that an export puts first is taken off, so the fifth comes in as it was meant.
    meant = [text.removeprefix("'") if text.startswith("'=") else text for text in HOSTILE]
    assert [stored[f"MYLIST:{number}"] for number in range(len(HOSTILE))] == meant
    for row in _cells(listed):
        assert row["notes"][0] not in "=+-@\t\r"
    again = check(own_store, own, incidents_csv(listed), "export.csv")
    assert again.report.duplicates == len(HOSTILE)
    for text in ("<script>", "$x^2$", "{{7*7}}", "DROP TABLE", "إنجانة", "$text"):
        found = queries.list_incidents(own_store, replace(MINE, text=text))["incident_id"]
        [own_row] = [number for number, words in enumerate(meant) if text in words]
        # Signs are passed over: "<script>" finds the word, wherever it stands.
        assert f"MYLIST:{own_row}" in set(found)
        assert len(found) <= 2


def test_text_that_is_too_long_is_named(own: Settings, own_store: Store) -> None:
    found = checked(own_store, own, [killing(1, notes="x" * 4001)])
    [problem] = found.report.errors
    assert (problem.line, problem.column) == (2, "notes")
    assert "4,001 characters" in problem.rule
    assert len(problem.value) <= 200


def test_a_file_is_news_again_when_what_it_states_was_changed(
    own: Settings, own_store: Store
) -> None:
    first, second = [killing(1, fatalities_best=1)], [killing(1, fatalities_best=2)]
    counts = []
    for rows in (first, second, first, second):
        upload(own_store, own, rows)
        counts.append(mine(own_store).fatalities.best)
    assert counts == [1, 2, 1, 2]
    assert len(own_store.history()) == 5


def test_rows_that_an_undo_took_away_can_be_brought_by_another_file(
    own: Settings, own_store: Store
) -> None:
    one = upload(own_store, own, [killing(1)])
    both = [killing(1), killing(2)]
    upload(own_store, own, both)
    own_store.undo(one.commit_id)
    assert mine(own_store).incidents == 1
    upload(own_store, own, both)
    assert mine(own_store).incidents == 2


def test_an_undone_file_imported_again_is_redone(own: Settings, own_store: Store) -> None:
    done = upload(own_store, own, [killing(1)])
    own_store.undo(done.commit_id)
    again = upload(own_store, own, [killing(1)])
    assert (again.action, again.undoes) == ("redo", done.commit_id)


def test_a_file_whose_commit_was_undone_and_lost_is_written_again(
    own: Settings, own_store: Store
) -> None:
    rows = [killing(1)]
    for turn in range(3):
        done = upload(own_store, own, rows)
        assert done.action == "import"
        own_store.undo(done.commit_id)
        path = own.store_dir / file_name(done.commit_id)
        if turn:
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[:-9] + b"disk fault")
    last = upload(own_store, own, rows)
    assert mine(own_store).incidents == 1
    assert confirm(own_store, checked(own_store, own, rows), "tester") is not None
    assert own_store.history()[0].commit_id == last.commit_id, "the same file is one commit again"
    assert own_store.verify() == []


def test_confirming_twice_is_one_commit(own: Settings, own_store: Store) -> None:
    found = checked(own_store, own, [killing(1)])
    first, second = (confirm(own_store, found, "tester") for _ in range(2))
    assert first is not None
    assert second is not None
    assert first.commit_id == second.commit_id


def test_one_file_confirmed_by_many_at_once_is_one_commit(own: Settings, own_store: Store) -> None:
    stores = [open_store(own) for _ in range(4)]
    found = [checked(store, own, [killing(1)]) for store in stores]
    start = Barrier(len(stores))

    def send(store: Store, mine: Checked) -> None:
        start.wait()
        confirm(store, mine, "tester")

    threads = [Thread(target=send, args=pair) for pair in zip(stores, found, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [item.action for item in own_store.history()] == ["import", "seed"]
    assert own_store.verify() == []
    assert mine(own_store).incidents == 1


def test_two_programs_import_into_a_new_folder_at_once(tmp_path: Path, own: Settings) -> None:
    running = []
    for number in (1, 2):
        path = tmp_path / f"{number}.csv"
        rows = [killing(100 * number + row) for row in range(20)]
        path.write_text(csv_text(rows), encoding="utf-8")
        command = [sys.executable, "-m", "corridor", "import", str(path)]
        running.append(
            subprocess.Popen(
                [*command, "--data", str(own.data_dir)],
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                cwd=PROJECT,
                env=os.environ,
            )
        )
    for process in running:
        said, _ = process.communicate(timeout=120)
        assert process.returncode == 0, said.decode()
    store = open_store(own)
    assert mine(store).incidents == 40
    assert store.verify() == []
    assert queries.summary(store, EVERYTHING).incidents == 7473


@pytest.mark.skipif("CORRIDOR_SOURCES" not in os.environ, reason="CORRIDOR_SOURCES is not set")
def test_the_series_that_is_shipped_has_nothing_new(own: Settings, own_store: Store) -> None:
    path = Path(os.environ["CORRIDOR_SOURCES"]) / "ucdp_ged_iraq.csv"
    version = own_store.version
    found = check(own_store, own, path.read_bytes(), path.name)
    report = found.report
    assert (report.layout, report.refused, report.rejected_rows) == ("ucdp_ged", None, 0)
    assert (report.new, report.updated, report.duplicates) == (0, 0, 7473)
    assert (found.written, found.matched) == (0, 0)
    assert confirm(own_store, found, "tester") is None
    assert own_store.version == version


def test_the_incidents_of_one_upload_can_be_seen_alone_or_left_out(
    run: Run, own: Settings, tmp_path: Path
) -> None:
    data, file = own.data_dir, tmp_path / "mine.csv"

    def found(*asked: str) -> tuple[set[str], str]:
        everywhere = ("--province", "All Iraq", *asked)
        listed = run("incidents", *everywhere, "--format", "json", data=data).json
        summary = run("summary", *everywhere, "--json", data=data).json
        assert told(summary)[0] == len(listed)
        return {row["incident_id"] for row in listed}, summary["text"]

    shipped, _ = found()
    ids = []
    for number in (1, 2):
        # The second file tells of an incident that is here: it is of that upload, too.
        rows = [killing(number), FAMILY | {"incident_id": "MYLIST:9"}][:number]
        file.write_text(csv_text(rows), encoding="utf-8")
        ids.append(run("import", file, "--matches", "link", "--json", data=data).json["commit"])
    assert found("--upload", ids[0])[0] == {"MYLIST:1"}
    second, text = found("--upload", ids[1])
    assert second == {"MYLIST:2", "UCDP:259056"}
    assert f"of upload {ids[1]}: 1\u00a0incident by UCDP" in text
    assert "1\u00a0more told only by others" in text
    assert found("--upload", "only")[0] == {"MYLIST:1", "MYLIST:2", "UCDP:259056"}
    without, text = found("--upload", "without")
    assert (without, "without uploads" in text) == (shipped, True)
    assert found()[0] == shipped | {"MYLIST:1", "MYLIST:2"}
    asked = run("summary", "--province", "All Iraq", "--json", data=data).json
    assert asked["beside"]["others"]["uploaded"] == 2
    refused = run("summary", "--upload", "0000beef", data=data)
    assert refused.code == 1
    assert "no upload '0000beef'" in refused.err


def test_without_uploads_a_shipped_incident_counts_as_it_was_shipped(
    run: Run, tiny: Settings, tmp_path: Path
) -> None:
    data, file = tiny.data_dir, tmp_path / "update.csv"
    everywhere = ("--province", "All Iraq")

    def counted(*asked: str) -> dict[str, Any]:
        listed = run("incidents", *everywhere, *asked, "--format", "json", data=data).json
        summary = run("summary", *everywhere, *asked, "--json", data=data).json
        killed = [row["fatalities_best"] for row in listed]
        dead = sum(count for count in killed if count is not None)
        assert told(summary) == (len(listed), dead)
        return {row["incident_id"]: row for row in listed}

    shipped = counted()
    wanted = next(iter(shipped.values()))
    changes = {"event_date": "2018-06-01", "fatalities_best": 77}
    mine = killing(1, incident_id=wanted["incident_id"], source="UCDP", **changes)
    file.write_text(csv_text([mine]), encoding="utf-8")
    # Twice: what is shipped is neither the newest version nor the one before it.
    for killed in (77, 78):
        file.write_text(csv_text([mine | {"fatalities_best": killed}]), encoding="utf-8")
        counts = run("import", file, "--json", data=data).json
        assert counts["updated"] == 1, counts
    assert counted()[wanted["incident_id"]]["fatalities_best"] == 78
    assert counted("--upload", "without") == shipped
    assert counted("--upload", "without", "--source", "UCDP") == shipped
    # An id that the filter of a year keeps by the shipped day, not by the uploaded one.
    year = ("--from", wanted["event_date"], "--to", wanted["event_date"])
    assert wanted["incident_id"] in counted(*year, "--upload", "without")
    assert wanted["incident_id"] not in counted(*year)
