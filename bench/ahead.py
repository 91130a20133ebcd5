"""`python -m bench.ahead`: how often a range of the next month is given, in worlds that are known.

SYNTHETIC months of the sizes and unevenness that were seen; the product's own function. Where the
mean of twelve months is the truth (no correlation), a range by recent months claims too much; where
months resemble their neighbours it should be given. "clear" are those whose lead lies beyond doubt,
which was asked for at first: too seldom where the range is truly best.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import pandas as pd

from bench.processes import Process, generator_for
from corridor.analysis.next_month import OWN, PLAIN, Range, next_range

RUNS = 100
MONTHS = 200
UNEVENNESS = 0.64
STARTS = pd.date_range("2000-01-01", periods=MONTHS, freq="MS")


def worlds() -> Iterator[Process]:
    """Yield level months, then uneven ones that resemble their neighbours more and more."""
    for mean in (3.0, 9.0):
        yield Process(mean, 1.0, 0.0)
        for rho in (0.0, 0.5, 0.7, 0.9):
            yield Process(mean, 1 + UNEVENNESS * mean, rho)


def measure(world: Process, runs: int) -> list[Range]:
    """Return what the product makes of so many runs of a world."""
    drawn = world.counts(generator_for("ahead", world), runs, MONTHS)
    return [next_range(pd.Series(run.astype(float), STARTS)) for run in drawn]


def main() -> None:
    """Try all worlds and print them."""
    parser = argparse.ArgumentParser(prog="bench.ahead", description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    runs = parser.parse_args().runs
    for world in worlds():
        found = measure(world, runs)
        misses = pd.DataFrame([each.by_month[[OWN, *PLAIN]].mean() for each in found]).mean()
        given, clear = (
            100 * sum(told) / runs
            for told in ([not each.why_not for each in found], [each.is_clear for each in found])
        )
        told = ", ".join(f"{way} {miss:.2f}" for way, miss in misses.items())
        size = f"{world.mean:.0f} a month, dispersion {world.dispersion:.1f}, rho {world.rho:.1f}"
        print(f"{size}: given {given:.0f} of 100, clear {clear:.0f}; misses: {told}", flush=True)


if __name__ == "__main__":
    main()
