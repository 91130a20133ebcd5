"""Indicators that compare a level now with a level then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import numpy as np

from corridor.analysis.intervals import UNKNOWN, Interval, rate_ratio_exact
from corridor.analysis.periods import Index, forward_bins, month_numbers
from corridor.analysis.rates import Binned, block_bootstrap_ratio, rate_ratio
from corridor.findings import phrases
from corridor.findings.indicators import kind
from corridor.findings.indicators.counting import Days, correlation, month_bins, window_bins
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
    """Count the window's incidents in its bins."""
    rows = scene.inside(rule_of(part, "population"))
    return window_bins(scene.window, scene.series.ordinals[rows], part.settings["bins"]), rows


def _then(part: PartSpec, scene: Scene) -> tuple[Binned, Mask]:
    """Count the baseline's incidents by calendar month, covered days only."""
    first, last = _baseline(part)
    series, rule = scene.series, rule_of(part, "population")

    def count() -> tuple[Binned, Mask]:
        rows = series.mask(rule) & (series.ordinals >= first) & (series.ordinals <= last)
        return month_bins(scene, series.ordinals[rows], (first, last)), np.asarray(rows)

    return series.once(("then", rule, first, last, scene.window.coverage), count)


def _baseline(part: PartSpec) -> Days:
    settings = part.settings
    return settings["baseline_from"].toordinal(), settings["baseline_to"].toordinal()


def _is_measurable(now: Binned, then: Binned) -> bool:
    return now.exposure > 0 and then.exposure > 0 and now.total + then.total > 0


def _rate_ratio(part: PartSpec, scene: Scene) -> Measured:
    """Incidents a day in the window over the baseline's; neighbouring months lean alike."""
    scene = _scene(part, scene)
    (now, rows), (then, _) = _now(part, scene), _then(part, scene)
    thin = min(now.total, then.total)
    if not _is_measurable(now, then):
        return _unknown(part, rows)
    rule = rule_of(part, "population")
    found = rate_ratio(now, then, correlation(scene, rule, (now, then), _baseline(part)))
    remark = later(
        "months-vary",
        now=written(phrases.number, found.dispersion[0], 1),
        then=written(phrases.number, found.dispersion[1], 1),
        neighbours=written(phrases.number, found.rho, 1),
    )
    return Measured(
        Indicator.of(part.words, found.interval, (now.total, then.total), "ratio", remark),
        _ratio_told(part, now, found.interval),
        thin,
        rows,
        is_low_base=thin < LOW_BASE,
        chance=found.chance_between(part.claim, part.at_most),
    )


def _unknown(part: PartSpec, rows: Mask) -> Measured:
    indicator = Indicator.of(part.words, UNKNOWN, (None, None), "ratio")
    return Measured(indicator, later("nothing-to-compare"), 0, rows, is_low_base=True)


def _ratio_told(part: PartSpec, now: Binned, interval: Interval) -> Message:
    is_clear = interval.low > part.at_most
    return later(
        "ratio-told-clearly" if is_clear else "ratio-told",
        incidents=_counted(part, now.total),
        times=written(phrases.times, interval.value),
        range=written(phrases.number_range, interval.low, interval.high),
    )


def _counted(part: PartSpec, count: int) -> Message:
    if part.subject:
        return later("subject-count", count=count, subject=part.subject)
    return later("incident-count", count=count)


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
    window, series = scene.window, scene.series
    (now, rows), (then, old) = _now(part, scene), _then(part, scene)
    if not _is_measurable(now, then):
        return _unknown(part, rows)
    month = month_numbers(series.ordinals)
    bin_of = month.copy()
    bin_of[rows] = forward_bins(window.days, part.settings["bins"])[
        series.ordinals[rows] - window.first
    ]
    here = window_bins(window, _first_of_each(scene, rows, bin_of), part.settings["bins"])
    there = month_bins(scene, _first_of_each(scene, old, month), _baseline(part))
    rule = rule_of(part, "population")
    firsts = _first_of_each(scene, series.mask(rule), month)
    rho = correlation(scene, rule, (here, there), _baseline(part), firsts)
    means = [side.total / len(side.counts) for side in (here, there)]
    found = rate_ratio(here, there, rho).interval
    told = later(
        "districts-hit-told",
        now=written(phrases.number, means[0], 1),
        then=written(phrases.number, means[1], 1),
    )
    indicator = Indicator.of(part.words, found, (means[0], means[1]), "ratio")
    return Measured(indicator, told, int(rows.sum()), rows)


def _kept(scene: Scene, rows: Mask, bin_of: Index) -> Any:
    """Give the index of the first of these rows in each district and bin, where placed so well."""
    found = scene.series.rows.loc[rows, ["admin1", "admin2", "geo_precision"]]
    placed = found["admin2"].notna() & (found["geo_precision"] <= 3)
    hits = found.assign(bin=bin_of[rows])[placed]
    return hits.drop_duplicates(["admin1", "admin2", "bin"]).index


def _first_of_each(scene: Scene, rows: Mask, bin_of: Index) -> Index:
    chosen = np.isin(scene.series.rows.index, _kept(scene, rows, bin_of))
    return scene.series.ordinals[chosen]


_SETTINGS: Final[Mapping[str, kind.Reader]] = {
    "population": kind.rule,
    "baseline_from": kind.day,
    "baseline_to": kind.day,
    "bins": kind.count(12, most=kind.MOST_PIECES),
    "days": kind.count(365, most=MOST_DAYS),
}
KINDS: Final[Mapping[str, Kind]] = {
    "rate_ratio": Kind(_SETTINGS, _rate_ratio, kind.TIMES),
    "exact_ratio": Kind(_SETTINGS, _exact_ratio, kind.TIMES),
    "bootstrap_ratio": Kind(_SETTINGS, _bootstrap_ratio, kind.TIMES),
    "districts_hit": Kind(_SETTINGS, _districts_hit, kind.TIMES),
}
