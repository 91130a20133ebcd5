"""Indicators that compare a level now with a level then."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import numpy as np

from corridor.analysis.intervals import UNKNOWN, Interval, rate_ratio_exact
from corridor.analysis.periods import forward_bins, month_numbers
from corridor.analysis.rates import Binned, block_bootstrap_ratio, quasi_poisson_ratio
from corridor.findings import phrases
from corridor.findings.indicators import kind
from corridor.findings.indicators.kind import Kind
from corridor.findings.measured import LOW_BASE, Indicator, Measured, Scene, rule_of
from corridor.findings.predicates.row import MOST_DAYS
from corridor.findings.spec import PartSpec
from corridor.findings.window import Mask, Window
from corridor.words import Message, later, written


def _scene(part: PartSpec, scene: Scene) -> Scene:
    days = part.settings["days"]
    window = scene.window
    return scene if days == window.days else replace(
        scene, window=Window(window.as_of, days, window.coverage)
    )  # fmt: skip


def _now(part: PartSpec, scene: Scene) -> tuple[Binned, Mask]:
    """Count the window's incidents in its bins of whole days, cut from its first day on."""
    rows = scene.inside(rule_of(part, "population"))
    bins = part.settings["bins"]
    bin_of = forward_bins(scene.window.days, bins)
    days = np.bincount(bin_of[scene.window.covered], minlength=bins)
    counts = np.bincount(bin_of[scene.series.ordinals[rows] - scene.window.first], minlength=bins)
    kept = days > 0
    return Binned(counts[kept], days[kept].astype(float)), rows


def _then(part: PartSpec, scene: Scene) -> tuple[Binned, Mask]:
    """Count the baseline's incidents by calendar month, covered days only."""
    first = part.settings["baseline_from"].toordinal()
    last = part.settings["baseline_to"].toordinal()
    every = np.arange(first, last + 1, dtype=np.int64)
    covered = every[scene.window.coverage.mask(every)]
    ordinals = scene.series.ordinals
    rows = scene.series.mask(rule_of(part, "population")) & (ordinals >= first) & (ordinals <= last)
    start = month_numbers(every[:1])[0]
    days = np.bincount(month_numbers(covered) - start)
    counts = np.bincount(month_numbers(ordinals[rows]) - start, minlength=len(days))[: len(days)]
    kept = days > 0
    return Binned(counts[kept], days[kept].astype(float)), np.asarray(rows)


def _is_measurable(now: Binned, then: Binned) -> bool:
    return now.exposure > 0 and then.exposure > 0 and now.total + then.total > 0


def _rate_ratio(part: PartSpec, scene: Scene) -> Measured:
    """Incidents a day in the window over the baseline's, by quasi-Poisson regression."""
    scene = _scene(part, scene)
    (now, rows), (then, _) = _now(part, scene), _then(part, scene)
    thin = min(now.total, then.total)
    if not _is_measurable(now, then):
        return _unknown(part, rows)
    found = quasi_poisson_ratio(now, then)
    remark = later("dispersion-is", dispersion=written(phrases.number, found.dispersion[0], 1))
    return Measured(
        Indicator.of(part.words, found.interval, (now.total, then.total), "ratio", remark),
        _ratio_told(part, now, found.interval),
        thin,
        rows,
        is_low_base=thin < LOW_BASE,
        chance=found.chance_at_least(part.claim) if part.claim > 0 else math.nan,
    )


def _unknown(part: PartSpec, rows: Mask) -> Measured:
    indicator = Indicator.of(part.words, UNKNOWN, (None, None), "ratio")
    return Measured(indicator, later("nothing-to-compare"), 0, rows, is_low_base=True)


def _ratio_told(part: PartSpec, now: Binned, interval: Interval) -> Message:
    is_clear = interval.low > part.settings["more_above"]
    return later(
        "ratio-told-clearly" if is_clear else "ratio-told",
        incidents=later("incident-count", count=now.total),
        times=written(phrases.times, interval.value),
        range=written(phrases.number_range, interval.low, interval.high),
    )


def _exact_ratio(part: PartSpec, scene: Scene) -> Measured:
    """Give the same ratio with the exact conditional interval (Przyborowski and Wilenski 1940)."""
    scene = _scene(part, scene)
    (now, rows), (then, _) = _now(part, scene), _then(part, scene)
    if not _is_measurable(now, then):
        return _unknown(part, rows)
    interval = rate_ratio_exact((now.total, now.exposure), (then.total, then.exposure))
    return _plain(part, now, then, interval, rows)


def _bootstrap_ratio(part: PartSpec, scene: Scene) -> Measured:
    """Give the same ratio with the interval of a bootstrap in three-month blocks (Künsch 1989)."""
    scene = _scene(part, scene)
    (now, rows), (then, _) = _now(part, scene), _then(part, scene)
    if min(now.total, then.total) == 0:
        return _unknown(part, rows)
    return _plain(part, now, then, block_bootstrap_ratio(now, then), rows)


def _plain(part: PartSpec, now: Binned, then: Binned, interval: Interval, rows: Mask) -> Measured:
    indicator = Indicator.of(part.words, interval, (now.total, then.total), "ratio")
    return Measured(indicator, _ratio_told(part, now, interval), min(now.total, then.total), rows)


def _districts_hit(part: PartSpec, scene: Scene) -> Measured:
    """Districts with an incident in a month, on average: the window over the baseline."""
    scene = _scene(part, scene)
    (now, rows), (then, old) = _now(part, scene), _then(part, scene)
    here = _districts_a_bin(scene, rows, len(now.days))
    there = _districts_a_bin(scene, old, len(then.days))
    value = here / there if there else math.nan
    indicator = Indicator.of(
        part.words, Interval(value, math.nan, math.nan), (here, there), "ratio"
    )
    told = later(
        "districts-hit-told",
        now=written(phrases.number, here, 1),
        then=written(phrases.number, there, 1),
    )
    return Measured(indicator, told, int(rows.sum()), rows)


def _districts_a_bin(scene: Scene, rows: Mask, bins: int) -> float:
    found = scene.series.rows.loc[rows, ["admin1", "admin2", "geo_precision"]]
    months = month_numbers(scene.series.ordinals[rows])
    placed = found["admin2"].notna() & (found["geo_precision"] <= 3)
    hits = found.assign(month=months)[placed].drop_duplicates(["admin1", "admin2", "month"])
    return len(hits) / bins if bins else 0.0


_SETTINGS: Final[Mapping[str, kind.Reader]] = {
    "population": kind.rule,
    "baseline_from": kind.day,
    "baseline_to": kind.day,
    "bins": kind.count(12, most=kind.MOST_PIECES),
    "days": kind.count(365, most=MOST_DAYS),
    "more_above": kind.number(2.0, least=0, most=1000),
}
KINDS: Final[Mapping[str, Kind]] = {
    "rate_ratio": Kind(_SETTINGS, _rate_ratio, kind.TIMES),
    "exact_ratio": Kind(_SETTINGS, _exact_ratio, kind.TIMES),
    "bootstrap_ratio": Kind(_SETTINGS, _bootstrap_ratio, kind.TIMES),
    "districts_hit": Kind(_SETTINGS, _districts_hit, kind.TIMES),
}
