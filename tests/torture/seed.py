"""A data folder with a small seed: the newest rows of the shipped series, the declared sources."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from duckdb import ColumnExpression, ConstantExpression

from corridor import settings
from corridor.settings import SHIPPED, Settings

ROWS = 100


def small_data_folder(folder: Path, also: str = "") -> Settings:
    """Make one; `also` names one more shipped account that it is to hold."""
    seed = folder / "incidents" / "seed" / "incidents.parquet"
    seed.parent.mkdir(parents=True)
    seed.write_bytes(_small_seed(also))
    return settings.load(folder)


@cache
def _small_seed(also: str) -> bytes:
    """Make the file once a process: hundreds of tests begin with it."""
    shipped = duckdb.read_parquet(str(SHIPPED / "incidents" / "seed" / "incidents.parquet"))
    sources = shipped.filter("record_kind = 'source'")
    accounts = shipped.filter("record_kind = 'account' AND source = 'UCDP'")
    newest = accounts.order("event_date DESC, incident_id").limit(ROWS)
    one_more = shipped.filter(ColumnExpression("incident_id") == ConstantExpression(also))
    with TemporaryDirectory() as folder:
        made = Path(folder) / "incidents.parquet"
        sources.union(newest).union(one_more).write_parquet(str(made))
        return made.read_bytes()
