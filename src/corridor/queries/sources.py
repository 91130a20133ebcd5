"""Sources, what they cover, and their mix."""

from __future__ import annotations

import pandas as pd

from corridor.filters import IncidentFilter
from corridor.queries.statements import ask, ask_filtered
from corridor.store import Store


def list_sources(store: Store) -> pd.DataFrame:
    """Give the declared sources: schema.SOURCE columns, source, accounts, first_date, last_date."""
    return ask(store, "sources")


def coverage(store: Store) -> pd.DataFrame:
    """Count the primary series' incidents by year and governorate: year, admin1, incidents."""
    return ask(store, "coverage")


def office_mix(store: Store, chosen: IncidentFilter, office: str) -> pd.DataFrame:
    """Count by half-year how many incidents a news office reported.

    Columns: year, half (1 or 2), incidents, from_office. A rise carried by one office may be
    a change of sources (Eck 2012; Weidmann 2016).
    """
    return ask_filtered(store, "office_mix", chosen, office=office)
