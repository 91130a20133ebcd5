"""Along a road: which, how far off it, and which stretch, as one text that an address carries.

"Kirkuk–Baghdad road", "Kirkuk–Baghdad road:10", "Kirkuk–Baghdad road:5:120-140": kilometres off
the road, then the first kilometre of a stretch and the one at which it ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from corridor import geo
from corridor.words import numbers as fmt

# From the width of a road to a day's drive, and what is meant when no distance is said.
KILOMETRES: Final = (0.1, 200.0)
USUAL_KM: Final = 5.0
_BETWEEN: Final = ":"
_NUMBER: Final = r"\d{1,4}(?:\.\d{1,3})?"
_REACH: Final = re.compile(rf"({_NUMBER})\s*(?:km)?", re.IGNORECASE)
_STRETCH: Final = re.compile(rf"({_NUMBER})\s*(?:-|–|—|to)\s*({_NUMBER})\s*(?:km)?", re.IGNORECASE)
# Beyond the end of every road.
_ENDLESS: Final = 1e6


@dataclass(frozen=True)
class Along:
    """What lies within `km` of a road, on a stretch of it: from its first km up to its last.

    Without a stretch all of it. What lies just at the end of a stretch belongs to the next one.
    """

    road: geo.Road
    km: float = USUAL_KM
    stretch: tuple[float, float] | None = None

    @property
    def text(self) -> str:
        """The text that means this, no longer than it need be."""
        parts = [self.road.name]
        if self.stretch or self.km != USUAL_KM:
            parts.append(f"{self.km:g}")
        if self.stretch:
            parts.append("-".join(f"{km:g}" for km in self.stretch))
        return _BETWEEN.join(parts)

    def binds(self) -> dict[str, Any]:
        """Return what `filtered_along.sql` binds."""
        first, last = self.stretch or (0.0, _ENDLESS)
        return {
            "along_pieces": geo.road_pieces(self.road.name),
            "along_km": self.km,
            "along_from": first,
            # Nothing comes after the end of the road: what lies there belongs to its last stretch.
            "along_to": last if last < self.road.length else _ENDLESS,
        }


def kilometres_text(value: float) -> str:
    """Write a distance without its unit, with the decimals that it has: "5", "2.5", "0.25"."""
    return fmt.number(value, len(f"{value:g}".partition(".")[2]))


def kilometres(text: str) -> float | None:
    """Read a distance in km; None when it is no number, or none that makes sense here."""
    try:
        found = float(text)
    except ValueError:
        return None
    return found if KILOMETRES[0] <= found <= KILOMETRES[1] else None


def parts_of(text: str) -> tuple[str, list[str]]:
    """Part the name of a road from what is said of distance and stretch."""
    name, *more = (part.strip() for part in text.split(_BETWEEN))
    return name, [part for part in more if part]


def along_of(road: geo.Road, more: list[str]) -> Along | None:
    """Return what texts say of a road: a distance, a stretch, each at most once; None for no sense.

    A stretch begins on the road and does not run backwards.
    """
    km, stretch = USUAL_KM, None
    if len(more) > 2 or len({bool(_STRETCH.fullmatch(part)) for part in more}) < len(more):
        return None
    for part in more:
        if found := _STRETCH.fullmatch(part):
            stretch = float(found[1]), float(found[2])
            if not stretch[0] < min(stretch[1], road.length):
                return None
        elif not (found := _REACH.fullmatch(part)) or (km := kilometres(found[1]) or 0.0) == 0.0:
            return None
    return Along(road, km, stretch)


def known_along(text: str) -> Along:
    """Return what a value of the filter means; raises KeyError when it was never read."""
    name, more = parts_of(text)
    road = geo.road_of(name)
    found = along_of(road, more) if road else None
    if found is None:
        raise KeyError(text)
    return found
