"""SYNTHETIC months: counts that vary more than chance and lean the way their neighbours do.

A month's level is gamma distributed (so its count is negative binomial); levels of neighbours are
tied by a Gaussian copula with an autoregression of the first order.
"""

from __future__ import annotations

import math
import zlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import special

SEED = 20180630
DAYS = 365.25 / 12
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_NORMAL = np.linspace(-5, 5, 2001)


@dataclass(frozen=True)
class Process:
    """Incidents a month on average, their dispersion (variance over mean) and correlation."""

    mean: float
    dispersion: float
    rho: float

    @property
    def unevenness(self) -> float:
        """Squared coefficient of variation of the levels."""
        return (self.dispersion - 1) / self.mean

    def levels(self, generator: np.random.Generator, runs: int, months: int) -> Floats:
        """Draw the expected count of each month of each run."""
        if self.dispersion <= 1:
            return np.full((runs, months), self.mean)
        noise = generator.standard_normal((runs, months))
        for month in range(1, months):
            noise[:, month] *= math.sqrt(1 - self.rho**2)
            noise[:, month] += self.rho * noise[:, month - 1]
        return self.mean * np.interp(noise, _NORMAL, _quantiles(1 / self.unevenness))

    def counts(self, generator: np.random.Generator, runs: int, months: int) -> Ints:
        """Draw the count of each month of each run."""
        return generator.poisson(self.levels(generator, runs, months))

    def hit_share(self, days: float, factor: float = 1.0) -> float:
        """Share of stretches of so many days with one of `factor` times the incidents."""
        expected = factor * self.mean * days / DAYS
        if self.dispersion <= 1:
            return -math.expm1(-expected)
        return 1 - (1 + expected * self.unevenness) ** (-1 / self.unevenness)


@lru_cache(maxsize=64)
def _quantiles(shape: float) -> Floats:
    return np.asarray(special.gammaincinv(shape, special.ndtr(_NORMAL)) / shape)


def generator_for(*key: object) -> np.random.Generator:
    """Give the generator of one cell: the same cell, the same draws, whichever others are run."""
    return np.random.default_rng([SEED, zlib.crc32(repr(key).encode())])
