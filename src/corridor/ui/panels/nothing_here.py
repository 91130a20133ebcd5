"""When a filter keeps nothing: say why, and offer a way out."""

from __future__ import annotations

from dataclasses import replace

from corridor import queries
from corridor.filter import IncidentFilter
from corridor.ui import parts
from corridor.ui.frame import cached, navigation
from corridor.words import say
from corridor.words.numbers import day


def nothing_here(chosen: IncidentFilter, page: str) -> parts.Html:
    """Stand in a chart's place: why nothing matches, the nearest date with data, links out."""
    nearest = cached.answer(queries.nearest_date, chosen)
    told = say("empty-nearest", day=day(nearest)) if nearest else ""
    anytime = cached.options()
    wide = replace(chosen, date_from=anytime.first_day, date_to=anytime.last_day)
    links = [(say("empty-reset"), navigation.href(page, anytime.default_filter()))]
    if nearest:
        links.insert(0, (say("empty-widen"), navigation.href(page, wide)))
    return parts.empty_state(_why(chosen), told, links)


def _why(chosen: IncidentFilter) -> str:
    end = cached.options().data_end
    if chosen.date_from and chosen.date_from > end:
        return say("empty-after-the-data", day=day(end))
    return say("empty-nothing", filter=chosen.describe())
