"""What the filter can be set to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from corridor import filters, vocabulary
from corridor.filters import IncidentFilter
from corridor.queries.statements import ask, known
from corridor.store import Reader


@dataclass(frozen=True)
class Options:
    """Values to choose from, and the days that the data span.

    `districts` maps a province to its districts; `series_first` and `series_last` are the
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

    def default_dates(self) -> tuple[date, date]:
        """Give the last 12 months that the primary series covers."""
        start = pd.Timestamp(self.series_last) - pd.DateOffset(years=1) + pd.Timedelta(days=1)
        return start.date(), self.series_last

    def default_filter(self) -> IncidentFilter:
        """Give the filter shown when nothing is chosen: the corridor, those 12 months."""
        first, last = self.default_dates()
        return IncidentFilter(date_from=first, date_to=last)


def options(store: Reader) -> Options:
    """Read what the data hold now."""
    values = ask(store, "option_values")
    span = {str(name): known(value) for name, value in ask(store, "data_span").iloc[0].items()}
    districts = values[values["kind"] == "district"].groupby("parent")["value"]
    return Options(
        districts={str(name): tuple(group) for name, group in districts},
        event_types=_in_order(values),
        actors=_values(values, "actor"),
        sources=_values(values, "source"),
        uploads=(filters.WITHOUT_UPLOADS, filters.ONLY_UPLOADS, *_values(values, "upload")),
        **span,
    )


def _values(values: pd.DataFrame, kind: str) -> tuple[str, ...]:
    return tuple(values.loc[values["kind"] == kind, "value"])


def _in_order(values: pd.DataFrame) -> tuple[str, ...]:
    present = set(_values(values, "event_type"))
    return tuple(name for name in vocabulary.EVENT_TYPES if name in present)
