"""Rebuilds `data/reference` from the source geography.

Every shipped file is made here, but for `SOURCES.md`.
Spellings and road names come from the hand-kept tables in `seed/tables`.
"""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path
from typing import Any

import shapely

from corridor import packs
from corridor.seed.geojson import (
    Feature,
    read_features,
    read_table,
    split_aliases,
    write_features,
)
from corridor.seed.road_lines import name_roads

COD = "Iraq CSO, OCHA COD-AB, valid 2019-06-03"
COD_LICENCE = "CC BY-IGO 3.0"
NATURAL_EARTH = "Natural Earth 1:10m"
PLACE_COLUMNS = (
    "name", "source_name", "lat", "lon", "kind", "note", "population", "admin1", "admin2",
    "name_ar", "name_ku", "aliases", "source", "source_id",
)  # fmt: skip


def build_reference(source_dir: Path, target_dir: Path) -> None:
    """Write the reference files made from `source_dir/geo` into `target_dir`.

    Raises FileNotFoundError when a source file is missing, KeyError when a source holds a
    governorate or district that the table of spellings does not know.
    """
    geo = source_dir / "geo"
    target_dir.mkdir(parents=True, exist_ok=True)
    governorates = _build_governorates(geo, target_dir)
    _build_districts(geo, target_dir)
    _build_countries(geo, target_dir)
    _build_rivers(geo, target_dir)
    _build_roads(geo, target_dir)
    _build_areas(geo, target_dir, governorates)
    _build_window(geo, target_dir)
    _build_gazetteer(geo, target_dir)


def _names() -> dict[str, dict[str, str]]:
    return {row["pcode"]: row for row in read_table("places.csv")}


def _place(
    properties: dict[str, Any], level: str, names: dict[str, dict[str, str]]
) -> dict[str, Any]:
    pcode = properties[f"{level}_PCODE"]
    arabic = properties[f"{level}_AR"].strip()
    ocha_name = properties[f"{level}_EN"]
    name = names[pcode]["name"]
    spellings = "|".join((ocha_name, pcode, arabic, names[pcode]["aliases"]))
    aliases = [alias for alias in split_aliases(spellings) if alias != name]
    return {
        "name": name,
        "name_ar": arabic,
        "pcode": pcode,
        "ocha_name": ocha_name,
        "aliases": aliases,
    }


def _build_governorates(geo: Path, target: Path) -> list[Feature]:
    names = _names()
    features = [
        (_place(properties, "ADM1", names), shape)
        for properties, shape in read_features(geo / "iraq_adm1.geojson")
    ]
    features.sort(key=lambda item: item[0]["name"])
    write_features(target / "admin1.geojson", COD, COD_LICENCE, features)
    return features


def _build_districts(geo: Path, target: Path) -> None:
    names = _names()
    features = []
    for properties, shape in read_features(geo / "iraq_adm2.geojson"):
        place = _place(properties, "ADM2", names)
        aliases = place.pop("aliases")
        place["admin1"] = names[properties["ADM1_PCODE"]]["name"]
        features.append((place | {"aliases": aliases}, shape))
    features.sort(key=lambda item: (item[0]["admin1"], item[0]["name"]))
    write_features(target / "admin2.geojson", COD, COD_LICENCE, features)


def _build_countries(geo: Path, target: Path) -> None:
    features = [
        (
            {
                "name": properties["NAME_EN"],
                "name_ar": repair_text(properties["NAME_AR"]),
                "iso3": properties["ADM0_A3"],
            },
            shape,
        )
        for properties, shape in read_features(geo / "countries.geojson")
    ]
    write_features(target / "countries.geojson", NATURAL_EARTH, "public domain", features)


def repair_text(text: str) -> str:
    """Undo UTF-8 bytes that were once read as Latin-1; text that was not is left alone."""
    try:
        return text.encode("latin-1").decode("utf-8").strip()
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text.strip()


def _build_rivers(geo: Path, target: Path) -> None:
    features = [
        ({"name": properties["name"], "name_ar": properties.get("name_ar")}, shape)
        for properties, shape in read_features(geo / "rivers.geojson")
    ]
    write_features(target / "rivers.geojson", "WDBII in GSHHG", "LGPL-3.0-or-later", features)


def _build_roads(geo: Path, target: Path) -> None:
    roads = name_roads(read_features(geo / "roads.geojson"))
    write_features(target / "roads.geojson", NATURAL_EARTH, "public domain", roads)


def _build_areas(geo: Path, target: Path, governorates: list[Feature]) -> None:
    ((properties, crest),) = read_features(geo / "hamrin_range_schematic.geojson")
    hamrin = {
        "slug": "hamrin",
        "name": "Hamrin range",
        "said": "the Hamrin crest",
        "name_ar": "جبال حمرين",
        "kind": "crest line",
        "accuracy": "schematic, good to about 5 km",
        "aliases": split_aliases(f"{properties['name']}|{properties['name_alt']}|جبل حمرين|حمرين"),
    }
    areas = [(hamrin, crest), *_shared_borders(governorates)]
    write_features(
        target / "areas.geojson", f"drawn for this project; {COD}", f"CC0; {COD_LICENCE}", areas
    )


def _shared_borders(governorates: list[Feature]) -> list[Feature]:
    shapes = {place["name"]: (place, shape) for place, shape in governorates}
    borders: list[Feature] = []
    for first, second in combinations(packs.region().provinces, 2):
        line = shapely.line_merge(shapely.intersection(shapes[first][1], shapes[second][1]))
        if line.length:
            borders.append((_border(shapes[first][0], shapes[second][0]), line))
    return borders


def _border(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    slugs = "-".join(place["name"].casefold().replace(" ", "-") for place in (first, second))
    return {
        "slug": f"boundary-{slugs}",
        "name": f"{first['name']}–{second['name']} boundary",
        "name_ar": f"حدود {first['name_ar']} – {second['name_ar']}",
        "kind": "boundary",
        "accuracy": "simplified by about 0.3 km",
        "aliases": [],
    }


def _build_window(geo: Path, target: Path) -> None:
    ((_, shape),) = read_features(geo / "corridor_bbox.geojson")
    features: list[Feature] = [({"name": "Corridor viewing window"}, shape)]
    write_features(target / "window.geojson", "this project", "CC0", features)


def _build_gazetteer(geo: Path, target: Path) -> None:
    plain = {row["source_name"]: row["name"] for row in read_table("towns.csv")}
    names = _names()
    with (geo / "gazetteer.csv").open(encoding="utf-8", newline="") as file:
        rows = [_gazetteer_row(row, plain, names) for row in csv.DictReader(file)]
    with (target / "gazetteer.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, PLACE_COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _gazetteer_row(
    row: dict[str, str], plain: dict[str, str], names: dict[str, dict[str, str]]
) -> dict[str, str]:
    kind, _, note = row["kind"].partition(" (")
    return {
        **{column: row.get(column, "") for column in PLACE_COLUMNS},
        "name": plain.get(row["name"], row["name"]),
        "source_name": row["name"],
        "kind": kind,
        "note": note.rstrip(")"),
        "admin1": names[row["adm1_pcode"]]["name"] if row["adm1_pcode"] else "",
        "admin2": names[row["adm2_pcode"]]["name"] if row["adm2_pcode"] else "",
        "aliases": "|".join(split_aliases(row["alt_names"])),
    }
