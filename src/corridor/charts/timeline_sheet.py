"""What stands round the timeline in a file, whatever its shape: a title, the days, a key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corridor.answers import Levels, Timeline, TimeView
from corridor.charts import calendar_cells, period_bars
from corridor.charts.chart_sheet import HATCH, RING, told_of
from corridor.filter import IncidentFilter
from corridor.maps.sheet import Told
from corridor.palette import Theme
from corridor.texts import level_text, places_text, time_views_text
from corridor.texts.count_phrases import capital
from corridor.words import numbers as fmt
from corridor.words import say

# Groups that a key names.
_NAMED: Final = 8

# A mark (a colour, HATCH or RING), its label, and a count or "".
Key = tuple[str, str, str]


def bars_key(found: Timeline, chosen: IncidentFilter, theme: Theme) -> list[Key]:
    """Name the colours of the bars and what stands beside them, with counts of the period."""
    groups = zip(
        period_bars.groups_of(found.measured), period_bars.key(found.rows, theme), strict=True
    )
    items = [
        (ink, label, fmt.number(found.counted.get(group, 0)))
        for group, (label, ink) in list(groups)[:_NAMED]
    ]
    if found.provisional:
        told = say("timeline-provisional", continuation=chosen.continuation)
        items.append((HATCH, told, fmt.number(found.provisional)))
    # Never added to the measuring series: the bars and the means are of that alone.
    items += [
        (RING, places_text.told_by(name, found.series), fmt.number(count))
        for name, count in found.beside.items()
    ]
    if found.uncovered:
        items.append((HATCH, say("timeline-uncovered", series=found.series), ""))
    return items


def bars_told(
    chosen: IncidentFilter,
    found: Timeline,
    levels: Levels,
    credits_of: Sequence[str],
    picked: str = "",
    *,
    has_deaths: bool = True,
) -> Told:
    """Return what stands round the bars, with a chart of the deaths below them or without.

    `picked` says how much of them is selected, if any is.
    """
    notes = fmt.sentences(
        say("timeline-told", series=found.series),
        say("timeline-strong", figures=picked) if picked else "",
        level_text.thin_in_words(levels),
        f"{say('timeline-deaths')}. {say('timeline-deaths-key')}" if has_deaths else "",
    )
    key = [(mark, f"{label} {count}".strip()) for mark, label, count in
           bars_key(found, chosen, "light")]  # fmt: skip
    return told_of(chosen, capital(level_text.in_words(levels)), notes, key, credits_of)


def view_told(
    chosen: IncidentFilter, found: TimeView, credits_of: Sequence[str], picked: str = ""
) -> Told:
    """Return what stands round another shape of the timeline; `picked` as for the bars."""
    key: list[tuple[str, str]] = []
    if found.view == "calendar":
        key = [(ink, label) for label, ink in calendar_cells.key(found, "light")]
    if any(cell.incidents is None for cell in found.cells):
        key.append((HATCH, say("timeline-uncovered", series=found.series)))
    strong = say("timeline-strong", figures=picked) if picked else ""
    notes = fmt.sentences(time_views_text.notes(found), strong)
    return told_of(chosen, capital(time_views_text.says(found)), notes, key, credits_of)
