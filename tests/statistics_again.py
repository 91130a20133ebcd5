"""The statistics of the indicators by another way: whole matrices, root finding, statsmodels.

Nothing of `corridor` is used here; the constants of the method are written out once more.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from scipy import optimize, stats
from scipy.linalg import toeplitz
from statsmodels.genmod.families import Poisson
from statsmodels.genmod.generalized_linear_model import GLM
from statsmodels.stats.proportion import proportion_confint

Ends = tuple[float, float, float]


def residuals(counts: Sequence[float], days: Sequence[float]) -> np.ndarray:
    """Pearson residuals of a Poisson regression with an intercept alone."""
    fit = GLM(counts, np.ones(len(counts)), family=Poisson(), offset=np.log(days)).fit()
    return np.asarray(fit.resid_pearson)


def _levels(size: int, rho: float) -> tuple[np.ndarray, np.ndarray]:
    """Covariance of levels, and of levels around their own mean."""
    covariance = toeplitz(float(rho) ** np.arange(size))
    centring = np.eye(size) - np.ones((size, size)) / size
    return covariance, centring @ covariance @ centring


def correlation(runs: Sequence[np.ndarray]) -> float:
    """Correlation of neighbours: moments of all runs, solved for rho, drawn towards 0.7."""
    runs = [np.asarray(run) for run in runs if len(run) > 2 and np.abs(run).sum() > 0]
    if not runs:
        return 0.7
    scales = [max((run**2).sum() / (len(run) - 1), 0.7) for run in runs]
    cut = [len(run) for run in runs]
    products = sum(
        (sum(a * b for a, b in pairwise(run)) + 1 - 1 / n) / s
        for run, n, s in zip(runs, cut, scales, strict=True)
    )
    squares = sum((run**2).sum() / s for run, s in zip(runs, scales, strict=True))
    above = sum(((run**2).sum() - n + 1) / s for run, n, s in zip(runs, cut, scales, strict=True))

    def gap(rho: float) -> float:
        inner = [_levels(n, rho)[1] for n in cut]
        expected = sum(np.diag(one, 1).sum() for one in inner) / sum(map(np.trace, inner))
        return float(expected - products / above)

    found = 0.7
    if above > 0:
        low, high = -0.2, 0.98
        found = low if gap(low) > 0 else high if gap(high) < 0 else optimize.brentq(gap, low, high)
    part = min(max(above / squares, 0.05), 1)
    own, prior = part**2 * sum(cut) / (1.5 * 0.51), 1 / 0.25**2
    return float(np.clip((own * found + prior * 0.7) / (own + prior), 0.3, 0.85))


def worth(run: np.ndarray, rho: float, mean: float) -> tuple[float, float, float]:
    """By how much a run is worth less, its degrees of freedom, how uneven its levels are."""
    n = len(run)
    covariance, inner = _levels(n, rho)
    excess = max((run**2).sum() / (n - 1) - 1, 0) / (np.trace(inner) / (n - 1))
    uneven = min(excess / mean, 3.0)
    freedom = max((n - 1) / ((1 + rho**2) / (1 - rho**2) + 3 * uneven), 1.5)
    return 1 + excess * covariance.sum() / n, freedom, uneven


def _stretched(effect: float, freedom: float) -> float:
    return effect * (stats.t.ppf(0.95, freedom) / stats.norm.ppf(0.95)) ** 2


def ratio(now, days_now, then, days_then, rho: float) -> Ends:
    """Ratio of rates: two regressions, Welch's degrees of freedom."""
    sides = []
    for counts, days in ((now, days_now), (then, days_then)):
        fit = GLM(counts, np.ones(len(counts)), family=Poisson(), offset=np.log(days)).fit()
        effect, freedom, _ = worth(np.asarray(fit.resid_pearson), rho, float(np.mean(counts)))
        sides.append((fit.params[0], fit.bse[0] ** 2 * effect, freedom))
    (one, v, f), (two, w, g) = sides
    freedom = (v + w) ** 2 / (v**2 / f + w**2 / g)
    reach = stats.t.ppf(0.95, freedom) * math.sqrt(v + w)
    middle = one - two
    return math.exp(middle), math.exp(middle - reach), math.exp(middle + reach)


def count(counts: Sequence[float], days: Sequence[float], rho: float) -> Ends:
    """Expected incidents: chi-squared ends of the effective count, scaled back."""
    total = float(np.sum(counts))
    run = residuals(counts, days) if total else np.zeros(len(counts))
    effect, freedom, _ = worth(run, rho, float(np.mean(counts)) or 1.0)
    effect = _stretched(effect, freedom)
    low = stats.chi2.ppf(0.05, 2 * total / effect) / 2 if total else 0.0
    return total, effect * low, effect * stats.chi2.ppf(0.95, 2 * total / effect + 2) / 2


def wilson(hits: float, trials: float) -> Ends:
    """Share with the score interval, from statsmodels."""
    low, high = proportion_confint(hits, trials, alpha=0.1, method="wilson")
    return hits / trials, float(low), float(high)


def share_in_bins(hits: np.ndarray, trials: np.ndarray, rho: float) -> Ends:
    """Share of trials over bins: the score interval of as many as they are worth."""
    hits, trials = np.asarray(hits, float), np.asarray(trials, float)
    kept = trials > 0
    share = hits.sum() / trials.sum()
    run = np.zeros(int(kept.sum()))
    if 0 < share < 1:
        spread = np.sqrt(trials[kept] * share * (1 - share))
        run = (hits[kept] - trials[kept] * share) / spread
    effect = _stretched(*worth(run, rho, float(hits.sum() / kept.sum()) or 1.0)[:2])
    return wilson(hits.sum() / effect, trials.sum() / effect)


def periods(hit: int, of: int) -> Ends:
    """Share of periods hit, levels gamma with squared variation 1.25, neighbours at 0.7."""
    quiet = 1 - min(hit / of, 1 - 0.5 / of)
    mean = max((quiet**-1.25 - 1) / 1.25, 0.5 / of)
    level = stats.gamma(a=0.8, scale=mean / 0.8)
    empty = level.expect(lambda rate: np.exp(-rate))
    between = level.expect(lambda rate: np.exp(-2 * rate)) - empty**2
    neighbours = toeplitz(0.7 ** np.arange(of)).sum() / of
    effect = 1 + between / (empty * (1 - empty)) * (neighbours - 1)
    return wilson(hit / effect, of / effect)


def difference(first: tuple[int, int], second: tuple[int, int]) -> Ends:
    """Difference of two shares, of incidents worth the power 0.7 of their number."""
    (a, m), (b, n) = first, second
    one, two = wilson(a / m**0.3, m**0.7), wilson(b / n**0.3, n**0.7)
    gap = one[0] - two[0]
    low = math.hypot(one[0] - one[1], two[2] - two[0])
    high = math.hypot(one[2] - one[0], two[0] - two[1])
    return gap, gap - low, gap + high


def implied_days(counts, days, loose: int, factors: tuple[float, float], rho: float) -> Ends:
    """Share of days implied: expectations over gamma levels, by quadrature."""
    total, low, high = count(counts, days, rho)
    uneven = worth(residuals(counts, days), rho, float(np.mean(counts)))[2] if total else 0.0
    length = float(np.sum(days))

    def hit(expected: float, factor: float) -> float:
        rate = factor * expected / length
        if uneven <= 0:
            return 1 - math.exp(-rate)
        level = stats.gamma(a=1 / uneven, scale=uneven)
        return float(1 - level.expect(lambda one: np.exp(-rate * one)))

    if loose:
        high += (stats.chi2.ppf(0.95, 2 * loose + 2) - stats.chi2.ppf(0.95, 2)) / 2
    few, many = factors
    return hit(total, math.sqrt(few * many)), hit(low, few), 1 - math.exp(-many * high / length)


def pairs(seen: int) -> tuple[float, float]:
    """Ends of expected pairs, which vary one and a half times as much as chance."""
    low = stats.chi2.ppf(0.05, 2 * seen / 1.5) / 2 if seen else 0.0
    return 1.5 * low, 1.5 * stats.chi2.ppf(0.95, 2 * seen / 1.5 + 2) / 2
