"""What a distance is measured from: pieces of lines, named places and points."""

from __future__ import annotations

from corridor.geo.projection import to_metres
from corridor.geo.search import take_place

# A piece of a line: where it begins and how far it goes, in UTM 38N metres; a point goes nowhere.
Segment = dict[str, float]


def point_segments(text: str) -> list[Segment]:
    """Return the points of the place that a text means as segments without length; none for none.

    See `search.take_place`.
    """
    taken = take_place(text)
    points = taken.place.points if taken else ()
    eastings, northings = to_metres([lon for _, lon in points], [lat for lat, _ in points])
    return [
        {"x": float(x), "y": float(y), "dx": 0.0, "dy": 0.0}
        for x, y in zip(eastings, northings, strict=True)
    ]
