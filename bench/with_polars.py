"""The same five questions in polars, over the accounts in memory.

Only what the benchmark's filters use is filtered here: provinces and dates.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl

from bench.plain import Answers, place_key
from corridor.filter import IncidentFilter

BEST = pl.col("fatalities_best")


def load(path: Path) -> pl.DataFrame:
    """Read the live accounts, each with the incident it belongs to, counted ones first."""
    records = pl.read_parquet(path)
    is_link = pl.col("record_kind") == "link"
    links = records.filter(is_link).select("incident_id", incident_key="target_id")
    rows = records.filter(pl.col("record_kind") == "account").drop("area_km")
    return (
        rows.join(links, on="incident_id", how="left")
        .with_columns(
            pl.col("incident_key").fill_null(pl.col("incident_id")),
            choice=(pl.col("source") != "UCDP").cast(pl.Int8),
        )
        .sort("choice", "incident_id")
    )


def filtered(accounts: pl.DataFrame, chosen: IncidentFilter) -> pl.DataFrame:
    """Give each incident once, within the filter's provinces and dates."""
    keep = pl.col("event_date").is_between(pl.lit(chosen.date_from), pl.lit(chosen.date_to))
    if chosen.provinces:
        keep &= pl.col("admin1").is_in(list(chosen.provinces))
    point = (pl.col("geo_precision") <= 2) & pl.col("latitude").is_not_null()
    district = (pl.col("geo_precision") == 3) & pl.col("admin2").is_not_null()
    return (
        accounts.lazy()
        .unique("incident_key", keep="first", maintain_order=True)
        .filter(keep)
        .with_columns(is_point=point, is_unplaced=~(point | district))
        .collect()
    )


def ask(accounts: pl.DataFrame, chosen: IncidentFilter) -> dict[str, Any]:
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


def _total(asked: str | pl.Expr) -> pl.Expr:
    """Sum a column; nothing known stays unknown."""
    values = pl.col(asked) if isinstance(asked, str) else asked
    return pl.when(values.count() > 0).then(values.sum())


def summary(rows: pl.DataFrame) -> tuple[Any, ...]:
    return rows.select(
        pl.len(),
        _total(pl.min_horizontal("fatalities_low", "fatalities_best")).alias("low"),
        _total(BEST).alias("best"),
        _total(pl.max_horizontal("fatalities_high", "fatalities_best")).alias("high"),
        unknown=BEST.null_count(),
        unplaced=pl.col("is_unplaced").sum(),
    ).row(0)


def measured(rows: pl.DataFrame) -> pl.DataFrame:
    """Keep what the measuring series tells; here all of its days are covered."""
    return rows.filter(pl.col("source") == "UCDP")


def beside(rows: pl.DataFrame) -> int:
    return rows.filter(pl.col("source") != "UCDP").height


def timeline(rows: pl.DataFrame) -> pl.DataFrame:
    month = pl.col("event_date").dt.truncate("1mo")
    ends = (_total(f"fatalities_{end}").alias(end) for end in ("low", "best", "high"))
    return rows.group_by(month, "event_type").agg(pl.len().alias("incidents"), *ends)


def by_district(rows: pl.DataFrame) -> pl.DataFrame:
    placed = rows.filter((pl.col("source") == "UCDP") & pl.col("admin2").is_not_null())
    return placed.group_by("admin1", "admin2").len().sort("len", descending=True)


def map_places(rows: pl.DataFrame) -> pl.DataFrame:
    precision = pl.col("geo_precision")
    mark = (
        pl.when("is_point")
        .then(pl.format("{} {} {}", precision, "latitude", "longitude"))
        .when((precision == 3) & pl.col("admin2").is_not_null())
        .then(pl.format("3 {} {}", "admin1", "admin2"))
        .when((precision == 4) & pl.col("admin1").is_not_null())
        .then(pl.format("4 {}", "admin1"))
        .otherwise(pl.format("list {}", "incident_id"))
    )
    latest = (pl.col(name).last() for name in ("admin1", "admin2", "location"))
    return (
        rows.lazy()
        .sort("event_date", "incident_id")
        .group_by(mark.alias("mark"))
        .agg(
            precision.min(),
            *latest,
            pl.col("latitude", "longitude").min(),
            pl.len().alias("incidents"),
            _total("fatalities_best").alias("killed"),
            pl.col("event_date").min().alias("first_date"),
            pl.col("event_date").max().alias("last_date"),
        )
        .collect()
    )


def incidents(accounts: pl.DataFrame, chosen: IncidentFilter) -> pl.DataFrame:
    ids = accounts.group_by("incident_key").agg(pl.col("incident_id").alias("account_ids"))
    joined = filtered(accounts, chosen).join(ids, on="incident_key", how="left")
    return joined.sort("event_date", "incident_id", descending=[True, False])


def plain(accounts: pl.DataFrame, chosen: IncidentFilter) -> Answers:
    """Give the answers as plain values, to compare engines by."""
    every = filtered(accounts, chosen)
    rows = measured(every)
    months = timeline(rows).iter_rows(named=True)
    places = map_places(rows).iter_rows(named=True)
    return {
        "summary": summary(rows),
        "beside": beside(every),
        "timeline": {
            (row["event_date"], row["event_type"]): (row["incidents"], row["best"])
            for row in months
        },
        "map places": {place_key(row): (row["incidents"], row["killed"]) for row in places},
        "incidents": incidents(accounts, chosen)["incident_id"].to_list(),
    }
