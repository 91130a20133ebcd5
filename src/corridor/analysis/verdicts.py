"""From an interval and two thresholds to a word; from the words of parts to one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corridor.analysis.intervals import Interval

EXCEEDED: Final = "more than claimed"
SUPPORTED: Final = "supported"
PARTLY: Final = "partly supported"
SHORT: Final = "short of the claim"
NOT_SUPPORTED: Final = "not supported"
CONTRADICTED: Final = "contradicted"
UNDECIDED: Final = "undecided"
NOT_ENOUGH: Final = "not enough data"
# Those that say nothing for or against, and those on the claim's side.
OPEN: Final = frozenset({UNDECIDED, NOT_ENOUGH})
FOR: Final = frozenset({EXCEEDED, SUPPORTED, PARTLY})
_WEAKENED: Final = {EXCEEDED: PARTLY, SUPPORTED: PARTLY, CONTRADICTED: NOT_SUPPORTED}
# A place that is to be special stands among others: at most so large a share of them may be as
# steady for the word to stand, or for "partly supported" to stand.
STANDS_OUT: Final = 0.10
STANDS_OUT_PARTLY: Final = 0.25


@dataclass(frozen=True)
class Thresholds:
    """From `claim` up a conclusion holds, up to `at_most`; from `denial` down its opposite does."""

    claim: float
    denial: float
    at_most: float = math.inf


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


def verdict(
    interval: Interval, at: Thresholds, *, is_low_base: bool = False, is_few: bool = False
) -> str:
    """Say what an interval means for a claim (docs/method.md has the table).

    Overlap alone never counts as support, or small data would be rewarded; an interval that
    reaches from the denial to the claim is undecided, or too little data where `is_few`.
    """
    low, high = interval.low, interval.high
    if is_low_base or math.isnan(low) or math.isnan(high):
        return NOT_ENOUGH
    if high <= at.denial:
        return CONTRADICTED
    if low <= at.denial:
        return NOT_SUPPORTED if high < at.claim else NOT_ENOUGH if is_few else UNDECIDED
    return _above_denial(low, high, at)


def _above_denial(low: float, high: float, at: Thresholds) -> str:
    if low > at.at_most:
        return EXCEEDED
    if high < at.claim:
        return SHORT
    return SUPPORTED if low >= at.claim and high <= at.at_most else PARTLY


def beside_others(word: str, as_steady: float) -> str:
    """Lower a word where a place is not special: a share `as_steady` of others has as much.

    The rule only lowers: a word that is open, or says less already, stays.
    """
    if word not in FOR or as_steady <= STANDS_OUT:
        return word
    return PARTLY if as_steady <= STANDS_OUT_PARTLY else NOT_SUPPORTED


def combine(words: Sequence[str]) -> str:
    """Make one verdict of the parts': those that say nothing are set aside, and weaken it."""
    decided = [word for word in words if word not in OPEN]
    if not decided:
        return UNDECIDED if UNDECIDED in words else NOT_ENOUGH
    if len(set(decided)) == 1:
        only = decided[0]
        return only if len(decided) == len(words) else _WEAKENED.get(only, only)
    return PARTLY if FOR & set(decided) else NOT_SUPPORTED


def likelihood(probability: float) -> str:
    """Put a probability in the words of ICD 203 (2015); "" when it is unknown."""
    if math.isnan(probability):
        return ""
    return next(words for top, words in LIKELIHOODS if probability <= top)
