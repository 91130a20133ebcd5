"""Levels of the primary series in words."""

from __future__ import annotations

from corridor.answers import Levels
from corridor.texts.count_phrases import days_phrase
from corridor.words import numbers as fmt
from corridor.words import say


def in_words(found: Levels) -> str:
    """Say the level of the window and of the baseline: "8.8 incidents a month …; 4.8 in …".

    Which of the two is higher is not said: only a range could tell whether they differ.
    """
    mean, before = found.mean("month"), found.baseline_mean("month")
    if mean is None:
        return say("level-none", series=found.series)
    when, years = _when(found), fmt.years(*found.baseline)
    if before is None:
        return say(
            "level-alone", mean=fmt.number(mean, 1), when=when, series=found.series, years=years
        )
    return say(
        "level-compared",
        mean=fmt.number(mean, 1),
        before=fmt.number(before, 1),
        when=when,
        years=years,
    )


def thin_in_words(found: Levels) -> str:
    """Say that the period reaches into the last weeks of the series; "" where it does not."""
    if found.thin_from is None:
        return ""
    return say("level-thin", series=found.series, day=fmt.day(found.thin_from))


def _when(found: Levels) -> str:
    """Say of which days a mean is: of the period, or of the part of it that is covered."""
    if not found.is_cut:
        return say("level-in-the-period")
    return say("level-in-the-covered", series=found.series, days=days_phrase(found.covered))


def months_in_words(found: Levels) -> str:
    """Say when: how the window's whole months stand against the mean of the baseline."""
    years = fmt.years(*found.baseline)
    if found.window is None:
        return say("overview-when-uncovered", series=found.series)
    if found.baseline_incidents is None:
        return say("overview-when-no-baseline", series=found.series, years=years)
    if not found.months:
        return say("overview-when-no-month", years=years)
    if found.above_since:
        return say("overview-when-since", years=years, month=fmt.month_in_full(found.above_since))
    return say("overview-when-months", years=years, above=found.above, months=found.months)
