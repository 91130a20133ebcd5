"""Small phrases for sentences about results."""

from __future__ import annotations

import math

from corridor.words import numbers as fmt


def number(value: float, digits: int = 2) -> str:
    """Write a number with fixed digits; "unknown" or "no limit" where it has none."""
    return "no limit" if math.isinf(value) else fmt.number(value, digits)


def number_range(low: float, high: float, digits: int = 2) -> str:
    """Write a range as "0.56–1.05", with "to" when an end is negative or open."""
    joiner = f"{fmt.NBSP}to{fmt.NBSP}" if low < 0 or math.isinf(high) else fmt.EN_DASH
    return f"{number(low, digits)}{joiner}{number(high, digits)}"


def incidents(count: int, of: str = "incident") -> str:
    """Write "1 incident", "2 incidents", "no incident"."""
    return fmt.plural(count, of) if count else f"no {of}"


def km(value: float, digits: int = 0) -> str:
    """Write a distance as "33 km"."""
    return f"{number(value, digits)}{fmt.NBSP}km"


def amount(value: float, unit: str) -> str:
    """Write a value with its unit: "53 %", "0.80 times", "33 km", "2"."""
    if unit == "share":
        return fmt.percent(value)
    if unit == "ratio":
        return f"{number(value)}{fmt.NBSP}times"
    return km(value) if unit == "km" else number(value, 0)
