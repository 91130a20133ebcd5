"""A range for the next month, and how it would have done against plainer ones.

The middle is the mean of all months before, each counting half as much as the one after it
(exponential smoothing, Brown 1959, at 0.5). How far months fall from it comes from its own misses
of the five years before: a negative binomial with their dispersion. The plainer ways are dressed
the same, so that only the middle differs: the last month, the mean of the last twelve, and the
same month of three years. They are compared by the continuous ranked probability score (Gneiting
and Raftery 2007), in incidents: the mean miss of a whole range; smaller is better.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from corridor.analysis.skill import lead

OWN: Final = "smoothed"
PLAIN: Final = ("last-month", "twelve-months", "season")
SHARE: Final = 0.8
# A back-test of ten years, and no range with less than five; nor one that holds too seldom.
MOST_MONTHS: Final = 120
LEAST_MONTHS: Final = 60
LEAST_HELD: Final = 0.75
_HALF: Final = 0.5
_KNOWN: Final = 12
_YEARS: Final = (1, 2, 3)
# No month is held impossible, however quiet those before it.
_LEAST_LEVEL: Final = 0.25
_MISSES: Final = 60
_LEAST_MISSES: Final = 24
_LEAST_SPREAD: Final = 0.01
_MOST_SPREAD: Final = 3.0

Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Range:
    """The range of a month in which 80 of 100 should lie, and its back-test.

    `by_month` has a row for each month that can be judged: incidents, held (whether its range held
    them), and the miss of each way, `OWN` and `PLAIN`. `low` and `high` are None where the months
    before are not all covered.
    """

    low: int | None
    high: int | None
    by_month: pd.DataFrame

    @property
    def months(self) -> int:
        """How many months can be judged."""
        return len(self.by_month)

    @property
    def held(self) -> float | None:
        """The share of months within their range; None without months."""
        return float(self.by_month["held"].mean()) if self.months else None

    @property
    def unbeaten(self) -> str:
        """The plainer way that missed least, where this one missed no less; else ""."""
        if not self.months:
            return PLAIN[0]
        misses = self.by_month[[*PLAIN, OWN]].mean()
        best = str(misses.idxmin())
        return "" if best == OWN else best

    @property
    def is_clear(self) -> bool:
        """Say whether it is clearly better than each: the interval of the lead lies above 0."""
        missed = {way: self.by_month[way].to_numpy() for way in (OWN, *PLAIN)}
        return all(lead(missed[way] - missed[OWN]).low > 0 for way in PLAIN)

    @property
    def why_not(self) -> str:
        """Why no range may be given, "" where one may.

        "uncovered", "few" months that can be judged, the plainer way that it did not beat, or
        "seldom" held.
        """
        if self.low is None:
            return "uncovered"
        if self.months < LEAST_MONTHS:
            return "few"
        return self.unbeaten or ("seldom" if (self.held or 0.0) < LEAST_HELD else "")


def next_range(counts: pd.Series) -> Range:
    """Return the range of the month after a run of counts by month, NaN where unknown."""
    ahead = counts.reindex(pd.date_range(counts.index[0], periods=len(counts) + 1, freq="MS"))
    levels = _levels(ahead)
    spreads = _spreads(levels, ahead)
    is_known = ahead.notna() & levels.notna().all(axis=1) & spreads.notna().all(axis=1)
    judged = is_known[is_known].index[-MOST_MONTHS:]
    told = ahead[judged].to_numpy(dtype=float)
    chances = {way: _chances(levels[way][judged], spreads[way][judged], told) for way in levels}
    low, high = _ends(chances[OWN])
    misses = {way: _miss(found, told) for way, found in chances.items()}
    by_month = pd.DataFrame(
        {"incidents": told, "held": (low <= told) & (told <= high)} | misses, index=judged
    )
    last = levels[OWN].iloc[-1:], spreads[OWN].iloc[-1:]
    if any(each.isna().any() for each in last):
        return Range(None, None, by_month)
    (least,), (most,) = _ends(_chances(*last, told))
    return Range(int(least), int(most), by_month)


def _levels(counts: pd.Series) -> pd.DataFrame:
    """Return what each way expects of a month, from those before it alone."""
    before = counts.shift(1)
    is_covered = before.rolling(_KNOWN).count() == _KNOWN
    found = pd.DataFrame(
        {
            OWN: before.ewm(alpha=_HALF, adjust=False).mean(),
            "last-month": before,
            "twelve-months": before.rolling(_KNOWN).mean(),
            "season": sum(counts.shift(12 * year) for year in _YEARS) / len(_YEARS),
        }
    )
    return found.clip(lower=_LEAST_LEVEL).where(is_covered)


def _spreads(levels: pd.DataFrame, counts: pd.Series) -> pd.DataFrame:
    """Return the dispersion of each way's misses before each month, beyond chance."""
    told = levels.mul(0).add(counts, axis="index")
    squares = (levels**2).where(told.notna())
    sums = ((told - levels) ** 2 - levels, squares)
    above, square = (
        each.shift(1).rolling(_MISSES, min_periods=_LEAST_MISSES).sum() for each in sums
    )
    return (above / square).clip(_LEAST_SPREAD, _MOST_SPREAD)


def _chances(level: pd.Series, spread: pd.Series, told: Numbers) -> Numbers:
    """Return for each month (row) the chance of at most 0, 1, 2, … incidents."""
    mean, size = level.to_numpy()[:, None], 1 / spread.to_numpy()[:, None]
    far = float((mean * (1 + 12 * np.sqrt(1 / size + 1 / mean))).max(initial=0.0))
    number = np.arange(int(max(far, told.max(initial=0.0))) + 2)
    share = size / (size + mean)
    steps = (size + number[:-1]) / number[1:] * (1 - share)
    return np.cumsum(np.cumprod(np.hstack([share**size, steps]), axis=1), axis=1)


def _ends(chances: Numbers) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the least numbers that are reached with 10 and with 90 %."""
    tail = (1 - SHARE) / 2
    return (chances >= tail).argmax(axis=1), (chances >= 1 - tail).argmax(axis=1)


def _miss(chances: Numbers, told: Numbers) -> Numbers:
    """Return the continuous ranked probability score of each month."""
    happened = np.arange(chances.shape[1]) >= told[:, None]
    return np.asarray(((chances - happened) ** 2).sum(axis=1))
