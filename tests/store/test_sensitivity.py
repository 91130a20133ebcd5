"""What moves the numbers, and what must not: other data, uploads, links, reports."""

from __future__ import annotations

import math
import random
import shutil
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
from scipy.stats import chi2

from corridor.settings import SHIPPED, Settings
from tests.store.conftest import Row, Run, csv_text, killing, of_the_series

Values = dict[str, Any]
ALL = ("--province", "All Iraq", "--from", "1989-01-01")
# The day of the report, of which the shipped findings speak.
THEN = ("--as-of", "2018-06-30")
SEED = SHIPPED / "incidents" / "seed" / "incidents.parquet"


def reseed(data: Path, condition: str, **values: object) -> None:
    """Give a data folder a seed of its own: the shipped records that meet the condition."""
    target = data / "incidents" / "seed" / "incidents.parquet"
    target.parent.mkdir(parents=True)
    with duckdb.connect() as connection:
        connection.execute(
            f"COPY (SELECT * FROM read_parquet('{SEED}') WHERE {condition}) TO '{target}'",
            values or None,
        )


def accounts_of_the_series() -> list[str]:
    with duckdb.connect() as connection:
        found = connection.execute(
            f"SELECT incident_id FROM '{SEED}' WHERE record_kind = 'account' AND source = 'UCDP'"
        ).fetchall()
    return sorted(name for (name,) in found)


def add(run: Run, data: Path, rows: Iterable[Row], *more: str) -> str:
    """Import rows; give the commit."""
    path = data.parent / "added.csv"
    path.write_text(csv_text(rows), encoding="utf-8")
    done = run("import", path, "--json", *more, data=data)
    assert done.code == 0, done.err
    return str(done.json["commit"])


def part(findings: list[Values], number: int, slug: str) -> Values:
    finding = next(item for item in findings if item["number"] == number)
    return next(item for item in finding["indicators"] if item["part"] == slug)


def test_a_fifth_less_data_changes_what_is_said(
    run: Run, tmp_path: Path, shipped: Settings, shipped_findings: list[Values]
) -> None:
    names = accounts_of_the_series()
    gone = random.Random(2018).sample(names, len(names) // 5)
    data = tmp_path / "data"
    reseed(data, "NOT coalesce(list_contains($gone::VARCHAR[], incident_id), false)", gone=gone)
    fewer = run("summary", "--json", *ALL, data=data).json
    whole = run("summary", "--json", *ALL, data=shipped.data_dir).json
    assert fewer["incidents"] == whole["incidents"] - len(gone)
    found = run("findings", "--json", *THEN, data=data).json
    headline, before = part(found, 4, "corridor"), part(shipped_findings, 4, "corridor")
    assert headline["numerator"] < before["numerator"]
    assert headline["denominator"] < before["denominator"]
    assert headline["value"] != before["value"]
    for number, slug in ((3, "kirkuk"), (4, "iraq"), (5, "daquq")):
        new, old = part(found, number, slug), part(shipped_findings, number, slug)
        assert (new["numerator"], new["note"]) != (old["numerator"], old["note"])
    series = [run("timeline", "--json", data=folder).json for folder in (data, shipped.data_dir)]
    assert sum(row["incidents"] for row in series[0]) < sum(row["incidents"] for row in series[1])


def holds(values: Values, placed: int, loose: int, days: int = 365) -> bool:
    """Whether the share holds what it would be by hand if months were strangers and even.

    By hand: exact Poisson 90 % (chi-square), factors 8 to 14. Uneven months that resemble their
    neighbours can only widen it, and put as many incidents on fewer days.
    """
    low = 1 - math.exp(-8 * chi2.ppf(0.05, 2 * placed) / 2 / days)
    high = 1 - math.exp(-14 * chi2.ppf(0.95, 2 * (placed + loose) + 2) / 2 / days)
    middle = 1 - math.exp(-math.sqrt(8 * 14) * placed / days)
    return bool(values["low"] <= low < high <= values["high"] and values["value"] <= middle + 1e-9)


def spread(count: int) -> list[str]:
    """Days spread evenly over the year to 30 June 2018."""
    first = date(2017, 7, 1)
    return [(first + timedelta(days=364 * n // count)).isoformat() for n in range(count)]


def test_uploaded_rows_of_the_series_move_a_verdict_as_computed_by_hand(
    run: Run, own: Settings, shipped_findings: list[Values]
) -> None:
    data = own.data_dir
    before = [run(name, "--json", data=data).out for name in ("findings", "summary")]
    samarra = part(shipped_findings, 3, "samarra")
    seen, loose = samarra["numerator"], 3
    assert holds(samarra, seen, loose)
    assert (samarra["verdict"], shipped_findings[2]["verdict"]) == (
        "not supported", "not supported",
    )  # fmt: skip
    rows = [of_the_series(n, event_date=day) for n, day in enumerate(spread(60))]
    some = add(run, data, rows)
    found = run("findings", "--json", *THEN, data=data).json
    moved = part(found, 3, "samarra")
    assert moved["numerator"] == seen + 60
    assert holds(moved, seen + 60, loose)
    assert 0.3 < moved["low"] < 0.8 < moved["high"]
    assert moved["verdict"] == "partly supported"
    assert "UCDP:9000007" in found[2]["supporting"]
    # Finding 4 counts the same rows: sixty more over an unchanged baseline.
    old, new = part(shipped_findings, 4, "corridor"), part(found, 4, "corridor")
    assert (new["numerator"], new["denominator"]) == (old["numerator"] + 60, old["denominator"])
    assert new["value"] == pytest.approx(old["value"] * new["numerator"] / old["numerator"])
    run("undo", some, data=data)
    assert [run(name, "--json", data=data).out for name in ("findings", "summary")] == before
    run("redo", some, data=data)
    assert run("findings", "--json", *THEN, data=data).json == found


def test_enough_rows_carry_the_whole_finding(run: Run, own: Settings) -> None:
    kirkuk = {"admin1": "Kirkuk", "location": "Kirkuk", "latitude": 35.46, "longitude": 44.39}
    rows = [of_the_series(n, event_date=day) for n, day in enumerate(spread(150))]
    rows += [row | kirkuk | {"incident_id": f"UCDP:95{n:05}"} for n, row in enumerate(rows)]
    add(run, own.data_dir, rows)
    found = run("findings", "--json", *THEN, data=own.data_dir).json
    for slug, seen, loose in (("samarra", 153, 3), ("kirkuk", 178, 0)):
        measured = part(found, 3, slug)
        assert measured["numerator"] == seen
        assert holds(measured, seen, loose)
        assert measured["low"] >= 0.8
        assert measured["verdict"] == "supported"
    assert found[2]["verdict"] == "supported"


def test_a_later_row_and_another_source_move_no_window_and_no_level(
    run: Run, own: Settings, shipped_findings: list[Values]
) -> None:
    data = own.data_dir
    before = run("summary", "--json", data=data).json
    rows = [
        killing(n, event_date=f"2018-06-{1 + n % 30:02}", fatalities_best="") for n in range(500)
    ]
    add(run, data, [*rows, of_the_series(1, event_date="2026-01-02")], "--matches", "apart")
    after = run("summary", "--json", data=data).json
    assert after["filter"]["dates"] == before["filter"]["dates"]
    assert after["text"].endswith("the data end on 25\u00a0Dec\u00a02018")
    assert before["text"].endswith("the data end on 25\u00a0Dec\u00a02018")
    assert after["incidents"] == before["incidents"]
    assert after["fatalities"] == before["fatalities"]
    old, new = before["beside"]["others"], after["beside"]["others"]
    assert new["incidents"] == old["incidents"] + 500
    assert new["fatalities"] == old["fatalities"] | {"unknown": old["fatalities"]["unknown"] + 500}
    assert "507\u00a0more told only by others" in after["text"]
    assert run("findings", "--json", *THEN, data=data).json == shipped_findings
    late = run("summary", "--json", "--from", "2026-01-01", data=data).json
    assert late["incidents"] is None
    assert {name: told["incidents"] for name, told in late["beside"].items()} == {"UCDP": 1}
    assert "1\u00a0more by UCDP where it does not cover" in late["text"]


def test_linked_accounts_count_once(run: Run, tmp_path: Path, shipped: Settings) -> None:
    data = tmp_path / "data"
    reseed(data, "record_kind <> 'link'")
    with duckdb.connect() as connection:
        [(links,)] = connection.execute(
            f"SELECT count(*) FROM '{SEED}' WHERE record_kind = 'link'"
        ).fetchall()
    apart = run("summary", "--json", *ALL, data=data).json
    linked = run("summary", "--json", *ALL, data=shipped.data_dir).json
    assert links >= 2
    counts = [found["beside"]["others"]["incidents"] for found in (apart, linked)]
    assert counts[0] == counts[1] + links
    assert apart["incidents"] == linked["incidents"]
    night = ("--json", "--from", "2018-06-17", "--to", "2018-06-17")
    with_links = run("incidents", *night, data=shipped.data_dir).json
    alone = run("incidents", *night, data=data).json
    assert "RAWABET:2018-06-17-injana" not in {item["incident_id"] for item in with_links}
    assert "RAWABET:2018-06-17-injana" in {item["incident_id"] for item in alone}


def test_a_second_report_is_a_folder(
    run: Run, own: Settings, shipped_findings: list[Values]
) -> None:
    shipped_report = SHIPPED / "reports" / "is-there-a-return-of-isis-2018"
    shutil.copytree(SHIPPED / "reports", own.data_dir / "reports")
    text = (shipped_report / "report.toml").read_text("utf-8")
    second = own.data_dir / "reports" / "second-look" / "report.toml"
    second.parent.mkdir()
    second.write_text(text.replace("date = 2018-06-30", "date = 2011-06-30"), encoding="utf-8")
    assert run("findings", "--json", *THEN, data=own.data_dir).json == shipped_findings
    asked = ("findings", "--json", "--as-of", "report", "--report", "second-look")
    found = run(*asked, data=own.data_dir)
    assert found.code == 0
    assert {item["as_of"] for item in found.json} == {"2011-06-30"}
    assert found.json != shipped_findings
    (second.parent / "report.toml").write_text("colour = 1", encoding="utf-8")
    assert run("findings", "--report", "second-look", data=own.data_dir).code == 1
    assert run("findings", "--json", *THEN, data=own.data_dir).json == shipped_findings
