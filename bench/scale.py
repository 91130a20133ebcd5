"""A million SYNTHETIC accounts: the serving table's DuckDB against pandas and polars.

Rows are drawn from the shipped ones with new ids and new days: their number is made up, and
nothing about conflict can be read from them. They are never written into a store.
"""

from __future__ import annotations

import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from bench import with_pandas, with_polars
from bench.timing import medians_ms, print_ratios
from corridor import settings, vocabulary
from corridor.filter import IncidentFilter
from corridor.queries.statements import filtered, named, statement
from corridor.store.seeding import SEED_FILE
from corridor.store.serving import Serving

SEED = 20180617
FIRST, LAST = date(1989, 1, 1), date(2018, 12, 31)
MEMORY, THREADS, ROUNDS = "8GB", 2, 3
CHOSEN = IncidentFilter(date_from=date(2014, 1, 1), date_to=LAST)


def synthetic_records(rows: int) -> pa.Table:
    """Draw accounts of the primary series again and again; the sources come along."""
    records = pq.read_table(settings.load().seed_dir / SEED_FILE)
    accounts = records.filter(
        (pc.field("record_kind") == "account") & (pc.field("source") == "UCDP")
    )
    generator = np.random.default_rng(SEED)
    drawn = accounts.take(pa.array(generator.integers(0, len(accounts), rows)))
    ids = pa.array([f"SYNTHETIC:{number}" for number in range(rows)])
    span = (LAST - FIRST).days + 1
    days = np.datetime64(FIRST) + generator.integers(0, span, rows).astype("timedelta64[D]")
    for name, values in (("incident_id", ids), ("event_date", pa.array(days))):
        drawn = drawn.set_column(drawn.schema.get_field_index(name), name, values)
    sources = records.filter(pc.field("record_kind") == "source")
    return pa.concat_tables([drawn.cast(records.schema), sources])


def run(rows: int) -> None:
    """Build the three, check one answer, time three questions."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "synthetic.parquet"
        pq.write_table(synthetic_records(rows), path, compression="zstd")
        start = time.perf_counter()
        serving = Serving.made([path], (MEMORY, THREADS))
        built = time.perf_counter() - start
        asked = {
            "corridor (DuckDB)": _with_duckdb(serving),
            "pandas": _with_pandas(path),
            "polars": _with_polars(path),
        }
        _check(asked)
        times = {
            question: medians_ms({name: calls[question] for name, calls in asked.items()}, ROUNDS)
            for question in asked["pandas"]
        }
    title = f"SYNTHETIC, {rows:,} accounts, the corridor, 2014–2018; times in ms"
    print_ratios(title, times)
    print(f"  serving table built in {built:.1f} s")


def _with_duckdb(serving: Serving) -> dict[str, Any]:
    def ask(name: str, **values: Any) -> Any:
        kept, bound = filtered(CHOSEN)
        return named(serving.read(kept + statement(name), bound | values))

    return {
        "summary": lambda: ask("summary"),
        "timeline": lambda: ask(
            "timeline", period="month", stack="type", not_located=vocabulary.NOT_LOCATED
        ),
        "by district": lambda: ask("by_district"),
    }


def _with_pandas(path: Path) -> dict[str, Any]:
    accounts = with_pandas.load(path)
    return {
        "summary": lambda: with_pandas.summary(with_pandas.filtered(accounts, CHOSEN)),
        "timeline": lambda: with_pandas.timeline(with_pandas.filtered(accounts, CHOSEN)),
        "by district": lambda: with_pandas.by_district(with_pandas.filtered(accounts, CHOSEN)),
    }


def _with_polars(path: Path) -> dict[str, Any]:
    accounts = with_polars.load(path)
    return {
        "summary": lambda: with_polars.summary(with_polars.filtered(accounts, CHOSEN)),
        "timeline": lambda: with_polars.timeline(with_polars.filtered(accounts, CHOSEN)),
        "by district": lambda: with_polars.by_district(with_polars.filtered(accounts, CHOSEN)),
    }


def _check(asked: dict[str, dict[str, Any]]) -> None:
    """Hold incidents and deaths, and the number of districts, against each other."""
    total = asked["corridor (DuckDB)"]["summary"]().iloc[0]
    names = ("incidents", "fatalities_low", "fatalities_best", "fatalities_high")
    expected = tuple(int(total[name]) for name in names)
    districts = len(asked["corridor (DuckDB)"]["by district"]())
    for engine in ("pandas", "polars"):
        found = tuple(asked[engine]["summary"]())[: len(names)]
        if found != expected or len(asked[engine]["by district"]()) != districts:
            raise SystemExit(f"{engine} gives {found}, the product {expected}")
