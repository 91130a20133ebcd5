"""The numbers behind charts out of the house: CSV for a spreadsheet; unknown is empty, never 0."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from corridor.answers import Changes, Timeline, TimeView
from corridor.exchange.export import rows_csv
from corridor.queries.statements import known, rows_of
from corridor.texts import changes_text
from corridor.texts.places_text import teller
from corridor.words.terms import event_label


def counts_csv(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Give the rows of a frame (`queries.rows_of`): days as ISO text, counts as whole numbers."""
    return rows_csv([{name: _shown(known(value)) for name, value in row.items()} for row in rows])


def timeline_csv(found: Timeline) -> bytes:
    """Give the counts of a timeline by period and group.

    `told_by` is the series that measures, or who else alone tells these: counts of the two are
    never added. `covered_days` are those that the measuring series covers. `group` is as the data
    have it (a type as ACLED names it), `group_label` as the screen shows it.
    """
    tellers = [teller(known(name), found.series) for name in found.rows["beside"]]
    rows = found.rows.drop(columns="beside")
    rows.insert(3, "told_by", tellers)
    labels = [event_label(str(known(name) or "")) for name in rows["group"]]
    rows.insert([*rows.columns].index("group") + 1, "group_label", labels)
    return counts_csv(rows_of(rows))


def view_csv(found: TimeView) -> bytes:
    """Give the counts of another shape of the timeline, cell by cell."""
    return rows_csv([
        {"group": cell.group, "first": cell.first, "last": cell.last,
         "covered_days": cell.covered_days, "incidents": cell.incidents}
        for cell in found.cells
    ])  # fmt: skip


def changes_csv(found: Changes) -> bytes:
    """Give both counts of each place with their covered days, and how they differ.

    Means of a month are empty where counts compare, a percentage where either count is too small.
    """
    return counts_csv(
        {
            "kind": each.kind,
            "place": changes_text.place(each),
            "admin1": each.admin1,
            "incidents": each.incidents,
            "incidents_before": each.before,
            "covered_days": each.days,
            "covered_days_before": each.days_before,
            "a_month": round(each.a_month[0], 3) if each.a_month else None,
            "a_month_before": round(each.a_month[1], 3) if each.a_month else None,
            "difference": round(each.change, 3),
            "difference_percent": None if each.relative is None else round(100 * each.relative, 1),
            "level": each.level,
            "change": each.change_class,
            "may_be_chance": each.may_be_chance,
        }
        for each in found.places
    )


def _shown(value: object) -> object:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value.isoformat() if isinstance(value, date) else value
