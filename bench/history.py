"""Small SYNTHETIC commits, one after the other: what one costs, and whether the last costs more."""

from __future__ import annotations

import io
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TypeVar

import pandas as pd

from corridor import settings
from corridor.ingest.review.confirm import confirm
from corridor.ingest.review.upload import check
from corridor.store import open_store

Result = TypeVar("Result")

COMMITS = 1_000
ENDS = 50


def run(commits: int = COMMITS) -> None:
    """Commit and undo through one store; print the first and the last of each in ms."""
    taken: dict[str, list[float]] = {"check": [], "commit": [], "undo": [], "read after it": []}
    with tempfile.TemporaryDirectory() as folder:
        chosen = settings.load(Path(folder) / "data")
        store = open_store(chosen)
        store.read("SELECT 1")
        for number in range(commits):
            data = _file(number)
            checked = _timed(taken["check"], lambda: check(store, chosen, data, "s.csv"))  # noqa: B023
            done = _timed(taken["commit"], lambda: confirm(store, checked, "bench"))  # noqa: B023
            if done is None:
                raise SystemExit("nothing was committed")
            if number < ENDS or number >= commits - ENDS:
                _timed(taken["undo"], lambda: store.undo(done.commit_id))  # noqa: B023
                _timed(taken["read after it"], lambda: store.read("SELECT 1"))
    print(
        f"\n{commits:,} commits of one SYNTHETIC account; median of the first and last {ENDS}, ms"
    )
    for name, times in taken.items():
        first, last = (1000 * median(part) for part in (times[:ENDS], times[-ENDS:]))
        print(f"  {name:<16}{first:>8.0f}{last:>8.0f}{last / first:>8.1f} ×")


def _file(number: int) -> bytes:
    day = pd.Timestamp("1990-01-01") + pd.Timedelta(days=7 * number % 10_000)
    row = {
        "incident_id": [f"SYNTHETIC:{number}"],
        "source": ["SYNTHETIC"],
        "event_date": [f"{day:%Y-%m-%d}"],
        "event_type": ["Battles"],
    }
    text = io.StringIO()
    pd.DataFrame(row).to_csv(text, index=False)
    return text.getvalue().encode()


def _timed(into: list[float], call: Callable[[], Result]) -> Result:
    begun = time.perf_counter()
    result = call()
    into.append(time.perf_counter() - begun)
    return result
