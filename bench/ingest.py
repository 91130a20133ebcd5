"""A SYNTHETIC file checked whole, against readers that check nothing; and taking it back.

Rows are drawn from the shipped incidents under new ids: nothing about conflict can be read from
them, and they are written into a store of their own that is thrown away.
"""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from corridor import settings
from corridor.ingest.review.confirm import confirm
from corridor.ingest.review.upload import check
from corridor.store import open_store
from corridor.store.progress import Progress, Stage
from corridor.store.seeding import SEED_FILE

SEED = 20180617
CHUNK = 250_000
AIM = 4.0
COLUMNS = [
    "event_date", "event_date_end", "date_precision", "event_type", "sub_event_type", "actor1",
    "actor2", "fatalities_low", "fatalities_best", "fatalities_high", "reported_admin1",
    "location", "latitude", "longitude", "geo_precision",
]  # fmt: skip
COUNTS = ["fatalities_low", "fatalities_best", "fatalities_high"]


def write_file(path: Path, rows: int, source: str = "SYNTHETIC", seed: int = SEED) -> None:
    """Write a CSV of made-up accounts, some at a time; their days are spread over the series'."""
    records = pq.read_table(settings.load().seed_dir / SEED_FILE).to_pandas()
    accounts = records[(records["record_kind"] == "account") & (records["source"] == "UCDP")]
    low, best, high = (accounts[name] for name in COUNTS)
    accounts = accounts[(low <= best) & (best <= high)]
    generator = np.random.default_rng(seed)
    for start in range(0, rows, CHUNK):
        size = min(CHUNK, rows - start)
        drawn = accounts.iloc[generator.integers(0, len(accounts), size)][COLUMNS]
        whole = [*COUNTS, "date_precision", "geo_precision"]
        drawn = drawn.astype(dict.fromkeys(whole, "Int64"))
        first = pd.Timestamp("1990-01-01") + pd.to_timedelta(
            generator.integers(0, 29 * 365, size), unit="D"
        )
        ends, begins = (pd.to_datetime(drawn[name]) for name in ("event_date_end", "event_date"))
        drawn = drawn.assign(event_date=first, event_date_end=first + (ends - begins).to_numpy())
        ids = [f"{source}:{number}" for number in range(start, start + size)]
        drawn.insert(0, "incident_id", ids)
        drawn.insert(1, "source", source)
        notes = [f"made-up row {number}" for number in range(start, start + size)]
        drawn.assign(notes=notes).to_csv(
            path, index=False, header=start == 0, mode="a" if start else "w"
        )


def run(rows: int) -> None:
    """Time the readers and the product on the same file, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "synthetic.csv"
        write_file(path, rows)
        megabytes = path.stat().st_size / 1e6
        print(f"\nSYNTHETIC file of {rows:,} rows, {megabytes:.0f} MB; seconds, one run each")
        readers = {
            "DuckDB, typed, unchecked": lambda: _copy(path),
            "polars read_csv, unchecked": lambda: pl.read_csv(path),
            "pandas read_csv, unchecked": lambda: pd.read_csv(path),
        }
        times = {name: _seconds(call) for name, call in readers.items()}
        times |= _product(path, Path(folder))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6  # KB on Linux
    print(f"  most memory of this process, readers included: {peak:.1f} GB")
    base = times["DuckDB, typed, unchecked"]
    for name, taken in times.items():
        print(f"  {name:<52}{taken:>8.2f} s{taken / base:>8.1f} ×")
    print(f"  (aim for the check: ≤ {AIM:.0f} × DuckDB's unchecked reading)")


def _copy(path: Path) -> None:
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE rows AS SELECT * FROM read_csv($path)", {"path": str(path)}
        )


def _product(path: Path, folder: Path) -> dict[str, float]:
    chosen = replace(settings.load(folder / "data"), max_upload_mb=10_000)
    store = open_store(chosen)
    store.read("SELECT 1")
    begun = time.perf_counter()
    stages = Stages()
    checked = check(store, chosen, path.read_bytes(), path.name, progress=stages)
    taken = {"corridor: read, checked, placed, compared, matched": time.perf_counter() - begun}
    stages.end()
    taken |= {f"  of it {name.lower()}": seconds for name, seconds in stages.taken.items()}
    if checked.report.refused or checked.report.rejected_rows:
        raise SystemExit(f"the made-up file is not good: {checked.report.problems[:3]}")
    begun = time.perf_counter()
    commit = confirm(store, checked, "bench")
    taken["corridor: committed, synced"] = time.perf_counter() - begun
    if commit is None:
        raise SystemExit("nothing was committed")
    taken["corridor: read again by everybody"] = _seconds(lambda: store.read("SELECT 1"))
    taken["corridor: undone"] = _seconds(lambda: store.undo(commit.commit_id))
    return taken


def run_matching(stored: int, new: int) -> None:
    """Time the search for second accounts: a new list against a store of another one."""
    with tempfile.TemporaryDirectory() as folder:
        chosen = replace(settings.load(Path(folder) / "data"), max_upload_mb=10_000)
        store = open_store(chosen)
        first, second = Path(folder) / "first.csv", Path(folder) / "second.csv"
        write_file(first, stored)
        confirm(store, check(store, chosen, first.read_bytes(), first.name), "bench")
        store.read("SELECT 1")
        write_file(second, new, "SECOND", SEED + 1)
        stages = Stages()
        checked = check(store, chosen, second.read_bytes(), second.name, progress=stages)
        stages.end()
    print(
        f"\nSYNTHETIC: {new:,} new accounts against {stored:,} stored ones; "
        f"{checked.matched:,} are probably known"
    )
    for name, taken in stages.taken.items():
        print(f"  {name:<52}{taken:>8.2f} s")
    print("  (aim for the search: ≤ 30 s)")


class Stages(Progress):
    """Keeps how long each stage of a check took, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: dict[str, float] = {}
        self._begun = time.perf_counter()

    def at(self, stage: Stage, share: float, until: float | None = None) -> None:
        """Begin the next stage."""
        self.end()
        super().at(stage, share, until)

    def end(self) -> None:
        """Note the stage that has ended."""
        now = time.perf_counter()
        if self.stage:
            self.taken[self.stage] = now - self._begun
        self._begun = now


def _seconds(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun
