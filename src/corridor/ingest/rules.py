"""Rules over several cells of a row, or over the whole file, each with its remedy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pandas as pd

from corridor import schema, vocabulary
from corridor.ingest.report import Severity

# Iraq's outline (29.06–37.39 N, 38.79–48.57 E) with half a degree to spare.
LATITUDES: Final = (28.5, 37.9)
LONGITUDES: Final = (38.3, 49.1)


@dataclass(frozen=True, eq=False)
class Rows:
    """The rows under check: typed values, the text they came from, and their lines."""

    typed: pd.DataFrame
    text: pd.DataFrame
    lines: pd.Series

    @cached_property
    def _lines(self) -> list[int]:
        return self.lines.tolist()

    @cached_property
    def _texts(self) -> dict[str, list[str]]:
        return {}  # columns as lists: one cell of a Series at a time is slow

    def line(self, at: int) -> int:
        """Give the line of the file that row `at` starts on."""
        return self._lines[at]

    def text_at(self, at: int, column: str) -> str:
        """Give the text of a cell, "" when the file has no such column."""
        if column not in self.text:
            return ""
        if column not in self._texts:
            self._texts[column] = self.text[column].tolist()
        return self._texts[column][at]

    def values(self, at: int, columns: tuple[str, ...]) -> dict[str, str]:
        """Give the texts of some cells of row `at`, to be named in a remedy."""
        return {column: self.text_at(at, column) for column in columns}

    def is_blank(self, column: str) -> pd.Series:
        """Say for each row whether the cell is empty (or the column absent)."""
        if column not in self.text:
            return pd.Series(True, index=self.typed.index)
        return self.text[column] == ""


@dataclass(frozen=True)
class RowRule:
    """A rule that a row can break; `shows` are the cells whose text the remedy names."""

    column: str
    broken: Callable[[Rows], pd.Series]
    rule: str
    remedy: str
    severity: Severity = "error"
    shows: tuple[str, ...] = ()


def _inside(values: pd.Series, span: tuple[float, float]) -> pd.Series:
    return ((values >= span[0]) & (values <= span[1])).fillna(value=False).astype(bool)


def _is_swapped(rows: Rows) -> pd.Series:
    latitude, longitude = rows.typed["latitude"], rows.typed["longitude"]
    return _inside(latitude, LONGITUDES) & _inside(longitude, LATITUDES)


def _is_null_island(rows: Rows) -> pd.Series:
    zero = (rows.typed["latitude"] == 0) & (rows.typed["longitude"] == 0)
    return zero.fillna(value=False).astype(bool)


def _is_outside(rows: Rows) -> pd.Series:
    latitude, longitude = rows.typed["latitude"], rows.typed["longitude"]
    known = latitude.notna() & longitude.notna()
    inside = _inside(latitude, LATITUDES) & _inside(longitude, LONGITUDES)
    return known & ~inside & ~_is_swapped(rows) & ~_is_null_island(rows)


def _lacks(wanted: str, given: str) -> Callable[[Rows], pd.Series]:
    return lambda rows: rows.is_blank(wanted) & ~rows.is_blank(given)


def _lacks_precision(rows: Rows) -> pd.Series:
    placed = rows.typed["latitude"].notna() & rows.typed["longitude"].notna()
    return placed & rows.is_blank("geo_precision")


def _ends_before_start(rows: Rows) -> pd.Series:
    return rows.typed["event_date_end"] < rows.typed["event_date"]


def _counts_disordered(rows: Rows) -> pd.Series:
    low, best, high = (rows.typed[f"fatalities_{name}"] for name in ("low", "best", "high"))
    broken = [(low > best), (best > high), (low > high)]
    return pd.concat(broken, axis=1).fillna(value=False).any(axis=1)


def _from_primary(rows: Rows) -> pd.Series:
    return (rows.typed["source"] == vocabulary.PRIMARY_SERIES).fillna(value=False).astype(bool)


def _counts_wrong(rows: Rows) -> pd.Series:
    return _counts_disordered(rows) & ~_from_primary(rows)


def _counts_as_published(rows: Rows) -> pd.Series:
    return _counts_disordered(rows) & _from_primary(rows)


def _sub_event_elsewhere(rows: Rows) -> pd.Series:
    belongs_to = rows.typed["sub_event_type"].map(vocabulary.SUB_EVENT_TYPES)
    event_type = rows.typed["event_type"]
    return belongs_to.notna() & event_type.notna() & (belongs_to != event_type)


def _is_repeated(rows: Rows) -> pd.Series:
    ids = rows.typed["incident_id"]
    return ids.duplicated(keep="first") & ids.notna()


def _id_without_source(rows: Rows) -> pd.Series:
    ids, sources = rows.typed["incident_id"], rows.typed["source"]
    begins = [str(key).startswith(f"{source}:") for key, source in zip(ids, sources, strict=True)]
    return ids.notna() & sources.notna() & ~pd.Series(begins, index=ids.index)


def _first_of_primary(rows: Rows) -> pd.Series:
    """Mark the first row of the primary series: said once a file, not once a row."""
    primary = _from_primary(rows)
    return primary & ~primary.duplicated(keep="first")


def _is_example(rows: Rows) -> pd.Series:
    example = pd.Series(True, index=rows.typed.index)
    for name in ("incident_id", "source", "notes"):
        example &= (rows.typed[name] == schema.column(name).example).fillna(value=False)
    return example


PRIMARY_RULE: Final = "rows of the primary series"
_COUNTS: Final = ("fatalities_low", "fatalities_best", "fatalities_high")
_SAID: Final = "low {fatalities_low}, best {fatalities_best}, high {fatalities_high}"

RULES: Final = (
    RowRule("incident_id", _is_repeated, "the id stands on an earlier line too",
            "Give every row an id of its own, or delete the row that is repeated."),
    RowRule("incident_id", _id_without_source, "the id does not begin with its source",
            "Write {source}:{incident_id}, so that ids of two lists cannot meet.", "warning",
            ("source", "incident_id")),
    RowRule("incident_id", _is_example, "the example row of the template",
            "It is no real incident: delete it before you commit.", "warning"),
    RowRule("source", _first_of_primary, PRIMARY_RULE,
            "New and changed rows of this source enter every rate, baseline and verdict. "
            "Use a source code of your own if that is not meant.", "warning"),
    RowRule("event_date_end", _ends_before_start, "the last day is before the first",
            "The first day is {event_date}: put the two days in order.", "error", ("event_date",)),
    RowRule("sub_event_type", _sub_event_elsewhere, "belongs to another event type",
            "It does not belong to “{event_type}”: change one of the two.", "error",
            ("event_type",)),
    RowRule("fatalities_best", _counts_wrong, "counts out of order",
            f"The file says {_SAID}: low ≤ best ≤ high must hold.", "error", _COUNTS),
    RowRule("fatalities_best", _counts_as_published, "counts out of order",
            f"The source says {_SAID}: kept as published.", "warning", _COUNTS),
    RowRule("latitude", _lacks("latitude", "longitude"), "longitude without latitude",
            "Give both coordinates or neither."),
    RowRule("longitude", _lacks("longitude", "latitude"), "latitude without longitude",
            "Give both coordinates or neither."),
    RowRule("latitude", _is_swapped, "latitude and longitude look swapped",
            "In Iraq the latitude is 29–37 and the longitude 39–49: write latitude {longitude}, "
            "longitude {latitude}.", "error", ("latitude", "longitude")),
    RowRule("latitude", _is_null_island, "0/0 is no place in Iraq",
            "Leave both coordinates empty when the place is not known."),
    RowRule("latitude", _is_outside, "the point is outside Iraq",
            "Corridor Watch covers Iraq only (latitude 29–37, longitude 39–49): correct "
            "{latitude}, {longitude} or take the row out.", "error", ("latitude", "longitude")),
    RowRule("geo_precision", _lacks_precision, "coordinates of unknown precision",
            "The row is kept but not drawn as a point. Write 1 (exact) to 6 (country) to place it.",
            "warning"),
)  # fmt: skip
