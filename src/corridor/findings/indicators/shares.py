"""Indicators that are shares: of days, of periods, of incidents."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from typing import Final

import numpy as np

from corridor.analysis import shares
from corridor.analysis.intervals import Interval
from corridor.analysis.periods import backward_periods, forward_bins, month_numbers
from corridor.analysis.rates import Binned, Counts, share_in_bins
from corridor.findings import phrases
from corridor.findings.indicators import kind
from corridor.findings.indicators.counting import BINS, correlation, window_bins
from corridor.findings.indicators.kind import Kind
from corridor.findings.measured import LOW_BASE, Indicator, Measured, Scene, rule_of
from corridor.findings.predicates.row import MOST_DAYS
from corridor.findings.rules import Rule
from corridor.findings.spec import PartSpec
from corridor.findings.window import Mask
from corridor.packs import Table
from corridor.words import Message, later, written
from corridor.words import numbers as fmt


def _implied_daily_share(part: PartSpec, scene: Scene) -> Measured:
    """Share of days with an incident that the counted ones imply, allowing for what is missed.

    See `shares.implied_days`. The upper end also takes incidents that are known only to the
    larger place; the value takes the placed ones alone.
    """
    located = scene.inside(rule_of(part, "population"))
    loose = scene.inside(rule_of(part, "unlocated")) & ~located
    seen, unlocated = int(located.sum()), int(loose.sum())
    grown = _factor_growth(part, scene)
    few, many = part.settings["factor_low"] * grown, part.settings["factor_high"] * grown
    days = scene.window.covered_days
    placed, rho = _months(part, scene, located)
    interval = shares.implied_days(placed, unlocated, (few, many), rho)
    expected = -math.log1p(-part.claim) * days / many if 0 <= part.claim < 1 else math.inf
    return Measured(
        Indicator.of(part.words, interval, (seen, days), "share", _loose(unlocated)),
        _daily_told(seen, unlocated, interval),
        seen,
        located,
        is_low_base=max(seen, expected) < LOW_BASE,
    )


def _months(part: PartSpec, scene: Scene, rows: Mask) -> tuple[Binned, float]:
    """Count the rows in the window's bins, and estimate how neighbours correlate."""
    counted = window_bins(scene.window, scene.series.ordinals[rows])
    return counted, correlation(scene, rule_of(part, "population"), (counted,))


def _factor_growth(part: PartSpec, scene: Scene) -> float:
    """Say by how much the factors grow when rows are left out of what they were measured on.

    NaN when nothing of it is left.
    """
    series, base = scene.series, rule_of(part, "factor_population")
    first, last = part.settings["factor_from"], part.settings["factor_to"]

    def growth() -> float:
        inside = (series.ordinals >= first.toordinal()) & (series.ordinals <= last.toordinal())
        every = int((series.masks[base] & inside).sum())
        left = int((series.mask(base) & inside).sum())
        return 1.0 if every == left else every / left if left else math.nan

    return series.once(("growth", base, first, last), growth)


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
    """Share of covered days on which an incident began, nothing allowed for."""
    rows = scene.inside(rule_of(part, "population"))
    hits = window_bins(scene.window, np.unique(scene.series.ordinals[rows]))
    hit, days = hits.total, scene.window.covered_days
    interval = share_in_bins(hits.counts, hits.days, _months(part, scene, rows)[1])
    indicator = Indicator.of(part.words, interval, (hit, days), "share")
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
    """Share of the window's equal periods with an incident.

    Periods are cut back from the as-of date; only wholly covered ones count.
    """
    rows = scene.inside(rule_of(part, "population"))
    hit, periods = periods_hit(scene, rows, part.settings["periods"])
    seen, interval = int(rows.sum()), shares.periods_hit(hit, periods)
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
    """Share of one set of incidents in another, in a fixed period or the window."""
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
    interval = shares.share_of(*_bins_of(scene, rows, base, is_window=first == date.min))
    indicator = Indicator.of(part.words, interval, (hit, total), "share")
    told = later("share-told", hit=hit, total=total, share=written(fmt.percent, indicator.value))
    return Measured(indicator, told, total, base)


def _bins_of(scene: Scene, rows: Mask, base: Mask, is_window: bool) -> tuple[Counts, Counts]:
    """Count both in the window's bins, or by the calendar months from the first to the last."""
    ordinals = scene.series.ordinals
    if is_window:
        bin_of = forward_bins(scene.window.days, BINS)[ordinals[base] - scene.window.first]
    else:
        months = month_numbers(ordinals[base])
        bin_of = months - months.min() if len(months) else months
    hits = np.bincount(bin_of, weights=rows[base]).astype(np.int64)
    return hits, np.bincount(bin_of)


def _first_day(table: Table, name: str, _named: Mapping[str, Rule]) -> date:
    """Read the first day of a fixed period; needed only where a last one is given."""
    return table.day(name, None if table.has("to") else date.min)


def _no_earlier(table: Table, name: str, _named: Mapping[str, Rule]) -> date:
    return table.day(name, date.min)


def _no_later(table: Table, name: str, _named: Mapping[str, Rule]) -> date:
    return table.day(name, date.max)


KINDS: Final[Mapping[str, Kind]] = {
    "implied_daily_share": Kind(
        {
            "population": kind.rule,
            "unlocated": kind.optional_rule,
            "factor_low": kind.number(least=1, most=1000),
            "factor_high": kind.number(least=1, most=1000),
            "factor_population": kind.optional_rule,
            "factor_from": _no_earlier,
            "factor_to": _no_later,
            "days": kind.count(365, most=MOST_DAYS),
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
        {
            "population": kind.rule,
            "periods": kind.count(12, most=kind.MOST_PIECES),
            "days": kind.count(365, most=MOST_DAYS),
        },
        _period_share,
        kind.SHARE,
    ),
    "share_of": Kind(
        {
            "population": kind.rule,
            "of": kind.rule,
            "from": _first_day,
            "to": _no_later,
        },
        _share_of,
        kind.SHARE,
    ),
}
