"""What the filter can be set to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pandas as pd

from corridor import geo, packs, vocabulary
from corridor.filter import (
    ONLY_UPLOADS,
    WITHOUT_UPLOADS,
    Dimension,
    IncidentFilter,
    with_continuation,
)
from corridor.filter.comparisons import COMPARISONS, comparison_of
from corridor.packs import Region
from corridor.queries.spans import covered
from corridor.queries.statements import ask, known
from corridor.spans import Pair
from corridor.store import Reader


@dataclass(frozen=True)
class Options:
    """Values to choose from, and the days that the data span.

    `home` are the provinces that are chosen when nothing is said, those of a region; `districts`
    maps a province to its districts; `series` are those that can measure, of which `usual_series`
    does when nothing is said; `baseline` are the days of old that the region compares with;
    `series_first` and `series_last` are the first and the last day that
    the measuring one covers, `data_end` the day of its last incident on a day that it covers;
    `uploads` is what the filter can say of them.
    """

    districts: dict[str, tuple[str, ...]]
    event_types: tuple[str, ...]
    actors: tuple[str, ...]
    sources: tuple[str, ...]
    series: tuple[str, ...]
    uploads: tuple[str, ...]
    first_day: date
    last_day: date
    series_first: date
    series_last: date
    data_end: date
    usual_series: str = ""
    baseline: Pair = field(default_factory=lambda: packs.region().baseline)
    home: tuple[str, ...] = field(default_factory=lambda: packs.region().provinces)

    def default_dates(self) -> tuple[date, date]:
        """Return the last 12 months that the measuring series covers."""
        start = pd.Timestamp(self.series_last) - pd.DateOffset(years=1) + pd.Timedelta(days=1)
        return start.date(), self.series_last

    @property
    def provinces(self) -> tuple[str, ...]:
        """The provinces of the region, then the others."""
        return (*self.home, *sorted(set(self.districts) - set(self.home)))

    @property
    def roads(self) -> tuple[str, ...]:
        """The main roads that have a name."""
        return geo.road_names()

    @property
    def places(self) -> tuple[str, ...]:
        """The settlements of the region; any other place can be written."""
        return geo.place_labels(self.home)

    @property
    def comparisons(self) -> tuple[str, ...]:
        """What a period can be compared with, any other days apart."""
        first, last = self.baseline
        return (*COMPARISONS, comparison_of(f"{first.isoformat()}/{last.isoformat()}"))

    def values(self, row: Dimension, provinces: Sequence[str] = ()) -> tuple[str, ...]:
        """Return what a choice can be set to; `provinces` (all when empty) narrow the districts."""
        if row.options == "districts":
            groups = (self.districts.get(name, ()) for name in provinces or self.districts)
            return tuple(sorted({name for group in groups for name in group}))
        found: tuple[str, ...] = getattr(self, row.options) if row.options else row.closed
        return found

    def offered(self, row: Dimension, provinces: Sequence[str] = ()) -> tuple[str, ...]:
        """Return the words that stand for the values of a choice; none where it has no list."""
        if row.kind == "switch":
            return ("true", "false")
        shown = map(row.shown, self.values(row, provinces))
        return (*filter(None, [row.everything()]), *shown)

    def usual(self, row: Dimension) -> Any:
        """Return the value of a choice when nothing is said."""
        return {"provinces": self.home, "series": self.usual_series}.get(row.options, row.usual)

    def default_filter(self) -> IncidentFilter:
        """Return the filter shown when nothing is chosen: the region, those 12 months."""
        first, last = self.default_dates()
        return IncidentFilter(
            provinces=self.home, date_from=first, date_to=last, series=self.usual_series
        )


def options(
    store: Reader, region: Region | None = None, series: str = "", usual: str = ""
) -> Options:
    """Read what the data hold now, for a region (the country's first).

    `series` is the one that measures (any case), whose days are the usual ones: `usual` when none
    is named or there is none of that name, "" for the country's.
    """
    values = ask(store, "option_values")
    districts = values[values["kind"] == "district"].groupby("parent")["value"]
    types = _values(values, "event_type")
    offered = _series(_values(values, "series"))
    named = {code.casefold(): code for code in offered}
    usual = usual if usual in offered else ""
    measures = named.get(series.casefold(), usual)
    return Options(
        districts={str(name): tuple(group) for name, group in districts},
        event_types=tuple(name for name in vocabulary.EVENT_TYPES if name in types),
        actors=_values(values, "actor"),
        sources=_values(values, "source"),
        series=offered,
        uploads=(WITHOUT_UPLOADS, ONLY_UPLOADS, *_values(values, "upload")),
        **vars(known_days(store, IncidentFilter(provinces=(), series=measures))),
        usual_series=usual,
        baseline=(region or packs.region()).baseline,
        home=(region or packs.region()).provinces,
    )


@dataclass(frozen=True)
class KnownDays:
    """The days of all incidents, and those of the measuring series: see `Options`."""

    first_day: date
    last_day: date
    series_first: date
    series_last: date
    data_end: date


def known_days(store: Reader, chosen: IncidentFilter) -> KnownDays:
    """Return the days of all incidents, and those that a filter's measuring series covers.

    A series that declares no days has those of its incidents, one without any those of all.
    """
    told = ask(store, "data_span")
    own = told[told["source"].isin({chosen.measuring, chosen.continuation})]
    days = covered(store, replace(chosen, provinces=(), sources=()))
    any_of = own if len(own) else told
    last = days.last or known(any_of["last_day"].max())
    return KnownDays(
        first_day=known(told["first_day"].min()),
        last_day=known(told["last_day"].max()),
        series_first=days.first or known(any_of["first_day"].min()),
        series_last=last,
        data_end=known(own["data_end"].max()) or last,
    )


def _series(there: tuple[str, ...]) -> tuple[str, ...]:
    """Return the series that can measure, the country's first; then those continued by another."""
    usual = packs.series().code
    ranked = sorted(there, key=lambda code: (code != usual, code))
    slugs = {each.slug: each.code for each in packs.all_series()}
    joined = [
        with_continuation(slugs[each.continues], each.code)
        for each in packs.all_series()
        if each.continues in slugs and {each.code, slugs[each.continues]} <= set(there)
    ]
    return (*ranked, *joined)


def _values(values: pd.DataFrame, kind: str) -> tuple[str, ...]:
    return tuple(values.loc[values["kind"] == kind, "value"])
