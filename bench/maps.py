"""The map of a million SYNTHETIC accounts: from the question to what is sent, and how much that is.

Each account keeps the place of a shipped one, moved by up to half a degree, so that nearly all lie
apart: points are gathered in cells, as `queries.MOST_MARKS` says.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from bench.scale import FIRST, LAST, MEMORY, SEED, THREADS, synthetic_records
from bench.timing import print_aim
from corridor import packs, queries, settings
from corridor.filter import IncidentFilter
from corridor.maps.incident_map import incident_deck, load_basemap
from corridor.maps.sent_map import SentMap, sent_map
from corridor.store.serving import Serving

AIM, MOST_BYTES, RUNS = 3.0, 3_000_000, 3
EVERYWHERE = IncidentFilter(provinces=(), date_from=FIRST, date_to=LAST)


def run(rows: int) -> None:
    """Print how long the map of all of them takes to be made, and how large its message is."""
    print(f"\nSYNTHETIC, {rows:,} accounts: the map of all Iraq, all days (no browser)")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "synthetic.parquet"
        pq.write_table(scattered(synthetic_records(rows)), path, compression="zstd")
        store: Any = SimpleNamespace(read=Serving.made([path], (MEMORY, THREADS)).read)
        asked, made = [], []
        for _ in range(RUNS):
            begun = time.perf_counter()
            places = queries.map_places(store, EVERYWHERE)
            asked.append(time.perf_counter() - begun)
            sent = _sent(places)
            made.append(time.perf_counter() - begun)
        size = len(sent.deck.encode()) + sum(map(len, sent.marks))
    print_aim("asked of the store", asked, AIM)
    print_aim("asked, drawn and written", made, AIM)
    verdict = "reached" if size <= MOST_BYTES else "missed"
    incidents = int(places["incidents"].sum())
    print(f"  message: {size:,} bytes for {len(places):,} marks of {incidents:,} incidents, "
          f"{size / len(places):.0f} a mark   aim ≤ {MOST_BYTES:,}: {verdict}")  # fmt: skip


def scattered(records: pa.Table) -> pa.Table:
    """Move each account by up to half a degree."""
    generator = np.random.default_rng(SEED)
    for name in ("latitude", "longitude"):
        values = records[name].to_numpy(zero_copy_only=False)
        moved = np.round(values + generator.uniform(-0.5, 0.5, len(values)), 4)
        at = records.schema.get_field_index(name)
        records = records.set_column(at, name, pa.array(moved, from_pandas=True))
    return records


def _sent(places: Any) -> SentMap:
    basemap = load_basemap(settings.load().reference_dir, packs.region())
    deck = incident_deck(places, theme="light", basemap=basemap, window_end=LAST)
    return sent_map(deck, places, "light")
