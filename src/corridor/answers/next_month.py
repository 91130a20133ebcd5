"""How many incidents the next month may have: a range, where it has proved better than plain ways.

Never a single number: of a month to come only a range can be known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import pandas as pd

from corridor.analysis.next_month import OWN, PLAIN, Range, next_range
from corridor.answers.months import by_month, month_after, of_month
from corridor.filter import IncidentFilter
from corridor.spans import Pair
from corridor.store import Reader


@dataclass(frozen=True)
class Scores:
    """What a back-test found in some months: the share `held` by their ranges, and each way's miss.

    `misses` are means in incidents, of the product's way and of the plainer ones; smaller is
    better.
    """

    months: int
    held: float
    misses: Mapping[str, float]


@dataclass(frozen=True)
class Ahead:
    """The next month of a place: 80 of 100 such months lie from `low` to `high`, both within.

    Both are None where no range is given; `why_not` then says why, see `analysis.next_month.Range`.
    `is_clear` says that it is beyond doubt better than the plainer ways. `incidents` were counted
    in that month where the series covers it. `by_year` has the back-test's calendar years.
    """

    place: str
    low: int | None
    high: int | None
    why_not: str
    is_clear: bool
    incidents: int | None
    scores: Scores | None
    by_year: Mapping[int, Scores] = field(default_factory=dict)

    @property
    def is_given(self) -> bool:
        """Say whether there is a range."""
        return not self.why_not


@dataclass(frozen=True)
class NextMonth:
    """The month after the last whole one of a period: its `days`, None where none is whole.

    `is_known` says that the series covers it; `is_thin` that the months before are of the last
    weeks, of which more is often coded later.
    """

    series: str
    days: Pair | None
    is_known: bool = False
    is_thin: bool = False
    places: tuple[Ahead, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `next-month --json`."""
        return {
            "series": self.series,
            "days": [day.isoformat() for day in self.days] if self.days else None,
            "is_known": self.is_known,
            "is_thin": self.is_thin,
            "places": [asdict(each) for each in self.places],
        }


def next_month(store: Reader, chosen: IncidentFilter) -> NextMonth:
    """Ask for the month after the last whole one of a filter's period that is covered."""
    found = by_month(store, chosen)
    if found is None:
        return NextMonth(chosen.measuring, None)
    days = month_after(found.last)
    is_known = found.spans.is_whole(*days)
    told = of_month(store, chosen, days) if is_known else dict[str, int]()
    places = (
        _ahead(str(name), next_range(counts), told.get(str(name)))
        for name, counts in found.by_place.items()
    )
    return NextMonth(chosen.measuring, days, is_known, found.is_thin, tuple(places))


def _ahead(place: str, found: Range, incidents: int | None) -> Ahead:
    years = found.by_month.groupby(pd.DatetimeIndex(found.by_month.index).year)
    return Ahead(
        place,
        None if found.why_not else found.low,
        None if found.why_not else found.high,
        found.why_not,
        found.is_clear,
        incidents,
        _scores(found.by_month) if found.months else None,
        {int(str(year)): _scores(months) for year, months in years},
    )


def _scores(months: pd.DataFrame) -> Scores:
    means = months.astype(float).mean()
    return Scores(
        len(months), float(means["held"]), {way: float(means[way]) for way in (OWN, *PLAIN)}
    )
