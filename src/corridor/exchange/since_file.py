"""What changed between two versions of the data, as a table for a spreadsheet."""

from __future__ import annotations

from corridor.answers import Since
from corridor.exchange.export import rows_csv
from corridor.texts import since_text


def since_csv(found: Since) -> bytes:
    """Give a row for each incident that is new or gone, and for each field that changed.

    `why`, `other` and `reason` are as `answers.Altered` has them, `told` says them in words.
    """
    return rows_csv([
        {
            "change": each.kind, "incident_id": each.incident_id, "event_date": each.event_date,
            "admin1": each.admin1, "location": each.location, "event_type": each.event_type,
            "fatalities_best": each.fatalities_best, "told_by": each.beside or found.series,
            "why": each.why, "other": each.other, "reason": each.reason,
            "told": since_text.what(found, each), "field": name, "before": before, "after": after,
        }
        for each in found.incidents
        for name, before, after in (each.fields or ((None, None, None),))
    ])  # fmt: skip
