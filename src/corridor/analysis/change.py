"""How much there is in a place, and how that changed: two classes, never one scale for both.

A class of change is one of ACLED's Trendfinder (Country Change Level map,
https://acleddata.com/platform/trendfinder): more than 25 % up, 10 to 25 % up, more than 25 % down,
else limited; limited too where two or fewer are usual and five or fewer are there now. Theirs is a
week against the average week before, ours any days against others of the same length.

A class of level takes two other steps of ACLED: 1.5 events a week, where its Volatility and Risk
Predictability Index begins a high baseline
(https://acleddata.com/early-warning-research-hub/volatility-and-risk-predictability-index/), and
10 a year, a high level of violence in a cell of 10 km in its Conflict Index
(https://acleddata.com/general-guide/about-conflict-index). No pace is made of fewer than five.
Where ACLED does not say to which class an edge belongs: 10 % up is moderate, 25 % down limited,
and 1.5 a week high.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from corridor import vocabulary
from corridor.analysis.intervals import rate_ratio_exact
from corridor.words.numbers import LOW_BASE

NONE, FEW, LOW, MODERATE, HIGH = vocabulary.LEVELS
LARGE_INCREASE, MODERATE_INCREASE, LIMITED, LARGE_DECREASE = vocabulary.CHANGES
HIGH_A_WEEK: Final = Fraction(3, 2)
MODERATE_A_YEAR: Final = 10
LARGE: Final = Fraction(25, 100)
_A_WEEK: Final = 7
# A leap year with ten incidents has ten a year.
_A_YEAR: Final = 366
_MODERATE: Final = Fraction(10, 100)
# Where so many are usual, or fewer, and so many are there now, no change is more than limited.
_USUAL_FEW: Final = 2
_NOW_FEW: Final = 5


def level_class(incidents: int, days: int) -> str:
    """Return which of `vocabulary.LEVELS` so many incidents on so many days (above 0) are."""
    if incidents < LOW_BASE:
        return FEW if incidents else NONE
    a_day = Fraction(incidents, days)
    if a_day * _A_WEEK >= HIGH_A_WEEK:
        return HIGH
    return MODERATE if a_day * _A_YEAR >= MODERATE_A_YEAR else LOW


def change_class(now: int, before: int, days: int = 1, days_before: int = 1) -> str:
    """Return which of `vocabulary.CHANGES` leads from incidents before to those now (days > 0)."""
    usual = Fraction(before * days, days_before)
    if usual <= _USUAL_FEW and now <= _NOW_FEW:
        return LIMITED
    if now > usual * (1 + LARGE):
        return LARGE_INCREASE
    if now >= usual * (1 + _MODERATE):
        return MODERATE_INCREASE
    return LARGE_DECREASE if now < usual * (1 - LARGE) else LIMITED


def may_be_chance(now: int, before: int, days: int = 1, days_before: int = 1) -> bool:
    """Say whether chance alone may make a difference: the 90 % interval of the ratio holds 1.

    Of Poisson counts, conditional on their sum (Przyborowski and Wilenski 1940). Incidents cluster,
    so that chance makes larger differences than this: what is no chance here is no proof.
    """
    if now + before == 0:
        return True
    ratio = rate_ratio_exact((now, days), (before, days_before))
    return ratio.low <= 1 <= ratio.high
