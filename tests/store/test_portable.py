"""Every question can be asked of another engine: carried to Spark and ClickHouse by sqlglot.

What is asked is recorded where it is asked, with all that it binds: filters that choose each
thing, the shipped reports and every predicate. A file that nothing asked is named too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pytest
import sqlglot
from sqlglot import exp

import corridor
from corridor import answers, findings, queries
from corridor.filter import IncidentFilter, dimensions, with_continuation
from corridor.findings.predicates import PREDICATES
from corridor.findings.rules import Rule
from corridor.findings.series import read_series
from corridor.geo import road_names
from corridor.settings import SHIPPED
from corridor.store import Store

HOME: Final = Path(corridor.__file__).parent
# Parts of a question, and what stands in them for others.
PARTS: Final = {
    "best_accounts", "best_of_offered", "feet", "filtered", "filtered_acts", "filtered_along",
    "filtered_disagree", "filtered_grade",
    "filtered_ids", "filtered_inside", "filtered_tactic", "filtered_text", "filtered_upload",
    "filtered_within", "map_marks", "measured",
    "of_continuation", "of_sources", "repeats", "shipped_accounts",
}  # fmt: skip
QUESTIONS: Final = sorted(
    path
    for folder in ("queries", "findings")
    for path in (HOME / folder).rglob("*.sql")
    if path.stem not in PARTS
)
# Where something is put into a file.
MARKS: Final = re.compile(r"/\* [\w ]+ \*/|\$of_\w+")
ENGINES: Final = ("spark", "clickhouse")
FULL: Final = IncidentFilter(
    provinces=("Kirkuk",), districts=("Hawija",), date_from=date(2018, 1, 1),
    date_to=date(2018, 6, 30), event_types=("Battles",), actors=("IS",), sources=("UCDP",),
    civilians=True, acts="attacks", tactics=("Ambush",), disagree=("deaths",), grade="B2",
    unjudged=True, only=("UCDP:1",),
    precision="exact",
    road=road_names()[0], along=f"{road_names()[0]}:7:0-90", near="Hawija",
    within="44.1,35.2;44.5,35.2;44.5,35.6",
    text="Daesh", upload="only", compare="year-before", series=with_continuation("UCDP", "UCDP-C"),
)  # fmt: skip
FILTERS: Final = (IncidentFilter(), FULL, IncidentFilter(sources=("UCDP",), upload="without"))
RULES: Final[dict[str, dict[str, Any]]] = {
    "admin1": {"names": ("Kirkuk",)},
    "admin2": {"names": ("Hawija",)},
    "reported_admin1": {"names": ("Kirkuk",)},
    "event_type": {"names": ("Battles",)},
    "sub_event_type": {"names": ("Ambush",)},
    "actor": {"names": ("IS",)},
    "initiated_by": {"names": ("IS",)},
    "side": {"of": "IS", "against": ("Civilians",)},
    "fatalities_at_least": {"least": 10},
    "window": {"days": 365},
    "near_road": {"roads": ("Kirkuk–Baghdad road",), "km": 5.0},
    "off_town": {"km": 3.0},
    "in_area": {"areas": ("hamrin",), "km": 5.0},
    "near_admin1_boundary": {"pair": ("Kirkuk", "Diyala"), "km": 5.0},
    "place_name": {"names": ("Hawija",)},
    "reported_admin1_differs": {"beyond_tolerance": True},
    "max_geo_precision": {"rank": 2},
    "recurs": {"within_km": 10.0, "within_days": 180, "at_least": 1},
}
# Functions that mean the same in all three, by the names under which sqlglot knows them. One that
# is new here was tried in both engines, with NULL too.
ALIKE: Final = {
    "Abs", "And", "ArgMax", "ArgMin", "ArrayAgg", "ArrayContains", "Asinh", "Atan2", "Atanh",
    "Avg", "Case", "Cast", "Coalesce", "Cos", "Cosh", "Count", "DateDiff",
    "Explode", "Extract", "Floor", "Greatest", "If", "Least", "Lower", "Max", "Min", "Or", "Pow",
    "Radians", "RegexpLike", "Round", "RowNumber", "Sin", "Sinh", "Sqrt", "StartsWith",
    "StrPosition", "Sum", "TimestampTrunc",
}  # fmt: skip
# ClickHouse knows these in small letters only; sqlglot writes them in capitals.
SMALL: Final = (exp.Asinh, exp.Atanh, exp.Cosh, exp.Sinh)


class Recorder:
    """A reader that keeps what it was asked, and asks it of a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.asked: list[tuple[str, Mapping[str, Any]]] = []

    @property
    def version(self) -> int:
        return self._store.version

    def read(self, sql: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
        self.asked.append((sql, params or {}))
        return self._store.read(sql, params)


def ask_all(reader: Recorder) -> None:
    """Ask every question, with all that can be chosen."""
    for chosen in FILTERS:
        for answer in (
            answers.key_figures,
            answers.acts,
            answers.levels,
            answers.changes,
            answers.channels,
            answers.tactics,
            answers.roads,
            answers.disagreements,
            answers.grades,
            answers.location_disputes,
            answers.surges,
            answers.next_month,
            answers.where_next,
            answers.district_rates,
            answers.compared_rates,
            answers.places,
            answers.absence,
        ):
            answer(reader, chosen)
        for listed in (queries.list_incidents, queries.uncertain_dates, queries.by_type):
            listed(reader, chosen)
        queries.list_incidents(reader, chosen, ("UCDP:1",))
        queries.incident_ids(reader, chosen)
        queries.stamps(reader, chosen)
        queries.seen(reader, chosen)
        queries.may_lie_there(reader, chosen)
        queries.map_grains(reader, chosen)
        queries.map_incidents(reader, chosen)
        queries.marked_ids(reader, chosen, ("1 35.4 44.3",))
        queries.latest_incidents(reader, chosen, 5)
        queries.timeline(reader, chosen, "month", "actor")
        queries.timeline(reader, chosen, "year", "district")
        queries.by_group(reader, chosen, "actor")
        queries.first_day(reader, chosen)
        queries.nearest_date(reader, chosen)
        queries.added(reader, chosen, "seed")
    queries.options(reader)
    queries.coverage(reader, IncidentFilter())
    queries.list_sources(reader)
    queries.list_spans(reader)
    answers.hidden(reader)
    answers.found_places(reader, "Hawija")
    queries.current_accounts(reader)
    queries.accounts_named(reader, ["UCDP:1"])
    answers.incident(reader, "UCDP:1")
    queries.uploads_of(reader, ("UCDP:1",))
    queries.grades_by_id(reader, ("UCDP:1",))
    queries.accounts_graded(reader, "B2")
    queries.whereabouts(reader, ["UCDP:1"])
    for report in findings.load_reports(SHIPPED / "reports").usable.values():
        answers.rivals(reader, report, findings.evaluate(reader, report))
        findings.reaches(reader, report, "seed")
        answers.judgements(reader, report)
    isis = Rule("actor", (("names", ("IS",)),))
    rules = [
        Rule(kind, tuple(values.items()), (isis,) if kind == "recurs" else ())
        for kind, values in RULES.items()
    ]
    read_series(reader, rules, date(2018, 6, 30))


@pytest.fixture(scope="module")
def asked(store: Store) -> list[tuple[str, Mapping[str, Any]]]:
    recorder = Recorder(store)
    ask_all(recorder)
    return recorder.asked


def is_of(path: Path, sql: str) -> bool:
    """Tell whether a question ends with a file, or has all of it around what is put into it."""
    text = path.read_text("utf-8")
    pieces = [piece.strip() for piece in MARKS.split(text)]
    is_part = len(pieces) > 1 or path.stem in PARTS
    return all(piece in sql for piece in pieces) if is_part else sql.endswith(text)


def clickhouse_type(value: Any) -> str:
    """Give the type of a bound value; a list of our own never holds several types."""
    if isinstance(value, list):
        return f"Array({clickhouse_type(value[0]) if value else 'String'})"
    if isinstance(value, dict):
        return f"Tuple({', '.join(f'{name} {clickhouse_type(of)}' for name, of in value.items())})"
    types = {bool: "Bool", int: "Int64", float: "Float64", date: "Date32", str: "String"}
    return types.get(type(value), "Nullable(String)")


def carried(sql: str, values: Mapping[str, Any], engine: str) -> str:
    """Write a question for another engine; what cannot be written there raises."""
    tree = sqlglot.parse_one(sql, dialect="duckdb")
    if engine == "clickhouse":
        for value in tree.find_all(exp.Placeholder):
            value.set("kind", clickhouse_type(values[value.name]))
        for call in reversed([*tree.find_all(*SMALL)]):  # the innermost first
            call.replace(exp.Anonymous(this=call.key, expressions=[call.this]))
    return tree.sql(engine, unsupported_level=sqlglot.ErrorLevel.RAISE)


def bound_in(tree: exp.Expr) -> set[str]:
    return {node.name for node in tree.find_all(exp.Placeholder, exp.Parameter)}


def faults(sql: str, values: Mapping[str, Any]) -> list[str]:
    """Say what in a question another engine refuses, or takes for something else."""
    tree = sqlglot.parse_one(sql, dialect="duckdb")
    found = [why for node in tree.walk() for why in _alone(node)]
    for engine in ENGINES:
        try:
            again = sqlglot.parse_one(carried(sql, values, engine), dialect=engine)
        except (sqlglot.errors.SqlglotError, KeyError) as error:
            found.append(f"{engine}: {error}")
        else:
            if bound_in(again) != bound_in(tree):
                found.append(f"{engine} binds {bound_in(again)} for {bound_in(tree)}")
    return found


def _alone(node: exp.Expr) -> list[str]:
    """Say what DuckDB alone understands as it is meant."""
    name = node.name if isinstance(node, exp.Anonymous) else type(node).__name__
    if isinstance(node, exp.ArrayAgg) and node.find(exp.Order):
        return ["a list has no order in Spark and ClickHouse"]
    if isinstance(node, exp.Func) and name not in ALIKE:
        return [f"the function {name} is not known to be the same elsewhere"]
    if isinstance(node, exp.Star) and node.args.get("except_"):
        return ["not every engine leaves columns out of *: drop them from the frame"]
    if isinstance(node, exp.Union) and node.args.get("by_name"):
        return ["UNION BY NAME is DuckDB's alone"]
    return _taken_for_themselves(node) + _opened_twice(node) if isinstance(node, exp.Select) else []


def _taken_for_themselves(select: exp.Select) -> list[str]:
    """ClickHouse puts what a name stands for into the aggregates beside it."""
    made = {item.alias for item in select.selects if isinstance(item, exp.Alias)}
    summed = {
        column.name
        for item in select.selects
        for node in item.find_all(exp.AggFunc, exp.Filter)
        for column in node.find_all(exp.Column)
    }
    return [f"{name} is made of itself: call it {name}_" for name in sorted(made & summed)]


def _opened_twice(select: exp.Select) -> list[str]:
    """DuckDB opens two lists side by side, ClickHouse pairs each with each, Spark refuses."""
    lists = [node for item in select.selects for node in item.find_all(exp.Explode, exp.Unnest)]
    return ["two lists are opened in one SELECT: bind one of pairs"] if len(lists) > 1 else []


def told(found: Iterable[str], path: Path) -> str:
    return f"{path.relative_to(HOME)}: {'; '.join(dict.fromkeys(found))}"


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_is_carried_to_spark_and_clickhouse(
    path: Path, asked: list[tuple[str, Mapping[str, Any]]]
) -> None:
    mine = [(sql, values) for sql, values in asked if is_of(path, sql)]
    assert mine, f"{path.relative_to(HOME)}: nothing here asks it"
    found = [fault for sql, values in mine for fault in faults(sql, values)]
    assert not found, told(found, path)


@pytest.mark.parametrize("name", sorted(PARTS))
def test_every_part_of_a_question_was_in_one(
    name: str, asked: list[tuple[str, Mapping[str, Any]]]
) -> None:
    (path,) = (it for home in ("queries", "findings") for it in (HOME / home).rglob(f"{name}.sql"))
    assert any(is_of(path, sql) for sql, _ in asked)


def test_all_that_can_be_chosen_was_asked_for() -> None:
    assert all(row.chosen(FULL) is not None for row in dimensions())
    assert set(RULES) == set(PREDICATES)


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("SELECT sum(killed) AS killed FROM accounts", "killed is made of itself"),
        ("SELECT max(day) AS day, count(*) FILTER (WHERE day > 1) AS days FROM t", "day is made"),
        ("SELECT strip_accents(notes) AS words FROM accounts", "strip_accents"),
        ("SELECT 1 AS one FROM t WHERE len($ids::VARCHAR[]) = 0", "Length"),
        ("SELECT array_agg(a ORDER BY b) AS listed FROM t", "no order"),
        ("SELECT * FROM t UNION ALL BY NAME SELECT * FROM u", "BY NAME"),
        ("SELECT * EXCLUDE (a) FROM t", "leaves columns out"),
        ("SELECT unnest($ids) AS a, unnest($ids) AS b", "two lists"),
        ("SELECT 1 AS one FROM t WHERE", "expression"),
    ],
)
def test_what_cannot_be_carried_is_told(sql: str, why: str) -> None:
    try:
        found = faults(sql, {"ids": ["a"]})
    except sqlglot.errors.ParseError as error:
        found = [str(error)]
    assert why in "; ".join(found)
