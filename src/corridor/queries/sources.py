"""Sources, what they cover, and their mix."""

from __future__ import annotations

import pandas as pd

from corridor import schema, vocabulary
from corridor.filter import IncidentFilter
from corridor.queries.statements import ask, ask_filtered
from corridor.store import Reader


@schema.returns(
    "source", "title", "role", "coverage_from", "coverage_to", "coverage_places", "counts",
    "licence", "attribution", "source_url", "release", "entry", "is_death_needed", "source_grade",
    accounts="INTEGER", first_date="DATE", last_date="DATE",
)  # fmt: skip
def list_sources(store: Reader) -> pd.DataFrame:
    """Return declared sources: schema.SOURCE columns, source, accounts, first_date, last_date."""
    return ask(store, "sources")


@schema.returns(
    "source", first_day="DATE", last_day="DATE", places="VARCHAR[]", release="VARCHAR",
    commit_id="VARCHAR",
)  # fmt: skip
def list_spans(store: Reader) -> pd.DataFrame:
    """Return what sources say that they cover: source, first_day, last_day, places, release, ….

    `places` are governorates, None for the whole country; `release` is None where unknown.
    """
    return ask(store, "spans")


def held_release(store: Reader, source: str) -> str | None:
    """Return the version of a source's data that reaches furthest, None where nobody said one."""
    spans = list_spans(store)
    told = spans[(spans["source"] == source) & spans["release"].notna()]
    return None if told.empty else str(told.sort_values("last_day")["release"].iloc[-1])


@schema.returns(year="INTEGER", admin1="VARCHAR", incidents="INTEGER")
def coverage(store: Reader, chosen: IncidentFilter) -> pd.DataFrame:
    """Count the measuring series' incidents by year and governorate: year, admin1, incidents."""
    return ask_filtered(store, "coverage", chosen, not_located=vocabulary.NOT_LOCATED)


@schema.returns("source_office", incidents="INTEGER")
def by_offices(store: Reader, chosen: IncidentFilter) -> pd.DataFrame:
    """Count the measuring series' incidents by news offices.

    Columns: source_office (as written, None for none), incidents.
    """
    return ask_filtered(store, "by_offices", chosen)


def hidden_rows(store: Reader, series: str) -> int:
    """Count the accounts of a series that people have hidden; releases withdrew none of them."""
    return int(ask(store, "hidden_rows", series=series)["hidden"].iloc[0])
