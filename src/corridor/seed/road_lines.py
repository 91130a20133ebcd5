"""Names for the road lines: which Natural Earth line is which road, from `tables/roads.csv`.

Natural Earth draws the lines but gives no names here. The table says, line by line, which
road each part belongs to, in which order and direction, so that kilometres along a road can
be counted from its declared start. A line may be cut at one of its own vertices (the
Erbil–Kirkuk–Khalis line at Kirkuk); no vertex is moved, so no distance to a road changes.
"""

from __future__ import annotations

from typing import Any

from shapely import LineString, MultiLineString

from corridor.seed.geojson import Feature, read_table

UNNAMED = {"main": "Unnamed main road", "unclassed": "Unnamed lesser road"}


def name_roads(lines: list[Feature]) -> list[Feature]:
    """Merge the source lines into named roads; lines that no row names keep an id as name."""
    rows = read_table("roads.csv")
    named = {int(row["line"]) for row in rows}
    roads = {row["slug"]: [item for item in rows if item["slug"] == row["slug"]] for row in rows}
    rest = [(index, line) for index, line in enumerate(lines) if index not in named]
    return [_named_road(parts, lines) for parts in roads.values()] + [
        _unnamed_road(index, line) for index, line in rest
    ]


def _named_road(parts: list[dict[str, str]], lines: list[Feature]) -> Feature:
    ordered = sorted(parts, key=lambda part: int(part["order"]))
    chains = _joined([_part_vertices(part, lines) for part in ordered])
    first = ordered[0]
    properties = {
        "id": first["slug"],
        "name": first["name"],
        "name_ar": first["name_ar"],
        "number": first["number"] or None,
        "starts_at": first["starts_at"],
        "class": "main",
    }
    return properties, LineString(chains[0]) if len(chains) == 1 else MultiLineString(chains)


def _unnamed_road(index: int, line: Feature) -> Feature:
    road_class = line[0]["class"]
    properties: dict[str, Any] = {
        "id": f"ne-{index:02d}",
        "name": f"{UNNAMED[road_class]} {index}",
        "name_ar": None,
        "number": None,
        "starts_at": None,
        "class": road_class,
    }
    return properties, line[1]


def _part_vertices(part: dict[str, str], lines: list[Feature]) -> list[tuple[float, ...]]:
    vertices = list(lines[int(part["line"])][1].coords)
    first = int(part["first_vertex"] or 0)
    last = int(part["last_vertex"] or len(vertices) - 1)
    kept = vertices[first : last + 1]
    return kept[::-1] if part["reverse"] else kept


def _joined(chains: list[list[tuple[float, ...]]]) -> list[list[tuple[float, ...]]]:
    """Join chains that meet at a vertex; a gap in the source (at Khalis) stays a gap."""
    joined = [chains[0]]
    for chain in chains[1:]:
        if chain[0] == joined[-1][-1]:
            joined[-1] = joined[-1] + chain[1:]
        else:
            joined.append(chain)
    return joined
