"""When a filter keeps nothing: say why, and offer a way out."""

from __future__ import annotations

from dataclasses import replace

from corridor import answers
from corridor.filter import IncidentFilter
from corridor.texts import absence_text
from corridor.ui import parts
from corridor.ui.frame import cached, navigation
from corridor.words import say


def nothing_here(chosen: IncidentFilter, page: str) -> parts.Html:
    """Stand in a chart's place: why nothing matches, the nearest date with data, links out."""
    found = cached.answer(answers.absence, chosen)
    anytime = cached.options()
    wide = replace(chosen, date_from=anytime.first_day, date_to=anytime.last_day)
    links = [(say("empty-reset"), navigation.href(page, anytime.default_filter()))]
    if found.nearest:
        links.insert(0, (say("empty-widen"), navigation.href(page, wide)))
    why, nearest = absence_text.why(chosen, found), absence_text.nearest(found)
    return parts.empty_state(why, nearest, links)
