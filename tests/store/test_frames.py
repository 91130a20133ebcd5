"""Frames that cross a layer have the columns that stand beside the functions that make them."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import ModuleType
from typing import Any, Final

import numpy as np
import pandas as pd
import pytest

from corridor import answers, findings, geo, queries, schema, store
from corridor.answers import findings as behind_findings
from corridor.answers import outlook
from corridor.filter import IncidentFilter
from corridor.findings import absences, evidence, judgements, series
from corridor.findings.evaluate import scene_at
from corridor.settings import SHIPPED
from corridor.spans import Spans
from corridor.store import Reader, Store, retraction
from corridor.store.originals import original_rows

LAYERS: Final = (store, queries, findings, answers)
# What these return is said by the statement that they are given.
ANY_STATEMENT: Final = {
    "corridor.queries.statements.ask",
    "corridor.queries.statements.ask_filtered",
    "corridor.queries.statements.ask_in_windows",
    "corridor.queries.statements.ask_marked",
    "corridor.queries.statements.named",
    "corridor.store.imagined.Imagined.read",
    "corridor.store.looks.Looks.once",
    "corridor.store.reader.Reader.read",
    "corridor.store.serving.Serving.read",
    "corridor.store.store.Store.read",
    "corridor.store.workbench.Workbench.frame",
}
SOME: Final = IncidentFilter(provinces=())
NONE: Final = IncidentFilter(date_from=date(1900, 1, 1), date_to=date(1900, 1, 31))
YEAR, NO_YEAR = (Spans(((date(y, 1, 1), date(y, 12, 31)),)) for y in (2017, 1900))
REPORT: Final = next(iter(findings.load_reports(SHIPPED / "reports").usable.values()))
COVERED: Final = REPORT.date
UNCOVERED: Final = date(1900, 1, 31)
# Each function with a frame, asked for something and for nothing.
Ask = Callable[[Store], pd.DataFrame]
ASKED: Final[Mapping[Callable[..., pd.DataFrame], tuple[Ask, Ask]]] = {
    queries.added: (
        lambda held: queries.added(held, SOME, "seed"),
        lambda held: queries.added(held, NONE, "no-such-commit"),
    ),
    queries.accounts_of: (
        lambda held: queries.accounts_of(held, "PUBLIC:2018-06-17-injana-afp"),
        lambda held: queries.accounts_of(held, "NOBODY:1"),
    ),
    queries.current_accounts: (queries.current_accounts, queries.current_accounts),
    queries.coverage: (
        lambda held: queries.coverage(held, SOME),
        lambda held: queries.coverage(held, NONE),
    ),
    queries.list_spans: (queries.list_spans, queries.list_spans),
    queries.list_sources: (queries.list_sources, queries.list_sources),
    queries.list_spans: (queries.list_spans, queries.list_spans),
    queries.list_incidents: (
        lambda held: queries.list_incidents(held, SOME),
        lambda held: queries.list_incidents(held, NONE, ("NOBODY:1",)),
    ),
    queries.stamps: (
        lambda held: queries.stamps(held, SOME),
        lambda held: queries.stamps(held, NONE),
    ),
    queries.seen: (
        lambda held: queries.seen(held, SOME),
        lambda held: queries.seen(held, NONE, ("NOBODY:1",)),
    ),
    queries.whereabouts: (
        lambda held: queries.whereabouts(held, ["UCDP:259081", "NOBODY:1"]),
        lambda held: queries.whereabouts(held, ["NOBODY:1"]),
    ),
    queries.grades_of: (
        lambda held: queries.grades_of(held, "PUBLIC:2018-06-17-injana-afp"),
        lambda held: queries.grades_of(held, "NOBODY:1"),
    ),
    queries.grades_by_id: (
        lambda held: queries.grades_by_id(held, ("UCDP:259081", "NOBODY:1")),
        lambda held: queries.grades_by_id(held, ("NOBODY:1",)),
    ),
    queries.latest_incidents: (
        lambda held: queries.latest_incidents(held, SOME, 5),
        lambda held: queries.latest_incidents(held, NONE, 5),
    ),
    **{
        ask: (lambda held, ask=ask: ask(held, SOME), lambda held, ask=ask: ask(held, NONE))
        for ask in (
            queries.map_places,
            queries.map_incidents,
            queries.map_grains,
            queries.by_district,
            queries.district_months,
            queries.by_type,
            queries.by_offices,
            queries.by_tactic,
            queries.by_grade,
            queries.disputes,
            queries.uncertain_dates,
        )
    },
    queries.tactics_of: (
        lambda held: queries.tactics_of(held, "UCDP:259081"),
        lambda held: queries.tactics_of(held, "X:1"),
    ),
    queries.accounts_of_incidents: (
        lambda held: queries.accounts_of_incidents(held, ["UCDP:259081"]),
        lambda held: queries.accounts_of_incidents(held, ["X:1"]),
    ),
    queries.on_roads: (
        lambda held: queries.on_roads(held, SOME, geo.road_names(), 5.0),
        lambda held: queries.on_roads(held, NONE, geo.road_names()[:1], 5.0),
    ),
    queries.place_changes: (
        lambda held: queries.place_changes(held, SOME, YEAR, YEAR),
        lambda held: queries.place_changes(held, NONE, NO_YEAR, NO_YEAR),
    ),
    queries.by_group: (
        lambda held: queries.by_group(held, SOME, "type"),
        lambda held: queries.by_group(held, NONE, "actor"),
    ),
    queries.location_counts: (
        lambda held: queries.location_counts(held, SOME),
        lambda held: queries.location_counts(held, NONE),
    ),
    queries.misplaced_incidents: (
        lambda held: queries.misplaced_incidents(held, SOME),
        lambda held: queries.misplaced_incidents(held, NONE),
    ),
    queries.accounts_named: (
        lambda held: queries.accounts_named(held, ["UCDP:259081"]),
        lambda held: queries.accounts_named(held, ["X:1"]),
    ),
    queries.may_lie_there: (
        lambda held: queries.may_lie_there(held, replace(SOME, near="Injana")),
        lambda held: queries.may_lie_there(held, NONE),
    ),
    queries.timeline: (
        lambda held: queries.timeline(held, SOME, "year", "type"),
        lambda held: queries.timeline(held, NONE, "week", "actor"),
    ),
    findings.history: (
        lambda held: findings.history(held, REPORT, 1, dates=[COVERED]),
        lambda held: findings.history(held, REPORT, 1, "no-such-part", dates=[COVERED]),
    ),
    findings.verdict_changes: (
        lambda held: findings.verdict_changes(findings.history(held, REPORT, 1)),
        lambda held: findings.verdict_changes(findings.history(held, REPORT, 1, dates=[COVERED])),
    ),
    absences.find: (
        lambda held: _absences(held, COVERED),
        lambda held: _absences(held, UNCOVERED),
    ),
    judgements.read: (
        lambda held: judgements.read(held, REPORT.slug),
        lambda held: judgements.read(held, "no-such-report"),
    ),
    evidence.kilometre_profile: (
        lambda held: findings.evaluate(held, REPORT, COVERED)[0].profile,
        lambda held: findings.evaluate(held, REPORT, UNCOVERED)[0].profile,
    ),
    behind_findings.road_profile: (
        lambda held: answers.road_profile(held, REPORT, COVERED),
        lambda held: answers.road_profile(held, REPORT, UNCOVERED),
    ),
    answers.Timeline.moving_average: (
        lambda held: answers.timeline(held, SOME, "auto", "type").moving_average(),
        lambda held: answers.timeline(held, NONE, "day", "type").moving_average(),
    ),
    answers.Timeline.totals: (
        lambda held: answers.timeline(held, SOME, "auto", "type").totals(),
        lambda held: answers.timeline(held, NONE, "day", "type").totals(),
    ),
    original_rows: (lambda held: held.originals("UCDP:1"), lambda held: held.originals("X:1")),
    Store.originals: (lambda held: held.originals("UCDP:1"), lambda held: held.originals("X:1")),
}


def _hiding(held: Store) -> pd.DataFrame:
    ids = ["PUBLIC:2018-06-17-injana-afp"]
    found = retraction.retraction(held._current(), ids, "Told twice.", {})
    assert found is not None
    return found.records


def _known(found: pd.DataFrame | None) -> pd.DataFrame:
    assert found is not None
    return found


# Frames that a value holds.
HELD: Final[Mapping[str, tuple[Mapping[str, str], Ask]]] = {
    "corridor.answers.places.Places.marks": (
        queries.map_places.__dict__["columns"],
        lambda held: answers.places(held, SOME).marks,
    ),
    **{
        f"corridor.findings.evidence.Evidence.{side}": (
            behind_findings.EVIDENCE,
            lambda held, side=side: getattr(answers.evidence_of(held, REPORT, 1, COVERED), side),
        )
        for side in answers.SIDES
    },
    "corridor.answers.roads.Roads.placed": (
        schema.columns(road="VARCHAR", from_km="BIGINT", along_km="DOUBLE", incident_id="VARCHAR"),
        lambda held: answers.roads(held, SOME).placed,
    ),
    "corridor.answers.incident.Incident.accounts": (
        queries.accounts_of.__dict__["columns"],
        lambda held: answers.incident(held, "PUBLIC:2018-06-17-injana-afp").accounts,
    ),
    "corridor.answers.indicator_history.IndicatorHistory.rows": (
        findings.history.__dict__["columns"],
        lambda held: answers.indicator_history(held, REPORT, 1).rows,
    ),
    "corridor.answers.timeline.Timeline.rows": (
        queries.timeline.__dict__["columns"],
        lambda held: answers.timeline(held, SOME, "auto", "province").rows,
    ),
    "corridor.answers.timeline.Timeline.uncertain": (
        queries.uncertain_dates.__dict__["columns"],
        lambda held: _known(answers.timeline(held, SOME, "week", "type").uncertain),
    ),
    "corridor.answers.outlook.Outlook.by_month": (
        outlook._by_month.__dict__["columns"],
        lambda held: outlook._by_month(queries.added(held, SOME, "seed"), frozenset()),
    ),
    "corridor.store.retraction.Retraction.records": (
        retraction.COLUMNS,
        _hiding,
    ),
    "corridor.findings.series.Series.rows": (
        series.COLUMNS,
        lambda held: scene_at(held, REPORT, COVERED).series.rows,
    ),
}


def _absences(held: Reader, as_of: date) -> pd.DataFrame:
    specs = tuple(spec for item in REPORT.findings for spec in item.absences)
    return absences.find(specs, scene_at(held, REPORT, as_of))


def modules() -> Iterator[ModuleType]:
    for layer in LAYERS:
        yield layer
        for found in pkgutil.walk_packages(layer.__path__, f"{layer.__name__}."):
            yield importlib.import_module(found.name)


def public(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """Give a module's own functions and classes, and the methods of these, by name."""
    for name, item in vars(module).items():
        if name.startswith("_") or getattr(item, "__module__", "") != module.__name__:
            continue
        yield f"{module.__name__}.{name}", item
        if inspect.isclass(item):
            yield from (
                (f"{module.__name__}.{name}.{own}", value)
                for own, value in vars(item).items()
                if not own.startswith("_") and inspect.isfunction(value)
            )


def frame_makers() -> dict[str, Any]:
    return {
        name: item
        for module in modules()
        for name, item in public(module)
        if inspect.isfunction(item) and "DataFrame" in str(item.__annotations__.get("return", ""))
    }


def frame_fields() -> set[str]:
    """Name the fields of values that leave their layer."""
    return {
        f"{name}.{field}"
        for module in modules()
        for name, item in public(module)
        if inspect.isclass(item) and name not in INSIDE
        for field, kind in inspect.get_annotations(item).items()
        if "DataFrame" in str(kind)
    }


# What never leaves its layer.
INSIDE: Final = {
    "corridor.answers.months.Counts",
    "corridor.findings.evaluate.Context",
    "corridor.findings.evaluate.Finding",
}


def is_of(type_name: str, values: pd.Series[Any]) -> bool:
    """Tell whether the values of a column are of a type, as DuckDB and pandas hold it."""
    known, kind = values.dropna(), values.dtype.kind
    has_zone = isinstance(values.dtype, pd.DatetimeTZDtype)
    is_whole = kind in "iu" or (kind == "f" and bool((known % 1 == 0).all()))
    holds = {
        # Whole numbers are reals to pandas where one is missing.
        "INTEGER": is_whole,
        "BIGINT": is_whole,
        "DOUBLE": kind in "fiu",
        "BOOLEAN": kind == "b" or (kind == "O" and bool(known.isin([True, False]).all())),
        "TIMESTAMPTZ": has_zone,
        "DATE": (kind == "M" and not has_zone) or _all_are(date, known),
        "VARCHAR": kind in "OUT" and _all_are(str, known),
        "VARCHAR[]": kind == "O" and _all_are((list, np.ndarray), known),
        "MAP(VARCHAR, DOUBLE)": kind == "O" and _all_are(dict, known),
    }
    return holds[type_name]


def _all_are(kind: type | tuple[type, ...], values: pd.Series[Any]) -> bool:
    return all(isinstance(value, kind) for value in values)


def held_to(found: pd.DataFrame, columns: Mapping[str, str]) -> None:
    assert list(found.columns) == list(columns)
    wrong = {
        name: f"{found[name].dtype} for {kind}"
        for name, kind in columns.items()
        if not is_of(kind, found[name])
    }
    assert not wrong


@pytest.mark.parametrize("function", ASKED, ids=lambda function: function.__qualname__)
def test_a_frame_has_the_columns_that_are_said(
    store: Store, function: Callable[..., pd.DataFrame]
) -> None:
    something, nothing = ASKED[function]
    columns = function.__dict__["columns"]
    held_to(something(store), columns)
    held_to(nothing(store), columns)


@pytest.mark.parametrize("name", HELD)
def test_a_frame_in_a_value_has_them_too(store: Store, name: str) -> None:
    columns, ask = HELD[name]
    held_to(ask(store), columns)


def test_every_frame_that_leaves_its_layer_is_held_to_its_columns() -> None:
    makers = frame_makers()
    assert set(makers) >= ANY_STATEMENT
    silent = [
        name
        for name, function in makers.items()
        if name not in ANY_STATEMENT
        and ("columns" not in function.__dict__ or function not in ASKED)
    ]
    assert not silent, "say the columns with `schema.returns`, and ask for them here"
    assert frame_fields() == set(HELD)


def test_columns_of_the_codebook_have_its_types() -> None:
    assert schema.columns("event_date", killed="BIGINT") == {
        "event_date": "DATE", "killed": "BIGINT",
    }  # fmt: skip
