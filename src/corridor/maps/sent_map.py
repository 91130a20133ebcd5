"""The map as it is sent to the browser: drawn for all days, and what any window is drawn by.

`map_marks` draws all days; the browser adds up any window itself, and draws it by the measures that
are sent along.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
import pydeck as pdk

from corridor import vocabulary
from corridor.answers import Profile, Rates
from corridor.maps.map_marks import (
    LEAST_ALPHA,
    LEAST_RADIUS,
    MAX_RADIUS,
    RECENT_DAYS,
    RIM_ALPHA,
    RING_ALPHA,
    ROOT_RADIUS,
    SHADE,
)
from corridor.maps.map_rates import rate_look
from corridor.palette import OLDER, RECENCY, Theme, rgba, type_rgba
from corridor.words import say

# Layers of marks; all others are the ground, which neither time nor a click changes.
OVER: Final = (
    "rates", "districts", "near-ring-0", "near-ring-1", "near-ring-2", "near", "beside-inside",
    "report-inside", "exact", "recent", "heat", "hexagons", "beside", "uploads", "report",
    "halo-counts", "counts",
)  # fmt: skip
# Known to the province: what is known less well is in no layer.
_VAGUEST: Final = vocabulary.DRAWN_PRECISION + 1
_TYPES: Final = {name: at for at, name in enumerate(vocabulary.EVENT_TYPES)}


@dataclass(frozen=True)
class SentMap:
    """A map as the browser gets it, so that it can be kept and shown again without being drawn.

    `marks` are the names of its marks (see `queries.map_places`) up to the last that can be picked,
    `grains` what can be played, `road` a road on which that is shown too, and `version` tells the
    browser whether it has this one already.
    """

    deck: str
    marks: tuple[str, ...]
    look: dict[str, Any]
    grains: pd.DataFrame | None
    road: Profile | None
    version: str


def sent_map(
    deck: pdk.Deck, places: pd.DataFrame, theme: Theme, grains: pd.DataFrame | None = None,
    *, road: Profile | None = None, rates: Rates | None = None,
) -> SentMap:  # fmt: skip
    """Return a map of places in the form that can be kept; with `grains` it can be played."""
    marks = _named(places) if "mark" in places else ()
    played = None if grains is None else table(grains, places)
    text, measures = deck.to_json(), look(places, theme)
    measures |= {"rates": rate_look(rates, theme)} if rates else {}
    version = hashlib.sha256(repr((text, marks, measures, road)).encode())
    if played is not None:
        version.update(b"".join(played[column].to_numpy().tobytes() for column in played))
    return SentMap(text, marks, measures, played, road, version.hexdigest()[:16])


def _named(places: pd.DataFrame) -> tuple[str, ...]:
    """Return the names of marks up to the last one that can be picked: vaguer ones come after it.

    Of a million incidents tens of thousands are in the list alone.
    """
    is_placed = (places["geo_precision"] <= _VAGUEST).to_numpy(bool, na_value=False)
    last = np.flatnonzero(is_placed).max(initial=-1)
    return tuple(map(str, places["mark"].iloc[: last + 1]))


def table(grains: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """Return counts by mark and day as the browser reads them, some ten bytes a row.

    `grains` as `queries.map_grains`, `places` as `queries.map_places`. Columns: mark (row of
    `places`), day (since 1970-01-01), type (of `vocabulary.EVENT_TYPES`; its length for others),
    incidents, killed, unknown (incidents without a count of deaths).
    """
    at = {mark: number for number, mark in enumerate(places["mark"])}
    columns = {
        "mark": grains["mark"].map(at),
        "type": grains["event_type"].map(_TYPES).fillna(len(_TYPES)),
        "incidents": grains["incidents"],
        "killed": grains["killed"],
        "unknown": grains["killed_unknown"],
    }
    small = {name: _small(values.to_numpy()) for name, values in columns.items()}
    return pd.DataFrame(small | {"day": grains["day"].to_numpy(np.int32)})


def _small(values: Any) -> Any:
    return values.astype(np.min_scalar_type(int(values.max(initial=0))))


def look(places: pd.DataFrame, theme: Theme) -> dict[str, Any]:
    """Return by what the browser draws a window: the measures of `map_marks`, in one theme.

    `beside` are the marks (rows of `places`) that the measuring series does not tell.
    """
    beside = places["beside"] if "beside" in places else pd.Series(dtype=object)
    base, root, most = SHADE
    return {
        "marks": len(places),
        "beside": [at for at, name in enumerate(beside) if isinstance(name, str)],
        "civilians": _TYPES[vocabulary.CIVILIANS_TYPE],
        "colours": [type_rgba(name, theme)[:3] for name in (*_TYPES, "")],
        "unknown": rgba("ink2", theme)[:3],
        "radius": {"least": LEAST_RADIUS, "root": ROOT_RADIUS, "most": MAX_RADIUS},
        "recency": [list(step) for step in RECENCY],
        "older": OLDER,
        "recent": RECENT_DAYS,
        "shade": {"base": base, "root": root, "most": most},
        "disc": {"inside": RING_ALPHA, "least": LEAST_ALPHA, "rim": RIM_ALPHA},
        "words": {
            "incidents": say("map-says-incidents"),
            "killed": say("map-says-killed"),
            "unknown": say("map-says-unknown"),
        },
    }
