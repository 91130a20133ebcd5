"""Rules of evidence: read from TOML, put into SQL with every value bound, explained."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from corridor.findings.predicates import PREDICATES, Compiler, Seen, explain, read_rule
from corridor.findings.rules import Rule
from corridor.packs import PackError, read_pack
from corridor.settings import PROJECT
from corridor.words import later

LARGER = {"any_of", "all_of", "not", "rule"}
# Each line of the page is a rule, by its first key.
PAGE = (PROJECT / "docs" / "rules.md").read_text("utf-8")
RULES = {
    line.split(" = ")[0]: line for line in re.findall(r"^\| `(\w+ = .*?)` \|", PAGE, re.MULTILINE)
}


def read(tmp_path: Path, written: str) -> Rule:
    file = tmp_path / "rule.toml"
    file.write_text(f"{written}\n[named]\nadmin1 = ['Kirkuk']\n", "utf-8")
    table = read_pack(file, later("report-place"))
    named = {"named": read_rule(table.table("named"), {})}
    return read_rule(table, named)


def test_the_page_tells_of_every_predicate() -> None:
    assert set(RULES) == set(PREDICATES) | LARGER


@pytest.mark.parametrize("kind", RULES)
def test_a_rule_binds_every_value(tmp_path: Path, kind: str) -> None:
    rule = read(tmp_path, RULES[kind])
    compiler = Compiler(misplaced=("UCDP:1",))
    condition = compiler.expression(rule)
    assert compiler.params
    assert all(f"${name}" in condition for name in compiler.params)
    own = re.findall(r'"(.+?)"', RULES[kind])
    assert not any(text in condition for text in own if text not in {"Government", "named"})


@pytest.mark.parametrize(
    ("deaths", "is_so", "told"),
    [
        (12, True, "12 people were killed"),
        (1, False, "1 person was killed"),
        (0, False, "nobody was killed"),
        (None, False, "the number of people killed is not known"),
        (12, False, ""),
        (3, True, ""),
        (None, True, ""),
    ],
)
def test_why_an_incident_is_deadly(
    tmp_path: Path, deaths: int | None, is_so: bool, told: str
) -> None:
    rule = read(tmp_path, "fatalities_at_least = 10")
    series: Any = SimpleNamespace()
    reasons = explain(rule, Seen({"fatalities_best": deaths}, 0, series), is_so=is_so)
    assert [reason.replace("\u00a0", " ") for reason in reasons] == ([told] if told else [])


@pytest.mark.parametrize("written", ["0", "-1", "2.5", "100001", '"many"'])
def test_a_number_of_deaths_that_cannot_be_is_refused(tmp_path: Path, written: str) -> None:
    with pytest.raises(PackError, match="fatalities_at_least"):
        read(tmp_path, f"fatalities_at_least = {written}")
