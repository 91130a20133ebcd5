"""What predicates of evidence rules keep of the shipped incidents."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from corridor.findings.predicates import Compiler
from corridor.findings.rules import Rule
from corridor.findings.series import read_series
from corridor.store import Store


def test_deadly_incidents_are_those_with_so_many_killed(store: Store) -> None:
    compiler = Compiler()
    rule = Rule("fatalities_at_least", (("least", 10),))
    condition = compiler.expression(rule)
    found = store.read(
        f"SELECT incident_id FROM incidents AS here WHERE {condition}", compiler.params
    )
    deaths = store.read("SELECT incident_id, fatalities_best FROM incidents")
    wanted = deaths.loc[deaths["fatalities_best"].fillna(0) >= 10, "incident_id"]
    assert 0 < len(found) < len(deaths)
    assert sorted(found["incident_id"]) == sorted(wanted)


@pytest.mark.parametrize(("km", "days", "least"), [(10.0, 180, 1), (0.5, 30, 2)])
def test_repeats_are_all_that_lie_near_enough_earlier_ones(
    store: Store, km: float, days: int, least: int
) -> None:
    isis = Rule("actor", (("names", ("IS",)),))
    values = (("within_km", km), ("within_days", days), ("at_least", least))
    rule = Rule("recurs", values, (isis,))
    found = read_series(
        store, [rule, Rule("max_geo_precision", (("rank", 7),))], date(2018, 12, 31)
    )
    known = (found.rows["geo_precision"] <= 2).to_numpy(dtype=bool)
    actors = found.rows[["actor1", "actor2"]].isin(["IS"]).any(axis=1).to_numpy(dtype=bool)
    east, north = found.metres
    least_of, most_of = (np.zeros(len(found.rows), dtype=int) for _ in range(2))
    for at in np.flatnonzero(known):
        gaps = found.ordinals[at] - found.ordinals
        apart = np.hypot(east - east[at], north - north[at]) / 1000
        among = known & actors & (gaps > 0) & (gaps <= days)
        least_of[at] = (among & (apart <= km - 0.02)).sum()
        most_of[at] = (among & (apart <= km + 0.02)).sum()
    repeats = found.mask(rule)
    # Within some metres of the distance two ways to measure it may differ.
    assert 0 < repeats.sum() < len(repeats)
    assert not (repeats & (most_of < least)).any()
    assert repeats[least_of >= least].all()
