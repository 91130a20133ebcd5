"""Every indicator of a count on the shipped store, worked out again by other means."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest

from corridor import settings as settings_module
from corridor.findings import Report, load_report
from corridor.findings.evaluate import scene_at
from corridor.findings.indicators import measure
from corridor.findings.measured import Measured, Scene
from corridor.findings.spec import PartSpec
from corridor.store import Store
from tests import statistics_again as again

SLUG = "is-there-a-return-of-isis-2018"
AS_OF = date(2018, 6, 30)
FIRST = AS_OF - timedelta(days=364)
YEARS = (date(2010, 1, 1), date(2011, 12, 31))


@pytest.fixture(scope="module")
def report() -> Report:
    return load_report(settings_module.load().reports_dir / SLUG)


@pytest.fixture(scope="module")
def scene(store: Store, report: Report) -> Scene:
    return scene_at(store, report, AS_OF)


def parts(report: Report, kind: str) -> list[PartSpec]:
    """The parts and shown figures of a kind that look at a year."""
    every = [part for spec in report.findings for part in (*spec.parts, *spec.shown)]
    return [part for part in every if part.kind == kind and part.settings.get("days", 365) == 365]


def days_of(scene: Scene, part: PartSpec, rule: str = "population") -> pd.Series[Any]:
    return pd.to_datetime(
        scene.series.rows.loc[scene.series.mask(part.settings[rule]), "event_date"]
    )


def between(days: pd.Series[Any], first: date, last: date) -> pd.Series[Any]:
    return days[(days >= pd.Timestamp(first)) & (days <= pd.Timestamp(last))]


def in_bins(days: pd.Series[Any], bins: int = 12) -> tuple[np.ndarray, np.ndarray]:
    """Counts and lengths of a year's bins: day n of 365 lies in bin floor(n · bins ÷ 365)."""
    lengths = pd.Series(range(365)).mul(bins).floordiv(365).value_counts().sort_index()
    offsets = (between(days, FIRST, AS_OF) - pd.Timestamp(FIRST)).dt.days
    counts = offsets.mul(bins).floordiv(365).value_counts().reindex(range(bins), fill_value=0)
    return counts.sort_index().to_numpy(), lengths.to_numpy(float)


def by_month(days: pd.Series[Any], first: str, months: int) -> tuple[np.ndarray, np.ndarray]:
    span = pd.period_range(first, periods=months, freq="M")
    counts = days.dt.to_period("M").value_counts().reindex(span, fill_value=0)
    return counts.to_numpy(), span.days_in_month.to_numpy(float)


def correlation(days: pd.Series[Any], *sides: Any, compared: bool = False) -> float:
    """Neighbours' correlation: the sides, and blocks of two years from July 2007 on."""
    starts = ["2007-07", "2009-07", "2011-07", "2013-07", "2015-07"]
    # Two of the blocks touch 2010 and 2011.
    kept = [start for start in starts if not (compared and start in {"2009-07", "2011-07"})]
    runs = [*sides, *(by_month(days, start, 24) for start in kept)]
    return again.correlation(
        [again.residuals(*run) if run[0].sum() else np.zeros(len(run[0])) for run in runs]
    )


def agrees(found: Measured, expected: again.Ends) -> bool:
    indicator = found.indicator
    return [indicator.value, indicator.low, indicator.high] == pytest.approx(expected, rel=5e-3)


def test_levels(scene: Scene, report: Report) -> None:
    checked = parts(report, "rate_ratio")
    assert len(checked) >= 6
    for part in checked:
        days = days_of(scene, part)
        now, then = in_bins(days), by_month(days, "2010-01", 24)
        rho = correlation(days, now, then, compared=True)
        assert agrees(measure(part, scene), again.ratio(*now, *then, rho)), part.slug


def test_days_implied_and_counted(scene: Scene, report: Report) -> None:
    for part in parts(report, "implied_daily_share"):
        days, loose = days_of(scene, part), between(days_of(scene, part, "unlocated"), FIRST, AS_OF)
        now = in_bins(days)
        factors = part.settings["factor_low"], part.settings["factor_high"]
        expected = again.implied_days(*now, len(loose), factors, correlation(days, now))
        assert agrees(measure(part, scene), expected), part.slug
    for part in parts(report, "days_share"):
        days = days_of(scene, part)
        hits, lengths = in_bins(days.drop_duplicates())
        expected = again.share_in_bins(hits, lengths, correlation(days, in_bins(days)))
        found = measure(part, scene).indicator
        assert [found.low, found.high] == pytest.approx(expected[1:], rel=5e-3), part.slug


def test_shares_of_months(scene: Scene, report: Report) -> None:
    for part in parts(report, "period_share"):
        back = (pd.Timestamp(AS_OF) - between(days_of(scene, part), FIRST, AS_OF)).dt.days
        hit = back.mul(12).floordiv(365).nunique()
        assert agrees(measure(part, scene), again.periods(hit, 12)), part.slug


def test_shares_of_incidents(scene: Scene, report: Report) -> None:
    for part in parts(report, "share_of"):
        inner, outer = days_of(scene, part), days_of(scene, part, "of")
        inner = inner[inner.index.isin(outer.index)]
        if part.settings["from"] == date.min:
            hits, trials = in_bins(inner)[0], in_bins(outer)[0]
            trials = trials[: np.flatnonzero(trials)[-1] + 1]
        else:
            outer = between(outer, part.settings["from"], part.settings["to"])
            inner = between(inner, part.settings["from"], part.settings["to"])
            months = (outer.dt.to_period("M").max() - outer.dt.to_period("M").min()).n + 1
            start = str(outer.min().to_period("M"))
            hits, trials = by_month(inner, start, months)[0], by_month(outer, start, months)[0]
        hits = hits[: len(trials)]
        share, kept = hits.sum() / trials.sum(), trials > 0
        spread = np.sqrt(trials[kept] * share * (1 - share))
        run = (hits[kept] - trials[kept] * share) / spread
        expected = again.share_in_bins(hits, trials, again.correlation([run]))
        found = measure(part, scene).indicator
        assert found.value == pytest.approx(share)
        assert [found.low, found.high] == pytest.approx(expected[1:], rel=5e-3), part.slug


def test_repeats_and_returns(scene: Scene, report: Report) -> None:
    for part in parts(report, "share_difference"):
        window = scene.inside(part.settings["population"])
        group, hit = (scene.series.mask(part.settings[name]) for name in ("group", "success"))
        pairs = [(int((hit & side & window).sum()), int((side & window).sum()))
                 for side in (group, ~group)]  # fmt: skip
        if min(pairs[0][1], pairs[1][1]):
            assert agrees(measure(part, scene), again.difference(*pairs)), part.slug
    for part in parts(report, "close_pairs"):
        found = measure(part, scene).indicator
        assert found.numerator is not None
        assert found.denominator
        low, high = again.pairs(int(found.numerator))
        assert [found.low, found.high] == pytest.approx(
            [low / found.denominator, high / found.denominator]
        )
