"""Files of UCDP by version: whole, gone on with, unchanged, and broken in every way we know."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corridor.fetching import Asked, FetchError, fetch
from corridor.settings import Settings
from corridor.store.progress import CancelledError, Progress
from tests.unit.fetching.conftest import Clock, Get
from tests.unit.fetching.publishers import Answer, Publisher, csv_of, event, zip_of

YEARLY = "/ged/ged251-csv.zip"
MONTH = "/candidateged/GEDEvent_v25_0_9.csv"
EVENTS = [event(1), event(2, country="Syria", country_id=652), event(3), event(4)]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def left(settings: Settings) -> list[str]:
    """Name what lies in the folder, locks and notes apart."""
    names = (path.name for path in settings.fetched_dir.iterdir())
    return sorted(name for name in names if not name.endswith((".lock", ".json")))


def test_a_release_is_fetched_whole_and_keeps_the_rows_of_the_country(
    get: Get, publisher: Publisher
) -> None:
    publisher.files[YEARLY] = zip_of(csv_of(EVENTS))
    (found,) = get("ucdp", release="25.1", through="file")
    assert (found.name, found.release, found.source) == ("GEDEvent_v25_1.csv", "25.1", "ucdp")
    assert (found.rows, found.left_out, found.is_new) == (3, 1, True)
    assert [row["id"] for row in rows(found.path)] == ["900001", "900003", "900004"]
    assert rows(found.path)[0]["date_start"] == "2024-03-02 00:00:00.000"
    assert [path for path, _ in publisher.asked] == [YEARLY]


@pytest.mark.parametrize("pack", [lambda data: data, gzip.compress, zip_of])
def test_a_file_may_be_packed_or_plain(get: Get, publisher: Publisher, pack: Any) -> None:
    publisher.files[MONTH] = pack(csv_of(EVENTS))
    (found,) = get("ucdp-candidate", release="25.0.9", through="file")
    assert (found.rows, found.source) == (3, "ucdp-candidate")


def test_columns_are_found_by_their_names_and_bytes_stay_as_they_were(
    get: Get, publisher: Publisher
) -> None:
    table = "country_id,id,note\n645,1,كركوك\n652,2,x\n645.0,3,\xff\n".encode("latin-1", "ignore")
    table = table.replace(b"645,1,", "645,1,كركوك".encode())
    publisher.files[MONTH] = table
    (found,) = get("ucdp-candidate", release="25.0.9", through="file")
    kept = found.path.read_bytes().splitlines()
    assert kept == [b"country_id,id,note", "645,1,كركوك".encode(), b"645.0,3,\xff"]


def test_a_table_without_countries_is_handed_on_as_it_is(get: Get, publisher: Publisher) -> None:
    publisher.files[MONTH] = b"1,2024-01-02,Iraq\n2,2024-01-03,Iraq\n"
    (found,) = get("ucdp-candidate", release="25.0.9", through="file")
    assert found.path.read_bytes().split() == [b"1,2024-01-02,Iraq", b"2,2024-01-03,Iraq"]


def test_an_interrupted_file_goes_on_where_it_ended(
    get: Get, publisher: Publisher, ours: Settings
) -> None:
    whole = zip_of(csv_of(EVENTS * 50))
    publisher.files[YEARLY] = whole
    half = len(whole) // 2
    publisher.faults.append(Answer(whole, headers={"ETag": '"1"'}, cut=half))
    with pytest.raises(FetchError, match=r"UCDP sent a part only\. Repeat it"):
        get("ucdp", release="25.1", through="file")
    assert left(ours) == ["GEDEvent_v25_1.csv.part"]
    (found,) = get("ucdp", release="25.1", through="file")
    assert found.rows == 150
    assert publisher.asked[-1][1]["range"] == f"bytes={half}-"
    assert left(ours) == ["GEDEvent_v25_1.csv"]


@pytest.mark.parametrize("mark", ['"2"', ""])
def test_a_part_of_another_state_is_not_gone_on_with(
    get: Get, publisher: Publisher, mark: str
) -> None:
    publisher.files[MONTH] = csv_of(EVENTS)
    publisher.faults.append(Answer(b"x" * 900, headers={"ETag": '"1"'}, cut=600))
    with pytest.raises(FetchError):
        get("ucdp-candidate", release="25.0.9", through="file")
    publisher.mark = mark
    (found,) = get("ucdp-candidate", release="25.0.9", through="file")
    assert [row["id"] for row in rows(found.path)] == ["900001", "900003", "900004"]


def test_a_part_that_is_longer_than_the_file_is_thrown_away(get: Get, publisher: Publisher) -> None:
    publisher.files[MONTH] = csv_of(EVENTS)
    publisher.faults.append(Answer(b"x" * 90_000, headers={"ETag": '"1"'}, cut=80_000))
    with pytest.raises(FetchError):
        get("ucdp-candidate", release="25.0.9", through="file")
    assert get("ucdp-candidate", release="25.0.9", through="file")[0].rows == 3


def test_a_file_that_is_here_and_unchanged_is_not_sent_again(
    get: Get, publisher: Publisher
) -> None:
    publisher.files[MONTH] = csv_of(EVENTS)
    first = get("ucdp-candidate", release="25.0.9", through="file")[0]
    before = first.path.read_bytes()
    (again,) = get("ucdp-candidate", release="25.0.9", through="file")
    assert (again.is_new, again.rows, again.left_out) == (False, 3, 1)
    assert publisher.asked[-1][1]["if-none-match"] == '"1"'
    publisher.files[MONTH], publisher.mark = csv_of([*EVENTS, event(5)]), '"2"'
    (changed,) = get("ucdp-candidate", release="25.0.9", through="file")
    assert (changed.is_new, changed.rows) == (True, 4)
    assert changed.path.read_bytes().startswith(before)


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", b"country_id,id\n" + b"645,1\n" * 12_000_000)
    return packed.getvalue()


def of_two() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.csv", "id\n1\n")
        archive.writestr("b.csv", "id\n1\n")
    return packed.getvalue()


def corrupt() -> bytes:
    data = bytearray(zip_of(csv_of(EVENTS * 50)))
    data[200:260] = bytes(60)
    return bytes(data)


PAGE = b"<!DOCTYPE html><html><body>Please sign in</body></html>"
BROKEN: dict[str, tuple[bytes, str]] = {
    "a web page": (PAGE, "answered with a web page, not with data. Perhaps your network asks"),
    "JSON": (b'{"error": "x"}', "sent something that is no table"),
    "nothing": (b"", "has no events for this request"),
    "only names": (csv_of([]), "has no events for this request"),
    "other countries": (csv_of(EVENTS[1:2]), "sent 1 events, none of them in Iraq"),
    "half a line": (csv_of(EVENTS)[:-60], "sent a part only"),
    "half a zip": (zip_of(csv_of(EVENTS))[:-40], "is damaged, or ends too early"),
    "half a gzip": (gzip.compress(csv_of(EVENTS))[:-20], "is damaged, or ends too early"),
    "a zip with a fault": (corrupt(), "is damaged, or ends too early"),
    "a way out of its folder": (zip_of(b"id\n1\n", "../../etc/x.csv"), "outside its own folder"),
    "a way to a drive": (zip_of(b"id\n1\n", "C:\\x.csv"), "outside its own folder"),
    "no table": (zip_of(b"x", "readme.pdf"), "holds no table"),
    "two tables": (of_two(), "holds 2 tables; which one is meant is not guessed"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_broken_is_refused_in_a_sentence_and_leaves_nothing(
    get: Get, publisher: Publisher, ours: Settings, kind: str
) -> None:
    publisher.files[YEARLY], said = BROKEN[kind]
    with pytest.raises(FetchError, match=said):
        get("ucdp", release="25.1", through="file")
    assert left(ours) == []


def test_a_file_that_was_here_survives_a_broken_one(get: Get, publisher: Publisher) -> None:
    publisher.files[YEARLY] = zip_of(csv_of(EVENTS))
    first = get("ucdp", release="25.1", through="file")[0]
    before = first.path.read_bytes()
    publisher.files[YEARLY], publisher.mark = PAGE, '"2"'
    with pytest.raises(FetchError):
        get("ucdp", release="25.1", through="file")
    assert first.path.read_bytes() == before
    publisher.files[YEARLY], publisher.mark = zip_of(csv_of(EVENTS)), '"1"'
    assert get("ucdp", release="25.1", through="file")[0].rows == 3


def test_a_bomb_is_refused_before_it_fills_the_disk(
    get: Get, publisher: Publisher, ours: Settings
) -> None:
    publisher.files[YEARLY] = bomb()
    for most in (1000, 20):
        with pytest.raises(FetchError, match="unpacks to far more than a table would"):
            get("ucdp", replace(ours, max_fetch_mb=most), release="25.1", through="file")
    assert left(ours) == []


@pytest.mark.parametrize("length", [True, False])
def test_a_file_that_is_too_large_is_not_taken(
    get: Get, publisher: Publisher, ours: Settings, length: bool
) -> None:
    publisher.faults.append(Answer(b"x" * 1_200_000, length=length))
    with pytest.raises(FetchError, match=r"sends more than 1 MB .* Nothing was written"):
        get("ucdp", replace(ours, max_fetch_mb=1), release="25.1", through="file")


def test_one_fetch_of_a_file_at_a_time(get: Get, publisher: Publisher) -> None:
    publisher.files[MONTH] = csv_of(EVENTS)

    def second(path: str, headers: dict[str, str]) -> None:
        with pytest.raises(FetchError, match=r"GEDEvent_v25_0_9.csv is being fetched already"):
            get("ucdp-candidate", release="25.0.9", through="file")

    publisher.always = second
    assert get("ucdp-candidate", release="25.0.9", through="file")[0].rows == 3
    assert len(publisher.asked) == 1


def test_a_person_may_stop_it(ours: Settings, publisher: Publisher) -> None:
    publisher.files[YEARLY] = zip_of(csv_of(EVENTS))
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        fetch(Asked("ucdp", "25.1", through="file"), ours, progress)


def test_the_newest_year_is_looked_for(get: Get, publisher: Publisher, clock: Clock) -> None:
    publisher.files[YEARLY] = zip_of(csv_of(EVENTS))
    assert get("ucdp", through="file")[0].release == "25.1"
    assert [path for path, _ in publisher.asked] == ["/ged/ged261-csv.zip", YEARLY]


def test_all_months_after_the_newest_year_are_fetched(get: Get, publisher: Publisher) -> None:
    for month in (1, 2, 10):
        publisher.files[f"/candidateged/GEDEvent_v26_0_{month}.csv"] = csv_of([event(month)])
    found = get("ucdp-candidate", through="file")
    assert [item.release for item in found] == ["26.0.1", "26.0.2", "26.0.10"]
    assert len(publisher.asked) == 10, "of months that are over by 26 November"


def test_months_of_the_year_before_count_until_its_release_is_out(
    get: Get, publisher: Publisher, clock: Clock
) -> None:
    clock.moment = clock.moment.replace(month=3)
    for version in ("25_0_12", "26_0_1"):
        publisher.files[f"/candidateged/GEDEvent_v{version}.csv"] = csv_of(EVENTS)
    assert [item.release for item in get("ucdp-candidate", through="file")] == ["25.0.12", "26.0.1"]


def test_nothing_that_could_be_the_newest_is_out(get: Get) -> None:
    with pytest.raises(FetchError, match="none of the versions that could be the newest"):
        get("ucdp", through="file")
    with pytest.raises(FetchError, match=r"has nothing there \(404\): this version is not out"):
        get("ucdp", release="25.1", through="file")
