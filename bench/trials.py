"""SYNTHETIC trials of the product's intervals: a truth, and what each run gives for it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import numpy as np
from scipy import special

from bench.processes import DAYS, Ints, Process
from corridor.analysis import intervals, rates, recurrence, serial, shares
from corridor.analysis.intervals import UNKNOWN, Interval
from corridor.analysis.rates import Binned
from corridor.findings.measured import LOW_BASE

PAST = 4
FACTORS = (8.0, 14.0)
Pair = tuple[Interval, Interval]
# Draws so many runs; gives the truth (its lower and upper end) and each run's two intervals.
Trial = Callable[[np.random.Generator, int], tuple[tuple[float, float], Iterator[Pair]]]


def binned(counts: Ints) -> Binned:
    """Give months of equal length."""
    return Binned(counts, np.full(len(counts), DAYS))


def past_of(process: Process, generator: np.random.Generator, runs: int) -> list[Ints]:
    """Draw the months before the window, in blocks of two years."""
    return [process.counts(generator, runs, 24) for _ in range(PAST)]


def correlation(run: int, now: list[Binned], past: list[Ints]) -> float:
    """Estimate a run's correlation as the product does."""
    return serial.persistence([*(side.residuals for side in now),
                               *(binned(block[run]).residuals for block in past)])  # fmt: skip


def quasi_poisson(now: Binned, then: Binned) -> Interval:
    """Give the ratio with the interval of before: one dispersion for both, no correlation."""
    if min(now.total, then.total) == 0:
        return intervals.rate_ratio_exact((now.total, now.exposure), (then.total, then.exposure))
    freedom = len(now.counts) + len(then.counts) - 2
    spread = sum(float(side.residuals @ side.residuals) for side in (now, then)) / freedom
    error = math.sqrt(max(spread, 1) * (1 / now.total + 1 / then.total))
    reach = math.exp(float(special.stdtrit(freedom, 0.95)) * error)
    ratio = now.rate / then.rate
    return Interval(ratio, ratio / reach, ratio * reach)


def rate_ratio(now: Process, then: Process, bins: int = 12) -> Trial:
    """Trial of the level now against that of two years then."""

    def trial(generator: np.random.Generator, runs: int):
        new, old = now.counts(generator, runs, bins), then.counts(generator, runs, 24)
        wilder = Process(then.mean, max(now.dispersion, then.dispersion), then.rho)
        past = past_of(wilder, generator, runs)

        def measured() -> Iterator[Pair]:
            for run in range(runs):
                sides = binned(new[run]), binned(old[run])
                rho = correlation(run, list(sides), past)
                yield rates.rate_ratio(*sides, rho).interval, quasi_poisson(*sides)

        truth = now.mean / then.mean
        return (truth, truth), measured()

    return trial


def bootstrap(now: Process, then: Process) -> Trial:
    """Trial of the bootstrap in blocks, which is shown beside; `before` is the exact interval."""

    def trial(generator: np.random.Generator, runs: int):
        new, old = now.counts(generator, runs, 12), then.counts(generator, runs, 24)

        def measured() -> Iterator[Pair]:
            for run in range(runs):
                sides = binned(new[run]), binned(old[run])
                one, two = ((side.total, side.exposure) for side in sides)
                yield rates.block_bootstrap_ratio(*sides), intervals.rate_ratio_exact(one, two)

        truth = now.mean / then.mean
        return (truth, truth), measured()

    return trial


def implied_daily_share(process: Process) -> Trial:
    """Trial of the share of days that counts imply: both ends of what the factors leave open."""

    def trial(generator: np.random.Generator, runs: int):
        counts, past = process.counts(generator, runs, 12), past_of(process, generator, runs)

        def measured() -> Iterator[Pair]:
            for run in range(runs):
                now = binned(counts[run])
                rho = correlation(run, [now], past)
                exact = intervals.poisson_exact(now.total)
                few, many = FACTORS
                before = Interval(math.nan, -math.expm1(-few * exact.low / now.exposure),
                                  -math.expm1(-many * exact.high / now.exposure))  # fmt: skip
                yield shares.implied_days(now, 0, FACTORS, rho), before

        ends = (process.hit_share(1, FACTORS[0]), process.hit_share(1, FACTORS[1]))
        return ends, measured()

    return trial


def days_share(process: Process) -> Trial:
    """Trial of the share of days with an incident, as counted."""

    def trial(generator: np.random.Generator, runs: int):
        levels, past = process.levels(generator, runs, 12), past_of(process, generator, runs)
        days = np.full(12, DAYS)
        hits = generator.binomial(30, -np.expm1(-levels / DAYS))
        counts = np.maximum(hits, generator.poisson(levels))

        def measured() -> Iterator[Pair]:
            for run in range(runs):
                rho = correlation(run, [binned(counts[run])], past)
                before = intervals.wilson(int(hits[run].sum()), 360)
                yield rates.share_in_bins(hits[run], days / DAYS * 30, rho), before

        truth = process.hit_share(1)
        return (truth, truth), measured()

    return trial


def period_share(process: Process) -> Trial:
    """Trial of the share of twelve periods with an incident."""

    def trial(generator: np.random.Generator, runs: int):
        hits = (process.counts(generator, runs, 12) > 0).sum(axis=1)
        truth = process.hit_share(DAYS)

        def measured() -> Iterator[Pair]:
            for hit in hits:
                yield shares.periods_hit(int(hit), 12), intervals.wilson(int(hit), 12)

        return (truth, truth), measured()

    return trial


def share_of(inner: Process, rest: Process) -> Trial:
    """Trial of the share of one set of incidents in another, over twelve months."""

    def trial(generator: np.random.Generator, runs: int):
        hits, others = inner.counts(generator, runs, 12), rest.counts(generator, runs, 12)

        def measured() -> Iterator[Pair]:
            for run in range(runs):
                total = hits[run] + others[run]
                yield (
                    shares.share_of(hits[run], total),
                    intervals.wilson(int(hits[run].sum()), int(total.sum())),
                )

        truth = inner.mean / (inner.mean + rest.mean)
        return (truth, truth), measured()

    return trial


def share_difference(first: int, second: int, level: Process, places: int = 20) -> Trial:
    """Trial of how much more incidents recur in one group than in the rest.

    Each group has `places` neighbourhoods of uneven rates (gamma, shape 1) and the months of
    `level`; an incident recurs when another one was in its neighbourhood in the six months before.
    """

    def trial(generator: np.random.Generator, runs: int):
        one = [recurring(generator, runs, size, places, level) for size in (first, second)]
        many = [recurring(generator, 4 * runs, size, places, level) for size in (first, second)]
        shares_ = [hits.sum() / sizes.sum() for hits, sizes in many]

        def measured() -> Iterator[Pair]:
            for run in range(runs):
                a, b = ((int(hits[run]), int(sizes[run])) for hits, sizes in one)
                if min(a[1], b[1]) < LOW_BASE:
                    yield UNKNOWN, UNKNOWN
                else:
                    yield shares.recurrence_difference(a, b), intervals.newcombe_difference(a, b)

        truth = shares_[0] - shares_[1]
        return (truth, truth), measured()

    return trial


def recurring(
    generator: np.random.Generator, runs: int, size: int, places: int, level: Process
) -> tuple[Ints, Ints]:
    """Draw how many of a year's incidents recur, and how many there are."""
    months = level.levels(generator, runs, 18) / level.mean
    weights = generator.gamma(1.0, size / places / 12, (runs, places))
    counts = generator.poisson(weights[:, :, None] * months[:, None, :])
    before = np.cumsum(counts, axis=2)
    window = before[:, :, 5:-1] - np.concatenate(
        [np.zeros((runs, places, 1), dtype=np.int64), before[:, :, : -(5 + 2)]], axis=2
    )
    now = counts[:, :, 6:]
    # The first of a month recurs by the months before, the others by it.
    recurs = np.where(window > 0, now, np.maximum(now - 1, 0))
    return recurs.sum(axis=(1, 2)), now.sum(axis=(1, 2))


def pattern(trials: int, share: float, alike: float) -> Trial:
    """Trial of a share of single incidents, whose faults are of one kind to a degree `alike`."""

    def trial(generator: np.random.Generator, runs: int):
        if alike:
            size = 1 / alike - 1
            hits = generator.binomial(
                trials, generator.beta(share * size, (1 - share) * size, runs)
            )
        else:
            hits = generator.binomial(trials, share, runs)

        def measured() -> Iterator[Pair]:
            for hit in hits:
                found = intervals.clopper_pearson(int(hit), trials)
                yield found, found

        return (share, share), measured()

    return trial


def two_shares(first: tuple[int, float], second: tuple[int, float]) -> Trial:
    """Trial of the difference of two shares, each of so many incidents that share their luck."""

    def trial(generator: np.random.Generator, runs: int):
        def hits(number: int, share: float) -> Ints:
            alike = (serial.group_effect(number) - 1) / (number - 1)
            size = 1 / alike - 1
            return generator.binomial(
                number, generator.beta(share * size, (1 - share) * size, runs)
            )

        one, two = hits(*first), hits(*second)

        def measured() -> Iterator[Pair]:
            for run in range(runs):
                a, b = (int(one[run]), first[0]), (int(two[run]), second[0])
                if min(a[1], b[1]) < LOW_BASE:
                    yield UNKNOWN, UNKNOWN
                else:
                    yield shares.recurrence_difference(a, b), intervals.newcombe_difference(a, b)

        truth = first[1] - second[1]
        return (truth, truth), measured()

    return trial


def close_pairs(number: int, returns: float, places: int = 30) -> Trial:
    """Trial of pairs within 10 km and 30 days over those of shuffled dates.

    About so many incidents a year at `places` of uneven rates (gamma, shape 1) on 100 by 100 km,
    in uneven months; of those the share `returns` is followed by another, 2 km off and after 15
    days on average. `before` is the exact interval for pairs that know nothing of each other.
    """

    def trial(generator: np.random.Generator, runs: int):
        found = [_pairs(generator, number, returns, places) for _ in range(runs)]

        def measured() -> Iterator[Pair]:
            for seen, expected in found:
                alone = intervals.poisson_exact(seen)
                chance = expected or math.nan
                before = Interval(math.nan, alone.low / chance, alone.high / chance)
                yield recurrence.pairs_over_chance(seen, expected), before

        truth = sum(seen for seen, _ in found) / sum(expected for _, expected in found)
        return (truth, truth), measured()

    return trial


def _pairs(
    generator: np.random.Generator, number: int, returns: float, places: int
) -> tuple[int, float]:
    """Draw a year of incidents, and count its pairs as the product does."""
    months = np.exp(0.2 * np.cumsum(generator.normal(0, 0.5, 18)))
    weights, centres = generator.gamma(1, 1, places), generator.random((places, 2)) * 100
    size = generator.poisson(number * (1 - returns) * 18 / 12)
    month = generator.choice(18, size, p=months / months.sum())
    days = (month + generator.random(size)) * DAYS
    points = centres[generator.choice(places, size, p=weights / weights.sum())]
    points = points + generator.normal(0, 3, (size, 2))
    all_days, all_points = [days], [points]
    while len(days):
        again = generator.poisson(returns, len(days)).astype(bool)
        days = days[again] + generator.exponential(15, int(again.sum()))
        points = points[again] + generator.normal(0, 2, (int(again.sum()), 2))
        all_days.append(days)
        all_points.append(points)
    moments, where = np.concatenate(all_days), np.concatenate(all_points)
    kept = (moments >= 6 * DAYS) & (moments < 18 * DAYS)
    east, north = 1000 * where[kept].T
    return recurrence.close_pairs(east, north, moments[kept].astype(np.int64), 10, 30)


def districts_hit(now: Process, then: Process, districts: int = 60) -> Trial:
    """Trial of districts with an incident in a month, now against then."""

    def trial(generator: np.random.Generator, runs: int):
        weights = generator.gamma(0.5, 1.0, districts)
        weights /= weights.sum()

        def hit(process: Process, months: int, draws: int) -> Ints:
            levels = process.levels(generator, draws, months)
            return (generator.poisson(levels[:, :, None] * weights) > 0).sum(axis=2)

        new, old = hit(now, 12, runs), hit(then, 24, runs)
        past = [hit(then, 24, runs) for _ in range(PAST)]
        truth = hit(now, 12, 4 * runs).mean() / hit(then, 24, 4 * runs).mean()

        def measured() -> Iterator[Pair]:
            for run in range(runs):
                sides = binned(new[run]), binned(old[run])
                rho = correlation(run, list(sides), past)
                yield rates.rate_ratio(*sides, rho).interval, intervals.UNKNOWN

        return (truth, truth), measured()

    return trial
