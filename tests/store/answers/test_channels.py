"""Who reports: channels counted again in pandas, and what a new account changes."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from corridor import answers, queries
from corridor.answers import Channel
from corridor.filter import IncidentFilter
from corridor.store import Store
from tests.independent import random_filters
from tests.store.conftest import account, imported

EVERYWHERE = IncidentFilter(provinces=(), date_from=date(2018, 6, 1), date_to=date(2018, 6, 1))


@pytest.mark.parametrize("chosen", random_filters(8), ids=lambda chosen: chosen.describe())
def test_each_incident_counts_once_for_each_channel(store: Store, chosen: IncidentFilter) -> None:
    found = answers.channels(store, chosen)
    listed = queries.list_incidents(store, chosen)
    offices = listed.loc[listed["beside"].isna(), "source_office"]  # measured, not beside it
    assert found.named + found.unnamed == len(offices)
    assert found.unnamed == offices.isna().sum()
    told_by = offices.dropna().str.casefold().str.split(";")
    named = {each.name: each for each in found.channels}
    for name in ("BBC Monitoring", "Reuters"):
        start = name.casefold()
        telling = told_by.map(lambda told, start=start: sum(_begins(told, start)))
        all_of_it = told_by.map(lambda told, start=start: all(_begins(told, start)))
        counted = named.get(name, Channel(name, 0, 0))
        assert counted.incidents == (telling > 0).sum()
        assert counted.alone == all_of_it.sum()
    counts = [each.incidents for each in found.channels]
    assert counts == sorted(counts, reverse=True)


def test_spellings_are_one_and_a_second_office_shares(tiny_store: Store) -> None:
    before = {each.name: each for each in answers.channels(tiny_store, EVERYWHERE).channels}
    offices = ["BBC Monitoring South Asia", "BBC Monitoring Middle East;Reuters News", None]
    rows = [
        account(f"UCDP:9{number:06}", source="UCDP", source_office=named)
        for number, named in enumerate(offices, 1)
    ]
    tiny_store.commit(pd.concat(rows, ignore_index=True), imported())
    found = answers.channels(tiny_store, EVERYWHERE)
    now = {each.name: each for each in found.channels}
    assert _grown(before, now, "BBC Monitoring") == (2, 1)
    assert _grown(before, now, "Reuters") == (1, 0)
    assert found.unnamed >= 1


def _begins(offices: list[str], start: str) -> list[bool]:
    return [office.strip().startswith(start) for office in offices]


def _grown(before: dict[str, Channel], now: dict[str, Channel], name: str) -> tuple[int, int]:
    old = before.get(name, Channel(name, 0, 0))
    return now[name].incidents - old.incidents, now[name].alone - old.alone
