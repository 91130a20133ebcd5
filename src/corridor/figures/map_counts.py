"""Numbers on the map: in a district, at a province's name, on a disc's rim, on a stack."""

from __future__ import annotations

import pandas as pd

from corridor.figures import format as fmt
from corridor.figures.basemap import Basemap
from corridor.figures.map_labels import BOLD, PROVINCE_KINDS, Detail, Row, label
from corridor.figures.map_marks import carried_ids, opened
from corridor.figures.map_text import safe
from corridor.figures.palette import Theme, rgba


def province_count_rows(
    places: pd.DataFrame, names: list[Row], basemap: Basemap, theme: Theme
) -> list[Row]:
    """Give "+8" under the name of each province, for incidents known no better.

    `names` are the labels already made: the count goes below the last line of the name.
    """
    labels = basemap.all_labels
    anchors = labels[labels["kind"].isin(PROVINCE_KINDS)]
    spots = {str(name): [round(float(lon), 4), round(float(lat), 4)]
             for name, lon, lat in zip(anchors["name"], anchors["lon"], anchors["lat"],
                                       strict=True)}  # fmt: skip
    counts = places.groupby("admin1")["incidents"].sum()
    return [_province_count(spots[str(admin1)], int(count), names, theme,
                            _province_mark(str(admin1), places[places["admin1"] == admin1]))
            for admin1, count in counts.items()]  # fmt: skip


def _province_mark(admin1: str, places: pd.DataFrame) -> Row:
    """Return what a click on a province's count opens."""
    count = int(places["incidents"].sum())
    first, last = places["first_date"].min(), places["last_date"].max()
    return {
        "place": safe(f"{admin1} province"),
        "what": f"{fmt.plural(count, 'incident')} known only to the province",
        "how": fmt.days(pd.Timestamp(first).date(), pd.Timestamp(last).date()),
        "incident_ids": carried_ids(name for ids in places["incident_ids"] for name in ids),
    }


def _province_count(
    spot: list[float], count: int, names: list[Row], theme: Theme, mark: Row
) -> Row:
    lines = [row for row in names if row["p"] == spot]
    lowest = max((row["o"][1] + row["s"] for row in lines), default=0)
    size = 12.5 if any(row["s"] > 12 for row in lines) else 11
    return label(f"+{fmt.number(count)}", spot, rgba("ink", theme), size, weight=BOLD,
                 shift=(0, round(lowest + 4)) if lines else (0, 0), opens=mark)  # fmt: skip


def district_count_rows(districts: list[Row], basemap: Basemap, detail: Detail) -> list[Row]:
    """Give "10 in Hawija district" in the colour of the shading (the bare count in less room)."""
    labels: list[Row] = []
    for row in districts if detail != "low" else ():
        count = fmt.number(row["n"])
        text = count if detail == "medium" else f"{count} in {row['place']}"
        where = basemap.district_anchor(*row["district"])
        labels.append(label(safe(text), where, [*row["c"][:3], 255], 12, weight=BOLD,
                            opens=opened(row)))  # fmt: skip
    return labels


def rim_count_rows(near: list[Row], theme: Theme, detail: Detail) -> list[Row]:
    """Give the number of incidents of a disc at the top of its rim, when there are several."""
    if detail == "low":
        return []
    north = 25 / 111.2
    return [
        label(fmt.number(row["n"]), (row["p"][0], row["p"][1] + north), rgba("ink2", theme), 12,
              weight=BOLD, opens=opened(row))
        for row in near
        if row["n"] > 1
    ]  # fmt: skip


def hexagon_count_rows(hexagons: list[Row], theme: Theme) -> list[Row]:
    """Return the number of incidents of each hexagon that holds several."""
    return [
        label(_short(row["n"]), row["p"], rgba("ink", theme), 11, weight=BOLD, opens=opened(row))
        for row in hexagons
        if row["n"] > 1
    ]


def _short(count: int) -> str:
    return fmt.number(count) if count < 1000 else f"{count / 1000:.0f}k"


def stack_count_rows(exact: list[Row], theme: Theme, detail: Detail) -> list[Row]:
    """Give the number of incidents at one exact place, in the mark or above it."""
    rows = []
    for row in exact:
        if row["n"] < 2:
            continue
        text = fmt.number(row["n"])
        if row["r"] >= 4 + 3.2 * len(text):
            ink = rgba("bg" if row["c"][3] > 140 else "ink", theme)
            rows.append(label(text, row["p"], ink, 11, weight=BOLD, halo=False,
                              opens=opened(row)))  # fmt: skip
        elif detail != "low":
            rows.append(label(text, row["p"], [*row["c"][:3], 255], 11, weight=BOLD,
                              shift=(0, -round(row["r"] + 8)), opens=opened(row)))  # fmt: skip
    return rows
