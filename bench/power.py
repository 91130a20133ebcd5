"""`python -m bench.power`: how often each part would get which verdict, in worlds that are known.

SYNTHETIC counts, as many as in the year of the report and other numbers of them; the product's own
intervals and its own table of verdicts. `--write` renews the file that Method shows.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields

from scipy import optimize

from bench import coverage, trials
from bench.processes import DAYS, Process, generator_for
from bench.trials import Trial
from corridor.analysis import verdicts

RUNS = 1000
FILE = coverage.FILE.with_name("power.csv")
RHO = 0.5


@dataclass(frozen=True)
class Row:
    """In which share of runs a part got a word.

    `incidents` are those of the window, `others` those that they are compared with (0 for none);
    `truth` is what the indicator would be if all were known; `claim` and `denial` are the part's
    thresholds.
    """

    indicator: str
    incidents: int
    others: int
    truth: float
    claim: float
    denial: float
    runs: int
    word: str
    share: float


@dataclass(frozen=True)
class Situation:
    """A part's thresholds, and a world in which it is tried."""

    indicator: str
    incidents: int
    others: int
    truth: float
    levels: tuple[float, ...]
    trial: Trial


def situations() -> list[Situation]:
    """Give all that are tried."""
    return [*_levels(), *_days(), *_periods(), *_roads()]


def _levels() -> Iterator[Situation]:
    for spread, baseline in ((5.0, 448), (2.0, 96)):
        then = Process(baseline / 24, spread, RHO)
        for truth in (0.25, 0.5, 0.8, 1.0, 1.25, 2.0, 4.0):
            now = Process(then.mean * truth, min(spread, 1 + then.mean * truth), RHO)
            trial, seen = trials.rate_ratio(now, then), round(12 * now.mean)
            yield Situation("rate_ratio", seen, baseline, truth, (0.8, 0.5, 2.0), trial)


def _days() -> Iterator[Situation]:
    middle = math.sqrt(trials.FACTORS[0] * trials.FACTORS[1])
    for truth in (0.1, 0.3, 0.5, 0.8, 0.95):
        a_month = _mean_for(truth, 1 / middle)
        world = Process(a_month, 1.3, RHO)
        trial, seen = trials.implied_daily_share(world), round(12 * a_month)
        yield Situation("implied_daily_share", seen, 0, truth, (0.8, 0.3), trial)


def _mean_for(share: float, days: float) -> float:
    """Give the incidents a month by which so large a share of stretches has one (factored) one."""

    def gap(mean: float) -> float:
        return Process(mean, 1.3, RHO).hit_share(days * DAYS) - share

    if days != 1:
        return float(optimize.brentq(
            lambda mean: Process(mean, 1.3, RHO).hit_share(1, 1 / days) - share, 1e-3, 200
        ))  # fmt: skip
    return float(optimize.brentq(gap, 1e-3, 200))


def _periods() -> Iterator[Situation]:
    for truth in (0.05, 0.2, 0.4, 0.6, 0.8):
        a_month = _mean_for(truth, 1)
        trial = trials.period_share(Process(a_month, 1.3, RHO))
        yield Situation("period_share", round(12 * a_month), 0, truth, (0.4, 0.2), trial)


def _roads() -> Iterator[Situation]:
    for first, second in ((6, 13), (30, 30), (100, 100)):
        for truth in (0.0, 0.15, 0.3):
            trial = trials.two_shares((first, 0.3 + truth), (second, 0.3))
            yield Situation("share_difference", first, second, truth, (0.15, 0.0), trial)
    for number in (30, 60, 120, 240):
        for returns in (0.0, 0.3, 0.5):
            trial = trials.close_pairs(number, returns)
            yield Situation("close_pairs", number, 0, returns, (1.25, 1.0), trial)


def measure(tried: Situation, runs: int = RUNS) -> list[Row]:
    """Count the words of one situation, most frequent first; the same runs give the same rows."""
    runs = min(runs, coverage.SLOW.get(tried.indicator, runs))
    key = (tried.indicator, tried.incidents, tried.others, tried.truth, runs)
    (low, high), pairs = tried.trial(generator_for(*key), runs)
    words = Counter(
        verdicts.verdict(found, verdicts.Thresholds(*tried.levels)) for found, _ in pairs
    )
    # Pairs are told by those seen over chance, which the share that returns brings about.
    truth = tried.truth if tried.indicator != "close_pairs" else round((low + high) / 2, 2)
    return [
        Row(
            tried.indicator,
            tried.incidents,
            tried.others,
            truth,
            tried.levels[0],
            tried.levels[1],
            runs,
            word,
            round(count / runs, 3),
        )
        for word, count in words.most_common()
    ]


def main() -> None:
    """Try all situations, or those of one indicator, and print them."""
    parser = argparse.ArgumentParser(prog="bench.power", description=__doc__)
    parser.add_argument("--only", help="an indicator")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--write", action="store_true", help=f"renew {FILE.name}")
    chosen = parser.parse_args()
    rows: list[Row] = []
    for tried in situations():
        if chosen.only in (None, tried.indicator):
            found = measure(tried, chosen.runs)
            rows += found
            words = ", ".join(f"{row.word} {row.share:.2f}" for row in found)
            sizes = f"{tried.incidents:>5} {tried.others:>5}"
            print(f"{tried.indicator:<20} {sizes} {found[0].truth:>5}: {words}", flush=True)
    if chosen.write:
        columns = [field.name for field in fields(Row)]
        coverage.renew(FILE, columns, [list(map(str, astuple(row))) for row in rows])


if __name__ == "__main__":
    main()
