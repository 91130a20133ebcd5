"""Levels of the primary series in words and as lines to draw."""

from __future__ import annotations

from corridor.answers import Levels
from corridor.charts.period_bars import Level
from corridor.words import numbers as fmt
from corridor.words import say


def window_level(found: Levels, period: str) -> Level | None:
    """Return the window's mean as a line to draw; None where nothing is covered."""
    mean = found.mean(period)
    if found.window is None or mean is None:
        return None
    told = say("level-of-period", period=period, mean=fmt.number(mean, 1))
    return Level(mean, *found.window, told)


def baseline_level(found: Levels, period: str) -> Level:
    """Return the mean of the baseline as a line to draw."""
    mean = found.baseline_mean(period)
    told = say("level-of-2010-2011", mean=fmt.number(mean, 1))
    return Level(mean, *found.baseline, told)


def in_words(found: Levels) -> str:
    """Say how the window stands against the baseline: "8.8 incidents a month, above …"."""
    mean, before = found.mean("month"), found.baseline_mean("month")
    if mean is None:
        return say("level-none")
    relation = "above" if mean > before else "below" if mean < before else "level"
    return say(
        "level-compared",
        relation=relation,
        mean=fmt.number(mean, 1),
        before=fmt.number(before, 1),
    )


def months_in_words(found: Levels) -> str:
    """Say when: how the window's whole months stand against the mean of the baseline."""
    if not found.months:
        return say("overview-when-no-month")
    if found.above_since:
        return say("overview-when-since", month=fmt.month_in_full(found.above_since))
    return say("overview-when-months", above=found.above, months=found.months)
