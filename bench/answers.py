"""The questions of one page over the shipped incidents: the product against pandas and polars."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from bench import with_corridor, with_pandas, with_polars
from bench.plain import differences
from bench.timing import medians_ms, print_ratios
from corridor import settings
from corridor.filter import IncidentFilter
from corridor.store import open_store
from corridor.store.seeding import SEED_FILE

FILTERS = {
    "the corridor, 2018": IncidentFilter(date_from=date(2018, 1, 1), date_to=date(2018, 12, 31)),
    "all Iraq, 1989–2018": IncidentFilter(
        provinces=(), date_from=date(1989, 1, 1), date_to=date(2018, 12, 31)
    ),
}


def run() -> None:
    """Check that the three give the same answers, then time them."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(settings.load(Path(folder)))
        seed = settings.load().seed_dir / SEED_FILE
        frames = with_pandas.load(seed), with_polars.load(seed)
        for title, chosen in FILTERS.items():
            others = {
                "pandas": with_pandas.plain(frames[0], chosen),
                "polars": with_polars.plain(frames[1], chosen),
            }
            found = differences(with_corridor.plain(store, chosen), others)
            if found:
                raise SystemExit(f"{title}: " + "; ".join(found))
            asked = {
                "corridor (DuckDB)": with_corridor.ask(store, chosen),
                "pandas": with_pandas.ask(frames[0], chosen),
                "polars": with_polars.ask(frames[1], chosen),
            }
            times = {
                question: medians_ms({name: calls[question] for name, calls in asked.items()})
                for question in asked["pandas"]
            }
            print_ratios(f"Shipped incidents, {title}: same answers, times in ms", times)
