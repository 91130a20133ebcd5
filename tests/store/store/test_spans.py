"""What sources cover, as it is served: every declared span, and which accounts lie in one."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

import duckdb
import pandas as pd
import pytest

from corridor import settings
from corridor.settings import Settings
from corridor.store import Store, open_store
from tests.store.conftest import account, imported


def covering(first: date | None, last: date | None, places: str | None = None) -> pd.DataFrame:
    """Give the record that declares a source."""
    row = {
        "record_kind": "source", "source": "TEST", "title": "Test", "role": "upload",
        "coverage_from": first, "coverage_to": last, "coverage_places": places, "release": "3",
    }  # fmt: skip
    return pd.DataFrame([row])


def of_test(store: Store) -> list[tuple[object, ...]]:
    rows = store.read("SELECT * FROM spans WHERE source = 'TEST' ORDER BY first_day")
    return [
        (row["first_day"].date(), row["last_day"].date(),
         None if row["places"] is pd.NA or row["places"] is None else list(row["places"]))
        for _, row in rows.astype(object).iterrows()
    ]  # fmt: skip


def covered(store: Store) -> dict[str, bool]:
    rows = store.read("SELECT incident_id, is_covered FROM accounts WHERE source = 'TEST'")
    return dict(zip(rows["incident_id"], rows["is_covered"].astype(bool), strict=True))


def test_each_declaration_is_a_span_and_the_days_between_stay_open(tiny_store: Store) -> None:
    days = {"TEST:1": date(2018, 2, 1), "TEST:2": date(2018, 5, 1), "TEST:3": date(2018, 8, 1)}
    rows = [account(name, event_date=day) for name, day in days.items()]
    first = covering(date(2018, 1, 1), date(2018, 3, 31), "Iraq")
    second = covering(date(2018, 7, 1), date(2018, 9, 30))
    tiny_store.commit([*rows, first], imported())
    later = tiny_store.commit([second], imported())
    assert of_test(tiny_store) == [
        (date(2018, 1, 1), date(2018, 3, 31), None),
        (date(2018, 7, 1), date(2018, 9, 30), None),
    ]
    assert covered(tiny_store) == {"TEST:1": True, "TEST:2": False, "TEST:3": True}
    releases = tiny_store.read("SELECT release, commit_id FROM spans WHERE source = 'TEST'")
    assert set(releases["release"]) == {"3"}
    tiny_store.undo(later.commit_id)
    assert covered(tiny_store) == {"TEST:1": True, "TEST:2": False, "TEST:3": False}


def test_a_span_of_places_covers_no_other_place(tiny_store: Store) -> None:
    rows = [
        account("TEST:1", admin1="Kirkuk"),
        account("TEST:2", admin1="Anbar"),
        account("TEST:3", admin1=None),
    ]
    span = covering(date(2018, 1, 1), date(2018, 12, 31), "Kirkuk, Diyala")
    tiny_store.commit([*rows, span], imported())
    assert of_test(tiny_store) == [(date(2018, 1, 1), date(2018, 12, 31), ["Diyala", "Kirkuk"])]
    assert covered(tiny_store) == {"TEST:1": True, "TEST:2": False, "TEST:3": False}


@pytest.mark.parametrize(
    ("first", "last"),
    [(None, None), (date(2018, 1, 1), None), (date(2018, 9, 1), date(2018, 1, 1))],
)
def test_without_both_days_in_order_nothing_is_covered(
    tiny_store: Store, first: date | None, last: date | None
) -> None:
    tiny_store.commit([account("TEST:1"), covering(first, last)], imported())
    assert of_test(tiny_store) == []
    assert covered(tiny_store) == {"TEST:1": False}


def test_the_same_declaration_twice_is_one_span(tiny_store: Store) -> None:
    span = covering(date(2018, 1, 1), date(2018, 12, 31))
    tiny_store.commit([account("TEST:1"), span], imported())
    tiny_store.commit([account("TEST:2"), span], imported())
    assert len(of_test(tiny_store)) == 1


def test_a_store_of_before_calls_its_series_primary(tiny: Settings, tmp_path: Path) -> None:
    """As a seed of version 0.1 has it: another word, no release, no facts about the series."""
    now = tiny.seed_dir / "incidents.parquet"
    old = duckdb.read_parquet(str(now)).project(
        "* EXCLUDE (role, release, entry, is_death_needed), "
        "CASE WHEN role = 'series' THEN 'primary' ELSE role END AS role"
    )
    folder = tmp_path / "old" / "incidents" / "seed"
    folder.mkdir(parents=True)
    old.write_parquet(str(folder / "incidents.parquet"))
    store, newer = open_store(settings.load(tmp_path / "old")), open_store(tiny)
    assert store.read("SELECT role FROM sources WHERE source = 'UCDP'")["role"].tolist() == [
        "series"
    ]
    counted = (
        "SELECT source_role, is_covered, account_rank, count(*) AS n FROM accounts GROUP BY ALL"
    )
    pd.testing.assert_frame_equal(store.read(counted), newer.read(counted))
    assert store.read("SELECT * FROM spans")["release"].isna().all()


def test_the_countrys_series_is_counted_before_any_other(tiny_store: Store) -> None:
    series = tiny_store.read(
        "SELECT incident_id FROM accounts WHERE source = 'UCDP' ORDER BY incident_id LIMIT 1"
    )["incident_id"].iloc[0]
    other = covering(date(2018, 1, 1), date(2018, 12, 31)).assign(role="series")
    link = pd.DataFrame(
        [{"record_kind": "link", "incident_id": series, "target_id": "TEST:1", "reason": "same"}]
    )
    tiny_store.commit([account("TEST:1"), other, link], imported())
    ranks = tiny_store.read(
        "SELECT source, account_rank FROM accounts "
        f"WHERE incident_key = '{series}' ORDER BY account_rank"
    )
    assert ranks["source"].tolist() == ["UCDP", "TEST"]


def test_an_account_is_covered_as_sets_of_days_and_places_say(tiny_store: Store) -> None:
    """Drawn at random: five sources with overlapping spans of places, and accounts around them."""
    draw = Random(10)
    places = ("Kirkuk", "Diyala", "Anbar")
    first = date(2018, 1, 1)
    spans: list[pd.DataFrame] = []
    inside: set[tuple[str, date, str | None]] = set()
    for source in "ABCDE":
        for _ in range(draw.randint(0, 3)):
            begin = first + timedelta(days=draw.randint(0, 30))
            end = begin + timedelta(days=draw.randint(0, 10))
            named = draw.sample(places, draw.randint(0, 2))
            spans.append(covering(begin, end, ", ".join(named)).assign(source=source))
            days = [begin + timedelta(days=at) for at in range((end - begin).days + 1)]
            inside |= {(source, day, name) for day in days for name in named or [*places, None]}
    told = {
        f"{source}:{number}": (source, first + timedelta(days=draw.randint(-3, 45)), name)
        for source in "ABCDE"
        for number, name in enumerate([*places, None] * 12)
    }
    rows = [
        account(key, source=source, event_date=day, admin1=name)
        for key, (source, day, name) in told.items()
    ]
    tiny_store.commit([pd.concat(rows), *spans], imported())
    read = tiny_store.read("SELECT incident_id, is_covered FROM accounts WHERE length(source) = 1")
    found = dict(zip(read["incident_id"], read["is_covered"].astype(bool), strict=True))
    assert found == {key: where in inside for key, where in told.items()}
    assert 0 < sum(found.values()) < len(found)
