"""What the shapes of the timeline say in words, on the page and on the command line."""

from __future__ import annotations

from typing import Final

from corridor import vocabulary
from corridor.analysis.comparison import A_DAY_IN
from corridor.answers import TimeView
from corridor.answers.time_views import NOW, THEN
from corridor.filter.comparisons import comparison_name
from corridor.words import numbers as fmt
from corridor.words import say, terms

# Groups that a sentence names.
_NAMED: Final = 3


def says(found: TimeView) -> str:
    """Say in one line what a view shows, without a full stop."""
    return {
        "multiples": _multiples,
        "calendar": _calendar,
        "years": _years,
        "mirrored": _mirrored,
    }[found.view](found)


def notes(found: TimeView) -> str:
    """Say how a view is to be read, and what it cannot show."""
    uncovered = any(cell.incidents is None for cell in found.cells)
    return fmt.sentences(
        *_how(found),
        say("view-uncovered-cells", view=found.view, series=found.series) if uncovered else "",
    )


def group(name: str) -> str:
    """Return the words for a group of a view: a type, a district, a year, one of two periods."""
    if name in (NOW, THEN):
        return say(f"view-side-{name}")
    return terms.event_label(name) if name in vocabulary.EVENT_TYPES else name


def _multiples(found: TimeView) -> str:
    period = fmt.years(*found.window)
    leading = [
        say("view-group-count", name=group(name), count=count)
        for name, count in list(found.totals.items())[:_NAMED]
        if count
    ]
    if not leading:
        return say("view-multiples-says-none", period=period)
    return say("view-multiples-says", period=period, groups=fmt.sentence_list(leading))


def _calendar(found: TimeView) -> str:
    with_some = [cell for cell in found.cells if cell.incidents]
    if not with_some:
        return say("view-calendar-says-none")
    most = max(with_some, key=lambda cell: cell.incidents or 0)
    return say(
        "view-calendar-says",
        grain=found.grain,
        some=len(with_some),
        known=sum(cell.incidents is not None for cell in found.cells),
        days=fmt.day(most.first) if found.grain == "day" else fmt.month(most.first),
        most=most.incidents or 0,
    )


def _years(found: TimeView) -> str:
    until = found.as_far_as
    year = str(until.year) if until else ""
    count = found.totals.get(year, 0)
    others = {name: total for name, total in found.totals.items() if name != year}
    if until is None or not others:
        return say("view-years-says-alone", count=count, year=year)
    before, most = max(others), max(others, key=lambda name: others[name])
    then, highest = (say("view-count-in", count=others[name], year=name) for name in (before, most))
    day = fmt.day_and_month(until)
    return say("view-years-says", count=count, year=year, then=then, most=highest, day=day)


def _mirrored(found: TimeView) -> str:
    now, then = found.totals[NOW], found.totals[THEN]
    days, others = fmt.years(*found.window), comparison_name(found.compare)
    if all(cell.incidents is None for cell in found.of(THEN)):
        return say("view-mirrored-says-now", count=now, days=days, others=others,
                   series=found.series)  # fmt: skip
    return say("view-mirrored-says", count=now, then=then, days=days, others=others)


def _how(found: TimeView) -> list[str]:
    if found.view == "multiples":
        groups, incidents = found.left_out
        return [
            say("view-multiples-how", grain=found.grain),
            say("view-left-out", count=groups, incidents=incidents) if groups else "",
            say("view-unplaced", count=found.unplaced) if found.unplaced else "",
        ]
    if found.view == "calendar":
        vague = say("view-inexact-left-out", grain=found.grain, count=found.inexact)
        return [vague] if found.inexact else []
    if found.view == "years":
        vague = say("view-inexact-years", count=found.inexact)
        return [say("view-years-how"), vague if found.inexact else ""]
    days = comparison_name(found.compare)
    return [say("view-mirrored-how", grain=found.grain, days=days), _lengths(found), *_parts(found)]


def _lengths(found: TimeView) -> str:
    """Say that sums of unlike periods do not compare."""
    now, then = (sum(cell.days for cell in found.of(name)) for name in (NOW, THEN))
    is_alike = abs(now - then) * A_DAY_IN <= max(now, then)
    return "" if is_alike else say("view-mirrored-lengths", now=now, then=then)


def _parts(found: TimeView) -> list[str]:
    told = []
    for name in (NOW, THEN):
        cells = found.of(name)
        covered, every = (sum(getattr(cell, what) for cell in cells) for what in
                          ("covered_days", "days"))  # fmt: skip
        if covered < every:
            period = fmt.years(cells[0].first, cells[-1].last)
            told.append(say("view-part-covered", days=covered, all=every, period=period,
                            series=found.series))  # fmt: skip
    return told
