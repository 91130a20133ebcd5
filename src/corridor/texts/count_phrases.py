"""The sentence that every view carries: what is filtered and what it holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from corridor.filter import IncidentFilter
from corridor.queries import Summary
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.words.numbers import day


def filter_sentence(
    chosen: IncidentFilter,
    found: Summary,
    data_end: date,
    plain: Callable[[str], str] = str,
    strong: Callable[[str], str] = str,
) -> str:
    """Say the filter and its figures in one line, the same on page, brief and command line.

    `data_end` is the day of the primary series' last incident. `strong` writes the place and the
    number of incidents, `plain` every other phrase: as HTML, where the sentence is to be that.
    """
    place, *asked = chosen.phrases()
    counted, *deaths = _incidents(found)
    described = fmt.unit_list([strong(capital(place)), *map(plain, asked)])
    incidents = fmt.unit_list([strong(counted), *map(plain, deaths)])
    ends = say("data-end-on", day=day(data_end))
    told = (placed_phrase(found), measured_phrase(found), sources_phrase(found), ends)
    more = [plain(part) for part in told if part]
    figures = say("between-clauses").join([incidents, *more])
    return say("filter-and-figures", filter=described, figures=figures)


def incidents_phrase(found: Summary) -> str:
    """Say "74 incidents, 312 killed (low 250, high 402), deaths unknown for 3"."""
    return fmt.unit_list(_incidents(found))


def _incidents(found: Summary) -> list[str]:
    told = (count_phrase(found), killed_phrase(found), unknown_phrase(found))
    return [part for part in told if part]


def count_phrase(found: Summary) -> str:
    """Say "74 incidents", "1 incident", "no incidents"."""
    return say("incidents", count=found.incidents)


def capital(text: str) -> str:
    """Begin a text with a capital letter."""
    return text[:1].upper() + text[1:]


def killed_phrase(found: Summary) -> str:
    """Say "312 killed (low 250, high 402)", empty when no incident states a count."""
    if found.fatalities_best is None:
        return ""
    best, low, high = map(
        fmt.number, (found.fatalities_best, found.fatalities_low, found.fatalities_high)
    )
    return say("killed-low-high", best=best, low=low, high=high)


def unknown_phrase(found: Summary) -> str:
    """Say for how many incidents the number killed is not known, empty when for none."""
    unknown = found.fatalities_unknown
    return say("killed-unknown-for", count=unknown) if unknown else ""


def placed_phrase(found: Summary) -> str:
    """Say how many incidents have no mark on the map, empty when every one has."""
    return say("not-on-the-map", count=found.unplaced) if found.unplaced else ""


def measured_phrase(found: Summary) -> str:
    """Say how many incidents are known too vaguely for a distance; empty when none is."""
    return say("too-vague-for-a-distance", count=found.unmeasured) if found.unmeasured else ""


def sources_phrase(found: Summary) -> str:
    """Say how many incidents UCDP does not have, which no rate counts; empty when none."""
    others = found.incidents - found.primary_incidents
    if not others or not found.primary_incidents:
        return ""
    return say("by-other-sources-only", count=others)
