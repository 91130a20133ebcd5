"""What predicates of evidence rules keep of the shipped incidents."""

from __future__ import annotations

from corridor.findings.predicates import Compiler
from corridor.findings.rules import Rule
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
