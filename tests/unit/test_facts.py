"""The hand-coded incidents: every row fits the codebook, every link leads somewhere."""

from __future__ import annotations

import csv
import os
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from corridor import schema, vocabulary

SOURCE = Path(__file__).resolve().parents[2] / "data" / "incidents" / "source"
REPORT = "RAWABET:2018-06-17-injana"
GOVERNORATES = {"Kirkuk", "Salah al-Din", "Diyala", "Ninewa"}
DEATHS = ("deaths_side_a", "deaths_side_b", "deaths_civilians", "deaths_unknown")
READERS: dict[str, Callable[[str], object]] = {
    "INTEGER": int,
    "DOUBLE": float,
    "DATE": date.fromisoformat,
    "VARCHAR": str,
}

Row = dict[str, str]


def read(name: str) -> list[Row]:
    with (SOURCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def accounts() -> list[Row]:
    return [*read("rawabet.csv"), *read("public.csv")]


def links() -> list[tuple[str, str]]:
    return [(row["incident_id"], row["target_id"]) for row in read("links.csv")]


def account(incident_id: str) -> Row:
    return next(row for row in accounts() if row["incident_id"] == incident_id)


def number(row: Row, name: str) -> int | None:
    return int(row[name]) if row[name] else None


def ucdp_targets() -> dict[str, set[str]]:
    """Give the UCDP events of each incident, keyed by the smallest id in its group of accounts."""
    groups: dict[str, set[str]] = {}
    for pair in links():
        merged = groups.get(pair[0], {pair[0]}) | groups.get(pair[1], {pair[1]})
        groups.update(dict.fromkeys(merged, merged))
    return {
        min(group): {one for one in group if one.startswith("UCDP:")} for group in groups.values()
    }


ROWS = pytest.mark.parametrize("row", accounts(), ids=lambda row: row["incident_id"])


@pytest.mark.parametrize("name", ["rawabet.csv", "public.csv"])
def test_columns_are_the_codebook_s(name: str) -> None:
    header = (SOURCE / name).read_text(encoding="utf-8").splitlines()[0].split(",")
    assert header == [column.name for column in schema.CSV_COLUMNS]


@pytest.mark.parametrize("name", ["rawabet.csv", "public.csv", "links.csv", "sources.csv"])
def test_files_are_plain_utf8(name: str) -> None:
    content = (SOURCE / name).read_bytes()
    assert b"\r" not in content
    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\n")


@ROWS
def test_values_fit_their_column(row: Row) -> None:
    for column in schema.CSV_COLUMNS:
        text = row[column.name]
        assert text == text.strip()
        assert text or not column.required, column.name
        if not text:
            continue
        value = READERS[column.type](text)
        assert len(text) <= column.max_length, column.name
        assert not column.choices or text in column.choices, column.name
        if isinstance(value, int | float):
            assert column.minimum is None or value >= column.minimum, column.name
            assert column.maximum is None or value <= column.maximum, column.name


@ROWS
def test_sub_event_belongs_to_its_type(row: Row) -> None:
    assert vocabulary.SUB_EVENT_TYPES[row["sub_event_type"]] == row["event_type"]


@ROWS
def test_counts_do_not_contradict_each_other(row: Row) -> None:
    steps = [number(row, f"fatalities_{step}") for step in ("low", "best", "high")]
    known = [step for step in steps if step is not None]
    assert all(smaller <= larger for smaller, larger in pairwise(known))
    assert 0 not in known, "an account without deaths leaves them unknown"
    parts = [number(row, name) or 0 for name in DEATHS]
    assert sum(parts) in (0, number(row, "fatalities_best"))


@ROWS
def test_place_is_whole(row: Row) -> None:
    assert bool(row["latitude"]) == bool(row["longitude"])
    assert row["geo_precision"], "an account says how well its place is known, point or not"
    if row["location_radius_km"]:
        assert row["latitude"]
    if int(row["geo_precision"]) <= vocabulary.DRAWN_PRECISION:
        assert 33 < float(row["latitude"]) < 36.5
        assert 42 < float(row["longitude"]) < 46
    assert row["reported_admin1"] in GOVERNORATES | {""}


@ROWS
def test_days_are_in_order(row: Row) -> None:
    first, last = (date.fromisoformat(row[name]) for name in ("event_date", "event_date_end"))
    assert first <= last
    assert (last == first) or int(row["date_precision"]) > 1
    if row["source_date"]:
        assert first <= date.fromisoformat(row["source_date"])


@ROWS
def test_account_can_be_cited(row: Row) -> None:
    assert row["incident_id"].startswith(row["source"] + ":" + row["event_date"][:7])
    assert row["source_title"]
    assert row["source_office"]
    assert row["notes"]
    if row["source"] == "PUBLIC":
        assert row["source_url"].startswith("http")


def test_ids_are_unique() -> None:
    counted = Counter(row["incident_id"] for row in accounts())
    assert len(counted) == 31
    assert max(counted.values()) == 1


def test_links_lead_from_an_account_to_another() -> None:
    own = {row["incident_id"] for row in accounts()}
    assert len({first for first, _ in links()}) == len(links())
    for first, second in links():
        assert first in own
        assert second in own or second.startswith("UCDP:")
        assert first != second
    assert all(row["reason"] for row in read("links.csv"))


def test_no_incident_joins_two_ucdp_events() -> None:
    assert all(len(events) <= 1 for events in ucdp_targets().values())


def test_linked_ucdp_events_exist_and_are_near_in_time() -> None:
    folder = os.environ.get("CORRIDOR_SOURCES", "")
    if not folder:
        pytest.skip("CORRIDOR_SOURCES is not set")
    with (Path(folder) / "ucdp_ged_iraq.csv").open(encoding="utf-8", newline="") as file:
        events = {f"UCDP:{row['id']}": row for row in csv.DictReader(file)}
    late = defaultdict(set)
    for first, second in links():
        event, own = events[second], account(first)
        gap = date.fromisoformat(event["date_start"]) - date.fromisoformat(own["event_date_end"])
        if gap.days > 1 or event["date_end"] < own["event_date"]:
            late[second].add(first[:17])
    # The police taken about 20 March: UCDP dates the event by the confirmation, 24 March.
    assert late == {"UCDP:258957": {"PUBLIC:2018-03-20"}}


def test_the_report_s_own_incident_is_told_in_full() -> None:
    row = account(REPORT)
    told = {
        name: row[name] for name in ("duration_minutes", "vehicles_stopped", "abducted", "freed")
    }
    assert told == {
        "duration_minutes": "20",
        "vehicles_stopped": "3",
        "abducted": "4",
        "freed": "1",
    }
    assert [row[f"fatalities_{step}"] for step in ("low", "best", "high")] == ["2", "4", "4"]
    assert (row["deaths_civilians"], row["attackers_killed"]) == ("2", "2")
    assert row["disguise"] == "Federal police uniforms"
    assert "Anjata" in row["location"]
    assert (row["latitude"], row["longitude"]) == ("34.53", "44.63")
    assert row["reported_admin1"] == ""


def test_17_june_has_three_hand_coded_accounts_and_none_names_kirkuk() -> None:
    told = [first for first, second in links() if second == "UCDP:259081"]
    assert told == [REPORT, *(f"PUBLIC:2018-06-17-injana-{s}" for s in ("kurdistan24", "afp"))]
    assert {account(incident_id)["reported_admin1"] for incident_id in told} == {""}


def test_what_may_not_be_the_same_is_not_linked() -> None:
    linked = {one for pair in links() for one in pair}
    assert "RAWABET:2018-03-injana-point-taken" not in linked
    assert "PUBLIC:2018-05-12-sadouniya-alsumaria" not in linked


def test_only_ucdp_declares_a_coverage() -> None:
    rows = {row["source"]: row for row in read("sources.csv")}
    assert {source: row["role"] for source, row in rows.items()} == {
        "UCDP": "series",
        "RAWABET": "selected",
        "PUBLIC": "selected",
    }
    assert (rows["UCDP"]["coverage_from"], rows["UCDP"]["coverage_to"]) == (
        "1989-01-01",
        "2018-12-31",
    )
    assert {rows[source]["coverage_to"] for source in ("RAWABET", "PUBLIC")} == {""}
    assert {column.name for column in schema.SOURCE} <= set(rows["UCDP"])
    for row in rows.values():
        assert row["counts"]
        assert row["attribution"]
