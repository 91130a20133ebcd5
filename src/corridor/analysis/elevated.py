"""Rules that raise an alarm, and how often each was right.

Each rule looks at the last month (or 30 days) and asks for five incidents or more, and for more
than is usual by its own measure. The back-test asks of each alarm whether the three months after
it had more on average than the twelve before it, and the same of every month, alarm or not: an
alarm that is right no more often than any month tells nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from scipy import special

from corridor.analysis.intervals import LEVEL, clopper_pearson

BEFORE: Final = 12
AFTER: Final = 3
FLOOR: Final = 5
# EARS C3: the months of its mean, those between it and the month, and when it raises an alarm.
_C3_MEAN: Final = 7
_C3_GUARD: Final = 2
_C3_LIMIT: Final = 2.0
_C3_LEAST_SPREAD: Final = 0.5
# Quasi-Poisson: the same month, the one before and the one after, of five years.
_YEARS: Final = 5
_REFERENCES: Final = tuple(12 * year + near for year in range(1, _YEARS + 1) for near in (-1, 0, 1))
DAYS: Final = 30


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
    def false(self) -> int:
        """The alarms that were not followed by more."""
        return self.alarms - self.right

    @property
    def is_better(self) -> bool:
        """Say whether alarms are right more often than any month is, by their whole interval."""
        return self.alarms > 0 and self.low > self.higher / self.months


def highest(counts: pd.Series) -> pd.DataFrame:
    """Judge months by the most of the twelve before; see `RULES`."""
    most = counts.rolling(BEFORE).max().shift(1)
    return _judged(counts, most, counts > most)


def ears_c3(counts: pd.Series) -> pd.DataFrame:
    """Judge months by C3 of EARS (Hutwagner et al. 2003), of months in place of days.

    Each month is set against the mean of seven months that end three before it, in standard
    deviations (0.5 incidents at least). What lies more than one above is added over three months;
    an alarm is a sum above two. `against` is the mean.
    """
    before = counts.shift(_C3_GUARD + 1).rolling(_C3_MEAN)
    mean, spread = before.mean(), before.std().clip(lower=_C3_LEAST_SPREAD)
    above = ((counts - mean) / spread - 1).clip(lower=0).rolling(AFTER).sum()
    return _judged(counts, mean, above > _C3_LIMIT, above)


def quasi_poisson(counts: pd.Series) -> pd.DataFrame:
    """Judge months by a quasi-Poisson limit from five years (Farrington et al. 1996), no trend.

    The fifteen months are this one of the year and its neighbours; those that lie far above count
    for less. `against` is the upper 95 % limit of one month more, by the 2/3 power. With a level
    alone the fit is a weighted mean: no model has to be run.
    """
    past = np.column_stack([counts.shift(lag) for lag in _REFERENCES])
    size = len(_REFERENCES)
    level, dispersion = _fitted(past, np.ones_like(past))
    root = np.sqrt(np.maximum(level, np.finfo(float).tiny))
    residual = 1.5 * (past ** (2 / 3) / np.cbrt(root)[:, None] - root[:, None])
    residual /= np.sqrt(dispersion * (1 - 1 / size))[:, None]
    weights = np.maximum(residual, 1.0) ** -2
    weights *= size / weights.sum(axis=1, keepdims=True)
    level, dispersion = _fitted(past, weights)
    safe = np.where(level > 0, level, 1.0)
    spread = np.sqrt(dispersion * (1 + 1 / size) / safe)
    limit = level * (1 + 2 / 3 * float(special.ndtri((1 + LEVEL) / 2)) * spread) ** 1.5
    against = pd.Series(limit, counts.index)
    return _judged(counts, against, counts > against)


def thirty_days(counts: pd.Series) -> pd.DataFrame:
    """Judge the last 30 days of counts by day, the 30 before them, and so on, the oldest first.

    `against` is the most of any 30 days among the 360 before; a row stands at its last day.
    """
    sums = counts.rolling(DAYS).sum()
    most = sums.shift(DAYS).rolling(DAYS * (BEFORE - 1) + 1).max()
    found = _judged(sums, most, sums > most)
    return found.iloc[::-1].iloc[::DAYS].iloc[::-1]


# Each takes counts in order of time, NaN where unknown, and returns them judged: incidents,
# against (what the rule compares with, in incidents), raised (NA where either is unknown).
RULES: Final[Mapping[str, Callable[[pd.Series], pd.DataFrame]]] = {
    "highest": highest,
    "ears-c3": ears_c3,
    "quasi-poisson": quasi_poisson,
    "thirty-days": thirty_days,
}
BY_DAY: Final = "thirty-days"


def back_test(judged: pd.DataFrame) -> BackTest:
    """Judge a rule by what followed: `judged` is what it made of a run of months."""
    counts = judged["incidents"]
    before = counts.rolling(BEFORE).mean().shift(1)
    after = counts.rolling(AFTER).mean().shift(-AFTER)
    known = judged["raised"].notna() & before.notna() & after.notna()
    higher, raised = (after > before)[known], judged["raised"][known].astype(bool)
    right = int((higher & raised).sum())
    interval = clopper_pearson(right, int(raised.sum()))
    return BackTest(
        int(known.sum()), int(higher.sum()), int(raised.sum()), right, interval.low, interval.high
    )


def _fitted(past: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return level and dispersion (1 at least) of rows of weighted counts."""
    level = (weights * past).sum(axis=1) / weights.sum(axis=1)
    safe = np.where(level > 0, level, 1.0)
    squares = (weights * (past - level[:, None]) ** 2).sum(axis=1) / safe
    return level, np.maximum(squares / (past.shape[1] - 1), 1.0)


def _judged(
    counts: pd.Series, against: pd.Series, is_above: pd.Series, told: pd.Series | None = None
) -> pd.DataFrame:
    """Join what a rule found; an alarm has `FLOOR` incidents or more. `told` is NaN if unknown."""
    unknown = counts.isna() | (against if told is None else told).isna()
    raised = (is_above & (counts >= FLOOR)).astype("boolean").mask(unknown)
    return pd.DataFrame({"incidents": counts, "against": against, "raised": raised})
