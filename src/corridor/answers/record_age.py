"""How old the record is: a screen of the past must not pass for the present."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from corridor import queries
from corridor.filter import IncidentFilter
from corridor.store import Reader

# A record that ended longer ago is said to be old, before anything else.
OLD_DAYS: Final = 90


@dataclass(frozen=True)
class RecordAge:
    """The day of the measuring series' last incident, and today."""

    ends: date
    today: date

    @property
    def days(self) -> int:
        """Days since the record ended; below 0 when it ends after today."""
        return (self.today - self.ends).days

    @property
    def is_old(self) -> bool:
        """Tell whether the record ended more than 90 days ago."""
        return self.days > OLD_DAYS

    @property
    def years_and_months(self) -> tuple[int, int]:
        """Return the whole years and whole months since the record ended."""
        months = 12 * (self.today.year - self.ends.year) + self.today.month - self.ends.month
        months -= self.today.day < self.ends.day
        return divmod(max(months, 0), 12)

    def as_json(self) -> dict[str, Any]:
        """Return the record's last day, today and the days between, for `headline --json`."""
        return {"ends": self.ends.isoformat(), "today": self.today.isoformat(), "days": self.days}


def record_age(store: Reader, today: date, series: str = "") -> RecordAge:
    """Return how long ago the measuring series' last incident was; "" is the country's."""
    chosen = IncidentFilter(provinces=(), series=series)
    return RecordAge(queries.known_days(store, chosen).data_end, today)
