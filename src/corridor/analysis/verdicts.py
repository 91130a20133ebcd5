"""From an interval and two thresholds to a word; from the words of parts to one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from corridor.analysis.intervals import Interval

SUPPORTED: Final = "supported"
PARTLY: Final = "partly supported"
NOT_SUPPORTED: Final = "not supported"
CONTRADICTED: Final = "contradicted"
NOT_ENOUGH: Final = "not enough data"
_WEAKENED: Final = {SUPPORTED: PARTLY, CONTRADICTED: NOT_SUPPORTED}

# ICD 203 (2015): upper end of each range of probability and its words.
LIKELIHOODS: Final = (
    (0.05, "almost no chance"),
    (0.20, "very unlikely"),
    (0.45, "unlikely"),
    (0.55, "roughly even chance"),
    (0.80, "likely"),
    (0.95, "very likely"),
    (1.00, "almost certain"),
)


def verdict(interval: Interval, claim: float, denial: float, is_low_base: bool = False) -> str:
    """Say what an interval means for a claim.

    The claim holds from `claim` up, its opposite from `denial` down; `claim` > `denial`.
    Overlap alone never counts as support, or small data would be rewarded.
    """
    low, high = interval.low, interval.high
    if is_low_base or math.isnan(low) or math.isnan(high):
        return NOT_ENOUGH
    if low >= claim:
        return SUPPORTED
    if high <= denial:
        return CONTRADICTED
    if low > denial:
        return PARTLY
    return NOT_SUPPORTED if high < claim else NOT_ENOUGH


def combine(words: Sequence[str]) -> str:
    """Make one verdict of the parts': those without enough data are set aside, and weaken it."""
    decided = [word for word in words if word != NOT_ENOUGH]
    if not decided:
        return NOT_ENOUGH
    if len(set(decided)) == 1:
        only = decided[0]
        return only if len(decided) == len(words) else _WEAKENED.get(only, only)
    return PARTLY if {SUPPORTED, PARTLY} & set(decided) else NOT_SUPPORTED


def likelihood(probability: float) -> str:
    """Put a probability in the words of ICD 203 (2015); "" when it is unknown."""
    if math.isnan(probability):
        return ""
    return next(words for top, words in LIKELIHOODS if probability <= top)
