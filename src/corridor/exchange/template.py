"""Files for the person who uploads: an empty form, and their own rows with what is wrong."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Final, TextIO

from corridor import schema
from corridor.ingest.model.characters import RISKY_FIRST, restore_cell, safe_cell
from corridor.ingest.model.report import IngestReport

# Spreadsheets read UTF-8 only when the file begins with this mark.
MARK: Final = "\ufeff"


def template_csv() -> bytes:
    """Give the upload template: the columns of `schema.TEMPLATE` and one worked example."""
    names = [schema.CSV_ALIASES.get(name, name) for name in schema.TEMPLATE]
    example = [schema.column(name).example for name in names]
    return (MARK + write_csv(schema.TEMPLATE, [example])).encode()


def rejects_csv(report: IngestReport) -> bytes:
    """Give the refused rows as they stood, with `line` and `errors` before them."""
    text = io.StringIO()
    annotate(report, text, only_refused=True)
    return text.getvalue().encode()


def annotated_csv(report: IngestReport) -> bytes:
    """Give every row as it stood, with its line, errors, warnings and notes before it."""
    text = io.StringIO()
    annotate(report, text)
    return text.getvalue().encode()


def annotate(report: IngestReport, text: TextIO, *, only_refused: bool = False) -> None:
    """Write the user's own cells row by row: what they guarded themselves is not guarded twice."""
    text.write(MARK)
    with report.annotated(only_refused=only_refused) as (names, rows):
        cells = ((str(line), *row) for line, *row in rows)
        _write(text, names, cells, lambda cell: safe_cell(restore_cell(cell)))


def write_csv(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return CSV text; cells that a spreadsheet would run are guarded.

    Each cell is quoted: one that separates at `;` must not find a formula inside.
    """
    text = io.StringIO()
    _write(text, header, rows)
    return text.getvalue()


def _write(
    text: TextIO,
    header: Iterable[str],
    rows: Iterable[Iterable[str]],
    guard: Callable[[str], str] = safe_cell,
) -> None:
    """Write each cell in quotes, twice as fast as `csv.writer`; few need the guard."""
    text.write(_line(map(safe_cell, header)))
    text.writelines(
        _line([guard(cell) if cell[:1] in RISKY_FIRST else cell for cell in row]) for row in rows
    )


def _line(cells: Iterable[str]) -> str:
    return ",".join(['"' + cell.replace('"', '""') + '"' for cell in cells]) + "\n"


__all__ = ["annotate", "annotated_csv", "rejects_csv", "safe_cell", "template_csv", "write_csv"]
