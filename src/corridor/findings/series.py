"""The counted rows of one series, fetched once, with a mask for each rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Final, TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from corridor import packs, queries, schema
from corridor.filter import IncidentFilter
from corridor.findings import channels, misplaced
from corridor.findings.predicates import Compiler
from corridor.findings.rules import Rule
from corridor.findings.statements import statement
from corridor.findings.window import Mask
from corridor.geo.projection import to_metres
from corridor.spans import Spans
from corridor.store import Reader

T = TypeVar("T")
# Those of `series_rows.sql`, flags apart.
COLUMNS: Final = schema.columns(
    "incident_id", "event_date", "event_date_end", "date_precision", "event_type", "actor1",
    "actor2", "fatalities_low", "fatalities_best", "fatalities_high", "located_admin1",
    "reported_admin1", "admin1", "admin2", "location", "latitude", "longitude", "geo_precision",
    "source", "source_office", "source_date", "source_grade", "nearest_road", "road_km",
    "road_position_km", "nearest_town", "town_km", "coded_at_town", "area_km",
    accounts="INTEGER",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Series:
    """Rows that some rule matches. `rows` has the columns `COLUMNS`.

    `masks` says for each rule which rows match it, `kept` which rows count at all (all of
    them, unless a variant leaves some out); `coverage` are the days covered
    in the report's region, `everywhere` those in the whole country; `code` names the series,
    `name` also the one that continues it, where both measure as one.
    """

    rows: pd.DataFrame
    masks: dict[Rule, Mask]
    coverage: Spans
    everywhere: Spans
    kept: Mask
    code: str
    name: str
    _made: dict[Hashable, Any] = field(init=False, repr=False, default_factory=dict)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what is made of these rows under a key: the days of a history ask for it often."""
        if key not in self._made:
            self._made[key] = make()
        found: T = self._made[key]
        return found

    def between(self, first: int, last: int) -> slice:
        """Return where the rows from one day to another stand, both within; more if unsorted."""
        if not self._in_order:
            return slice(0, len(self.ordinals))
        begin, end = np.searchsorted(self.ordinals, (first, last + 1))
        return slice(int(begin), int(end))

    @cached_property
    def _in_order(self) -> bool:
        return bool(np.all(self.ordinals[1:] >= self.ordinals[:-1]))

    @cached_property
    def ordinals(self) -> NDArray[np.int64]:
        """First day of each incident."""
        return ordinals_of(self.rows["event_date"])

    @cached_property
    def reported(self) -> NDArray[np.int64]:
        """Day on which each incident was known: the later of its day and the earliest report."""
        return np.maximum(self.ordinals, ordinals_of(self.rows["source_date"]))

    @cached_property
    def metres(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Eastings and northings (UTM 38N)."""
        return to_metres(self.rows["longitude"].to_numpy(), self.rows["latitude"].to_numpy())

    @cached_property
    def _offices(self) -> tuple[NDArray[np.int64], list[frozenset[str]]]:
        """The number of each row's cell of news offices, and the channels of each cell."""
        codes, cells = pd.factorize(self.rows["source_office"], use_na_sentinel=False)
        return codes.astype(np.int64), [channels.of(cell) for cell in cells]

    def mask(self, rule: Rule) -> Mask:
        """Say which rows match a rule and count; KeyError for a rule that was not fetched."""
        return np.asarray(self.masks[rule] & self.kept)

    @cached_property
    def districts(self) -> tuple[NDArray[np.int64], list[tuple[str, str]]]:
        """The number of each row's district, -1 where it has none, and the districts numbered."""
        named = self.rows["admin1"].astype(object), self.rows["admin2"].astype(object)
        both = pd.Series(list(zip(*named, strict=True)), dtype=object)
        codes, found = pd.factorize(both.where((named[0].notna() & named[1].notna()).to_numpy()))
        return codes.astype(np.int64), list(found)

    def citing(self, channel: str, *, alone: bool = False) -> Mask:
        """Say which rows cite a news channel; `alone`, which cite no other."""
        return self._cells(lambda cited: cited == {channel} if alone else channel in cited)

    def naming(self) -> Mask:
        """Say which rows name any news channel."""
        return self._cells(bool)

    def _cells(self, holds: Callable[[frozenset[str]], bool]) -> Mask:
        codes, cells = self._offices
        return np.array([holds(cited) for cited in cells], dtype=bool)[codes]

    def cited(self, rows: Mask) -> dict[str, int]:
        """Return how many of some rows cite each news channel: most first, then by name."""
        codes, cells = self._offices
        found: Counter[str] = Counter()
        for count, cited in zip(np.bincount(codes[rows], minlength=len(cells)), cells, strict=True):
            if count:
                found.update(dict.fromkeys(cited, int(count)))
        return dict(sorted(found.items(), key=lambda entry: (-entry[1], entry[0])))

    def without(self, left_out: Mask) -> Series:
        """Give the series with some rows left out of every count."""
        other = replace(self, kept=self.kept & ~left_out)
        for name in ("ordinals", "reported", "metres", "_offices", "districts", "_in_order"):
            other.__dict__[name] = getattr(self, name)
        return other


def ordinals_of(moments: pd.Series[Any]) -> NDArray[np.int64]:
    """Give day ordinals; a missing date becomes 0."""
    days = pd.to_datetime(moments).to_numpy(dtype="datetime64[D]")
    known = ~np.isnat(days)
    found = np.zeros(len(days), dtype=np.int64)
    found[known] = days[known].astype(np.int64) + date(1970, 1, 1).toordinal()
    return found


def read_series(
    store: Reader,
    rules: Iterable[Rule],
    as_of: date,
    name: str = "",
    provinces: tuple[str, ...] = (),
) -> Series:
    """Fetch the counted rows that any rule matches; the rules are evaluated by DuckDB.

    They are those of one series (as `IncidentFilter.series` names it; the country's when "")
    inside the days that it covers in all of some provinces (of the country when none are given).
    `as_of` matters only to rules with a `window`.
    """
    chosen = IncidentFilter(provinces=(), series=name)
    code = chosen.measuring
    wanted = list(dict.fromkeys(rules))
    compiler = Compiler(misplaced.find(store, code))
    flags = [f"{compiler.flag(rule)} AS flag_{n}" for n, rule in enumerate(wanted)]
    names = [f"flag_{n}" for n in range(len(wanted))]
    conditions = [f"{condition} AS {name}" for name, condition in compiler.columns.items()]
    sql = (
        statement("series_rows")
        .replace("/* conditions */", "".join(f",\n        {it}" for it in conditions))
        .replace("/* flags */", "".join(f",\n        {it}" for it in flags))
        .replace("/* any flag */", " OR ".join(names) or "FALSE")
    )
    bound = {"as_of": as_of, "series": code, "continuation": chosen.continuation}
    found = store.read(sql, compiler.params | bound)
    masks = {
        rule: found[name].to_numpy(dtype=bool) for rule, name in zip(wanted, names, strict=True)
    }
    rows = found.drop(columns=names)
    kept = np.ones(len(rows), dtype=bool)
    here, everywhere = (
        queries.covered(store, replace(chosen, provinces=each)) for each in (provinces, ())
    )
    return Series(rows, masks, here, everywhere, kept, code, name or code)


def measuring(store: Reader) -> tuple[str, ...]:
    """Return the codes of the series that can measure, those that continue another left out."""
    found = store.read(statement("measuring_series"))["series"].tolist()
    known = {each.code: each for each in packs.all_series()}
    return tuple(code for code in found if code not in known or not known[code].is_provisional)
