"""Rules of evidence: read from TOML, put into SQL with every value bound, explained."""

from __future__ import annotations

from pathlib import Path

import pytest

from corridor.findings.predicates import PREDICATES, Compiler, read_rule
from corridor.packs import read_pack
from corridor.words import later

# A rule for each predicate, and the values that its SQL binds, in order.
RULES = {
    "admin1": ('["Kirkuk"]', [["Kirkuk"]]),
    "admin2": ('["Daquq"]', [["Daquq"]]),
    "reported_admin1": ('["Kirkuk"]', [["Kirkuk"]]),
    "event_type": ('["Battles"]', [["Battles"]]),
    "sub_event_type": ('["Armed clash"]', [["Armed clash"]]),
    "actor": ('["IS"]', [["IS"]]),
    "initiated_by": ('["IS"]', [["IS"]]),
    "side": ('{ of = "IS", against = ["Government"] }', ["IS", "Government"]),
    "window": ("{ days = 365 }", [365]),
    "near_road": ('{ km = 5, roads = ["Road 1"] }', [5, ["Road 1"]]),
    "off_town": ("{ km = 3 }", [3]),
    "in_area": ('{ areas = ["hamrin"], km = 15 }', [15, "hamrin"]),
    "near_admin1_boundary": (
        '{ pair = ["Kirkuk", "Diyala"], km = 5 }',
        [5, "boundary-kirkuk-diyala", "boundary-diyala-kirkuk"],
    ),
    "place_name": ('{ names = ["Jabal Hamrin"] }', ["jabal hamrin"]),
    "reported_admin1_differs": ("{ beyond_tolerance = true }", [["UCDP:1"]]),
    "max_geo_precision": ("2", [2]),
    "recurs": (
        '{ within_km = 10, within_days = 180, at_least = 1, among = "kirkuk" }',
        [180, ["Kirkuk"], 10, 1],
    ),
}


def test_every_predicate_is_tried_here() -> None:
    assert set(RULES) == set(PREDICATES)


@pytest.mark.parametrize("kind", RULES)
def test_a_predicate_binds_every_value(tmp_path: Path, kind: str) -> None:
    written, values = RULES[kind]
    file = tmp_path / "rule.toml"
    file.write_text(f"{kind} = {written}\n[kirkuk]\nadmin1 = ['Kirkuk']\n", "utf-8")
    table = read_pack(file, later("report-place"))
    named = {"kirkuk": read_rule(table.table("kirkuk"), {})}
    compiler = Compiler(misplaced=("UCDP:1",))
    condition = compiler.expression(read_rule(table, named))
    assert list(compiler.params.values()) == values
    assert all(f"${name}" in condition for name in compiler.params)
    assert not any(str(text) in condition for value in values for text in _texts(value))


def _texts(value: object) -> list[object]:
    listed = value if isinstance(value, list) else [value]
    return [text for text in listed if isinstance(text, str)]
