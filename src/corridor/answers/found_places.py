"""Which places a text may name, and how many incidents lie near each."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from corridor import geo, queries
from corridor.filter import IncidentFilter
from corridor.store import Reader

AROUND_KM: Final = 10.0
MOST_PLACES: Final = 10


@dataclass(frozen=True)
class FoundPlace:
    """A place, and the measuring series' incidents within `AROUND_KM` of it, at any date.

    They are None for an area, which has no point to measure from; `too_vague` counts those of the
    country that are placed too vaguely to tell, `beside` what others alone tell near it (see
    `queries.Summary`). `label` means this place alone in `--near`.
    """

    place: geo.Place
    label: str
    incidents: int | None = None
    too_vague: int = 0
    beside: tuple[tuple[str, int], ...] = ()

    @property
    def precision(self) -> str:
        """How its point is known: "point", "approximate", or "middle of an area"."""
        if not self.place.points:
            return "middle of an area"
        return "approximate" if "approximate" in self.place.note else "point"

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values, "" as None."""
        named = {name: value or None for name, value in asdict(self.place).items()}
        kept = ("name", "local", "kind", "latitude", "longitude", "admin2", "admin1", "note")
        return {name: named[name] for name in kept} | {
            "precision": self.precision,
            "near": self.label if self.place.points else None,
            "incidents": self.incidents,
            "beside": dict(self.beside),
        }


@dataclass(frozen=True)
class FoundPlaces:
    """The `places` that a text may name, the likeliest first; where there is none, names near it.

    `left_out` counts what is beyond `MOST_PLACES`.
    """

    asked: str
    series: str
    places: tuple[FoundPlace, ...]
    left_out: int
    nearest: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `find-place --json`."""
        return {
            "asked": self.asked,
            "series": self.series,
            "within_km": AROUND_KM,
            "places": [each.as_json() for each in self.places],
            "left_out": self.left_out,
            "nearest": list(self.nearest),
        }


def found_places(store: Reader, text: str, series: str = "") -> FoundPlaces:
    """Find places by any spelling of their names, and count what a series tells near each.

    `series` is that of a filter: "" is the country's.
    """
    anywhere = IncidentFilter(provinces=(), series=series, near_km=AROUND_KM)
    found = geo.find_places(text)
    return FoundPlaces(
        asked=text,
        series=anywhere.measuring,
        places=tuple(_counted(store, each, anywhere) for each in found[:MOST_PLACES]),
        left_out=max(0, len(found) - MOST_PLACES),
        nearest=() if found else tuple(geo.nearest_names(text)),
    )


def _counted(store: Reader, place: geo.Place, anywhere: IncidentFilter) -> FoundPlace:
    if not place.points:
        return FoundPlace(place, place.name)
    label = geo.place_label(place)
    told = queries.summary(store, replace(anywhere, near=label))
    beside = tuple((name, each.incidents) for name, each in told.beside.items())
    return FoundPlace(place, label, told.incidents, told.unmeasured, beside)
