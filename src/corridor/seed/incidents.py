"""Make the shipped incidents: the primary series, hand-coded accounts, their links and sources."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pandas as pd

from corridor import schema
from corridor.geo import enrich, load_reference
from corridor.ingest.checks.file import read_upload
from corridor.store.parquet import write_records

UCDP_FILE: Final = "ucdp_ged_iraq.csv"
HAND_CODED: Final = ("rawabet.csv", "public.csv")
# Earlier than any commit of a user, so that a user's update of a seed row always wins.
SEEDED_AT: Final = datetime(2019, 6, 1, tzinfo=UTC)


class SeedError(Exception):
    """The shipped incidents cannot be made; says which file, line and why."""


def build_incidents(source_dir: Path, coded_dir: Path, reference_dir: Path, target: Path) -> int:
    """Write the seed's Parquet file and give its number of records.

    `source_dir` holds the UCDP GED extract, `coded_dir` the hand-coded accounts, `links.csv`
    and `sources.csv`.
    """
    files = [source_dir / UCDP_FILE, *(coded_dir / name for name in HAND_CODED)]
    accounts = pd.concat([_accounts(path) for path in files], ignore_index=True)
    placed = enrich(accounts, load_reference(reference_dir)).assign(record_kind="account")
    links = _table(coded_dir / "links.csv").assign(record_kind="link")
    sources = _table(coded_dir / "sources.csv").assign(record_kind="source")
    for name in ("coverage_from", "coverage_to"):
        sources[name] = pd.to_datetime(sources[name]).dt.date
    records = pd.concat([placed, links, sources], ignore_index=True)
    records = records.assign(commit_id="seed", recorded_at=SEEDED_AT, recorded_by="Corridor Watch")
    target.parent.mkdir(parents=True, exist_ok=True)
    known = [item.name for item in schema.RECORDS if item.name in records.columns]
    return write_records(records[known], target).rows


def _accounts(path: Path) -> pd.DataFrame:
    report = read_upload(path.read_bytes(), path.name)
    if report.refused or report.rejected_rows:
        first = report.refused or report.problems[0].sentence()
        raise SeedError(f"{path.name}: {first}")
    return report.accounts


def _table(path: Path) -> pd.DataFrame:
    rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    return rows.replace("", None)
