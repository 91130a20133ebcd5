"""Where the next month's incidents lie: in the places that had most, and how often that was so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from corridor.analysis.elevated import FLOOR
from corridor.analysis.skill import lead

TOP: Final = 5
HALF_YEAR: Final = 6
YEAR: Final = 12
MOST_MONTHS: Final = 120
LEAST_MONTHS: Final = 24


@dataclass(frozen=True, eq=False)
class Persistence:
    """How much of the next month lay in the places at the top of the list of six months.

    `by_month` has a row for each month that can be judged: incidents (all that are placed), held
    (in the top five of the list), by_year (in those of the last twelve months), best (in the five
    that had most, as nobody could know). `places` says how many were to choose from. `is_better`
    than the list of twelve months: the 90 % interval of the lead lies above 0.
    """

    by_month: pd.DataFrame
    places: int
    is_better: bool

    @property
    def months(self) -> int:
        """How many months can be judged."""
        return len(self.by_month)

    def share(self, column: str) -> float | None:
        """Return the share of all their incidents; None where too few months can be judged."""
        total = self.by_month["incidents"].sum()
        return float(self.by_month[column].sum() / total) if self.is_told else None

    @property
    def is_told(self) -> bool:
        """Say whether enough can be judged: 24 months, and more places than the list names."""
        return self.months >= LEAST_MONTHS and self.places > TOP


def persistence(counts: pd.DataFrame) -> Persistence:
    """Judge the lists of the last ten years: counts by month (rows) and place, NaN where unknown.

    A month is judged when it has an incident, and the six before it five or more together.
    """
    columns = list(counts.columns)
    half, year = (counts.rolling(months).sum().shift(1) for months in (HALF_YEAR, YEAR))
    total = counts.sum(axis=1, skipna=False)
    is_judged = (total > 0) & year.notna().all(axis=1) & (half.sum(axis=1) >= FLOOR)
    judged = is_judged[is_judged].index[-MOST_MONTHS:]
    now = counts.loc[judged].to_numpy(dtype=float)
    lists = {
        "held": top(half.loc[judged].to_numpy(), year.loc[judged].to_numpy()),
        "by_year": top(year.loc[judged].to_numpy(), half.loc[judged].to_numpy()),
        "best": top(now, now),
    }
    held = {name: np.take_along_axis(now, named, axis=1).sum(axis=1)
            for name, named in lists.items()}  # fmt: skip
    by_month = pd.DataFrame({"incidents": now.sum(axis=1)} | held, index=judged)
    return Persistence(by_month, len(columns), lead(held["held"] - held["by_year"]).low > 0)


def top(counts: NDArray[np.float64], ties: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return of each row the columns with most, most first; by `ties`, then as they stand."""
    return np.lexsort((-ties, -counts), axis=1)[:, :TOP]
