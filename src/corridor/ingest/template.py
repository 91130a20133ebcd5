"""Files for the person who uploads: an empty form, and their own rows with what is wrong."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Final, TextIO

from corridor import schema
from corridor.ingest.report import IngestReport
from corridor.ingest.spreadsheet import RISKY_FIRST, restore_cell, safe_cell

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
        _write(text, names, (_restored(map(str, row)) for row in rows))


def _restored(row: Iterable[str]) -> list[str]:
    # Millions of cells: most are seen to be harmless by their first sign.
    return [restore_cell(cell) if cell[:1] == "'" else cell for cell in row]


def write_csv(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return CSV text; cells that a spreadsheet would run are guarded.

    Each cell is quoted: one that separates at `;` must not find a formula inside.
    """
    text = io.StringIO()
    _write(text, header, rows)
    return text.getvalue()


def _write(text: TextIO, header: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow([safe_cell(name) for name in header])
    writer.writerows(
        [safe_cell(cell) if cell[:1] in RISKY_FIRST else cell for cell in row] for row in rows
    )


__all__ = ["annotate", "annotated_csv", "rejects_csv", "safe_cell", "template_csv", "write_csv"]
