"""SYNTHETIC files in ACLED's layout of now: invented events, for tests alone."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

from tests.ucdp_files import TOWNS

Row = dict[str, str]
KINDS = (
    ("Battles", "Armed clash", "Military Forces of Iraq"),
    ("Violence against civilians", "Attack", "Civilians (Iraq)"),
    ("Explosions/Remote violence", "Remote explosive/landmine/IED", "Military Forces of Iraq"),
)


def events(
    count: int, first: date, last: date, *, number: int = 50_000, seed: int = 11
) -> list[Row]:
    """Invent events of a period, by day; ids run from `number` on."""
    random = Random(seed)
    span = (last - first).days
    days = sorted(first + timedelta(random.randint(0, span)) for _ in range(count))
    return [_event(number + at, day, random) for at, day in enumerate(days)]


def _event(number: int, day: date, random: Random) -> Row:
    place, governorate, latitude, longitude = random.choice(TOWNS)
    kind, sub, other = random.choice(KINDS)
    return {
        "event_id_cnty": f"IRQ{number}", "event_date": day.isoformat(), "year": str(day.year),
        "time_precision": "1", "disorder_type": "Political violence", "event_type": kind,
        "sub_event_type": sub, "actor1": "Islamic State (Iraq)", "inter1": "Rebel group",
        "actor2": other, "country": "Iraq", "admin1": governorate.removesuffix(" governorate"),
        "location": place.removesuffix(" town"), "latitude": str(latitude),
        "longitude": str(longitude), "geo_precision": "1", "source": "SYNTHETIC",
        "notes": f"SYNTHETIC event {number}", "fatalities": str(random.randint(0, 3)),
    }  # fmt: skip


def text(rows: Iterable[Row]) -> str:
    """Write rows as ACLED exports them."""
    listed = list(rows)
    written = io.StringIO()
    writer = csv.DictWriter(written, list(listed[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(listed)
    return written.getvalue()
