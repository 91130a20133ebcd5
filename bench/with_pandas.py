"""The same five questions in pandas, over the accounts in memory.

Only what the benchmark's filters use is filtered here: provinces and dates.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from bench.plain import Answers, number, place_key
from corridor.filter import IncidentFilter


def load(path: Path) -> pd.DataFrame:
    """Read the live accounts, each with the incident it belongs to, counted ones first."""
    records = pd.read_parquet(path)
    links = records[records["record_kind"] == "link"].set_index("incident_id")["target_id"]
    rows = records[records["record_kind"] == "account"].copy()
    rows["event_date"] = pd.to_datetime(rows["event_date"])
    rows["incident_key"] = rows["incident_id"].map(links).fillna(rows["incident_id"])
    rows["choice"] = (rows["source"] != "UCDP").astype(int)
    return rows.sort_values(["choice", "incident_id"], ignore_index=True)


def filtered(accounts: pd.DataFrame, chosen: IncidentFilter) -> pd.DataFrame:
    """Give each incident once, within the filter's provinces and dates."""
    rows = accounts.drop_duplicates("incident_key")
    keep = rows["event_date"].between(pd.Timestamp(chosen.date_from), pd.Timestamp(chosen.date_to))
    if chosen.provinces:
        keep &= rows["admin1"].isin(chosen.provinces)
    rows = rows[keep]
    point = (rows["geo_precision"] <= 2) & rows["latitude"].notna()
    district = (rows["geo_precision"] == 3) & rows["admin2"].notna()
    return rows.assign(is_unplaced=~(point | district), is_point=point)


def ask(accounts: pd.DataFrame, chosen: IncidentFilter) -> dict[str, Any]:
    """Name each question and how it is asked."""
    return {
        "summary": lambda: (
            summary(measured(filtered(accounts, chosen))),
            beside(filtered(accounts, chosen)),
        ),
        "timeline": lambda: timeline(measured(filtered(accounts, chosen))),
        "map places": lambda: map_places(measured(filtered(accounts, chosen))),
        "incidents": lambda: incidents(accounts, chosen),
    }


def summary(rows: pd.DataFrame) -> tuple[Any, ...]:
    best = rows["fatalities_best"]
    low, high = rows["fatalities_low"].clip(upper=best), rows["fatalities_high"].clip(lower=best)
    return (
        len(rows),
        *(number(counts.sum(min_count=1)) for counts in (low, best, high)),
        int(rows["fatalities_best"].isna().sum()),
        int(rows["is_unplaced"].sum()),
    )


def measured(rows: pd.DataFrame) -> pd.DataFrame:
    """Keep what the measuring series tells; here all of its days are covered."""
    return rows[rows["source"] == "UCDP"]


def beside(rows: pd.DataFrame) -> int:
    return int((rows["source"] != "UCDP").sum())


def timeline(rows: pd.DataFrame) -> pd.DataFrame:
    month = rows["event_date"].dt.to_period("M").dt.start_time
    groups = rows.groupby([month, "event_type"], dropna=False)
    found = groups.agg(
        incidents=("incident_id", "size"),
        low=("fatalities_low", "sum"),
        best=("fatalities_best", "sum"),
        high=("fatalities_high", "sum"),
        known=("fatalities_best", "count"),
    )
    return found.reset_index()


def by_district(rows: pd.DataFrame) -> pd.Series[int]:
    placed = rows[(rows["source"] == "UCDP") & rows["admin2"].notna()]
    return placed.groupby(["admin1", "admin2"]).size().sort_values(ascending=False)


def map_places(rows: pd.DataFrame) -> pd.DataFrame:
    mark = (rows["geo_precision"].astype(str) + " " + rows["admin1"].fillna("")).where(
        (rows["geo_precision"] == 4) & rows["admin1"].notna(), "list " + rows["incident_id"]
    )
    district = "3 " + rows["admin1"].fillna("") + " " + rows["admin2"].fillna("")
    mark = mark.mask((rows["geo_precision"] == 3) & rows["admin2"].notna(), district)
    where = rows["latitude"].astype(str) + " " + rows["longitude"].astype(str)
    mark = mark.mask(rows["is_point"], rows["geo_precision"].astype(str) + " " + where)
    ordered = rows.assign(mark=mark).sort_values(["event_date", "incident_id"])
    found = ordered.groupby("mark").agg(
        geo_precision=("geo_precision", "min"),
        admin1=("admin1", "last"),
        admin2=("admin2", "last"),
        location=("location", "last"),
        latitude=("latitude", "min"),
        longitude=("longitude", "min"),
        incidents=("incident_id", "size"),
        killed=("fatalities_best", "sum"),
        known=("fatalities_best", "count"),
        first_date=("event_date", "min"),
        last_date=("event_date", "max"),
    )
    return found.reset_index()


def incidents(accounts: pd.DataFrame, chosen: IncidentFilter) -> pd.DataFrame:
    rows = filtered(accounts, chosen)
    ids = accounts.groupby("incident_key", sort=False)["incident_id"].agg(list)
    joined = rows.assign(account_ids=rows["incident_key"].map(ids))
    return joined.sort_values(["event_date", "incident_id"], ascending=[False, True])


def plain(accounts: pd.DataFrame, chosen: IncidentFilter) -> Answers:
    """Give the answers as plain values, to compare engines by."""
    every = filtered(accounts, chosen)
    rows = measured(every)
    months = timeline(rows).to_dict("records")
    places = map_places(rows).to_dict("records")
    return {
        "summary": summary(rows),
        "beside": beside(every),
        "timeline": {
            (row["event_date"].date(), row["event_type"]): _counts(row, "best") for row in months
        },
        "map places": {place_key(row): _counts(row, "killed") for row in places},
        "incidents": list(incidents(accounts, chosen)["incident_id"]),
    }


def _counts(row: dict[Any, Any], name: str) -> tuple[int, int | None]:
    return row["incidents"], number(row[name]) if row["known"] else None
