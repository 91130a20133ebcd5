"""Every cell and row of a landed file against the codebook, in the workbench.

Made here: `cells`, the file's rows with the text (`t_<name>`) and the value (`<name>`) of each
codebook column it has; the view `file_rows`, the same with every codebook column; `problems`;
`readings`, the texts that were read as unknown, as bounds or without their zone; and the view
`accepted`, the rows without an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

import pandas as pd

from corridor import schema
from corridor.ingest.checks import quick, row_rules
from corridor.ingest.checks.cells import PLAIN, Range, Writing, parse_cell
from corridor.ingest.checks.dates import date_order as find_order
from corridor.ingest.checks.dates import settled_order, zone_shift
from corridor.ingest.checks.left_out import leave_out
from corridor.ingest.checks.place_names import name_places
from corridor.ingest.files.workbook import Merge
from corridor.ingest.model import pace
from corridor.ingest.model.characters import EDGES, RISKY
from corridor.ingest.model.header import Header
from corridor.ingest.model.layout import Layout
from corridor.ingest.model.problem import Fault
from corridor.ingest.model.statements import filled, statement
from corridor.schema import Column
from corridor.store.workbench import Workbench
from corridor.words import later
from corridor.words.sealed import seal

_NONE: Final = (None, None)
_ANSWER: Final = ["text", "value", "what", "mend"]
_READINGS: Final = ["column", "text", "reading", "low", "high"]
_BOUNDS: Final = ("fatalities_low", "fatalities_high")
_DEGREES: Final = frozenset({"latitude", "longitude"})
_CUT_OFF: Final = later("problem-the-row-is-cut-off")
_BEST: Final = "fatalities_best"
_MERGED: Final = {
    "what": seal(later("problem-merged-cell")),
    "mend": seal(later("remedy-merged-cell")),
}
_COUNTED: Final = {
    "no_number": "problem-not-a-number-of-incidents",
    "none": "problem-the-row-counts-no-incident",
    "some": "problem-the-row-counts-incidents",
    "mend": seal(later("remedy-one-row-for-each-incident")),
}
# Not a codebook column: how many incidents a row of a mapped table counts.
ROW_COUNTS: Final = "row_counts"
FoundOrder = Literal["dmy", "mdy", "ambiguous", "mixed"]
_ALL: Final = tuple(column.name for column in schema.INCIDENT)


def cleaning() -> str:
    """Return SQL that makes the macros which clean text."""
    risky = RISKY.replace("'", "''")
    return filled("clean", edges=f"'{EDGES}'", risky=f"'^{risky}'")


def check_rows(
    bench: Workbench,
    header: Header,
    layout: Layout,
    today: date,
    writing: Writing = PLAIN,
    *,
    merged: tuple[Merge, ...] = (),
) -> FoundOrder | None:
    """Type and check what `landing` put into `landed`; return the order of its numeric dates."""
    present = read_cells(bench, header, layout, today, decimal_comma=writing.decimal_comma)
    bench.run(statement("create_problems"))
    leave_out(bench, header, layout, {column.name for column in present})
    doubts = {column: _doubts(bench, column, layout) for column in present}
    days = [text for column, texts in doubts.items() if column.type == "DATE" for text in texts]
    order = settled_order(days, writing.date_order)
    writing = replace(writing, date_order=order, is_point=layout.is_point)
    readings: list[_Reading] = []
    bench.progress.at(later("stage-checking-cells"), *pace.DOUBTS)
    asked = [(column, text) for column, texts in doubts.items() for text in texts]
    told: dict[Column, list[_Answer]] = {}
    for column, text in bench.progress.over(asked):
        told.setdefault(column, []).append(_answer(column, layout, text, today, writing))
    for column, answers in told.items():
        # What is wrong with a cell that says both coordinates is told once.
        is_told = layout.is_point and column.name == "longitude"
        _take_answers(bench, column, [it for it in answers if not (is_told and it.fault)])
        readings += [it.reading for it in answers if it.reading]
    present = _keep_readings(bench, readings, present)
    _forget_merged(bench, header, layout, present, merged)
    name_places(bench, {column.name for column in present})
    _view_rows(bench, present)
    for rule in _broken(bench):
        _apply(bench, rule)
    _refuse_counts(bench, header, layout)
    bench.run(statement("accepted"))
    return order or find_order(days)


def type_column(bench: Workbench, column: Column, layout: Layout, today: date) -> None:
    """Type the cells of one column, no date; those that do not fit are problems."""
    texts = _doubts(bench, column, layout)
    if texts:
        answers = [_answer(column, layout, text, today, PLAIN) for text in texts]
        _take_answers(bench, column, answers)


def read_cells(
    bench: Workbench,
    header: Header,
    layout: Layout,
    today: date,
    columns: tuple[Column, ...] = schema.INCIDENT,
    *,
    decimal_comma: bool = False,
) -> tuple[Column, ...]:
    """Make `cells`; return those of `columns` that the layout finds in the file."""
    refs = {name: f"f{at}" for at, name in enumerate(header.names) if name in layout.known}
    texts = layout.convert(refs)
    present = tuple(column for column in columns if column.name in texts)
    cleaned = "".join(f", clean(c{refs[name][1:]}) AS {refs[name]}" for name in refs)
    raw = "".join(f", {texts[column.name]} AS t_{column.name}" for column in present)
    typed = "".join(
        f", {_typed(column, layout, decimal_comma=decimal_comma)} AS {column.name}"
        for column in present
    )
    _keep_codes(bench, layout)
    bench.run(
        filled("read_cells", cleaned=cleaned, texts=raw, typed=typed),
        quick.values(today),
    )
    return present


def _typed(column: Column, layout: Layout, *, decimal_comma: bool) -> str:
    text = f"t_{column.name}"
    if column.name in _DEGREES and layout.is_point:
        return f"CAST(NULL AS {column.type})"  # each text is read for itself
    if column.type == "DOUBLE" and decimal_comma:
        text = f"replace({text}, ',', '.')"
    return quick.typed(column, text)


def _keep_codes(bench: Workbench, layout: Layout) -> None:
    rows = [
        (name, code, value) for name, codes in layout.codes.items() for code, value in codes.items()
    ]
    bench.keep("codes", pd.DataFrame(rows, columns=["list", "code", "value"], dtype="str"))


def _doubts(bench: Workbench, column: Column, layout: Layout) -> list[str]:
    """Return each different text that SQL could not type, or that is missing where it must not."""
    required = column.required or column.name in layout.always
    found = bench.rows(filled("doubts", name=column.name), {"required": required})
    return [text for (text,) in found]


_Reading = tuple[str, str, str, int | None, int | None]


@dataclass(frozen=True)
class _Answer:
    """What a text means: a value, or what is wrong; `reading` where that must be told."""

    text: str
    value: str | None = None
    fault: Fault | None = None
    reading: _Reading | None = None


def _answer(column: Column, layout: Layout, text: str, today: date, writing: Writing) -> _Answer:
    if not text and column.name in layout.always:
        return _Answer(text, fault=Fault(_CUT_OFF, layout.remedies[column.name]))
    found = parse_cell(column, text, today, writing)
    if isinstance(found, Fault):
        mend = layout.remedies.get(column.name) or found.mend
        return _Answer(text, fault=Fault(found.what, mend))
    if isinstance(found, Range):
        return _Answer(text, reading=(column.name, text, "range", found.low, found.high))
    if found is None:
        return _Answer(text, reading=(column.name, text, "unknown", None, None) if text else None)
    shift = zone_shift(text) if column.type == "DATE" else None
    reading = None if shift is None else (column.name, text, "zone", shift, None)
    return _Answer(text, str(found), reading=reading)


def _take_answers(bench: Workbench, column: Column, answers: list[_Answer]) -> None:
    rows = [
        (it.text, it.value, *((seal(it.fault.what), seal(it.fault.mend)) if it.fault else _NONE))
        for it in answers
    ]
    bench.keep("answers", pd.DataFrame(rows, columns=_ANSWER, dtype="str"))
    for step in ("take_answers", "take_faults"):
        bench.run(
            filled(step, name=column.name, type=column.type),
            {"column": column.name},
        )


def _keep_readings(
    bench: Workbench, readings: list[_Reading], present: tuple[Column, ...]
) -> tuple[Column, ...]:
    """Keep what must be told; the bounds of the dead go where bounds are kept."""
    frame = pd.DataFrame(readings, columns=_READINGS)
    types = {"column": "str", "text": "str", "reading": "str", "low": "Int64", "high": "Int64"}
    bench.keep("readings", frame.astype(types))
    if not any(reading[0] == _BEST and reading[2] == "range" for reading in readings):
        return present
    lacking = [schema.column(name) for name in _BOUNDS if schema.column(name) not in present]
    for column in lacking:
        bench.run(filled("add_cells", name=column.name, type=column.type))
    bench.run(statement("take_bounds"))
    return (*present, *lacking)


def _forget_merged(
    bench: Workbench,
    header: Header,
    layout: Layout,
    present: tuple[Column, ...],
    merged: tuple[Merge, ...],
) -> None:
    """Take numbers of people out of merged cells: nobody says how many are of which row."""
    for column in present if merged else ():
        theirs = layout.origin.get(column.name, column.name)
        at = header.names.index(theirs) if theirs in header.names else None
        rows = [(it.first, it.last) for it in merged if it.column == at]
        if rows and column.unit == "people":
            bench.keep("merged", pd.DataFrame(rows, columns=["first", "last"]))
            bench.run(filled("tell_merged", name=column.name), _MERGED | {"column": column.name})
            bench.run(filled("forget_merged", name=column.name))


def _refuse_counts(bench: Workbench, header: Header, layout: Layout) -> None:
    """Refuse rows that count several incidents, where a column says how many."""
    if layout.row_counts:
        cell = f"clean(c{header.names.index(layout.row_counts)})"
        bench.run(filled("refuse_counts", cell=cell), _COUNTED | {"column": ROW_COUNTS})


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


def _broken(bench: Workbench) -> list[row_rules.RowRule]:
    """Return the rules that some row breaks."""
    flags = [f"({rule.broken}) AS broken_{at}" for at, rule in enumerate(row_rules.RULES)]
    any_row = [f"bool_or(broken_{at})" for at in range(len(flags))]
    sql = filled("rules_broken", any=", ".join(any_row), broken=", ".join(flags))
    (found,) = bench.rows(sql, row_rules.values())
    return [rule for rule, is_broken in zip(row_rules.RULES, found, strict=True) if is_broken]


def _apply(bench: Workbench, rule: row_rules.RowRule) -> None:
    values: Mapping[str, object] = row_rules.values() | {
        "column": rule.column,
        "what": rule.what,
        "mend": rule.mend,
        "severity": rule.severity,
    }
    shown = ", ".join(f"'{name}', t_{name}" for name in rule.shows)
    bench.run(
        filled("row_rule", cell=f"t_{rule.column}", shown=shown, broken=rule.broken),
        values,
    )
