"""Every cell and row of a landed table against the codebook: accounts, typed, and problems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd

from corridor import schema
from corridor.ingest.cells import Fault, Parsed, parse_cell
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


@dataclass(frozen=True, eq=False)
class _Parsed:
    """A column of which each different text was parsed once: row `i` holds `texts[codes[i]]`."""

    codes: np.ndarray[Any, Any]
    texts: list[str]
    results: list[Parsed]

    def values(self, column: Column) -> pd.Series:
        """Give one typed value per row; faults and empty cells are unknown."""
        known = [None if isinstance(item, Fault) else item for item in self.results]
        different = pd.Series(known, dtype=DTYPES[column.type])
        return different.take(self.codes).reset_index(drop=True)

    def faults(self) -> Iterator[tuple[int, str, Fault]]:
        """Yield row, text and fault of every bad cell."""
        is_bad = np.array([isinstance(item, Fault) for item in self.results], dtype=bool)
        for at in np.flatnonzero(is_bad[self.codes]):
            result = self.results[self.codes[at]]
            if isinstance(result, Fault):  # always: it says so to the type checker
                yield int(at), self.texts[self.codes[at]], result


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


def _parse_column(column: Column, cells: pd.Series, today: date) -> _Parsed:
    codes, different = pd.factorize(cells)
    texts = [str(text) for text in different]
    return _Parsed(codes, texts, [parse_cell(column, text, today) for text in texts])


def _typed(parsed: dict[str, _Parsed], lines: pd.Series) -> pd.DataFrame:
    """Build the frame of accounts: faults are unknown, a missing last day is the first one."""
    columns = {
        column.name: parsed[column.name].values(column)
        if column.name in parsed
        else pd.Series([None] * len(lines), dtype=DTYPES[column.type])
        for column in schema.INCIDENT
    }
    typed = pd.DataFrame(columns | {"row_number": lines.to_numpy()})
    typed["event_date_end"] = typed["event_date_end"].fillna(typed["event_date"])
    return typed[list(ACCOUNT_COLUMNS)]


def _cell_problems(
    parsed: dict[str, _Parsed], rows: Rows, layout: Layout, names: dict[str, str]
) -> Iterator[Problem]:
    for name, cells in parsed.items():
        for at, text, fault in cells.faults():
            remedy = layout.remedies.get(name, fault.remedy)
            yield Problem(rows.line(at), names[name], shorten(text), fault.rule, remedy)


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
