"""The reference geography in memory: read once for a folder, then shared, never changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from corridor.geo.projection import project

# Kinds of gazetteer rows that count as a town: a place that people live in, whose point is
# the place itself, not the middle of a district.
TOWN_KINDS: Final = ("populated place", "town")
# Kinds of places that people live in, large or small.
SETTLEMENT_KINDS: Final = (*TOWN_KINDS, "village", "city")


@dataclass(frozen=True, eq=False)
class Layer:
    """Features of one kind: `shapes[i]` (WGS 84) belongs to `properties[i]`."""

    properties: tuple[Mapping[str, Any], ...]
    shapes: NDArray[np.object_]

    @cached_property
    def names(self) -> NDArray[np.object_]:
        """Display name of each feature."""
        return np.array([item["name"] for item in self.properties], dtype=object)

    @cached_property
    def metric(self) -> NDArray[np.object_]:
        """The shapes in UTM 38N metres."""
        return project(self.shapes)

    @cached_property
    def tree(self) -> shapely.STRtree:
        """Spatial index over `metric`."""
        return shapely.STRtree(self.metric)

    def find(self, name: str) -> BaseGeometry:
        """Return the shape (WGS 84) of a display name; KeyError when there is none."""
        found: BaseGeometry = self.shapes[self._position(name)]
        return found

    def find_metric(self, name: str) -> BaseGeometry:
        """Return the shape (UTM 38N metres) of a display name; KeyError when there is none."""
        found: BaseGeometry = self.metric[self._position(name)]
        return found

    def _position(self, name: str) -> int:
        positions = np.flatnonzero(self.names == name)
        if not len(positions):
            raise KeyError(name)
        return int(positions[0])

    def names_at(self, lons: NDArray[np.float64], lats: NDArray[np.float64]) -> NDArray[np.object_]:
        """Return the name of the polygon that holds each point, None where there is none.

        A point on a shared border belongs to the first polygon in file order.
        """
        found = np.full(len(lons), None, dtype=object)
        for name, polygon in zip(self.names, self.shapes, strict=True):
            open_rows = np.flatnonzero(found == None)  # noqa: E711 (elementwise)
            inside = shapely.intersects_xy(polygon, lons[open_rows], lats[open_rows])
            found[open_rows[inside]] = name
        return found


@dataclass(frozen=True, eq=False)
class Reference:
    """All reference geography of one folder (see `SOURCES.md` there)."""

    folder: Path
    admin1: Layer
    admin2: Layer
    countries: Layer
    rivers: Layer
    roads: Layer
    main_roads: Layer
    areas: Layer
    window: Layer
    towns: Layer
    gazetteer: pd.DataFrame

    @cached_property
    def districts(self) -> dict[tuple[str, str], BaseGeometry]:
        """Shape of each district by (governorate, district)."""
        keys = [(str(item["admin1"]), str(item["name"])) for item in self.admin2.properties]
        return dict(zip(keys, self.admin2.shapes, strict=True))

    @cached_property
    def road_chains(self) -> NDArray[np.object_]:
        """Each main road as one line in metres, gaps bridged straight: for kilometres along it."""
        chains = [
            shapely.LineString(shapely.get_coordinates(road)) for road in self.main_roads.metric
        ]
        return np.array(chains, dtype=object)


@lru_cache(maxsize=4)
def load_reference(folder: Path) -> Reference:
    """Read the reference geography of a folder (cached).

    Raises FileNotFoundError when a file is missing.
    """
    roads = read_layer(folder / "roads.geojson")
    main = [at for at, road in enumerate(roads.properties) if road["class"] == "main"]
    gazetteer = read_gazetteer(folder / "gazetteer.csv")
    return Reference(
        folder=folder,
        admin1=_prepared(read_layer(folder / "admin1.geojson")),
        admin2=_prepared(read_layer(folder / "admin2.geojson")),
        countries=read_layer(folder / "countries.geojson"),
        rivers=read_layer(folder / "rivers.geojson"),
        roads=roads,
        main_roads=Layer(tuple(roads.properties[at] for at in main), roads.shapes[main]),
        areas=read_layer(folder / "areas.geojson"),
        window=read_layer(folder / "window.geojson"),
        towns=_towns(gazetteer),
        gazetteer=gazetteer,
    )


def read_layer(path: Path) -> Layer:
    """Read a GeoJSON file as a Layer, features in file order."""
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    shapes = np.array([shape(item["geometry"]) for item in features], dtype=object)
    return Layer(tuple(item["properties"] for item in features), shapes)


def read_gazetteer(path: Path) -> pd.DataFrame:
    """Read the place names: text columns with "" where blank, `lat` and `lon` in degrees."""
    text = pd.read_csv(path, dtype=str, keep_default_na=False)
    return text.assign(lat=text["lat"].astype(float), lon=text["lon"].astype(float))


def _prepared(layer: Layer) -> Layer:
    shapely.prepare(layer.shapes)
    return layer


def _towns(gazetteer: pd.DataFrame) -> Layer:
    # Ordered by kind, so that of two rows at one point the GeoNames one gives the name.
    places = gazetteer[gazetteer["kind"].isin(TOWN_KINDS)].sort_values("kind", kind="stable")
    columns = ["name", "name_ar", "kind", "admin1", "admin2"]
    properties = [dict(zip(columns, row, strict=True)) for row in places[columns].to_numpy()]
    points = shapely.points(places["lon"].to_numpy(), places["lat"].to_numpy())
    return Layer(tuple(properties), np.asarray(points, dtype=object))
