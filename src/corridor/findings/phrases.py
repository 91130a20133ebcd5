"""Small phrases for sentences about results."""

from __future__ import annotations

import math


def percent(share: float) -> str:
    """Write a share as "53 %"."""
    return "unknown" if math.isnan(share) else f"{share * 100:.0f} %"


def percent_range(low: float, high: float) -> str:
    """Write a range of shares as "34–76 %"."""
    return f"{low * 100:.0f}–{high * 100:.0f} %"


def number(value: float, digits: int = 2) -> str:
    """Write a number with fixed digits; "unknown" or "no limit" where it has none."""
    if math.isnan(value):
        return "unknown"
    if math.isinf(value):
        return "no limit"
    return f"{value:,.{digits}f}".replace("-", "−")


def number_range(low: float, high: float, digits: int = 2) -> str:
    """Write a range as "0.56–1.05", with "to" when an end is negative or open."""
    joiner = " to " if low < 0 or math.isinf(high) else "–"
    return f"{number(low, digits)}{joiner}{number(high, digits)}"


def incidents(count: int, of: str = "incident") -> str:
    """Write "1 incident", "2 incidents", "no incident"."""
    if count == 0:
        return f"no {of}"
    return f"{count:,} {of}" if count == 1 else f"{count:,} {of}s"


def listed(words: list[str]) -> str:
    """Join words as "a, b and c"."""
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


def amount(value: float, unit: str) -> str:
    """Write a value with its unit: "53 %", "0.80 times", "33 km", "2"."""
    if unit == "share":
        return percent(value).replace("-", "−")
    if unit == "ratio":
        return f"{number(value)} times"
    return f"{number(value, 0)} km" if unit == "km" else number(value, 0)
