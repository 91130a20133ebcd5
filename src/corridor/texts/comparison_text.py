"""What a period is compared with, in words."""

from __future__ import annotations

from corridor.analysis.comparison import Windows
from corridor.filter.comparisons import COMPARISONS, PREVIOUS, YEAR_BEFORE, comparison_name
from corridor.texts.count_phrases import days_phrase
from corridor.words import say


def compared(series: str, found: Windows) -> str:
    """Say whose figures they are, of which days, and what they are compared with."""
    manner, days = _manner(found), comparison_name(found.choice)
    if manner == "before":
        days = say("day-count", count=found.days)
    period = days_phrase(found.covered)
    return say(f"figures-counted-{manner}", series=series, period=period, days=days)


def limits(found: Windows) -> str:
    """Say what of the days compared with is not covered, and how many are in both periods."""
    if not found.others:
        return ""
    told = []
    if not found.others.is_whole(*found.asked):
        name, covered = comparison_name(found.choice), days_phrase(found.others)
        told.append(say("figures-compared-cut", days=name, covered=covered))
    if found.shared_days:
        told.append(say("figures-compared-shared", count=found.shared_days))
    return " ".join(told)


def _manner(found: Windows) -> str:
    """Return what the message of a comparison is called after."""
    if found.has_gap and found.choice in COMPARISONS:
        return "with-gap"
    if not found.others and found.choice == YEAR_BEFORE and found.asked[1] >= found.now[0]:
        return "overlapping"
    if not found.others:
        return "alone" if found.choice == PREVIOUS else "uncovered"
    if found.is_by_mean:
        return "by-mean"
    if found.choice != PREVIOUS:
        return "against"
    return "over-a-year" if found.days in (365, 366) else "before"
