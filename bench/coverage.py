"""`python -m bench.coverage`: how often each interval of the product holds the truth.

SYNTHETIC counts with the sizes, dispersions and correlations that were seen; the product's own
functions; a 90 % interval should hold in 88 to 92 of 100. `--write` renews the file that Method
shows. `before` is the interval that the product had until decision 14.
"""

from __future__ import annotations

import argparse
import csv
import math
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np

from bench import trials
from bench.processes import Process, generator_for
from bench.trials import Trial

RUNS = 2000
FILE = Path(__file__).parents[1] / "src" / "corridor" / "analysis" / "coverage.csv"
# What draws again and again in each run gets fewer.
SLOW = {"bootstrap_ratio": 200}
CORRELATIONS = (0.0, 0.3, 0.5, 0.7)


@dataclass(frozen=True)
class Cell:
    """One row: where it was measured, and the shares of runs in which the intervals held.

    `low` and `high` are the shares in which the truth lay below and above the interval.
    """

    indicator: str
    size: str
    a_year: float
    dispersion_now: float
    dispersion_then: float
    rho: float
    runs: int
    held: float
    below: float
    above: float
    before: float
    width: float


@dataclass(frozen=True)
class Plan:
    """What is to be measured: a row without its results, and how."""

    indicator: str
    size: str
    now: Process
    then: Process
    trial: Trial


def plans() -> list[Plan]:
    """Give all cells that are measured."""
    return [*_levels(), *_days(), *_places(), *_single()]


def _levels() -> Iterator[Plan]:
    sizes = {"corridor": (97 / 12, 114 / 24), "country": (206 / 12, 539 / 24),
             "thin place": (20 / 12, 36 / 24)}  # fmt: skip
    spreads = ((2.0, 2.0), (5.0, 5.0), (10.0, 2.0), (2.0, 6.0))
    for size, (mean_now, mean_then) in sizes.items():
        for one, two in ((1.3, 1.3), (2.0, 2.0)) if size == "thin place" else spreads:
            for rho in CORRELATIONS:
                now, then = Process(mean_now, one, rho), Process(mean_then, two, rho)
                yield Plan("rate_ratio", size, now, then, trials.rate_ratio(now, then))
                if one == two and size != "thin place":
                    half = Process(mean_now, one, rho), then
                    yield Plan(
                        "rate_ratio", f"{size}, 180 days", *half, trials.rate_ratio(*half, bins=6)
                    )
                    yield Plan("bootstrap_ratio", size, now, then, trials.bootstrap(now, then))
                if size == "country" and one == two:
                    yield Plan("districts_hit", size, now, then, trials.districts_hit(now, then))


def _days() -> Iterator[Plan]:
    for a_year, spreads in ((28.0, (1.3, 2.0, 4.0)), (5.0, (1.0, 1.3)), (97.0, (2.0, 5.0))):
        for spread in spreads:
            for rho in CORRELATIONS:
                here = Process(a_year / 12, spread, rho)
                size = f"{a_year:.0f} a year"
                yield Plan(
                    "implied_daily_share", size, here, here, trials.implied_daily_share(here)
                )
                yield Plan("days_share", size, here, here, trials.days_share(here))


def _places() -> Iterator[Plan]:
    for a_year in (4.0, 6.0, 8.0, 12.0, 20.0):
        for spread in (1.3, 2.0):
            for rho in CORRELATIONS:
                here = Process(a_year / 12, spread, rho)
                yield Plan(
                    "period_share", f"{a_year:.0f} a year", here, here, trials.period_share(here)
                )
    for a_year, rest in ((18.0, 59.0), (5.0, 50.0)):
        for spread in (1.3, 2.0):
            for rho in CORRELATIONS:
                inner, other = Process(a_year / 12, spread, rho), Process(rest / 12, 2.0, rho)
                size = f"{a_year:.0f} of {a_year + rest:.0f}"
                yield Plan("share_of", size, inner, other, trials.share_of(inner, other))


def _single() -> Iterator[Plan]:
    for first, second in ((8, 13), (30, 27)):
        for spread in (1.3, 1.6):
            for rho in CORRELATIONS:
                level = Process(1.0, spread, rho)
                trial = trials.share_difference(first, second, level)
                yield Plan("share_difference", f"{first} and {second}", level, level, trial)
    for number in (30, 60):
        for returns in (0.0, 0.3, 0.5):
            fixed = Process(number / 12, 1.0, 0.0)
            trial = trials.close_pairs(number, returns)
            yield Plan("close_pairs", f"{number}, {returns:.0%} return", fixed, fixed, trial)
    for share in (0.05, 0.2):
        for alike in (0.0, 0.05):
            fixed = Process(40 / 12, 1 + 39 * alike, 0.0)
            yield Plan("misplaced_share", f"{share:.0%} of 40", fixed, fixed,
                       trials.pattern(40, share, alike))  # fmt: skip


def measure(plan: Plan, runs: int = RUNS) -> Cell:
    """Measure one cell; the same cell and runs give the same row."""
    runs = min(runs, SLOW.get(plan.indicator, runs))
    key = (plan.indicator, plan.size, astuple(plan.now), astuple(plan.then), runs)
    (low, high), pairs = plan.trial(generator_for(*key), runs)
    kept = [pair for pair in pairs if not math.isnan(pair[0].low)]
    ends = np.array([(found.low, found.high, before.low, before.high) for found, before in kept])
    below, above = float((low < ends[:, 0]).mean()), float((high > ends[:, 1]).mean())
    old = float(((ends[:, 2] <= low) & (high <= ends[:, 3])).mean())
    width = float(np.median(ends[:, 1] - ends[:, 0]))
    return Cell(
        plan.indicator, plan.size, round(plan.now.mean * 12, 1), round(plan.now.dispersion, 2),
        round(plan.then.dispersion, 2), plan.now.rho, len(kept), round(1 - below - above, 3),
        round(below, 3), round(above, 3),
        math.nan if np.isnan(ends[:, 2]).all() else round(old, 3), round(width, 3),
    )  # fmt: skip


def write(cells: list[Cell], file: Path) -> None:
    """Write rows as CSV, in the place of those of the same indicators."""
    rows = [[str(value).replace("nan", "") for value in astuple(cell)] for cell in cells]
    renew(file, [field.name for field in fields(Cell)], rows)


def renew(file: Path, columns: list[str], rows: list[list[str]]) -> None:
    """Write rows, whose first cell is an indicator; those of other indicators stay as they are."""
    kept: list[list[str]] = []
    if file.exists():
        kept = list(csv.reader(file.open(encoding="utf-8")))[1:]
    made, order = {row[0] for row in rows}, [row[0] for row in [*kept, *rows]]
    every = [row for row in kept if row[0] not in made] + rows
    with file.open("w", newline="", encoding="utf-8") as out:
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(columns)
        for kind in dict.fromkeys(order):
            lines.writerows(row for row in every if row[0] == kind)


def main() -> None:
    """Measure all cells, or those of one indicator, and print them."""
    parser = argparse.ArgumentParser(prog="bench.coverage", description=__doc__)
    parser.add_argument("--only", help="an indicator")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--write", action="store_true", help=f"renew {FILE.name}")
    chosen = parser.parse_args()
    print(
        "indicator, size, a year, dispersion now and then, correlation: held (below, above), before"
    )
    cells = []
    for plan in plans():
        if chosen.only in (None, plan.indicator):
            cell = measure(plan, chosen.runs)
            cells.append(cell)
            print(f"{cell.indicator:<20} {cell.size:<18} {cell.a_year:>7} {cell.dispersion_now:>4}"
                  f" {cell.dispersion_then:>4} {cell.rho:>5} {cell.held:>7.3f}"
                  f" ({cell.below:.3f}, {cell.above:.3f}) {cell.before:>7.3f} {cell.width:>7.2f}",
                  flush=True)  # fmt: skip
    if chosen.write:
        write(cells, FILE)


if __name__ == "__main__":
    main()
