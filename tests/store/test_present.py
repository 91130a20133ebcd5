"""Whoever brings the present gets an assessment of the present, and two series are never one.

A release in the true layout of UCDP GED 25.1, then an ACLED file: invented events (SYNTHETIC). Each
number is held against pandas over the same rows and the shipped Parquet file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from corridor.settings import Settings
from corridor.store import open_store
from tests import acled_files, independent, ucdp_files
from tests.store.conftest import LENT, Run

HOME = ("Kirkuk", "Salah al-Din", "Diyala")
PROVINCES = {
    "Tarmiyah town": "Baghdad", "Daquq town": "Kirkuk", "Jalawla town": "Diyala",
    "Samarra town": "Salah al-Din", "Rutba town": "Anbar",
}  # fmt: skip
NEWER = ucdp_files.events(625, 2019, 2024)
OTHER = acled_files.events(900, date(2019, 1, 1), date(2025, 12, 31))
ASKED = ("summary", "key-figures", "levels", "changes", "places", "timeline", "channels",
         "coverage", "headline", "findings")  # fmt: skip
Ask = Callable[..., Any]


def ucdp() -> pd.DataFrame:
    """All rows of UCDP: shipped, and those of the release."""
    shipped = independent.accounts()
    held = shipped[shipped["source"] == "UCDP"]
    old = pd.DataFrame(
        {"day": held["event_date"], "province": held["admin1"], "dead": held["fatalities_best"]}
    )
    new = pd.DataFrame(
        {
            "day": [pd.Timestamp(row["date_start"]) for row in NEWER],
            "province": [PROVINCES[row["where_coordinates"]] for row in NEWER],
            "dead": [int(row["best"]) for row in NEWER],
        }
    )
    return pd.concat([old, new], ignore_index=True)


def acled() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "day": [pd.Timestamp(row["event_date"]) for row in OTHER],
            "province": [PROVINCES[f"{row['location']} town"] for row in OTHER],
            "dead": [int(row["fatalities"]) for row in OTHER],
        }
    )


def within(rows: pd.DataFrame, first: str, last: str) -> pd.DataFrame:
    is_here = rows["province"].isin(HOME)
    return rows[is_here & rows["day"].between(pd.Timestamp(first), pd.Timestamp(last))]


@pytest.fixture
def ask(run: Run, own: Settings) -> Ask:
    def call(*words: object) -> Any:
        found = run(*words, "--json", data=own.data_dir)
        assert found.code == 0, found.err
        return found.json

    return call


def handed_in(ask: Ask, tmp_path: Path, name: str, text: str, *more: str) -> Any:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return ask("import", file, *more)


def everything(ask: Ask, *more: str) -> dict[str, Any]:
    return {name: ask(name, *more) for name in ASKED if not (more and name == "coverage")}


def test_after_a_newer_release_all_speaks_of_its_last_year_and_undo_brings_all_back(
    ask: Ask, tmp_path: Path
) -> None:
    before = everything(ask)
    told = handed_in(ask, tmp_path, "GEDEvent_v25_1.csv", ucdp_files.text(NEWER))
    assert (told["release"]["version"], told["release"]["new"]) == ("25.1", 625)
    rows, year = ucdp(), ("2024-01-01", "2024-12-31")
    now = within(rows, *year)
    found = everything(ask)
    summary = found["summary"]
    assert summary["filter"]["dates"] == list(year)
    assert (summary["incidents"], summary["fatalities"]["best"]) == (len(now), now["dead"].sum())
    assert (summary["beside"], summary["hidden"]) == ({}, 0)
    figures = found["key-figures"]
    assert figures["windows"]["now"] == list(year)
    (then,) = figures["windows"]["compared_with"]["covered"]
    days = {"now": list(year), "compared_with": then}
    days["year_before"] = figures["windows"]["year_before"]
    for window, pair in days.items():
        expected = within(rows, *pair)
        assert figures[window]["incidents"] == len(expected), window
        assert figures[window]["killed"] == expected["dead"].sum(), window
    levels = found["levels"]
    assert levels["mean"]["day"] == pytest.approx(len(now) / 366)
    then = within(rows, "2010-01-01", "2011-12-31")
    assert levels["baseline_mean"]["day"] == pytest.approx(len(then) / 730)
    assert sum(
        item["incidents"] for item in found["changes"]["places"] if item["kind"] == "district"
    ) == len(now)
    months = ask("timeline", "--period", "month", "--from", "2018-10-01", "--to", "2025-03-31")
    counted = pd.DataFrame(months).groupby("period_start")["incidents"].sum(min_count=1)
    for start in counted.index:
        end = (pd.Timestamp(start) + pd.offsets.MonthEnd(0)).date().isoformat()
        is_covered = str(start) <= "2024-12-31"
        own = [it for it in months if it["period_start"] == start and it["beside"] is None]
        there = len(within(rows, str(start), end)) if is_covered else None
        told_of = [it["incidents"] for it in own]
        assert (sum(told_of) if is_covered else told_of[0]) == there, start
    assert {item["as_of"] for item in found["findings"]} == {"2024-12-31"}
    assert {item["at_report"]["as_of"] for item in found["findings"]} == {"2018-06-30"}
    assert (found["headline"]["as_of"], found["headline"]["record"]["ends"]) == (
        "2024-12-31", rows["day"].max().date().isoformat(),
    )  # fmt: skip
    [corridor] = [it for it in found["findings"][3]["indicators"] if it["part"] == "corridor"]
    first = (date(2024, 12, 31) - timedelta(days=364)).isoformat()
    assert corridor["numerator"] == len(within(rows, first, year[1])), "all are attacks by IS"
    spans = [it for it in found["coverage"]["spans"] if it["source"] == "UCDP"]
    assert [(it["release"], it["last_day"]) for it in spans] == [
        ("19.1", "2018-12-31"), ("25.1", "2024-12-31"),
    ]  # fmt: skip
    ask("undo", told["commit"])
    assert everything(ask) == before


def test_a_second_series_moves_no_number_and_measures_all_when_chosen(
    ask: Ask, own: Settings, tmp_path: Path
) -> None:
    handed_in(ask, tmp_path, "GEDEvent_v25_1.csv", ucdp_files.text(NEWER))
    before = everything(ask)
    handed_in(
        ask, tmp_path, "acled.csv", acled_files.text(OTHER), "--matches", "apart",
        "--coverage-from", "2019-01-01", "--coverage-places", "Iraq",
    )  # fmt: skip
    LENT[own.data_dir] = open_store(own)
    try:
        after, chosen = everything(ask), everything(ask, "--series", "ACLED")
    finally:
        del LENT[own.data_dir]
    ours, theirs = ucdp(), acled()
    beside = after["summary"]["beside"]["ACLED"]
    of_2024 = within(theirs, "2024-01-01", "2024-12-31")
    assert (beside["incidents"], beside["fatalities"]["best"]) == (
        len(of_2024), of_2024["dead"].sum(),
    )  # fmt: skip
    assert after["summary"]["incidents"] == before["summary"]["incidents"]
    for name in ("key-figures", "levels", "changes", "headline"):
        same = {key: value for key, value in after[name].items() if key != "confidence"}
        assert same == {key: before[name][key] for key in same}, name
    # Chosen, the other series gives every number, of its own last year.
    now = within(theirs, "2025-01-01", "2025-12-31")
    assert chosen["summary"]["series"] == "ACLED"
    assert chosen["summary"]["incidents"] == chosen["key-figures"]["now"]["incidents"] == len(now)
    assert chosen["levels"]["mean"]["day"] == pytest.approx(len(now) / 365)
    assert chosen["headline"]["as_of"] == "2025-12-31"
    # Side by side, each by itself; one without a baseline says so.
    for mine, was in zip(after["findings"], before["findings"], strict=True):
        assert (mine["series"], mine["verdict"]) == ("UCDP", was["verdict"])
        assert [it["series"] for it in mine["by_series"]] == ["ACLED"]
    fourth = after["findings"][3]["by_series"][0]
    assert fourth["verdict"] == "not enough data"
    assert "no baseline" in fourth["told"]
    sums = {
        len(within(ours, *days)) + len(within(theirs, *days))
        for days in (("2024-01-01", "2024-12-31"), ("2023-01-01", "2023-12-31"))
    }
    assert not sums & set(numbers(after)) - set(numbers(before))


def numbers(value: Any) -> Iterator[int]:
    """Yield every whole number in what a command prints."""
    if isinstance(value, dict):
        for each in value.values():
            yield from numbers(each)
    elif isinstance(value, list):
        for each in value:
            yield from numbers(each)
    elif isinstance(value, int) and not isinstance(value, bool):
        yield value


def test_only_the_covered_year_before_is_in_no_mean(ask: Ask, tmp_path: Path) -> None:
    later = [row for row in NEWER if row["year"] >= "2021"]
    handed_in(ask, tmp_path, "GEDEvent_v25_1.csv", ucdp_files.text(later), "--coverage-from",
              "2021-01-01")  # fmt: skip
    gap = ask("levels", "--from", "2019-01-01", "--to", "2022-12-31")
    rows = within(ucdp(), "2021-01-01", "2022-12-31")
    assert (gap["incidents"], gap["covered_days"]) == (len(rows), 730)
    assert gap["mean"]["day"] == pytest.approx(len(rows) / 730)
    years = ask("coverage")["incidents"]
    unknown = {it["year"] for it in years if it["incidents"] is None}
    assert {2019, 2020} <= unknown
