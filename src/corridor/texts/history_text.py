"""An indicator through time, in words."""

from __future__ import annotations

from corridor.answers import Course
from corridor.findings import Part
from corridor.words import numbers as fmt
from corridor.words import say


def in_words(part: Part, course: Course) -> str:
    """Say the line of a part for who cannot see it: its first, highest and last value."""
    unit = part.indicator.unit
    return say(
        "finding-history-in-words",
        part=part.label,
        indicator=part.indicator.name,
        first=value_words(course.first.value, unit),
        first_month=fmt.month(course.first.as_of),
        highest=value_words(course.highest.value, unit),
        highest_month=fmt.month(course.highest.as_of),
        last=value_words(course.last.value, unit),
        last_month=fmt.month(course.last.as_of),
    )


def value_words(value: float | None, unit: str) -> str:
    """Write an indicator's value with its unit: "53 %", "1.69×", "33 km"."""
    if value is None or fmt.is_missing(value):
        return say("unknown")
    writers = {
        "share": lambda: fmt.percent(value),
        "ratio": lambda: say("amount-times", count=fmt.number(value, 2)),
        "km": lambda: say("kilometres", count=fmt.number(value)),
    }
    return writers.get(unit, lambda: fmt.number(value, 2))()
