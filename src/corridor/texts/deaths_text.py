"""The chart of reported deaths in words."""

from __future__ import annotations

from corridor import queries
from corridor.answers import Timeline
from corridor.words import numbers as fmt
from corridor.words import say


def in_words(found: Timeline) -> str:
    """Say for who cannot see the chart in which period most were killed, as sources count it."""
    rows = found.totals().dropna(subset="fatalities_best")
    if rows.empty:
        return say("timeline-deaths-none")
    most = queries.rows_of(rows.nlargest(1, "fatalities_best"))[0]
    counts = (most[f"fatalities_{name}"] for name in ("low", "best", "high"))
    return say(
        "timeline-deaths-in-words",
        days=fmt.days(most["period_start"].date(), most["period_end"].date()),
        killed=fmt.fatality_range(*counts),
    )
