"""Indicators that are shares: of days, of periods, of incidents."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from typing import Final

import numpy as np

from corridor.analysis.intervals import Interval, poisson_exact, wilson
from corridor.analysis.periods import backward_periods
from corridor.findings import phrases
from corridor.findings.indicators import kind
from corridor.findings.indicators.kind import Kind
from corridor.findings.measured import LOW_BASE, Indicator, Measured, Scene, rule_of
from corridor.findings.rules import Rule
from corridor.findings.spec import PartSpec
from corridor.findings.window import Mask
from corridor.packs import Table
from corridor.words import Message, later, written
from corridor.words import numbers as fmt


def _implied_daily_share(part: PartSpec, scene: Scene) -> Measured:
    """Share of days with an incident that the counted ones imply, allowing for what is missed.

    From 1 − exp(−factor_low·λL) to 1 − exp(−factor_high·λU); λ by the exact Poisson interval.
    The upper end also takes incidents that are known only to the larger place (Manski 2003).
    The value takes the geometric mean of the factors and the placed incidents alone.
    """
    located = scene.inside(rule_of(part, "population"))
    loose = scene.inside(rule_of(part, "unlocated")) & ~located
    seen, unlocated = int(located.sum()), int(loose.sum())
    few, many = part.settings["factor_low"], part.settings["factor_high"]
    days = scene.window.covered_days
    interval = Interval(
        _share_of_days(seen, math.sqrt(few * many), days),
        _share_of_days(poisson_exact(seen).low, few, days),
        _share_of_days(poisson_exact(seen + unlocated).high, many, days),
    )
    expected = -math.log1p(-part.claim) * days / many if 0 <= part.claim < 1 else math.inf
    return Measured(
        Indicator.of(part.words, interval, (seen, days), "share", _loose(unlocated)),
        _daily_told(seen, unlocated, interval),
        seen,
        located,
        is_low_base=max(seen, expected) < LOW_BASE,
    )


def _share_of_days(incidents: float, factor: float, days: int) -> float:
    return 1 - math.exp(-factor * incidents / days) if days else math.nan


def _loose(unlocated: int) -> str | Message:
    incidents = later("incident-count", count=unlocated)
    return later("daily-share-loose", incidents=incidents) if unlocated else ""


def _daily_told(seen: int, unlocated: int, interval: Interval) -> Message:
    return later(
        "daily-share-told",
        incidents=later("incident-count", count=seen),
        unlocated=unlocated,
        share=written(fmt.percent_interval, interval.low, interval.high),
    )


def _days_share(part: PartSpec, scene: Scene) -> Measured:
    """Share of covered days on which an incident began (Wilson 1927), nothing allowed for."""
    rows = scene.inside(rule_of(part, "population"))
    hit, days = len(np.unique(scene.series.ordinals[rows])), scene.window.covered_days
    indicator = Indicator.of(part.words, wilson(hit, days), (hit, days), "share")
    told = later("days-share-told", hit=hit, days=days)
    return Measured(indicator, told, int(rows.sum()), rows)


def _needed_factor(part: PartSpec, scene: Scene) -> Measured:
    """How many times more incidents than counted a daily share of `share` would need."""
    rows = scene.inside(rule_of(part, "population"))
    seen, days = int(rows.sum()), scene.window.covered_days
    needed = -math.log1p(-part.settings["share"]) * days
    factor = needed / seen if seen else math.inf
    indicator = Indicator.of(
        part.words, Interval(factor, math.nan, math.nan), (needed, seen), "ratio"
    )
    told = later("needed-factor-told", times=written(phrases.times, factor, 0))
    return Measured(indicator, told, seen, rows)


def _period_share(part: PartSpec, scene: Scene) -> Measured:
    """Share of the window's equal periods with an incident (Wilson 1927).

    Periods are cut back from the as-of date; only wholly covered ones count.
    """
    rows = scene.inside(rule_of(part, "population"))
    hit, periods = periods_hit(scene, rows, part.settings["periods"])
    seen, interval = int(rows.sum()), wilson(hit, periods)
    expected = -math.log1p(-part.claim) * periods if 0 <= part.claim < 1 else math.inf
    incidents = later("incident-count", count=seen)
    return Measured(
        Indicator.of(part.words, interval, (hit, periods), "share", incidents),
        later("period-share-told", incidents=incidents, hit=hit, periods=periods),
        seen,
        rows,
        is_low_base=max(seen, expected) < LOW_BASE,
    )


def periods_hit(scene: Scene, rows: Mask, periods: int) -> tuple[int, int]:
    """Count the wholly covered periods with one of these rows, and all wholly covered ones."""
    window = scene.window
    period = backward_periods(window.days, periods)
    broken = np.unique(period[~window.covered])
    hit = np.unique(period[scene.series.ordinals[rows] - window.first])
    return len(np.setdiff1d(hit, broken)), periods - len(broken)


def _share_of(part: PartSpec, scene: Scene) -> Measured:
    """Share of one set of incidents in another (Wilson 1927), in a fixed period or the window."""
    first, last = part.settings["from"], part.settings["to"]
    inner, outer = rule_of(part, "population"), rule_of(part, "of")
    series = scene.series
    if first == date.min:
        chosen = scene.window.holds(series.ordinals)
    else:
        chosen = (series.ordinals >= first.toordinal()) & (series.ordinals <= last.toordinal())
    base = series.mask(outer) & chosen
    rows = series.mask(inner) & base
    hit, total = int(rows.sum()), int(base.sum())
    indicator = Indicator.of(part.words, wilson(hit, total), (hit, total), "share")
    told = later("share-told", hit=hit, total=total, share=written(fmt.percent, indicator.value))
    return Measured(indicator, told, total, base)


def _first_day(table: Table, name: str, _named: Mapping[str, Rule]) -> date:
    """Read the first day of a fixed period; needed only where a last one is given."""
    return table.day(name, None if table.has("to") else date.min)


KINDS: Final[Mapping[str, Kind]] = {
    "implied_daily_share": Kind(
        {
            "population": kind.rule,
            "unlocated": kind.optional_rule,
            "factor_low": kind.number(least=1, most=1000),
            "factor_high": kind.number(least=1, most=1000),
        },
        _implied_daily_share,
        kind.SHARE,
    ),
    "days_share": Kind({"population": kind.rule}, _days_share, kind.SHARE),
    "needed_factor": Kind(
        {"population": kind.rule, "share": kind.number(least=0, most=0.999)},
        _needed_factor,
        kind.TIMES,
    ),
    "period_share": Kind(
        {"population": kind.rule, "periods": kind.count(12, most=kind.MOST_PIECES)},
        _period_share,
        kind.SHARE,
    ),
    "share_of": Kind(
        {
            "population": kind.rule,
            "of": kind.rule,
            "from": _first_day,
            "to": lambda table, name, _named: table.day(name, date.max),
        },
        _share_of,
        kind.SHARE,
    ),
}
