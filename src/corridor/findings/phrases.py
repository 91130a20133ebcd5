"""Small phrases for sentences about results."""

from __future__ import annotations

import math

from corridor.words import numbers as fmt
from corridor.words import say


def number(value: float, digits: int = 2) -> str:
    """Write a number with fixed digits; "unknown" or "no limit" where it has none."""
    return say("no-limit") if math.isinf(value) else fmt.number(value, digits)


def number_range(low: float, high: float, digits: int = 2) -> str:
    """Write a range as "0.56–1.05", with "to" when an end is negative or open."""
    return say(
        "interval-below-zero" if low < 0 or math.isinf(high) else "interval",
        low=number(low, digits),
        high=number(high, digits),
    )


def km(value: float, digits: int = 0) -> str:
    """Write a distance as "33 km"."""
    return say("kilometres", count=number(value, digits))


def times(value: float, digits: int = 2) -> str:
    """Write a ratio as "0.80 times"."""
    return say("times", count=number(value, digits))


def amount(value: float, unit: str) -> str:
    """Write a value with its unit: "53 %", "0.80 times", "33 km", "2"."""
    if unit == "share":
        return fmt.percent(value)
    if unit == "ratio":
        return times(value)
    return km(value) if unit == "km" else number(value, 0)
