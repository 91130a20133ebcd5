"""What an indicator is measured on, and what comes out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

import numpy as np

from corridor.analysis.intervals import Interval
from corridor.findings.accounts import NO_ACCOUNTS, Accounts
from corridor.findings.rules import Rule
from corridor.findings.series import Series
from corridor.findings.spec import PartSpec
from corridor.findings.window import Mask, Window
from corridor.words import Later, Message, later

# Below this many incidents a count is too small to say something.
LOW_BASE = 5


@dataclass(frozen=True)
class Indicator:
    """A measured value with its 90 % interval.

    `unit` is share, ratio, km, days or "" (a number); numerator and denominator are the counts
    behind it, None where it has none. Values may be NaN (not computable) or infinite. `remark`
    says more in a phrase, "" where there is no more to say.
    """

    name: str
    value: float
    low: float
    high: float
    numerator: float | None
    denominator: float | None
    unit: str
    remark: str | Later = ""

    @property
    def note(self) -> str:
        """The remark in words."""
        return str(self.remark)

    @property
    def interval(self) -> Interval:
        """The value with its interval."""
        return Interval(self.value, self.low, self.high)

    @classmethod
    def of(cls, name: str, interval: Interval, counts: tuple[float | None, float | None], unit: str,
           remark: str | Later = "") -> Indicator:  # fmt: skip
        """Make one from an interval and (numerator, denominator)."""
        return cls(name, interval.value, interval.low, interval.high, *counts, unit, remark)


@dataclass(frozen=True)
class Contrast:
    """How many `others` a place stands among, and in how many of them incidents are as steady."""

    others: int
    as_steady: int

    @property
    def share(self) -> float:
        """Share of the others that are as steady, 0 where there are none."""
        return self.as_steady / self.others if self.others else 0.0

    @property
    def told(self) -> Message:
        """Say it."""
        return later("contrast-told", others=self.others, steady=self.as_steady)


@dataclass(frozen=True, eq=False)
class Measured:
    """An indicator and what its verdict and confidence need to know.

    `thin` counts the incidents in the thinner of the windows compared; `rows` are the series'
    rows behind it; `chance` is the probability that it reaches the claim, NaN where the model
    gives none; `told` says the result in plain words, under the part's label; `contrast` says
    how its place stands among others, None where that is not asked.
    """

    indicator: Indicator
    told: Message
    thin: int
    rows: Mask
    is_low_base: bool = False
    chance: float = math.nan
    contrast: Contrast | None = None


def unmeasured(name: str, told: Message, scene: Scene) -> Measured:
    """Return what cannot be measured in a series, and why."""
    unknown = Indicator(name, math.nan, math.nan, math.nan, None, None, "")
    return Measured(unknown, told, 0, scene.nothing(), is_low_base=True)


@dataclass(frozen=True, eq=False)
class Scene:
    """Where an indicator is measured: the rows, the window, and accounts of cited incidents.

    `own_sources` are the report's own, whose accounts never count. `named` are the accounts that
    the report names: only they say where an incident was, so that no upload moves it. `region` is
    that of the report, as sentences name it.
    """

    series: Series
    window: Window
    accounts: Accounts = NO_ACCOUNTS
    own_sources: tuple[str, ...] = ()
    named: frozenset[str] = frozenset()
    region: str = ""

    @property
    def as_of(self) -> date:
        """The as-of date."""
        return self.window.as_of

    def covers(self, first: date, last: date) -> bool:
        """Say whether the series covers every day from one to another."""
        return self.window.coverage.is_whole(first, last)

    def inside(self, rule: Rule) -> Mask:
        """Say which rows match a rule in the window."""
        series, found = self.series, self.nothing()
        here = series.between(self.window.first, self.window.last)
        matching = series.masks[rule][here] & series.kept[here]
        found[here] = matching & self.window.holds(series.ordinals[here])
        return found

    def count(self, rule: Rule) -> int:
        """Count the rows that match a rule in the window."""
        return int(self.inside(rule).sum())

    def nothing(self) -> Mask:
        """Give the mask of no row."""
        return np.zeros(len(self.series.rows), dtype=bool)


def rule_of(part: PartSpec, key: str) -> Rule:
    """Give a rule among a part's settings."""
    found = part.settings[key]
    if not isinstance(found, Rule):
        raise TypeError(f"{part.slug}: {key} is no rule")
    return found
