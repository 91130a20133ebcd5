"""Sources, what they cover, and their mix."""

from __future__ import annotations

import pandas as pd

from corridor import vocabulary
from corridor.queries.statements import ask
from corridor.store import Reader


def list_sources(store: Reader) -> pd.DataFrame:
    """Give the declared sources: schema.SOURCE columns, source, accounts, first_date, last_date."""
    return ask(store, "sources")


def coverage(store: Reader) -> pd.DataFrame:
    """Count the primary series' incidents by year and governorate: year, admin1, incidents."""
    return ask(store, "coverage", not_located=vocabulary.NOT_LOCATED)
