"""The rules that raise an alarm, against months counted one by one and against statsmodels."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.genmod.families import Poisson
from statsmodels.genmod.generalized_linear_model import GLM

from corridor.analysis.elevated import (
    BackTest,
    back_test,
    ears_c3,
    highest,
    quasi_poisson,
    thirty_days,
)

MONTHS = st.lists(st.one_of(st.integers(0, 12), st.none()), min_size=1, max_size=60)


def series(counts: list[int | None]) -> pd.Series:
    starts = pd.date_range("2010-01-01", periods=len(counts), freq="MS")
    return pd.Series([math.nan if each is None else float(each) for each in counts], index=starts)


def of_highest(counts: list[int | None]) -> BackTest:
    return back_test(highest(series(counts)))


def by_hand(counts: list[int | None], at: int) -> bool | None:
    before = counts[at - 12 : at] if at >= 12 else [None]
    if counts[at] is None or None in before:
        return None
    most = max(each for each in before if each is not None)
    return (counts[at] or 0) >= 5 and (counts[at] or 0) > most


def followed(counts: list[int | None], at: int) -> bool | None:
    after, before = counts[at + 1 : at + 4], counts[at - 12 : at] if at >= 12 else [None]
    if len(after) < 3 or None in after or None in before:
        return None
    return sum(each or 0 for each in after) / 3 > sum(each or 0 for each in before) / 12 + 1e-12


@settings(max_examples=30)
@given(MONTHS)
def test_an_alarm_is_the_highest_of_thirteen_covered_months_and_five_or_more(
    counts: list[int | None],
) -> None:
    found = [None if pd.isna(each) else bool(each) for each in highest(series(counts))["raised"]]
    assert found == [by_hand(counts, at) for at in range(len(counts))]


@settings(max_examples=30)
@given(MONTHS)
def test_the_back_test_counts_what_followed(counts: list[int | None]) -> None:
    judged = [
        (by_hand(counts, at), followed(counts, at))
        for at in range(len(counts))
        if by_hand(counts, at) is not None and followed(counts, at) is not None
    ]
    found = of_highest(counts)
    assert found.months == len(judged)
    assert found.alarms == sum(bool(raised) for raised, _ in judged)
    assert found.right == sum(bool(raised and higher) for raised, higher in judged)


def test_a_rule_is_better_only_by_its_whole_interval() -> None:
    step = [3] * 12 + [6, 9] + [3] * 20
    found = of_highest([*step])
    assert (found.alarms, found.right, found.false, found.is_better) == (2, 1, 1, False)
    assert not of_highest([1] * 40).is_better
    level = 3
    rises: list[int | None] = []
    for _ in range(12):
        rises += [level] * 13 + [level + 3]
        level += 3
    found = of_highest(rises + [level] * 4)
    assert (found.alarms, found.right) == (12, 12)
    assert found.is_better == (found.low > found.higher / found.months)


@settings(max_examples=30)
@given(MONTHS)
def test_ears_c3_adds_what_lies_more_than_one_deviation_above_over_three_months(
    counts: list[int | None],
) -> None:
    found = ears_c3(series(counts))
    for at, raised in enumerate(found["raised"]):
        above = [c2(counts, month) for month in (at - 2, at - 1, at)]
        if None in above:
            assert pd.isna(raised)
            continue
        total = sum(max(0.0, (each or 0.0) - 1) for each in above)
        if not math.isclose(total, 2):
            assert raised == (total > 2 and (counts[at] or 0) >= 5)
        past = [float(each or 0) for each in counts[at - 9 : at - 2]]
        assert math.isclose(found["against"].iloc[at], np.mean(past), abs_tol=1e-9)


def c2(counts: list[int | None], at: int) -> float | None:
    past = counts[at - 9 : at - 2] if at >= 9 else [None]
    now = counts[at] if at >= 0 else None
    if now is None or None in past:
        return None
    numbers = [float(each or 0) for each in past]
    return float((now - np.mean(numbers)) / max(np.std(numbers, ddof=1), 0.5))


def test_the_quasi_poisson_limit_is_that_of_a_model_fitted_by_statsmodels() -> None:
    drawn = np.random.default_rng(7).negative_binomial(2, 0.3, 76).astype(float)
    drawn[20] = 60.0  # an old wave, which counts for less
    counts = pd.Series(drawn, pd.date_range("2010-01-01", periods=76, freq="MS"))
    found = quasi_poisson(counts)
    assert found["raised"].isna().sum() == 61
    for at in range(61, 76):
        past = [drawn[at - 12 * year + near] for year in range(1, 6) for near in (-1, 0, 1)]
        limit = by_statsmodels(np.array(past))
        assert math.isclose(found["against"].iloc[at], limit, rel_tol=1e-6)
        assert found["raised"].iloc[at] == (drawn[at] > limit and drawn[at] >= 5)
    quiet = quasi_poisson(series([*[0] * 75, 5]))
    assert (quiet["against"].iloc[-1], quiet["raised"].iloc[-1]) == (0, True)


def by_statsmodels(past: np.ndarray) -> float:
    def fit(weights: np.ndarray) -> tuple[float, float, float]:
        model = GLM(past, np.ones((15, 1)), family=Poisson(), var_weights=weights)
        found = model.fit(scale="X2")
        phi = max(found.scale, 1)
        mean = float(np.exp(found.params[0]))
        return mean, phi, mean**2 * float(found.cov_params()[0, 0]) * phi / found.scale

    mean, phi, _ = fit(np.ones(15))
    anscombe = 1.5 * (past ** (2 / 3) * mean ** (-1 / 6) - mean**0.5) / (phi * 14 / 15) ** 0.5
    weights = np.where(anscombe > 1, anscombe**-2.0, 1)
    mean, phi, variance = fit(weights * 15 / weights.sum())
    tau = phi + variance / mean
    return float(mean * (1 + 2 / 3 / mean * stats.norm.ppf(0.95) * (mean * tau) ** 0.5) ** 1.5)


def test_thirty_days_are_set_against_every_thirty_of_the_360_before() -> None:
    days = np.random.default_rng(3).poisson(0.3, 900).astype(float)
    days[100] = np.nan
    days[-45:-15] += 1.0
    found = thirty_days(pd.Series(days, pd.date_range("2010-01-01", periods=900)))
    ends = list(range(899, 28, -30))[::-1]
    assert [each.day_of_year for each in found.index[-2:]] == [140, 170]
    raised = 0
    for end, row in zip(ends, found.tail(len(ends)).to_dict("records"), strict=True):
        now = days[end - 29 : end + 1].sum()
        earlier = [days[last - 29 : last + 1].sum() for last in range(end - 360, end - 29)
                   if last >= 29]  # fmt: skip
        if end < 389 or np.isnan([now, *earlier]).any():
            assert pd.isna(row["raised"])
            continue
        assert (row["incidents"], row["against"]) == (now, max(earlier))
        assert row["raised"] == (now >= 5 and now > max(earlier))
        raised += bool(row["raised"])
    assert raised
