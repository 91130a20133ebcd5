"""When a filter keeps nothing: say why, and offer a way out."""

from __future__ import annotations

from dataclasses import replace

from corridor import queries
from corridor.filters import IncidentFilter
from corridor.ui import cached, navigation, parts
from corridor.words.numbers import day


def nothing_here(chosen: IncidentFilter, page: str) -> parts.Html:
    """Stand in a chart's place: why nothing matches, the nearest date with data, links out."""
    nearest = cached.answer(queries.nearest_date, chosen)
    told = f"The nearest matching incident was on {day(nearest)}." if nearest else ""
    anytime = cached.options()
    wide = replace(chosen, date_from=anytime.first_day, date_to=anytime.last_day)
    links = [("Reset the filter", navigation.href(page, anytime.default_filter()))]
    if nearest:
        links.insert(0, ("Widen to all dates", navigation.href(page, wide)))
    return parts.empty_state(_why(chosen), told, links)


def _why(chosen: IncidentFilter) -> str:
    end = cached.options().data_end
    if chosen.date_from and chosen.date_from > end:
        return (
            f"The data end on {day(end)}, before this period. An empty chart here does not mean "
            "that nothing happened."
        )
    return f"Nothing is recorded for {chosen.describe()}."
