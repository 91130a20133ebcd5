"""Boxes and points in degrees (WGS 84), as packs write them."""

from __future__ import annotations

from typing import NamedTuple

from corridor.packs.table import Table


class Box(NamedTuple):
    """West, south, east and north, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lon: float, lat: float) -> bool:
        """Tell whether a point lies within, edges included."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north


WORLD = Box(-180.0, -90.0, 180.0, 90.0)


def take_box(table: Table, key: str, within: Box = WORLD) -> Box:
    """Take a table of four degrees that lies within a box; PackError when it is none."""
    inner = table.table(key)
    (west, south), (east, north) = (
        take_point(inner, *names, within) for names in (("west", "south"), ("east", "north"))
    )
    inner.close()
    if west >= east or south >= north:
        raise inner.fail("pack-box")
    return Box(west, south, east, north)


def take_point(table: Table, lon: str, lat: str, within: Box) -> tuple[float, float]:
    """Take longitude and latitude by their keys; PackError when they lie outside a box."""
    return (
        table.number(lon, least=within.west, most=within.east),
        table.number(lat, least=within.south, most=within.north),
    )
