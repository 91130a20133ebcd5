"""The sentence that every view carries: what is filtered and what it holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

import pandas as pd

from corridor.answers import KeyFigures
from corridor.filter import IncidentFilter
from corridor.queries import OTHERS, Beside, Summary
from corridor.spans import Spans
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.words.numbers import day

# Between what is measured and what stands beside it.
BESIDE: Final = " · "
# More spans than this are counted, not listed.
_MOST_SPANS: Final = 4


def filter_sentence(
    chosen: IncidentFilter,
    found: Summary,
    data_end: date | None,
    plain: Callable[[str], str] = str,
    strong: Callable[[str], str] = str,
) -> str:
    """Say the filter and its figures in one line, the same on page, brief and command line.

    `data_end` is the day of the measuring series' last incident, None where that is told beside
    the sentence. `strong` writes the place and the
    number of incidents, `plain` every other phrase: as HTML, where the sentence is to be that. What
    others alone tell stands apart, after all that the series tells.
    """
    place, *asked = chosen.phrases()
    counted, *deaths = _incidents(found)
    described = fmt.unit_list([strong(capital(place)), *map(plain, asked)])
    incidents = fmt.unit_list([strong(counted), *map(plain, deaths)])
    told = (
        covered_phrase(found), provisional_phrase(found), placed_phrase(found),
        may_phrase(found), tactic_phrase(found), grade_phrase(found, chosen),
        lasting_phrase(found.long_lasting, found.long_lasting_killed),
    )  # fmt: skip
    own = say("between-clauses").join([incidents, *(plain(part) for part in told if part)])
    ends = [say("data-end-on", day=day(data_end))] if data_end else []
    figures = BESIDE.join([own, *map(plain, [*beside_phrases(found), *ends])])
    return say("filter-and-figures", filter=described, figures=figures)


def incidents_phrase(found: Summary) -> str:
    """Say "74 incidents, 312 killed (low 250, high 402), deaths unknown for 3"."""
    return fmt.unit_list(_incidents(found))


def _incidents(found: Summary) -> list[str]:
    told = (count_phrase(found), killed_phrase(found), unknown_phrase(found))
    return [part for part in told if part]


def count_phrase(found: Summary) -> str:
    """Say "74 incidents by UCDP", or that the series covers none of the days."""
    if found.incidents is None:
        return say("figures-none-of-the-days", series=found.series)
    return say("incidents-by", count=found.incidents, series=measuring(found))


def measuring(found: Summary | KeyFigures) -> str:
    """Name the measuring series, with the one that continues it."""
    if not found.continuation:
        return found.series
    return say("series-continued", series=found.series, continuation=found.continuation)


def covered_phrase(found: Summary) -> str:
    """Say which days of the period the series covers, empty when all, or none."""
    if not found.is_cut or not found.covered:
        return ""
    return say("covers-only", days=days_phrase(found.covered))


def days_phrase(spans: Spans) -> str:
    """Write days with gaps: "1 Jan – 31 Mar and 1 Jul – 30 Sep 2017"; of many, how many."""
    if len(spans.pairs) > _MOST_SPANS and spans.first and spans.last:
        around = fmt.days(spans.first, spans.last)
        return say("days-within", count=spans.days, days=around)
    return fmt.sentence_list([fmt.days(*pair) for pair in spans.pairs])


def provisional_phrase(found: Summary) -> str:
    """Say how many incidents are provisional; empty when none is."""
    if not found.provisional:
        return ""
    return say("provisional-among", count=found.provisional, continuation=found.continuation)


def lasting_phrase(incidents: int, killed: int | None) -> str:
    """Say which incidents last over a month, and that they are counted on their first day."""
    if not incidents:
        return ""
    return say("lasting-long", count=incidents, deaths=fmt.number(killed))


def listed(series: str, beside: pd.Series) -> str:
    """Say what a list holds, of each row `Summary.beside`'s key: those of others apart."""
    told = beside.dropna().value_counts().sort_index()
    own = say("incidents-by", count=int(beside.isna().sum()), series=series)
    others = [beside_phrase(str(name), int(count), series) for name, count in told.items()]
    return BESIDE.join([own, *others])


def beside_phrases(found: Summary) -> list[str]:
    """Say what others alone tell, each other series by itself: "7 more told only by others"."""
    return [_beside(found, name, told) for name, told in found.beside.items()]


def _beside(found: Summary, name: str, told: Beside) -> str:
    said = beside_phrase(name, told.incidents, found.series)
    if told.fatalities.best is None:
        return said
    return say("beside-with-deaths", beside=said, deaths=fmt.number(told.fatalities.best))


def beside_phrase(name: str, incidents: int, series: str) -> str:
    """Say how many incidents others alone tell, of whom the key of `Summary.beside` says who."""
    if name == OTHERS:
        return say("more-by-others", count=incidents)
    if name == series:
        return say("more-uncovered", count=incidents, series=series)
    return say("more-by-series", count=incidents, series=name)


def capital(text: str) -> str:
    """Begin a text with a capital letter."""
    return text[:1].upper() + text[1:]


def killed_phrase(found: Summary) -> str:
    """Say "312 killed (low 250, high 402)" or "8 killed"; "" when no incident states a count.

    Of no incident nobody asks how many it killed.
    """
    if found.fatalities_best is None or not found.incidents:
        return ""
    best, low, high = map(
        fmt.number, (found.fatalities_best, found.fatalities_low, found.fatalities_high)
    )
    if low == best == high:
        return say("killed-exactly", best=best)
    return say("killed-low-high", best=best, low=low, high=high)


def unknown_phrase(found: Summary) -> str:
    """Say for how many incidents the number killed is not known, empty when for none."""
    unknown = found.fatalities_unknown
    return say("killed-unknown-for", count=unknown) if unknown else ""


def placed_phrase(found: Summary) -> str:
    """Say how many incidents have no mark on the map, empty when every one has."""
    return say("not-on-the-map", count=found.unplaced) if found.unplaced else ""


def may_phrase(found: Summary) -> str:
    """Say how many more may lie where a distance asks, placed as vaguely as they are; "" for none.

    Those that others alone tell are named apart.
    """
    if not found.may_lie_there + found.others_may_lie_there:
        return ""
    others = found.others_may_lie_there
    return say("may-lie-there", count=found.may_lie_there, others=others)


def tactic_phrase(found: Summary) -> str:
    """Say of how many no tactic is known, where one is asked for; empty when of none."""
    if not found.tactic_unknown:
        return ""
    return say("tactic-unknown-for", count=found.tactic_unknown, all=found.tactic_of)


def grade_phrase(found: Summary, chosen: IncidentFilter) -> str:
    """Say of how many the grade cannot be judged, where one is asked for; empty when of none."""
    if not found.grade_unjudged:
        return ""
    key = "grade-unjudged-kept" if chosen.unjudged else "grade-unjudged-out"
    return say(key, count=found.grade_unjudged, all=found.grade_of)
