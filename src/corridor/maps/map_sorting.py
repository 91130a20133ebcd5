"""Which incidents the map can draw, as what, and why it cannot draw the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from corridor import vocabulary
from corridor.maps.basemap import Basemap
from corridor.maps.map_placing import Frame
from corridor.words import numbers as fmt
from corridor.words import say

# What a row of `places` is drawn as.
EXACT, NEAR, DISTRICT, PROVINCE, LISTED = "exact", "near", "district", "governorate", "listed"
OUTSIDE = "outside"
DRAWN: Final = (EXACT, NEAR, DISTRICT)
NOT_STATED: Final = "not stated"
_BY_RANK: Final = {1: EXACT, 2: NEAR, 3: DISTRICT, 4: PROVINCE}
# Messages that say why a row is not drawn.
_REASONS: Final = {
    4: "map-reason-governorate",
    5: "map-reason-line-or-area",
    6: "map-reason-country",
    7: "map-reason-sea-or-air",
}


@dataclass(frozen=True)
class LegendCounts:
    """Incidents behind the legend; `total` = `drawn` + the sum of `not_drawn`.

    `by_precision` has every precision word that occurs, and "not stated"; `not_drawn` maps the
    reason to the count; `at_province` is the part of those written under a province's name.
    """

    total: int
    drawn: int
    by_type: dict[str, int] = field(default_factory=dict)
    by_precision: dict[str, int] = field(default_factory=dict)
    not_drawn: dict[str, int] = field(default_factory=dict)
    at_province: int = 0


def drawn_as(
    places: pd.DataFrame, basemap: Basemap | None = None, frame: Frame | None = None
) -> pd.Series:
    """Return for each row what it is drawn as: exact, near, district, governorate or listed.

    A point without coordinates, a district or a governorate without a name (or, with a
    `basemap`, one that is not on it) is listed. With a `frame`, a point beyond it is outside.
    """
    kinds = places["geo_precision"].map(_BY_RANK).fillna(LISTED).astype(object)
    is_point = kinds.isin([EXACT, NEAR])
    has_point = places["latitude"].notna() & places["longitude"].notna()
    has_district = places["admin2"].notna() & places["admin1"].notna()
    has_province = places["admin1"].notna()
    if basemap is not None:
        pairs = zip(places["admin1"], places["admin2"], strict=True)
        has_district &= pd.Series([pair in basemap.districts for pair in pairs], places.index)
        has_province &= places["admin1"].isin(list(basemap.provinces))
    kinds[is_point & ~has_point] = LISTED
    if frame is not None:
        points = zip(places["longitude"], places["latitude"], is_point & has_point, strict=True)
        kinds[[is_on and not frame.shows(lon, lat) for lon, lat, is_on in points]] = OUTSIDE
    kinds[(kinds == DISTRICT) & ~has_district] = LISTED
    kinds[(kinds == PROVINCE) & ~has_province] = LISTED
    return kinds


def legend_counts(
    places: pd.DataFrame,
    by_type: Mapping[str, int] | None = None,
    basemap: Basemap | None = None,
    frame: Frame | None = None,
) -> LegendCounts:
    """Count incidents by type, by precision, drawn and not drawn (with the reasons).

    `by_type` holds the incidents of each event type: a mark that stands for several incidents
    names only its most common type, so without it the counts by type are those of the marks'
    main type.
    """
    kinds = drawn_as(places, basemap, frame)
    reasons = reasons_of(places, kinds)
    stated = places["geo_precision"].map(vocabulary.GEO_PRECISIONS).fillna(NOT_STATED)
    by_word = _sums(places, list(stated))
    words = [*vocabulary.GEO_PRECISIONS.values(), NOT_STATED]
    return LegendCounts(
        total=int(places["incidents"].sum()),
        drawn=int(places.loc[kinds.isin(DRAWN), "incidents"].sum()),
        by_type=dict(by_type) if by_type is not None else _sums(places, list(places["event_type"])),
        by_precision={word: by_word[word] for word in words if word in by_word},
        not_drawn={why: count for why, count in _sums(places, reasons).items() if why},
        at_province=int(places.loc[kinds == PROVINCE, "incidents"].sum()),
    )


def drawn_sentence(counts: LegendCounts) -> str:
    """Say how much of the selection the map shows: "74 of 97 incidents drawn"."""
    return say("map-drawn", drawn=counts.drawn, total=counts.total)


def not_drawn_sentence(counts: LegendCounts) -> str:
    """Say what is not on the map and why; empty when everything is.

    "23 not drawn: 17 known only to the province; 6 known only to a road, a border or a range".
    """
    if not counts.not_drawn:
        return ""
    reasons = [
        say("map-count-and-reason", count=count, reason=why)
        for why, count in counts.not_drawn.items()
    ]
    joined = say("between-clauses").join(reasons)
    return say("map-not-drawn", count=counts.total - counts.drawn, reasons=joined)


def reasons_of(places: pd.DataFrame, kinds: pd.Series) -> list[str]:
    """Return why each row is not drawn, "" when it is; `kinds` are those of `drawn_as`."""
    keys = [_reason(kind, rank) for kind, rank in zip(kinds, places["geo_precision"], strict=True)]
    said = {key: say(key) for key in set(keys) if key}
    return [said.get(key, "") for key in keys]


def _reason(kind: str, rank: object) -> str:
    """Return the message that says why, "" when there is nothing to say."""
    if kind in DRAWN:
        return ""
    if kind == OUTSIDE:
        return "map-reason-outside"
    if fmt.is_missing(rank):
        return "map-reason-no-precision"
    stands = int(rank)  # type: ignore[call-overload]
    if kind == LISTED and stands in _BY_RANK:
        return "map-reason-no-place"
    return _REASONS.get(stands, "map-reason-no-precision")


def _sums(places: pd.DataFrame, keys: list[str]) -> dict[str, int]:
    labels = pd.Series(keys, places.index, dtype=object)
    totals = places["incidents"].groupby(labels, sort=False).sum()
    ordered = totals.sort_values(ascending=False, kind="stable")
    return {str(key): int(count) for key, count in ordered.items()}
