"""SYNTHETIC files in the true layout of UCDP GED 25.1: invented events, for tests alone."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date, timedelta
from random import Random
from typing import Final

from tests.paths import CASES

_CASE: Final = CASES / "c39_ucdp_25_1_2019_2024.csv"
Row = dict[str, str]
# Towns with their governorates and points, as the case has them.
TOWNS: Final = (
    ("Tarmiyah town", "Baghdad governorate", 33.6744, 44.3961),
    ("Daquq town", "Kirkuk governorate", 35.1369, 44.4486),
    ("Jalawla town", "Diyala governorate", 34.2719, 45.1683),
    ("Samarra town", "Salah al-Din governorate", 34.1983, 43.8742),
    ("Rutba town", "Al Anbar governorate", 33.0381, 40.2858),
)


def columns() -> list[str]:
    """Give the columns of the layout, in their order."""
    return next(csv.reader(io.StringIO(_CASE.read_text("utf-8"))))


def events(count: int, first: int, last: int, *, number: int = 700_000, seed: int = 7) -> list[Row]:
    """Invent events of whole years, by day; ids run from `number` on."""
    random = Random(seed)
    span = (date(last, 12, 31) - date(first, 1, 1)).days
    days = sorted(date(first, 1, 1) + timedelta(random.randint(0, span)) for _ in range(count))
    model = next(csv.DictReader(io.StringIO(_CASE.read_text("utf-8"))))
    return [
        _event(model, number + at, day, random.choice(TOWNS), random.randint(1, 6))
        for at, day in enumerate(days)
    ]


def _event(
    model: Row, number: int, day: date, town: tuple[str, str, float, float], dead: int
) -> Row:
    place, governorate, latitude, longitude = town
    moment = f"{day} 00:00:00.000"
    return model | {
        "id": str(number),
        "relid": f"IRQ-{day.year}-1-524-{number}",
        "year": str(day.year),
        "source_date": str(day),
        "source_headline": f"SYNTHETIC event {number}",
        "where_coordinates": place,
        "adm_1": governorate,
        "latitude": str(latitude),
        "longitude": str(longitude),
        "geom_wkt": f"POINT ({longitude} {latitude})",
        "date_start": moment,
        "date_end": moment,
        "deaths_a": str(dead),
        "deaths_b": "0",
        "deaths_civilians": "0",
        "best": str(dead),
        "high": str(dead),
        "low": str(dead),
    }


def text(rows: Iterable[Row]) -> str:
    """Write rows as UCDP does: comma-separated, a line of column names first."""
    written = io.StringIO()
    writer = csv.DictWriter(written, columns(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()
