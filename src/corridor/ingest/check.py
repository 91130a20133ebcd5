"""Every cell and row of a landed table against the codebook: accounts, typed, and problems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd

from corridor import schema
from corridor.ingest.cells import Fault, parse_cell
from corridor.ingest.layout import Layout
from corridor.ingest.places import name_places
from corridor.ingest.read import Table
from corridor.ingest.report import ACCOUNT_COLUMNS, Problem
from corridor.ingest.rules import RULES, RowRule, Rows
from corridor.schema import Column

# Typed columns of accounts: every one can hold "unknown".
DTYPES: Final = {
    "VARCHAR": "str",
    "INTEGER": "Int64",
    "DOUBLE": "Float64",
    "DATE": "datetime64[s]",
    "BOOLEAN": "boolean",
}
LONGEST_VALUE: Final = 200


@dataclass(frozen=True, eq=False)
class Checked:
    """All rows typed (bad cells unknown), with `row_number`, and what is wrong with them."""

    accounts: pd.DataFrame
    problems: tuple[Problem, ...]


def check_table(table: Table, layout: Layout, today: date) -> Checked:
    """Convert and check all rows; problems come in the order of lines, then columns."""
    text = layout.convert(table.cells)
    names = _written_names(layout, table)
    parsed = {
        column.name: _parse_column(column, text[column.name], today)
        for column in schema.INCIDENT
        if column.name in text
    }
    typed = _typed(parsed, table.lines)
    rows = Rows(typed, text, table.lines)
    problems = [
        *_cell_problems(parsed, rows, layout, names),
        *name_places(rows, names),
        *(problem for rule in RULES for problem in _rule_problems(rule, rows, names)),
    ]
    order = {name: at for at, name in enumerate(table.header.written)}
    problems.sort(key=lambda item: (item.line, order.get(item.column, len(order))))
    return Checked(typed, tuple(problems))


def _written_names(layout: Layout, table: Table) -> dict[str, str]:
    """Give, for every codebook column, the name that the file's author knows it by."""
    written = dict(zip(table.header.names, table.header.written, strict=True))
    alias = {name: short for short, name in schema.CSV_ALIASES.items() if name not in written}
    names = {}
    for column in schema.INCIDENT:
        theirs = layout.origin.get(column.name) or alias.get(column.name, column.name)
        names[column.name] = written.get(theirs, column.name)
    return names


def _parse_column(column: Column, cells: pd.Series, today: date) -> np.ndarray[Any, Any]:
    """Parse each different text once; give one value, Fault or None per row."""
    codes, different = pd.factorize(cells)
    results = np.empty(len(different), dtype=object)
    for at, text in enumerate(different):
        results[at] = parse_cell(column, text, today)
    return results[codes]


def _typed(parsed: dict[str, np.ndarray[Any, Any]], lines: pd.Series) -> pd.DataFrame:
    """Build the frame of accounts: faults are unknown, a missing last day is the first one."""
    columns = {
        column.name: _series(column, parsed.get(column.name), len(lines))
        for column in schema.INCIDENT
    }
    typed = pd.DataFrame(columns | {"row_number": lines.to_numpy()})
    typed["event_date_end"] = typed["event_date_end"].fillna(typed["event_date"])
    return typed[list(ACCOUNT_COLUMNS)]


def _series(column: Column, parsed: np.ndarray[Any, Any] | None, length: int) -> pd.Series:
    if parsed is None:
        return pd.Series([None] * length, dtype=DTYPES[column.type])
    known = [None if isinstance(item, Fault) else item for item in parsed]
    return pd.Series(known, dtype=DTYPES[column.type])


def _cell_problems(
    parsed: dict[str, np.ndarray[Any, Any]], rows: Rows, layout: Layout, names: dict[str, str]
) -> Iterator[Problem]:
    for name, results in parsed.items():
        for at, result in enumerate(results):
            if isinstance(result, Fault):
                value = shorten(rows.text_at(at, name))
                remedy = layout.remedies.get(name, result.remedy)
                yield Problem(rows.line(at), names[name], value, result.rule, remedy)


def _rule_problems(rule: RowRule, rows: Rows, names: dict[str, str]) -> Iterator[Problem]:
    broken = rule.broken(rows)
    for at in np.flatnonzero(broken.to_numpy(dtype=bool, na_value=False)):
        row = rows.values(int(at), rule.shows)
        yield Problem(
            rows.line(int(at)),
            names[rule.column],
            shorten(rows.text_at(int(at), rule.column)),
            rule.rule,
            rule.remedy.format_map(row),
            rule.severity,
        )


def shorten(value: str) -> str:
    """Cut a value that is too long to be shown in a list of problems."""
    return value if len(value) <= LONGEST_VALUE else value[: LONGEST_VALUE - 1] + "…"
