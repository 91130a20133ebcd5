"""How the indicators of a finding's parts went, month by month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd

from corridor import findings, queries
from corridor.findings import Report
from corridor.store import Store

_LAST_MONTH: Final = 12


@dataclass(frozen=True)
class Moment:
    """The value of an indicator as of a month's end."""

    as_of: date
    value: float


@dataclass(frozen=True)
class Course:
    """The first, the highest and the last known value of a part's indicator.

    `varies`: it had more than one value, so that a line of it shows something.
    """

    first: Moment
    highest: Moment
    last: Moment
    varies: bool


@dataclass(frozen=True, eq=False)
class IndicatorHistory:
    """A finding's indicators at month ends (columns of `findings.history`).

    `courses` has the parts, by their slugs, of which a value is known.
    """

    rows: pd.DataFrame
    courses: dict[str, Course]

    def months(self, slug: str) -> list[dict[str, Any]]:
        """Return the rows of a part, the earliest first."""
        own = self.rows[self.rows["part"] == slug]
        return queries.rows_of(own.sort_values("as_of", kind="stable"))

    def turns(self, slug: str) -> list[dict[str, Any]]:
        """Return of a part each December, each month that changed its verdict, and the last."""
        rows = self.months(slug)
        before = [None, *(row["verdict"] for row in rows)]
        return [
            row
            for row, verdict in zip(rows, before, strict=False)
            if row["verdict"] != verdict or row["as_of"].month == _LAST_MONTH or row is rows[-1]
        ]


def indicator_history(
    store: Store, report: Report, number: int, series: str = ""
) -> IndicatorHistory:
    """Return how the parts of a finding went, measured by a series (the country's when "").

    KeyError when the report has no such finding.
    """
    rows = findings.history(store, report, number, series=series)
    known = rows.dropna(subset="value").sort_values("as_of", kind="stable")
    return IndicatorHistory(
        rows, {str(slug): _course(own) for slug, own in known.groupby("part", sort=False)}
    )


def _course(rows: pd.DataFrame) -> Course:
    moments = [
        Moment(pd.Timestamp(row["as_of"]).date(), float(row["value"]))
        for row in queries.rows_of(rows)
    ]
    highest = max(moments, key=lambda moment: moment.value)
    is_varied = len({moment.value for moment in moments}) > 1
    return Course(moments[0], highest, moments[-1], is_varied)
