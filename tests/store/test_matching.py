"""Probable second accounts of an incident: found, explained, linked or kept apart for good."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from corridor.geo import load_reference
from corridor.ingest.compare import compare
from corridor.ingest.matching import find_matches, matches
from corridor.ingest.placing import place
from corridor.ingest.recognise import read_upload
from corridor.settings import SHIPPED, Settings
from corridor.store import Store
from tests.store.conftest import Run, csv_text, killing

CODED = SHIPPED / "incidents" / "source"
# UCDP:259056: a family of twelve killed at al-Farhatiyah, IS, 2 June 2018.
FAMILY = killing(
    1,
    event_date="2018-06-02",
    actor1="IS",
    actor2="Civilians",
    location="Farhatiya",
    latitude=33.92,
    longitude=44.08,
    geo_precision=1,
    fatalities_best=12,
)
NIGHT = ("--from", "2018-06-02", "--to", "2018-06-02")


def renamed(name: str) -> bytes:
    """Give hand-coded accounts under ids and a source that the store does not know."""
    rows = list(csv.DictReader(io.StringIO((CODED / name).read_text("utf-8"))))
    return csv_text(
        [
            row | {"incident_id": f"X{row['incident_id']}", "source": f"X{row['source']}"}
            for row in rows
        ]
    ).encode()


@pytest.fixture
def found(own_store: Store, own: Settings) -> dict[str, str]:
    """Match the hand-coded accounts with the series alone: their id, the id proposed."""
    proposed: dict[str, str] = {}
    for name in ("rawabet.csv", "public.csv"):
        bench = own_store.workbench()
        report = compare(read_upload(renamed(name), name, bench=bench))
        assert report.refused is None
        bench.run("CREATE TEMP TABLE accounts AS SELECT * FROM memory.accounts WHERE source='UCDP'")
        place(bench, load_reference(own.reference_dir))
        find_matches(bench)
        rows = matches(bench, 100).itertuples()
        proposed |= {str(row.incident_id)[1:]: str(row.target_id) for row in rows}
    return proposed


def test_incidents_linked_by_hand_are_found_and_none_wrongly(found: dict[str, str]) -> None:
    with (CODED / "links.csv").open(encoding="utf-8") as lines:
        by_hand = {row["incident_id"]: row["target_id"] for row in csv.DictReader(lines)}
    in_series = {target for target in by_hand.values() if target.startswith("UCDP:")}
    assert len(in_series) == 10
    assert len({by_hand[name] for name in found}) == 7
    assert {name: by_hand[name] for name in found} == found


def count(run: Run, data: Path) -> int:
    return int(
        run("summary", "--province", "All Iraq", *NIGHT, "--json", data=data).json["incidents"]
    )


def test_a_match_is_told_linked_and_counted_once_until_undone(
    run: Run, own: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(csv_text([FAMILY]), encoding="utf-8")
    before = count(run, own.data_dir)
    told = run("import", file, "--dry-run", data=own.data_dir).out
    assert "MYLIST:1: probably UCDP:259056 (same day, under 1 km, same sides, deaths agree" in told
    done = run("import", file, "--json", data=own.data_dir).json
    assert (done["new"], done["matched"]) == (1, 1)
    assert count(run, own.data_dir) == before
    listed = run("incidents", *NIGHT, "--format", "json", data=own.data_dir).json
    (incident,) = [row for row in listed if row["incident_id"] == "UCDP:259056"]
    assert "MYLIST:1" in incident["account_ids"]
    assert run("verify", data=own.data_dir).code == 0
    run("undo", done["commit"], data=own.data_dir)
    listed = run("incidents", *NIGHT, "--format", "json", data=own.data_dir).json
    assert "MYLIST:1" not in str(listed)


def test_what_is_kept_apart_stays_apart_when_it_comes_again(
    run: Run, own: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(csv_text([FAMILY]), encoding="utf-8")
    before = count(run, own.data_dir)
    done = run("import", file, "--matches", "apart", "--json", data=own.data_dir).json
    assert done["matched"] == 1
    assert count(run, own.data_dir) == before + 1
    run("retract", "MYLIST:1", "--reason", "to see it come again", data=own.data_dir)
    assert count(run, own.data_dir) == before
    file.write_text(csv_text([FAMILY | {"notes": "again"}]), encoding="utf-8")
    again = run("import", file, "--json", data=own.data_dir).json
    assert (again["new"], again["updated"], again["matched"]) == (0, 1, 0)
    assert count(run, own.data_dir) == before, "a retraction stands until it is undone"


def test_another_day_or_place_is_no_match(run: Run, own: Settings, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    others = [
        FAMILY | {"incident_id": "MYLIST:2", "event_date": "2018-06-04"},
        FAMILY | {"incident_id": "MYLIST:3", "latitude": 35.2},
    ]
    file.write_text(csv_text(others), encoding="utf-8")
    assert run("import", file, "--dry-run", "--json", data=own.data_dir).json["matched"] == 0
