"""Levels of the primary series in words."""

from __future__ import annotations

from corridor.answers import Levels
from corridor.words import numbers as fmt
from corridor.words import say


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
        years=fmt.years(*found.baseline),
    )


def months_in_words(found: Levels) -> str:
    """Say when: how the window's whole months stand against the mean of the baseline."""
    years = fmt.years(*found.baseline)
    if not found.months:
        return say("overview-when-no-month", years=years)
    if found.above_since:
        return say("overview-when-since", years=years, month=fmt.month_in_full(found.above_since))
    return say("overview-when-months", years=years, above=found.above, months=found.months)
