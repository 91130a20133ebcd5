"""A range for the next month, where it may be, and how good such looks ahead were, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from corridor.analysis.next_month import OWN, PLAIN
from corridor.answers import Ahead, NextMonth, WhereNext
from corridor.answers.next_month import Scores
from corridor.words import numbers as fmt
from corridor.words import say

# The columns of `score_rows`.
SCORES: Final = ("place", "range", "held", OWN, *PLAIN)


def next_month(found: NextMonth) -> str:
    """Say the ranges, how many months such ranges held, and where and why there is none."""
    if found.days is None:
        return ""
    month = fmt.month_in_full(found.days[0])
    given = [each for each in found.places if each.is_given]
    if not given:
        return fmt.sentences(say("ahead-none-given", month=month), *_not_given(found))
    places = fmt.sentence_list([_range_of(each, found) for each in given])
    known = "yes" if found.is_known else "no"
    return fmt.sentences(
        say("ahead-told", month=month, places=places, known=known, series=found.series),
        *_record(given),
        *_not_given(found),
        say("ahead-thin") if found.is_thin else "",
    )


def where_next(found: WhereNext) -> str:
    """Say which districts are at the top, and how much of the next month such lists held."""
    if found.days is None:
        return ""
    month = fmt.month_in_full(found.days[0])
    if not found.districts:
        return say("where-next-few", month=month)
    named = [
        say("short-district", district=each.admin2, count=each.incidents)
        for each in found.districts
    ]
    return fmt.sentences(
        say("where-next-told", month=month, districts=fmt.sentence_list(named)),
        lists_held(found),
        say("where-next-unplaced", count=found.unplaced) if found.unplaced else "",
    )


def lists_held(found: WhereNext) -> str:
    """Say how much of the next month such lists held, beside others; "" without a record."""
    record = found.record
    if record is None:
        return ""
    told = say(
        "where-next-held",
        months=record.months,
        since=fmt.month_in_full(record.since),
        held=fmt.percent(record.held),
        by_year=fmt.percent(record.by_year),
        best=fmt.percent(record.best),
    )
    return fmt.sentences(told, "" if record.is_better else say("where-next-no-better"))


def score_rows(found: NextMonth) -> list[list[str]]:
    """Return a row of `SCORES` for each place; "–" where nothing is known."""
    return [[_place(each), _range(each), *scores(each.scores)] for each in found.places]


def year_rows(found: NextMonth) -> list[list[str]]:
    """Return a row of `SCORES` for each year of the places with a range; the year for the range."""
    return [
        [_place(each), str(year), *scores(told)]
        for each in found.places
        if each.is_given
        for year, told in each.by_year.items()
    ]


def scores(found: Scores | None) -> list[str]:
    """Return the share held and each way's miss, in incidents."""
    if found is None:
        return [fmt.EN_DASH] * (2 + len(PLAIN))
    misses = (fmt.number(found.misses[way], 2) for way in (OWN, *PLAIN))
    return [fmt.percent(found.held), *misses]


def _not_given(found: NextMonth) -> list[str]:
    without = sorted((each for each in found.places if not each.is_given), key=_why)
    return [
        say("ahead-not-given", why=why, places=fmt.sentence_list([_place(each) for each in places]))
        for why, places in groupby(without, key=_why)
    ]


def _why(found: Ahead) -> str:
    return found.why_not


def _range_of(found: Ahead, of: NextMonth) -> str:
    if of.is_known and found.incidents is not None:
        return say(
            "ahead-place-known", place=_place(found), range=_range(found), count=found.incidents
        )
    return say("ahead-place", place=_place(found), range=_range(found))


def _record(given: Sequence[Ahead]) -> Iterator[str]:
    """Yield how many months such ranges held, and whether they beat plainer guesses."""
    scores = [each.scores for each in given if each.scores]
    held = [each.held for each in scores]
    least, most = fmt.percent(min(held)), fmt.percent(max(held))
    share = least if least == most else fmt.percent_interval(min(held), max(held))
    yield say("ahead-held", months=max(each.months for each in scores), held=share)
    clear = [_place(each) for each in given if each.is_clear]
    extent = "none" if not clear else "all" if len(clear) == len(given) else "some"
    yield say("ahead-lead", clear=extent, places=fmt.sentence_list(clear))


def _range(found: Ahead) -> str:
    if found.low is None or found.high is None:
        return fmt.EN_DASH
    if found.low == found.high:
        return fmt.number(found.low)
    return fmt.interval(found.low, found.high, 0)


def _place(found: Ahead) -> str:
    return found.place or say("surges-all")
