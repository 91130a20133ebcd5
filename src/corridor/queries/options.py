"""What the filter can be set to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from corridor import geo, packs, vocabulary
from corridor.filter import ONLY_UPLOADS, WITHOUT_UPLOADS, Dimension, IncidentFilter
from corridor.packs import Region
from corridor.queries.statements import ask, known
from corridor.store import Reader


@dataclass(frozen=True)
class Options:
    """Values to choose from, and the days that the data span.

    `home` are the provinces that are chosen when nothing is said, those of a region; `districts`
    maps a province to its districts; `series_first` and `series_last` are the
    declared coverage of the primary series, `data_end` the day of its last incident; `uploads` is
    what the filter can say of them.
    """

    districts: dict[str, tuple[str, ...]]
    event_types: tuple[str, ...]
    actors: tuple[str, ...]
    sources: tuple[str, ...]
    uploads: tuple[str, ...]
    first_day: date
    last_day: date
    series_first: date
    series_last: date
    data_end: date
    home: tuple[str, ...] = field(default_factory=lambda: packs.region().provinces)

    def default_dates(self) -> tuple[date, date]:
        """Return the last 12 months that the primary series covers."""
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
        return self.home if row.options == "provinces" else row.usual

    def default_filter(self) -> IncidentFilter:
        """Return the filter shown when nothing is chosen: the region, those 12 months."""
        first, last = self.default_dates()
        return IncidentFilter(provinces=self.home, date_from=first, date_to=last)


def options(store: Reader, region: Region | None = None) -> Options:
    """Read what the data hold now, for a region (the country's first)."""
    values = ask(store, "option_values")
    span = {str(name): known(value) for name, value in ask(store, "data_span").iloc[0].items()}
    districts = values[values["kind"] == "district"].groupby("parent")["value"]
    types = _values(values, "event_type")
    return Options(
        districts={str(name): tuple(group) for name, group in districts},
        event_types=tuple(name for name in vocabulary.EVENT_TYPES if name in types),
        actors=_values(values, "actor"),
        sources=_values(values, "source"),
        uploads=(WITHOUT_UPLOADS, ONLY_UPLOADS, *_values(values, "upload")),
        **span,
        home=(region or packs.region()).provinces,
    )


def covered(store: Reader) -> tuple[date, date]:
    """Return the first and the last day that the primary series covers."""
    span = ask(store, "data_span").iloc[0]
    return known(span["series_first"]), known(span["series_last"])


def last_day(store: Reader) -> date:
    """Return the last day that the primary series covers, or that of an incident after it."""
    span = ask(store, "data_span").iloc[0]
    last: date = max(known(span["series_last"]), known(span["last_day"]))
    return last


def _values(values: pd.DataFrame, kind: str) -> tuple[str, ...]:
    return tuple(values.loc[values["kind"] == kind, "value"])
