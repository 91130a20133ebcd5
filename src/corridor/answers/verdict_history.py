"""The days on which a verdict changed, and the incidents that tipped it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Any

from corridor import findings, packs, queries
from corridor.findings import Report
from corridor.findings.history import last_covered
from corridor.findings.turning import Turn
from corridor.queries.statements import known
from corridor.store import Store


@dataclass(frozen=True)
class VerdictHistory:
    """The `turns` of a finding's verdict from a day to another, the earliest first.

    `incidents` has what each incident that tipped it tells (`queries.accounts_named`), by its id.
    """

    finding: int
    first: date
    last: date
    turns: tuple[Turn, ...]
    incidents: Mapping[str, Mapping[str, Any]]

    @property
    def reasons(self) -> dict[str, int]:
        """How often it changed for each reason (of `findings.turning.WHY`), most first."""
        return dict(Counter(turn.why for turn in self.turns).most_common())

    @property
    def tipped(self) -> tuple[Turn, ...]:
        """The turns that incidents tipped."""
        return tuple(turn for turn in self.turns if turn.entered or turn.left)

    @property
    def days_stood(self) -> float | None:
        """The median of the days for which a verdict stood between two turns; None without two."""
        days = [turn.day.toordinal() for turn in self.turns]
        return median(b - a for a, b in pairwise(days)) if days[1:] else None

    def told(self, turn: Turn) -> list[Mapping[str, Any]]:
        """Return what tipped a turn, those that entered first."""
        return [self.incidents[name] for name in (*turn.entered, *turn.left)]

    def as_json(self) -> dict[str, Any]:
        """Return the shape of an entry of `verdict-history --json`."""
        return {
            "finding": self.finding,
            "from": self.first.isoformat(),
            "to": self.last.isoformat(),
            "reasons": self.reasons,
            "median_days_stood": self.days_stood,
            "turns": [
                turn.as_json() | {"incidents": [dict(each) for each in self.told(turn)]}
                for turn in self.turns
            ],
        }


def verdict_history(
    store: Store, report: Report, number: int, since: date | None = None, series: str = ""
) -> VerdictHistory:
    """Return each day on which a finding's verdict changed, from `since` if that is given.

    Else from the first day of the region's history; measured by a series (the country's when "").
    KeyError when the report has no such finding.
    """
    last = last_covered(store, report, series)
    first = min(max(since or date.min, packs.region(report.region).history_from), last)
    turns = findings.verdict_turns(store, report, number, first, series)
    ids = sorted({name for turn in turns for name in (*turn.entered, *turn.left)})
    rows = queries.rows_of(queries.accounts_named(store, ids)) if ids else []
    told = {
        str(row["incident_id"]): {name: known(value) for name, value in row.items()} for row in rows
    }
    return VerdictHistory(number, first, last, turns, told)
