"""Every cell and row of a landed file against the codebook, in the workbench.

Made here: `cells`, the file's rows with the text (`t_<name>`) and the value (`<name>`) of each
codebook column it has; the view `file_rows`, the same with every codebook column; `problems`;
and the view `accepted`, the rows without an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, Literal

import pandas as pd

from corridor import schema
from corridor.ingest import quick, rules
from corridor.ingest.cells import Fault, parse_cell
from corridor.ingest.characters import EDGES
from corridor.ingest.dates import DateOrder, settled_order
from corridor.ingest.dates import date_order as find_order
from corridor.ingest.layout import Layout
from corridor.ingest.places import name_places
from corridor.ingest.read import Header
from corridor.ingest.statements import filled, statement
from corridor.schema import Column
from corridor.store.workbench import Workbench

_ANSWER: Final = ["text", "value", "rule", "remedy"]
FoundOrder = Literal["dmy", "mdy", "ambiguous", "mixed"]
_ALL: Final = tuple(column.name for column in schema.INCIDENT)


def cleaning() -> str:
    """Give SQL that makes the macros which clean text."""
    return filled("clean", edges=f"'{EDGES}'")


def check_rows(
    bench: Workbench,
    header: Header,
    layout: Layout,
    today: date,
    date_order: DateOrder | None = None,
) -> FoundOrder | None:
    """Type and check what `landing` put into `landed`; give the order of its numeric dates."""
    present = read_cells(bench, header, layout, today)
    bench.run(statement("create_problems"))
    doubts = {column: _doubts(bench, column) for column in present}
    days = [text for column, texts in doubts.items() if column.type == "DATE" for text in texts]
    order = settled_order(days, date_order)
    for column, texts in doubts.items():
        if texts:
            answers = [_answer(column, layout, text, today, order) for text in texts]
            _take_answers(bench, column, answers)
    name_places(bench, {column.name for column in present})
    _view_rows(bench, present)
    for rule in rules.RULES:
        _apply(bench, rule)
    bench.run(statement("accepted"))
    return order or find_order(days)


def type_column(bench: Workbench, column: Column, layout: Layout, today: date) -> None:
    """Give the cells of one column, no date, their values; those that do not fit are problems."""
    texts = _doubts(bench, column)
    if texts:
        answers = [_answer(column, layout, text, today, None) for text in texts]
        _take_answers(bench, column, answers)


def read_cells(
    bench: Workbench,
    header: Header,
    layout: Layout,
    today: date,
    columns: tuple[Column, ...] = schema.INCIDENT,
) -> tuple[Column, ...]:
    """Make `cells`; give those of `columns` that the layout finds in the file."""
    refs = {name: f"f{at}" for at, name in enumerate(header.names) if name in layout.known}
    texts = layout.convert(refs)
    present = tuple(column for column in columns if column.name in texts)
    cleaned = "".join(f", clean(c{refs[name][1:]}) AS {refs[name]}" for name in refs)
    raw = "".join(f", {texts[column.name]} AS t_{column.name}" for column in present)
    typed = "".join(
        f", {quick.typed(column, f't_{column.name}')} AS {column.name}" for column in present
    )
    _keep_codes(bench, layout)
    bench.run(
        filled("read_cells", cleaned=cleaned, texts=raw, typed=typed),
        quick.values(today),
    )
    return present


def _keep_codes(bench: Workbench, layout: Layout) -> None:
    rows = [
        (name, code, value) for name, codes in layout.codes.items() for code, value in codes.items()
    ]
    bench.keep("codes", pd.DataFrame(rows, columns=["list", "code", "value"], dtype="str"))


def _doubts(bench: Workbench, column: Column) -> list[str]:
    """Give each different text that SQL could not type, or that is missing where it must not."""
    found = bench.rows(filled("doubts", name=column.name), {"required": column.required})
    return [text for (text,) in found]


def _answer(
    column: Column, layout: Layout, text: str, today: date, order: DateOrder | None
) -> tuple[str, str | None, str | None, str | None]:
    found = parse_cell(column, text, today, date_order=order)
    if isinstance(found, Fault):
        return text, None, found.rule, layout.remedies.get(column.name) or found.remedy
    return text, None if found is None else str(found), None, None


def _take_answers(bench: Workbench, column: Column, answers: list[Any]) -> None:
    bench.keep("answers", pd.DataFrame(answers, columns=_ANSWER, dtype="str"))
    for step in ("take_answers", "take_faults"):
        bench.run(
            filled(step, name=column.name, type=column.type),
            {"column": column.name},
        )


def _view_rows(bench: Workbench, present: tuple[Column, ...]) -> None:
    """Make `file_rows`: what the file lacks is unknown, its text empty."""
    has = {column.name for column in present}
    typed = [
        column.name if column.name in has else f"CAST(NULL AS {column.type}) AS {column.name}"
        for column in schema.INCIDENT
    ]
    texts = [f"t_{name}" if name in has else f"'' AS t_{name}" for name in _ALL]
    listed = ", ".join(["line", *typed, *texts])
    bench.run(filled("file_rows", columns=listed))


def _apply(bench: Workbench, rule: rules.RowRule) -> None:
    values: Mapping[str, object] = rules.values() | {
        "column": rule.column,
        "rule": rule.rule,
        "severity": rule.severity,
        "remedy": rule.remedy,
    }
    remedy = "$remedy"
    for name in rule.shows:
        remedy = f"replace({remedy}, '{{{name}}}', t_{name})"
    bench.run(
        filled("row_rule", cell=f"t_{rule.column}", remedy=remedy, broken=rule.broken),
        values,
    )
