"""Our own layout: the columns of the codebook, as in the template and in an export."""

from __future__ import annotations

from typing import Final

from corridor import schema
from corridor.ingest.model.layout import Cells, Layout
from corridor.ingest.model.report import REMARKS

_OURS: Final = tuple(column.name for column in schema.CSV_COLUMNS)
# What our own exports and annotated files carry besides: computed again, so left out on purpose.
CARRIED: Final = frozenset(
    (
        *(column.name for column in (*schema.DERIVED, *schema.RECORD)),
        *(
            "source_role",
            "account_ids",
            "accounts",
            "account_rank",
            "incident_key",
            "is_covered",
            "beside",
            "is_provisional",
            "tactic",
            "tactic_source",
            "resolved_grade",
            "grade_source",
        ),
        *REMARKS,
    )
)


def convert(cells: Cells) -> dict[str, str]:
    """Return the codebook's columns; a name that stands for another is used when that is absent."""
    ours = {name: cells[name] for name in _OURS if name in cells}
    aliased = {
        name: cells[alias]
        for alias, name in schema.CSV_ALIASES.items()
        if alias in cells and name not in cells
    }
    return ours | aliased


LAYOUT: Final = Layout(
    name="native",
    title="Corridor Watch",
    required=tuple(column.name for column in schema.CSV_COLUMNS if column.required),
    known=frozenset((*_OURS, *schema.CSV_ALIASES, *CARRIED)),
    convert=convert,
    names_unknown=True,
    marks=frozenset({"incident_id"}),
)
