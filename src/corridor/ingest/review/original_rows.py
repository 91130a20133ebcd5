"""The rows of a file as it had them, kept beside what was made of them."""

from __future__ import annotations

from collections.abc import Sequence

from corridor.ingest.model.statements import filled


def with_originals(columns: str, header: Sequence[str]) -> tuple[str, dict[str, str]]:
    """Give SQL for `columns` of all placed rows and their `original`, and the values it names.

    `header` holds the file's column names. `original` is a JSON object of the row's cells.
    """
    cells = ", ".join(f"$name{at}, c{at}" for at in range(len(header)))
    names = {f"name{at}": name for at, name in enumerate(header)}
    return filled("records_with_originals", columns=columns, cells=cells), names
