"""Shares of days, of periods and of incidents, with intervals that know of uneven months."""

from __future__ import annotations

import math

from corridor.analysis import serial
from corridor.analysis.intervals import Interval, newcombe_difference, poisson_exact, wilson
from corridor.analysis.rates import Binned, Counts, expected_count, hit_residuals, share_in_bins


def implied_days(placed: Binned, loose: int, factors: tuple[float, float], rho: float) -> Interval:
    """Give the share of days with an incident that the counted ones imply, from low to high.

    For each counted one there were between `factors` in truth; `loose` are incidents that may
    belong here besides, which only the upper end takes (bounds: Manski 2003). Uneven months put
    more incidents on fewer days: the lower end and the value allow for it by the mean of a gamma
    distribution, the upper end takes even ones, which give most. The value takes the geometric
    mean of the factors. NaN without days.
    """
    days = placed.exposure
    if not days:
        return Interval(math.nan, math.nan, math.nan)
    few, many = factors
    uneven = placed.design(rho).unevenness
    counted = expected_count(placed, rho)
    most = (
        counted.high + poisson_exact(loose).high - poisson_exact(0).high if loose else counted.high
    )
    return Interval(
        share_of_days(math.sqrt(few * many) * counted.value / days, uneven),
        share_of_days(few * counted.low / days, uneven),
        share_of_days(many * most / days),
    )


def share_of_days(a_day: float, unevenness: float = 0.0) -> float:
    """Give the share of days with an incident, from the mean a day and how uneven months are."""
    if unevenness <= 0:
        return -math.expm1(-a_day)
    return 1 - math.pow(1 + a_day * unevenness, -1 / unevenness)


def periods_hit(hit: int, periods: int) -> Interval:
    """Give the share of equal periods with an incident (Wilson 1927); neighbours lean alike."""
    if not periods:
        return wilson(0, 0)
    effect = serial.hits_effect(hit / periods, periods)
    return wilson(hit / effect, periods / effect)


def share_of(hits: Counts, trials: Counts) -> Interval:
    """Give the share of one set of incidents in another, from their counts in bins of time."""
    rho = serial.persistence([hit_residuals(hits, trials.astype(float))])
    return share_in_bins(hits, trials.astype(float), rho)


def recurrence_difference(first: tuple[int, int], second: tuple[int, int]) -> Interval:
    """Give by how much more incidents recur in one group than in another (Newcombe 1998).

    Each is (recurring, all). Incidents of a group share the luck of their neighbourhoods and
    months, and are worth less for it. NaN when a group is empty.
    """
    effects = [serial.group_effect(group[1]) for group in (first, second)]
    worth = [(group[0] / effect, group[1] / effect)
             for group, effect in zip((first, second), effects, strict=True)]  # fmt: skip
    return newcombe_difference(worth[0], worth[1])
