"""The key figures of a period against the equal one before and the same a year earlier."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from corridor import queries
from corridor.analysis.comparison import Windows, windows
from corridor.filters import IncidentFilter
from corridor.queries import Figures
from corridor.ui import cached, parts
from corridor.ui.method_text import TERMS
from corridor.ui.parts import KeyFigure
from corridor.words import numbers as fmt

NAMES: dict[str, Callable[[Figures], int | None]] = {
    "incidents": lambda figures: figures.incidents,
    "armed clashes": lambda figures: figures.battles,
    "attacks on civilians": lambda figures: figures.against_civilians,
    "killed": lambda figures: figures.killed,
    "civilians killed": lambda figures: figures.civilians_killed,
}

_TERMS: Final = {
    "incidents": "Incident",
    "armed clashes": "Armed clash",
    "attacks on civilians": "Attacks on civilians",
    "killed": "Killed",
}


def compared(chosen: IncidentFilter) -> Windows | None:
    """Give the windows that a filter's period is compared with."""
    options = cached.options()
    return windows(chosen.date_from, chosen.date_to, options.series_first, options.series_last)


def key_figures(chosen: IncidentFilter) -> parts.Html:
    """Show the primary series' key figures of the filter's period with both comparisons."""
    found = compared(chosen)
    if found is None:
        return parts.notice("UCDP’s data cover no day of this period, so nothing can be counted.")
    now = _figures(chosen, found.now)
    before, earlier = _figures(chosen, found.previous), _figures(chosen, found.year_before)
    cells = [
        KeyFigure(
            name + _star(name, now, before),
            fmt.number(read(now)) if now else "",
            _change(read, now, before),
            "" if found.are_one else _year(read, now, earlier),
            TERMS.get(_TERMS.get(name, ""), ""),
        )
        for name, read in NAMES.items()
    ]
    return parts.key_figures(cells, _note(found, now, before))


def _figures(chosen: IncidentFilter, window: tuple[date, date] | None) -> Figures | None:
    if window is None:
        return None
    asked = replace(chosen, date_from=window[0], date_to=window[1])
    return cached.answer(queries.primary_figures, asked)


def _change(
    read: Callable[[Figures], int | None], now: Figures | None, before: Figures | None
) -> str:
    left = read(now) if now else None
    right = read(before) if before else None
    return "no comparison" if left is None or right is None else fmt.signed_change(left, right)


def _year(
    read: Callable[[Figures], int | None], now: Figures | None, earlier: Figures | None
) -> str:
    told = _change(read, now, earlier)
    return "" if told == "no comparison" else f"year before: {told}"


def _star(name: str, now: Figures | None, before: Figures | None) -> str:
    is_mixed = any(figures and figures.multi_day for figures in (now, before))
    return " *" if name == "killed" and is_mixed else ""


def _note(found: Windows, now: Figures | None, before: Figures | None) -> str:
    told = [f"Counted by UCDP, {_span(found.now)}; change against {_base(found)}."]
    if now and now.killed is not None:
        told.append(
            f"Killed: between {fmt.number(now.killed_low)} and {fmt.number(now.killed_high)}."
        )
    totals = [_totals(figures) for figures in (now, before) if figures]
    if any(totals):
        spelt = "; in the period before, ".join(text or "none" for text in totals)
        told.append(f"* Of those killed, {spelt}.")
    if found.is_cut:
        told.append("The period runs past the data; only the days they cover are counted.")
    return " ".join(told)


def _totals(figures: Figures) -> str:
    """Say how many deaths come from totals of battles over a week or longer."""
    if not figures.multi_day:
        return ""
    spans = fmt.plural(figures.multi_day, "incident")
    return f"{fmt.number(figures.multi_day_killed)} in {spans} that lasted a week or longer"


def _base(found: Windows) -> str:
    if found.previous is None:
        return "nothing: no earlier period is covered"
    days = "12 months" if found.days in (365, 366) else fmt.plural(found.days, "day")
    return f"the {days} before"


def _span(window: tuple[date, date]) -> str:
    return fmt.days(*window)
