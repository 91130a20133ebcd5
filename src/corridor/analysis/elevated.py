"""The rule "highest in 12 months", and how often it was right.

The rule is plain on purpose: a month of five incidents or more, with more than each of the twelve
months before. Its back-test asks of each alarm whether the three months after it had more on
average than the twelve before it, and the same of every month, alarm or not: an alarm that is right
no more often than any month tells nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pandas as pd

from corridor.analysis.intervals import clopper_pearson

BEFORE: Final = 12
AFTER: Final = 3
FLOOR: Final = 5


@dataclass(frozen=True)
class BackTest:
    """How often alarms were right: of `months` that can be judged, `higher` were followed by more.

    Of these months `alarms` raised one, of which `right` were followed by more. `low` and `high`
    bound the share of right alarms (90 %, exact, NaN without an alarm). Months in a row are taken
    as independent, which they are not: the true range is wider.
    """

    months: int
    higher: int
    alarms: int
    right: int
    low: float
    high: float

    @property
    def is_better(self) -> bool:
        """Say whether alarms are right more often than any month is, by their whole interval."""
        return self.alarms > 0 and self.low > self.higher / self.months


def alarms(counts: pd.Series) -> pd.Series:
    """Say of each month whether it is the highest in 12: counts by month, NaN where unknown.

    Unknown (NA) where the month or one of the twelve before it is.
    """
    before = counts.rolling(BEFORE).max().shift(1)
    found = (counts >= FLOOR) & (counts > before)
    return found.astype("boolean").mask(counts.isna() | before.isna())


def back_test(counts: pd.Series) -> BackTest:
    """Judge the rule on counts by month, NaN where unknown."""
    before = counts.rolling(BEFORE).mean().shift(1)
    after = counts.rolling(AFTER).mean().shift(-AFTER)
    raised = alarms(counts)
    known = raised.notna() & after.notna()
    higher, raised = (after > before)[known], raised[known].astype(bool)
    right = int((higher & raised).sum())
    interval = clopper_pearson(right, int(raised.sum()))
    return BackTest(
        int(known.sum()), int(higher.sum()), int(raised.sum()), right, interval.low, interval.high
    )
