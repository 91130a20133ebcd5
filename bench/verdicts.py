"""Every finding of the report: judged once, at month ends, on each day, and what it hangs on.

On the shipped incidents, then on a million SYNTHETIC ones, whose number is made up: their verdicts
mean nothing. Seconds of one run; the days of a year are also measured plainly, each one anew.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import pandas as pd
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from bench.scale import MEMORY, THREADS, synthetic_records
from corridor import answers, settings
from corridor.findings import Report, evaluate, history, load_reports
from corridor.findings.evaluate import scene_at
from corridor.findings.parts import measure_parts, one_word
from corridor.findings.series import Series
from corridor.findings.turning import turns
from corridor.store.seeding import SEED_FILE
from corridor.store.serving import Serving

# A year of which each day is measured.
FIRST, LAST = date(2016, 12, 31), date(2017, 12, 31)
AIM: Final = 10.0


class Served:
    """A reader of what is served of a file."""

    version = 1

    def __init__(self, path: Path) -> None:
        self._serving = Serving.made([path], (MEMORY, THREADS))

    def read(self, sql: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """Ask it."""
        return self._serving.read(sql, params)


def run(rows: int) -> None:
    """Print the seconds that each finding takes, on the shipped incidents and on many."""
    seed = settings.load().seed_dir / SEED_FILE
    _print("the shipped incidents", Served(seed))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "synthetic.parquet"
        pq.write_table(synthetic_records(rows), path, compression="zstd")
        _print(f"SYNTHETIC, {rows:,} accounts", Served(path))


def _print(title: str, store: Any) -> None:
    report = load_reports(settings.load().reports_dir).first
    if report is None:
        raise SystemExit("there is no report")
    print(f"\n{title}; seconds")
    begun = time.perf_counter()
    found = evaluate(store, report)
    print(f"  judged once, all findings, the series fetched: {time.perf_counter() - begun:.2f}")
    print(f"  {'finding':>10}{'month ends':>14}{'days of a year':>16}{'plainly':>10}{'ratio':>8}"
          f"{'hangs on':>12}")  # fmt: skip
    total = 0.0
    for finding in found:
        months = _seconds(lambda: history(store, report, finding.number))  # noqa: B023
        days = _seconds(lambda: _days(store, report, finding.number))  # noqa: B023
        plainly = _seconds(lambda: _plainly(store, report, finding.number))  # noqa: B023
        hangs = _seconds(lambda: answers.sensitivity(store, report, finding))  # noqa: B023
        total += months + days + hangs
        print(f"  {finding.number:>10}{months:>14.2f}{days:>16.2f}{plainly:>10.2f}"
              f"{plainly / days:>8.1f}{hangs:>12.2f}", flush=True)  # fmt: skip
    print(f"  month ends, a year of days and what it hangs on: {total:.1f}   "
          f"aim ≤ {AIM}: {'reached' if total <= AIM else 'missed'}")  # fmt: skip


def _seconds(ask: Callable[[], object]) -> float:
    begun = time.perf_counter()
    ask()
    return time.perf_counter() - begun


def _days(store: Any, report: Report, number: int) -> None:
    scene = scene_at(store, report, report.date)
    spec = report.finding(number)
    turns(spec, lambda day: replace(scene, window=replace(scene.window, as_of=day)), FIRST, LAST)


def _plainly(store: Any, report: Report, number: int) -> None:
    """Measure each day and remember nothing."""
    scene = scene_at(store, report, report.date)
    spec = report.finding(number)
    with patch.object(Series, "once", lambda _self, _key, make: make()):
        for day in range((LAST - FIRST).days + 1):
            moved = FIRST + timedelta(days=day)
            here = replace(scene, window=replace(scene.window, as_of=moved))
            one_word(measure_parts(spec, here), here)
