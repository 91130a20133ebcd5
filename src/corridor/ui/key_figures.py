"""The key figures of a period against the equal one before and the same a year earlier."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from corridor import queries
from corridor.analysis.comparison import Windows, windows
from corridor.filter import IncidentFilter
from corridor.queries import Figures
from corridor.ui import cached, parts
from corridor.ui.parts import KeyFigure
from corridor.words import numbers as fmt
from corridor.words import say

Read = Callable[[Figures], int | None]

KILLED: Final = "figure-killed"
# Key of the figure's name -> how it is read, and the key of the line that explains it.
FIGURES: Final[dict[str, tuple[Read, str]]] = {
    "figure-incidents": (lambda figures: figures.incidents, "word-incident-means"),
    "figure-armed-clashes": (lambda figures: figures.battles, "word-armed-clash-means"),
    "figure-attacks-on-civilians": (
        lambda figures: figures.against_civilians,
        "word-attacks-on-civilians-means",
    ),
    KILLED: (lambda figures: figures.killed, "word-killed-means"),
    "figure-civilians-killed": (lambda figures: figures.civilians_killed, ""),
}


def compared(chosen: IncidentFilter) -> Windows | None:
    """Give the windows that a filter's period is compared with."""
    options = cached.options()
    return windows(chosen.date_from, chosen.date_to, options.series_first, options.series_last)


def key_figures(chosen: IncidentFilter) -> parts.Html:
    """Show the primary series' key figures of the filter's period with both comparisons."""
    found = compared(chosen)
    if found is None:
        return parts.notice(say("figures-none"))
    now = _figures(chosen, found.now)
    before, earlier = _figures(chosen, found.previous), _figures(chosen, found.year_before)
    cells = [
        KeyFigure(
            say(name) + _star(name, now, before),
            fmt.number(read(now)) if now else "",
            _change(read, now, before) or say("figures-no-comparison"),
            "" if found.are_one else _year(read, now, earlier),
            say(meaning) if meaning else "",
        )
        for name, (read, meaning) in FIGURES.items()
    ]
    return parts.key_figures(cells, _note(found, now, before))


def _figures(chosen: IncidentFilter, window: tuple[date, date] | None) -> Figures | None:
    if window is None:
        return None
    asked = replace(chosen, date_from=window[0], date_to=window[1])
    return cached.answer(queries.primary_figures, asked)


def _change(read: Read, now: Figures | None, before: Figures | None) -> str:
    """Write a change; "" when one of the two is not known."""
    left = read(now) if now else None
    right = read(before) if before else None
    return "" if left is None or right is None else fmt.signed_change(left, right)


def _year(read: Read, now: Figures | None, earlier: Figures | None) -> str:
    change = _change(read, now, earlier)
    return say("figures-year-before", change=change) if change else ""


def _star(name: str, now: Figures | None, before: Figures | None) -> str:
    is_mixed = any(figures and figures.multi_day for figures in (now, before))
    return " *" if name == KILLED and is_mixed else ""


def _note(found: Windows, now: Figures | None, before: Figures | None) -> str:
    told = [_counted(found)]
    if now and now.killed is not None:
        low, high = fmt.number(now.killed_low), fmt.number(now.killed_high)
        told.append(say("figures-killed-between", low=low, high=high))
    told.append(_of_killed([_totals(figures) for figures in (now, before) if figures]))
    if found.is_cut:
        told.append(say("figures-cut"))
    return " ".join(filter(None, told))


def _counted(found: Windows) -> str:
    """Say whose figures they are, of which days, and what they are compared with."""
    period = fmt.days(*found.now)
    if found.previous is None:
        return say("figures-counted-alone", period=period)
    if found.days in (365, 366):
        return say("figures-counted-over-a-year", period=period)
    return say("figures-counted", period=period, days=say("day-count", count=found.days))


def _of_killed(totals: list[str]) -> str:
    """Say how many of the deaths come from totals of long battles, now and in the period before."""
    if not any(totals):
        return ""
    now, *before = [total or say("figures-of-killed-none") for total in totals]
    if not before:
        return say("figures-of-killed", now=now)
    return say("figures-of-killed-and-before", now=now, before=before[0])


def _totals(figures: Figures) -> str:
    """Say how many deaths come from totals of battles over a week or longer."""
    if not figures.multi_day:
        return ""
    killed = fmt.number(figures.multi_day_killed)
    return say("figures-of-killed-long", killed=killed, incidents=figures.multi_day)
