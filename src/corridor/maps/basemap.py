"""The ground of the map, read once: lines, outlines, veil and the labels of a region.

All geometry leaves here as plain GeoJSON dictionaries in WGS 84, rounded to about 10 m.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from corridor import packs
from corridor.geo.reference import Reference, load_reference
from corridor.packs import Box, Label, Region, Relief

Feature = dict[str, Any]

# Larger than any view: land and veil reach beyond the edges.
_WORLD: Final = shapely.box(20, 10, 70, 55)
_GRID: Final = 0.0001
# Natural Earth and OCHA draw the border of the country some km apart: only OCHA's is shown.
_BORDER_TOLERANCE: Final = 0.12


@dataclass(frozen=True)
class Area:
    """What a map is of: provinces (none: all), or districts of them where some are chosen."""

    provinces: tuple[str, ...]
    districts: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Basemap:
    """Reference geography in the shapes that the map of a region draws."""

    reference: Reference
    region: Region

    @cached_property
    def labels(self) -> pd.DataFrame:
        """The labels placed by hand: the fields of `packs.Label`."""
        rows = [asdict(label) for label in self.region.labels]
        return pd.DataFrame(rows, columns=[item.name for item in fields(Label)])

    @property
    def relief(self) -> Relief:
        """The shaded relief: the region's own, else that of the reference."""
        edges = map(float, self.reference.window.shapes[0].bounds)
        return self.region.relief or Relief("terrain", Box(*edges))

    @cached_property
    def land(self) -> list[Feature]:
        """One rectangle under everything."""
        return [feature(_WORLD)]

    @cached_property
    def province_lines(self) -> list[Feature]:
        """Borders of all governorates, each drawn once."""
        return [feature(_lines(self.reference.admin1.shapes))]

    @cached_property
    def foreign_lines(self) -> list[Feature]:
        """Borders between the neighbours; the country's own comes with the governorates."""
        countries = self.reference.countries
        home = countries.find(packs.country().name).buffer(_BORDER_TOLERANCE)
        return [feature(_lines(countries.shapes).difference(home))]

    @cached_property
    def rivers(self) -> list[Feature]:
        """Rivers, the named ones first."""
        shapes = self.reference.rivers.shapes
        return [*map(feature, shapes), *_of_kind(self.region.water, "LineString")]

    @cached_property
    def lakes(self) -> list[Feature]:
        """Lakes of the region."""
        return _of_kind(self.region.water, "Polygon")

    @cached_property
    def roads(self) -> list[Feature]:
        """Main roads only: the lesser ones are too far from the real ones to be shown."""
        return [*map(feature, self.reference.main_roads.shapes), *map(dict, self.region.roads)]

    @property
    def districts(self) -> dict[tuple[str, str], BaseGeometry]:
        """Shape of each district by (governorate, district)."""
        return self.reference.districts

    @cached_property
    def district_features(self) -> dict[tuple[str, str], Feature]:
        """Each district as a GeoJSON feature, by (governorate, district)."""
        return {key: feature(shape) for key, shape in self.districts.items()}

    @cached_property
    def provinces(self) -> dict[str, BaseGeometry]:
        """Shape of each governorate by name."""
        layer = self.reference.admin1
        return dict(zip(map(str, layer.names), layer.shapes, strict=True))

    @cached_property
    def all_labels(self) -> pd.DataFrame:
        """The labels placed by hand and, inside them, a name for every other governorate."""
        named = set(self.labels.loc[self.labels["kind"].isin(["governorate", "neighbour"]), "name"])
        shapes = self.reference.admin1.shapes
        inner = zip(self.reference.admin1.properties, shapely.point_on_surface(shapes), strict=True)
        rest = [
            {"name": item["name"], "name_ar": item["name_ar"], "lon": point.x, "lat": point.y,
             "kind": "neighbour", "angle": 0, "anchor": "middle", "dx": 0, "dy": 0}
            for item, point in inner
            if item["name"] not in named
        ]  # fmt: skip
        return pd.concat([self.labels, pd.DataFrame(rest)], ignore_index=True)

    def district_lines(self, provinces: Sequence[str]) -> list[Feature]:
        """Return the borders between the districts of these governorates (all when empty)."""
        chosen = [shape for (province, _), shape in self.districts.items()
                  if not provinces or province in provinces]  # fmt: skip
        return [feature(_lines(chosen))] if chosen else []

    def outlines(self, area: Area) -> list[Feature]:
        """Return the borders of an area's parts; of all, that of the whole country."""
        if area == Area(()):
            return [feature(shapely.union_all(list(self.provinces.values())).boundary)]
        return [feature(_lines(self._chosen(area)))]

    def veil(self, area: Area) -> list[Feature]:
        """Return all that lies outside an area, as one shape."""
        inside = shapely.union_all(self._chosen(area))
        return [feature(_WORLD.difference(inside))]

    @lru_cache(maxsize=256)  # noqa: B019  a ground is read once and stays
    def bounds(self, area: Area) -> Box:
        """Return west, south, east, north of the first view of an area."""
        if not area.districts and set(area.provinces) == set(self.region.provinces):
            return self.region.view
        west, south, east, north = shapely.union_all(self._chosen(area)).bounds
        air = (0.12 if area.districts else 0.03) * max(east - west, north - south)
        return Box(west - air, south - air, east + air, north + air)

    def district_anchor(self, admin1: str, admin2: str) -> list[float]:
        """Return [lon, lat] for a district's count: as placed by hand, else well inside it."""
        by_hand = self.region.anchors.get(admin2)
        if by_hand and admin1 in self.region.provinces:
            return list(by_hand)
        inner = shapely.point_on_surface(self.districts[admin1, admin2])
        return [round(inner.x, 4), round(inner.y, 4)]

    def _chosen(self, area: Area) -> list[BaseGeometry]:
        districts = [shape for (province, name), shape in self.districts.items()
                     if name in area.districts
                     and (not area.provinces or province in area.provinces)]  # fmt: skip
        found = [self.provinces[name] for name in area.provinces if name in self.provinces]
        return districts or found or list(self.provinces.values())


@lru_cache(maxsize=8)
def load_basemap(reference_dir: Path, region: Region) -> Basemap:
    """Read the ground of a region's map from the reference folder (cached).

    Raises FileNotFoundError when a file is missing.
    """
    return Basemap(load_reference(reference_dir), region)


def feature(shape: BaseGeometry) -> Feature:
    """Return a GeoJSON feature of a shape, coordinates rounded to 0.0001°."""
    rounded = shapely.set_precision(shape, _GRID, mode="pointwise")
    geometry: dict[str, Any] = json.loads(shapely.to_geojson(rounded))
    return {"type": "Feature", "properties": {}, "geometry": geometry}


def _of_kind(features: Iterable[Mapping[str, Any]], kind: str) -> list[Feature]:
    """Return the features of a kind, single or several in one (such as MultiPolygon)."""
    return [dict(each) for each in features if each["geometry"]["type"].endswith(kind)]


def _lines(polygons: Iterable[BaseGeometry]) -> BaseGeometry:
    borders = shapely.union_all([polygon.boundary for polygon in polygons])
    return shapely.line_merge(borders)
