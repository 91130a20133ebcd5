"""What moves the numbers, and what must not: other data, uploads, links, reports."""

from __future__ import annotations

import math
import random
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from scipy.stats import chi2

from corridor.settings import SHIPPED, Settings
from tests.store.conftest import Row, Run, csv_text, killing, of_the_series

Values = dict[str, Any]
ALL = ("--province", "All Iraq", "--from", "1989-01-01")
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
    found = run("findings", "--json", data=data).json
    headline, before = part(found, 4, "corridor"), part(shipped_findings, 4, "corridor")
    assert headline["numerator"] < before["numerator"]
    assert headline["denominator"] < before["denominator"]
    assert headline["value"] != before["value"]
    for number, slug in ((3, "kirkuk"), (4, "iraq"), (5, "daquq")):
        new, old = part(found, number, slug), part(shipped_findings, number, slug)
        assert (new["numerator"], new["note"]) != (old["numerator"], old["note"])
    series = [run("timeline", "--json", data=folder).json for folder in (data, shipped.data_dir)]
    assert sum(row["incidents"] for row in series[0]) < sum(row["incidents"] for row in series[1])


def implied_shares(placed: int, loose: int, days: int = 365) -> list[float]:
    """Low, value, high by hand: exact Poisson 90 % (chi-square), factors 8 to 14."""
    low = chi2.ppf(0.05, 2 * placed) / 2
    high = chi2.ppf(0.95, 2 * (placed + loose) + 2) / 2
    factors = ((8, low), (math.sqrt(8 * 14), placed), (14, high))
    return [1 - math.exp(-factor * count / days) for factor, count in factors]


def numbers(values: Values) -> list[float]:
    return [values["low"], values["value"], values["high"]]


def test_uploaded_rows_of_the_series_move_a_verdict_as_computed_by_hand(
    run: Run, own: Settings, shipped_findings: list[Values]
) -> None:
    data = own.data_dir
    before = [run(name, "--json", data=data).out for name in ("findings", "summary")]
    samarra = part(shipped_findings, 3, "samarra")
    seen, loose = samarra["numerator"], 3
    assert numbers(samarra) == pytest.approx(implied_shares(seen, loose))
    assert (samarra["verdict"], shipped_findings[2]["verdict"]) == (
        "not supported", "not supported",
    )  # fmt: skip
    days = [f"2018-05-{1 + number % 30:02}" for number in range(30)]
    some = add(run, data, [of_the_series(n, event_date=day) for n, day in enumerate(days)])
    found = run("findings", "--json", data=data).json
    moved = part(found, 3, "samarra")
    low, _, high = implied_shares(seen + 30, loose)
    assert numbers(moved) == pytest.approx(implied_shares(seen + 30, loose))
    assert 0.3 < low < 0.8 < high
    assert moved["verdict"] == "partly supported"
    assert "UCDP:9000007" in found[2]["supporting"]
    # Finding 4 counts the same rows: thirty more over an unchanged baseline.
    old, new = part(shipped_findings, 4, "corridor"), part(found, 4, "corridor")
    assert (new["numerator"], new["denominator"]) == (old["numerator"] + 30, old["denominator"])
    assert new["value"] == pytest.approx(old["value"] * new["numerator"] / old["numerator"])
    run("undo", some, data=data)
    assert [run(name, "--json", data=data).out for name in ("findings", "summary")] == before
    run("redo", some, data=data)
    assert run("findings", "--json", data=data).json == found


def test_enough_rows_carry_the_whole_finding(run: Run, own: Settings) -> None:
    kirkuk = {"admin1": "Kirkuk", "location": "Kirkuk", "latitude": 35.46, "longitude": 44.39}
    rows = [of_the_series(n, event_date=f"2018-04-{1 + n % 30:02}") for n in range(90)]
    rows += [row | kirkuk | {"incident_id": f"UCDP:95{n:05}"} for n, row in enumerate(rows)]
    add(run, own.data_dir, rows)
    found = run("findings", "--json", data=own.data_dir).json
    for slug, seen, loose in (("samarra", 93, 3), ("kirkuk", 118, 0)):
        measured = part(found, 3, slug)
        assert numbers(measured) == pytest.approx(implied_shares(seen, loose))
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
    assert run("findings", "--json", data=data).json == shipped_findings
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
    assert run("findings", "--json", data=own.data_dir).json == shipped_findings
    found = run("findings", "--json", "--report", "second-look", data=own.data_dir)
    assert found.code == 0
    assert {item["as_of"] for item in found.json} == {"2011-06-30"}
    assert found.json != shipped_findings
    (second.parent / "report.toml").write_text("colour = 1", encoding="utf-8")
    assert run("findings", "--report", "second-look", data=own.data_dir).code == 1
    assert run("findings", "--json", data=own.data_dir).json == shipped_findings
