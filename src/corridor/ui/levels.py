"""Levels of the primary series: a window's mean against that of 2010–2011, in words and lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from corridor import queries, vocabulary
from corridor.figures.timeline import Level
from corridor.filter import IncidentFilter
from corridor.ui import cached, presets
from corridor.words import numbers as fmt
from corridor.words import say

DAYS: Final = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}


def covered_window(chosen: IncidentFilter) -> tuple[date, date] | None:
    """Give the days of the filter's period that the primary series covers; None when none."""
    options = cached.options()
    first = max(chosen.date_from or options.series_first, options.series_first)
    last = min(chosen.date_to or options.series_last, options.series_last)
    return (first, last) if first <= last else None


def window_mean(chosen: IncidentFilter, period: str) -> float | None:
    """Give the primary series' incidents a period in the covered window; None outside it."""
    window = covered_window(chosen)
    if window is None:
        return None
    incidents = cached.answer(queries.primary_figures, chosen).incidents
    return incidents * DAYS[period] / ((window[1] - window[0]).days + 1)


def baseline_mean(chosen: IncidentFilter, period: str) -> float:
    """Give the incidents a period of 2010–2011 that the rest of the filter keeps."""
    first, last = presets.BASELINE
    asked = replace(chosen, date_from=first, date_to=last)
    incidents = cached.answer(queries.primary_figures, asked).incidents
    return incidents * DAYS[period] / ((last - first).days + 1)


def window_level(chosen: IncidentFilter, period: str) -> Level | None:
    """Give the window's mean as a line to draw."""
    mean, window = window_mean(chosen, period), covered_window(chosen)
    if window is None or mean is None:
        return None
    told = say("level-of-period", period=period, mean=fmt.number(mean, 1))
    return Level(mean, *window, told)


def baseline_level(chosen: IncidentFilter, period: str) -> Level:
    """Give the mean of 2010–2011 as a line to draw."""
    mean = baseline_mean(chosen, period)
    told = say("level-of-2010-2011", mean=fmt.number(mean, 1))
    return Level(mean, *presets.BASELINE, told)


def window_in_words(chosen: IncidentFilter) -> str:
    """Say how the window's mean stands against 2010–2011: "8.8 incidents a month, above …"."""
    mean, before = window_mean(chosen, "month"), baseline_mean(chosen, "month")
    if mean is None:
        return say("level-none")
    relation = "above" if mean > before else "below" if mean < before else "level"
    return say(
        "level-compared",
        relation=relation,
        mean=fmt.number(mean, 1),
        before=fmt.number(before, 1),
    )


def months_in_words(chosen: IncidentFilter) -> str:
    """Say when: how the window's whole months stand against the mean of 2010–2011."""
    window = covered_window(chosen)
    months = _whole_months(*window) if window else None
    if months is None:
        return say("overview-when-no-month")
    asked = replace(
        chosen, date_from=months[0], date_to=months[1], sources=(vocabulary.PRIMARY_SERIES,)
    )
    counts = cached.answer(queries.timeline, asked, "month", "type").groupby("period_start")
    totals = counts["incidents"].sum()
    above = totals > baseline_mean(chosen, "month")
    run = int(above[::-1].cumprod().sum())
    if run >= 3:
        return say("overview-when-since", month=fmt.month_in_full(totals.index[-run]))
    return say("overview-when-months", above=int(above.sum()), months=len(above))


def _whole_months(first: date, last: date) -> tuple[date, date] | None:
    start = first if first.day == 1 else (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    following = last + timedelta(days=1)
    end = following.replace(day=1) - timedelta(days=1)
    return (start, end) if start < end else None
