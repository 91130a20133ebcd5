"""What changed, in words."""

from __future__ import annotations

from collections.abc import Sequence

from corridor.answers import Change, Changes
from corridor.filter.comparisons import PREVIOUS, comparison_name
from corridor.texts.count_phrases import capital
from corridor.words import numbers as fmt
from corridor.words import say


def change_figure(item: Change) -> str:
    """Write a change: "+12", "−2 *"; the star where chance alone may make it."""
    return fmt.signed(item.change, 0 if item.a_month is None else 1) + (
        " *" if item.is_low_base else ""
    )


def both_figures(item: Change) -> tuple[str, str]:
    """Write both sides of a change: counts, or the means of a month where these are compared."""
    now, before = item.a_month, item.a_month_before
    if now is None or before is None:
        return fmt.number(item.incidents), fmt.number(item.before)
    return fmt.number(now, 1), fmt.number(before, 1)


def sides(found: Changes) -> tuple[str, str]:
    """Name both sides: "This period", "The one before" or what else it is compared with."""
    days = found.windows
    if days is None or (days.choice == PREVIOUS and not days.is_by_mean):
        return say("overview-this-period"), say("overview-period-before")
    name = capital(comparison_name(days.choice))
    if not days.is_by_mean:
        return say("overview-this-period"), name
    return say("overview-this-period-a-month"), say("overview-others-a-month", days=name)


def note(series: str, listed: Sequence[Change]) -> str:
    """Say who counts and what, and what a star means where there is one."""
    told = say("overview-change-note", series=series)
    if not any(item.is_low_base for item in listed):
        return told
    return f"{told} {say('overview-change-few', count=fmt.LOW_BASE)}"
