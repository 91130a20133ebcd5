"""The same numbers by another way: pandas and shapely over the shipped Parquet file.

Nothing of `corridor.queries`, `corridor.store` or `corridor.geo` is used here.
"""

from __future__ import annotations

import json
import math
import random
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyproj
import shapely
from shapely.geometry import shape

from corridor.filter import IncidentFilter
from tests import tactics_again

DATA = Path(__file__).parents[1] / "data"
COVERED = (pd.Timestamp("1989-01-01"), pd.Timestamp("2018-12-31"))
RANKS = ["exact", "near", "district", "governorate", "line or area", "country", "sea or air"]
TEXT_COLUMNS = [
    "incident_id", "location", "admin1", "admin2", "reported_admin1", "reported_admin2",
    "actor1", "actor2", "event_type", "sub_event_type", "source", "source_title",
    "source_office", "notes",
]  # fmt: skip


@dataclass(frozen=True)
class Numbers:
    """Of the series, and `beside` of all the rest; `incidents` is None where no day is covered."""

    incidents: int | None
    beside: int
    low: int | None
    best: int | None
    high: int | None
    unknown: int
    unplaced: int


@cache
def accounts() -> pd.DataFrame:
    records = pd.read_parquet(DATA / "incidents" / "seed" / "incidents.parquet")
    rows = records[records["record_kind"] == "account"].copy()
    rows["admin1"] = _governorates(rows)
    rows["event_date"] = pd.to_datetime(rows["event_date"])
    links = records[records["record_kind"] == "link"]
    rows["head"] = rows["incident_id"].map(
        dict(zip(links["incident_id"], links["target_id"], strict=True))
    )
    rows["head"] = rows["head"].fillna(rows["incident_id"])
    rows["rank"] = rows["source"].map({"UCDP": 0}).fillna(1)
    return rows


def _governorates(rows: pd.DataFrame) -> pd.Series[Any]:
    """Point in polygon; a country's or another governorate's centroid proves nothing."""
    features = json.loads((DATA / "reference" / "admin1.geojson").read_text("utf-8"))["features"]
    polygons = [shape(feature["geometry"]) for feature in features]
    names = [feature["properties"]["name"] for feature in features]
    placed = rows[rows["latitude"].notna() & ~rows["geo_precision"].isin([6, 7])]
    points = shapely.points(placed["longitude"], placed["latitude"])
    found = pd.Series(None, index=rows.index, dtype=object)
    for name, polygon in zip(names, polygons, strict=True):
        inside = shapely.intersects(polygon, points)
        found.loc[placed.index[np.asarray(inside)]] = name
    reported = rows["reported_admin1"].where(rows["reported_admin1"].isin(names), None)
    disagree = (rows["geo_precision"] == 4) & reported.notna() & (found != reported)
    return found.where(~disagree, None).fillna(reported)


def numbers(chosen: IncidentFilter) -> Numbers:
    rows = _best(chosen)
    is_own = _is_own(rows)
    beside, rows = int((~is_own).sum()), rows[is_own]
    point = (rows["geo_precision"] <= 2) & rows["latitude"].notna()
    worse = ~(point | ((rows["geo_precision"] == 3) & rows["admin2"].notna()))
    stated = rows["fatalities_best"]
    # A low above its best, and a low without a best, count for nothing more than the best.
    low = _total(rows["fatalities_low"].fillna(stated).where(stated.notna()).clip(upper=stated))
    high = _total(rows["fatalities_high"].fillna(stated).where(stated.notna()).clip(lower=stated))
    best = _total(stated)
    unknown = int(rows["fatalities_best"].isna().sum())
    counted = len(rows) if len(rows) or _is_covered(chosen) else None
    if counted == 0:  # where nothing happened, nobody was killed
        low = best = high = 0
    return Numbers(counted, beside, low, best, high, unknown, int(worse.sum()))


def measured(chosen: IncidentFilter) -> pd.DataFrame:
    """The series' accounts of the incidents that a filter keeps."""
    rows = _best(chosen)
    return rows[_is_own(rows)]


def beside_road(rows: pd.DataFrame, road: str, km: float) -> pd.Series[bool]:
    return _within(rows, _road(road), km)


def _best(chosen: IncidentFilter) -> pd.DataFrame:
    rows = _counted(chosen.sources)
    return rows[_kept(rows, chosen)]


@cache
def _counted(sources: tuple[str, ...]) -> pd.DataFrame:
    """The account of each incident that counts where these sources alone tell; none: all."""
    rows = accounts()
    if sources:
        rows = rows[rows["source"].isin(sources)]
    return rows.sort_values(["rank", "incident_id"]).drop_duplicates("head")


def _is_own(rows: pd.DataFrame) -> pd.Series[bool]:
    return (rows["source"] == "UCDP") & rows["event_date"].between(*COVERED)


def _is_covered(chosen: IncidentFilter) -> bool:
    first = pd.Timestamp(chosen.date_from or date(1900, 1, 1))
    last = pd.Timestamp(chosen.date_to or date(2100, 1, 1))
    is_asked = not chosen.sources or "UCDP" in chosen.sources
    return is_asked and first <= COVERED[1] and last >= COVERED[0]


def _kept(rows: pd.DataFrame, chosen: IncidentFilter) -> pd.Series[bool]:
    keep = pd.Series(data=True, index=rows.index)
    for column, values in (("admin1", chosen.provinces), ("event_type", chosen.event_types)):
        keep &= rows[column].isin(values) if values else True
    if chosen.date_from:
        keep &= rows["event_date"] >= pd.Timestamp(chosen.date_from)
    if chosen.date_to:
        keep &= rows["event_date"] <= pd.Timestamp(chosen.date_to)
    if chosen.actors:
        keep &= rows["actor1"].isin(chosen.actors) | rows["actor2"].isin(chosen.actors)
    if chosen.precision:
        keep &= rows["geo_precision"] <= RANKS.index(chosen.precision) + 1
    if chosen.text:
        keep &= rows["head"].isin(_heads_with(chosen.text))
    if chosen.tactics:
        keep &= rows["head"].isin(heads_telling(chosen.tactics))
    return keep & _close(rows, chosen) & _done(rows, chosen)


def _done(rows: pd.DataFrame, chosen: IncidentFilter) -> pd.Series[bool]:
    keep = pd.Series(data=True, index=rows.index)
    if chosen.civilians:
        keep &= (rows["event_type"] == "Violence against civilians") | (
            rows["deaths_civilians"] > 0
        )
    if chosen.acts:
        keep &= _is_of_is(rows) & (_hurts_others(rows) == (chosen.acts == "attacks"))
    return keep


def _is_of_is(rows: pd.DataFrame) -> pd.Series[bool]:
    return (rows["actor1"] == "IS") | (rows["actor2"] == "IS")


def _hurts_others(rows: pd.DataFrame) -> pd.Series[bool]:
    """IS began it or killed civilians alone; or civilians, or people of the government, died."""
    found = rows["initiated_by"].eq("IS") | rows["deaths_civilians"].gt(0)
    found |= rows["actor1"].eq("IS") & rows["event_type"].eq("Violence against civilians")
    for side, actor in (("deaths_side_a", "actor1"), ("deaths_side_b", "actor2")):
        ours = rows[actor].fillna("").str.startswith(("Government", "Civilians"))
        found |= rows[side].gt(0) & ours
    return found.fillna(value=False).astype(bool)


def _close(rows: pd.DataFrame, chosen: IncidentFilter) -> pd.Series[bool]:
    keep = pd.Series(data=True, index=rows.index)
    if chosen.road:
        keep &= _within(rows, _road(chosen.road), chosen.road_km)
    if chosen.near:
        keep &= _within(rows, _points(chosen.near), chosen.near_km)
    if chosen.within:
        inside = shapely.contains_xy(_area(chosen.within), rows["longitude"], rows["latitude"])
        keep &= inside & (rows["geo_precision"] <= 2)
    return keep


def _area(text: str) -> Any:
    shell, *holes = (
        [tuple(map(float, corner.split(","))) for corner in ring.split(";")]
        for ring in text.split("|")
    )
    return shapely.Polygon(shell, holes)


def _within(rows: pd.DataFrame, line: list[tuple[float, float]], km: float) -> pd.Series[bool]:
    """Geodesics, to points that stand close together on a line."""
    globe = pyproj.Geod(ellps="WGS84")
    known = rows[(rows["geo_precision"] <= 2) & rows["latitude"].notna()]
    spots = known[["longitude", "latitude"]].drop_duplicates().to_numpy(float)
    is_near = np.zeros(len(spots), dtype=bool)
    # What is further off in degrees than any that is near need not be measured.
    wide, high = km / 80, km / 100
    for longitude, latitude in line:
        apart = np.abs(spots - (longitude, latitude))
        (asked,) = np.nonzero(~is_near & (apart[:, 0] <= wide) & (apart[:, 1] <= high))
        here = np.full(len(asked), longitude), np.full(len(asked), latitude)
        *_, metres = globe.inv(spots[asked, 0], spots[asked, 1], *here)
        is_near[asked] = np.asarray(metres) <= 1000 * km
    near = set(map(tuple, spots[is_near]))
    beside = [spot in near for spot in zip(rows["longitude"], rows["latitude"], strict=True)]
    return pd.Series(beside, index=rows.index) & (rows["geo_precision"] <= 2)


@cache
def _road(name: str) -> list[tuple[float, float]]:
    text = (DATA / "reference" / "roads.geojson").read_text("utf-8")
    (road,) = (
        shape(item["geometry"])
        for item in json.loads(text)["features"]
        if item["properties"]["name"] == name
    )
    return [tuple(end) for end in shapely.get_coordinates(shapely.segmentize(road, 0.002))]


def _points(text: str) -> list[tuple[float, float]]:
    if re.fullmatch(r"[\d., ]+", text):
        latitude, longitude = map(float, text.split(","))
        return [(longitude, latitude)]
    found = [
        (longitude, latitude)
        for names, points in _places()
        if _bare(text) in {_bare(name) for name in names}
        for latitude, longitude in points
    ]
    assert found
    return found


TACTICS = (
    IncidentFilter(provinces=(), tactics=("Fake checkpoint", "Sniper")),
    IncidentFilter(tactics=("Car bomb",), date_from=date(2017, 1, 1)),
    IncidentFilter(provinces=(), tactics=("Abduction/forced disappearance",), sources=("PUBLIC",)),
)
NEAR = (
    IncidentFilter(road="Kirkuk–Baghdad road", road_km=2.5),
    IncidentFilter(provinces=(), road="Baghdad–Khanaqin road", road_km=20.0, civilians=True),
    IncidentFilter(provinces=(), near="Hawija", near_km=15.0),
    IncidentFilter(near="35.47, 44.39", near_km=30.0, date_from=date(2017, 1, 1)),
    IncidentFilter(provinces=(), near="Samarra", near_km=40.0, road="Baghdad–Mosul road"),
    IncidentFilter(near="Kirkuk", near_km=0.1, precision="exact"),
)


@cache
def tactics_told() -> pd.DataFrame:
    """Each account's `head`, `notes`, and the set of `tactics` that its columns and notes tell."""
    rows = accounts()
    coded = [{kind} & tactics_again.names() for kind in rows["sub_event_type"]]
    taken = [{"Abduction/forced disappearance"} if some > 0 else set() for some in rows["abducted"]]
    told = [tactics_again.found_in(text) for text in rows["notes"].fillna("")]
    every = [one | two | three for one, two, three in zip(coded, taken, told, strict=True)]
    return rows[["incident_id", "head", "notes"]].assign(tactics=pd.Series(every, rows.index))


def heads_telling(tactics: tuple[str, ...]) -> set[str]:
    rows = tactics_told()
    return set(rows.loc[[bool(told & {*tactics}) for told in rows["tactics"]], "head"])


@cache
def _heads_with(text: str) -> set[str]:
    """Incidents of which any account has the text, another name of the place, or lies there."""
    every, words = accounts(), _texts()
    wanted = _plain(text).strip()
    hit = words.str.contains(wanted, regex=False) if wanted else words == "none"
    for names, points in _places():
        if _bare(text) not in {_bare(name) for name in names}:
            continue
        for name in names:
            # Latin only: the filters below are, and no shipped account they keep is Arabic alone.
            hit |= words.str.contains(f" {_plain(name).strip()} ", regex=False)
        for latitude, longitude in points:
            north = (every["latitude"] - latitude) * 111.2
            east = (every["longitude"] - longitude) * 111.2 * math.cos(math.radians(latitude))
            hit |= (every["geo_precision"] <= 2) & (north**2 + east**2 <= 25)
    return set(every.loc[hit, "head"])


@cache
def _texts() -> pd.Series[str]:
    """All that each account says, plain."""
    columns = accounts()[TEXT_COLUMNS].fillna("").astype(str)
    return columns.agg(" ".join, axis=1).map(_plain)


@cache
def _places() -> list[tuple[set[str], list[tuple[float, float]]]]:
    """Names of every place, and its point where it is no area."""
    table = pd.read_csv(DATA / "reference" / "gazetteer.csv", keep_default_na=False)
    areas = ("district", "sub-district", "mountain range")
    found = [
        ({str(row.name_), str(row.name_ar), str(row.name_ku), *str(row.aliases).split("|")} - {""},
         [] if row.kind in areas else [(float(str(row.lat)), float(str(row.lon)))])
        for row in table.rename(columns={"name": "name_"}).itertuples()
    ]  # fmt: skip
    for layer in ("admin1", "admin2"):
        text = (DATA / "reference" / f"{layer}.geojson").read_text("utf-8")
        known = [item["properties"] for item in json.loads(text)["features"]]
        found += [({item["name"], *item["aliases"]}, []) for item in known]
    return found


@cache
def _bare(text: str) -> str:
    """A name without its article and the word for what it is."""
    idle = {"al", "el", "ad", "as", "at", "ash", "province", "governorate", "district"}
    return "".join(word for word in _plain(text).split() if word not in idle)


def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(letter for letter in spread if not unicodedata.combining(letter))
    kept = "".join(letter for letter in kept if letter not in "'’‘`´ʿʾʻʼ")
    words = " ".join(re.findall(r"[^\W_]+", kept))
    return f" {words} "


def random_places(count: int, seed: int = 20180617) -> list[IncidentFilter]:
    """Filters of an area with or without a hole, of a circle, or of a road."""
    dice = random.Random(seed)
    roads = ("Kirkuk–Baghdad road", "Baghdad–Mosul road", "Baghdad–Khanaqin road")
    made = []
    for at in range(count):
        lon, lat = dice.uniform(43.2, 45.2), dice.uniform(33.6, 35.8)
        shell = _star(dice, lon, lat, 0.4, 0.9)
        text = "|".join([shell, _star(dice, lon, lat, 0.1, 0.3)][: 1 + at % 2])
        near = f"{dice.uniform(33.6, 35.8):.4f}, {dice.uniform(43.2, 45.2):.4f}"
        kind = at % 4
        made.append(
            IncidentFilter(
                provinces=(),
                within=text if kind in (0, 1) else "",
                near=near if kind == 2 else "",
                near_km=round(dice.uniform(20, 90), 1) if kind == 2 else 5.0,
                road=dice.choice(roads) if kind == 3 else "",
                road_km=round(dice.uniform(1, 15), 1) if kind == 3 else 5.0,
            )
        )
    return made


def _star(dice: random.Random, lon: float, lat: float, least: float, most: float) -> str:
    """Corners round a point, each in its own direction."""
    count = dice.randrange(7, 14)
    directions = [2 * math.pi * (at + dice.uniform(0, 0.8)) / count for at in range(count)]
    lengths = [dice.uniform(least, most) for _ in directions]
    return ";".join(
        f"{lon + length * math.cos(way):.4f},{lat + length * math.sin(way):.4f}"
        for way, length in zip(directions, lengths, strict=True)
    )


def _total(values: pd.Series[Any]) -> int | None:
    return int(values.sum()) if values.notna().any() else None


def random_filters(count: int, seed: int = 20180617) -> list[IncidentFilter]:
    """Filters as people set them: some narrow, some wide, some empty."""
    dice = random.Random(seed)
    provinces = ["Kirkuk", "Salah al-Din", "Diyala", "Baghdad", "Ninewa", "Anbar", "Basra"]
    made = []
    for _ in range(count):
        first = date(2003, 1, 1) + timedelta(days=dice.randrange(5400))
        made.append(
            IncidentFilter(
                provinces=tuple(dice.sample(provinces, dice.randrange(4))),
                date_from=dice.choice([first, None]),
                date_to=dice.choice([first + timedelta(days=dice.randrange(2000)), None]),
                event_types=dice.choice([(), ("Battles",), ("Violence against civilians",)]),
                actors=dice.choice([(), (), ("IS",), ("Civilians", "PKK")]),
                sources=dice.choice([(), (), ("UCDP",), ("PUBLIC", "RAWABET")]),
                civilians=dice.random() < 0.2,
                acts=dice.choice(["", "", "attacks", "operations"]),
                precision=dice.choice(["", "", "exact", "near", "district", "line or area"]),
                text=dice.choice(["", "", "", "road", "kirkuk", "hawija", "AL-", "100 %'; --"]),
            )
        )
    return made
