"""The days that a series covers, with the gaps between them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any, Final

from corridor import geo, settings
from corridor.filter import IncidentFilter
from corridor.queries.sources import list_spans
from corridor.queries.statements import known, rows_of
from corridor.spans import Pair, Spans
from corridor.store import Reader

_A_DAY: Final = timedelta(days=1)
Rows = list[dict[str, Any]]


def covered(store: Reader, chosen: IncidentFilter) -> Spans:
    """Return the days on which the measuring series covers all provinces of a filter.

    At any date: the period of the filter is left aside. None where the filter keeps other sources
    alone.
    """
    rows = rows_of(list_spans(store))
    series, continuation = chosen.measuring, chosen.continuation
    if chosen.sources and not {series, continuation} & set(chosen.sources):
        return Spans()
    own = _everywhere(rows, series, chosen.provinces)
    ends = [_days(row)[1] for row in rows if row["source"] == series]
    if not continuation or not ends:
        return own
    after = _everywhere(rows, continuation, chosen.provinces)
    return own | after.within(max(ends) + _A_DAY, date.max)


def _everywhere(rows: Rows, source: str, provinces: Collection[str]) -> Spans:
    """Return the days that the spans of a source cover in each of some provinces, or in all."""
    mine = [row for row in rows if row["source"] == source]
    whole = Spans(tuple(_days(row) for row in mine if not _places(row)))
    if not any(map(_places, mine)):
        return whole
    names = provinces or geo.load_reference(settings.load().reference_dir).admin1.names
    here = [
        whole | Spans(tuple(_days(row) for row in mine if name in _places(row))) for name in names
    ]
    shared = here[0]
    for other in here[1:]:
        shared = Spans(tuple(pair for cut in other.pairs for pair in shared.within(*cut).pairs))
    return shared


def _places(row: dict[str, Any]) -> list[str]:
    return [str(name) for name in row["places"]] if isinstance(row["places"], Iterable) else []


def _days(row: dict[str, Any]) -> Pair:
    return known(row["first_day"]), known(row["last_day"])
