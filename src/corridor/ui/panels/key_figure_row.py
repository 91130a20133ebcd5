"""The key figures of a period against the equal one before and the same a year earlier."""

from __future__ import annotations

from typing import Final

from corridor import answers
from corridor.analysis.comparison import Windows
from corridor.answers import KeyFigures
from corridor.filter import IncidentFilter
from corridor.queries import Figures
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.ui.parts import KeyFigure
from corridor.words import numbers as fmt
from corridor.words import say

# The line that explains a figure, where its name does not.
MEANINGS: Final = {
    "incidents": "word-incident-means",
    "armed-clashes": "word-armed-clash-means",
    "attacks-on-civilians": "word-attacks-on-civilians-means",
    "killed": "word-killed-means",
}


def key_figures(chosen: IncidentFilter) -> parts.Html:
    """Show the primary series' key figures of the filter's period with both comparisons."""
    found = cached.answer(answers.key_figures, chosen)
    if found.windows is None:
        return parts.notice(say("figures-none"))
    return parts.key_figures([_cell(found, name) for name in answers.FIGURES], _note(found))


def _cell(found: KeyFigures, name: str) -> KeyFigure:
    now, before, earlier = found.of(name)
    year = "" if found.windows and found.windows.are_one else _change(now, earlier)
    means = MEANINGS.get(name)
    return KeyFigure(
        say(f"key-figure-{name}") + _star(name, found),
        fmt.number(now) if found.now else "",
        _change(now, before) or say("figures-no-comparison"),
        say("figures-year-before", change=year) if year else "",
        say(means) if means else "",
    )


def _change(now: int | None, before: int | None) -> str:
    """Write a change; "" when one of the two is not known."""
    return "" if now is None or before is None else fmt.signed_change(now, before)


def _star(name: str, found: KeyFigures) -> str:
    is_mixed = any(figures and figures.multi_day for figures in (found.now, found.previous))
    return " *" if name == "killed" and is_mixed else ""


def _note(found: KeyFigures) -> str:
    now = found.now
    told = [_counted(found.windows)] if found.windows else []
    if now and now.killed is not None:
        low, high = fmt.number(now.killed_low), fmt.number(now.killed_high)
        told.append(say("figures-killed-between", low=low, high=high))
    told.append(_of_killed([_totals(it) for it in (now, found.previous) if it]))
    if found.windows and found.windows.is_cut:
        told.append(say("figures-cut"))
    return " ".join(filter(None, told))


def _counted(found: Windows) -> str:
    """Say whose figures they are, of which days, and what they are compared with."""
    period = fmt.days(*found.now)
    if found.previous is None:
        return say("figures-counted-alone", period=period)
    if found.days in (365, 366):
        return say("figures-counted-over-a-year", period=period)
    days = say("day-count", count=found.days)
    return say("figures-counted", period=period, days=days)


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
