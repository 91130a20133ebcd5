"""A first look at a table of no known layout: its columns and what stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corridor.ingest.checks.rows import cleaning
from corridor.ingest.files.column_names import Header
from corridor.ingest.files.opening import open_upload
from corridor.ingest.layouts.recognise import EXPECTED
from corridor.ingest.model.characters import trim
from corridor.ingest.model.spreadsheet import restore_cell
from corridor.ingest.model.statements import filled, statement
from corridor.settings import Settings
from corridor.store.workbench import Workbench

# Rows whose texts are shown as examples, and texts of one column that a person can translate.
_FIRST: Final = 200
MOST_TEXTS: Final = 40
_SHOWN: Final = 3


@dataclass(frozen=True, eq=False)
class Glance:
    """A table that was opened, and not yet understood.

    `examples` gives, for each column's own name, its first few different texts.
    """

    header: Header
    rows: int
    examples: Mapping[str, tuple[str, ...]]
    bench: Workbench

    def texts(self, written: str) -> tuple[str, ...]:
        """Give the different texts of a column, most frequent first, at most `MOST_TEXTS`."""
        at = self.header.written.index(written)
        found = self.bench.rows(filled("texts_of", cell=f"clean(c{at})"), {"most": MOST_TEXTS})
        return tuple(text for (text,) in found)


def look(
    data: bytes, settings: Settings, folder: Path | None = None, sheet: str | None = None
) -> Glance:
    """Open a table; RefusedError when it cannot be read, as for any upload.

    With a `folder` its rows are kept in a file there.
    """
    opened = open_upload(data, EXPECTED, settings.max_upload_mb * 1_000_000, sheet)
    bench = Workbench.alone(settings.memory_limit, settings.threads, folder)
    bench.run(cleaning())
    opened.land(bench)
    header = opened.header
    # Cleaned here: five hundred macros in one statement keep DuckDB busy for half a minute.
    asked = ", ".join(f"c{at}" for at in range(len(header.names)))
    rows = bench.rows(filled("first_texts", cells=asked), {"most": _FIRST})
    examples = {
        name: tuple(dict.fromkeys(filter(None, map(_clean, column))))[:_SHOWN]
        for name, column in zip(header.written, zip(*rows, strict=True), strict=True)
    }
    return Glance(header, bench.one(statement("count_landed")), examples, bench)


def _clean(cell: str | None) -> str:
    return restore_cell(trim(cell or ""))
