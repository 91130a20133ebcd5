"""Periods that a viewer can choose by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from corridor.queries import Options

# The report is of mid-2018 and carries no day; its own incident fell on the night of 17 June.
REPORT_DATE: Final = date(2018, 6, 30)
REPORT_WEEK: Final = (date(2018, 6, 11), date(2018, 6, 17))
REPORT_YEAR: Final = (date(2017, 7, 1), REPORT_DATE)
BASELINE: Final = (date(2010, 1, 1), date(2011, 12, 31))
RECENT_START: Final = date(2018, 1, 1)
CHOSEN: Final = "Dates chosen by hand"

Period = tuple[date, date]


@dataclass(frozen=True)
class Preset:
    """A named period, both days included."""

    label: str
    period: Period


def presets(options: Options) -> tuple[Preset, ...]:
    """List the named periods, the default first."""
    return (
        Preset("Last 12 months covered", options.default_dates()),
        Preset("12 months before the report", REPORT_YEAR),
        Preset("The report’s week", REPORT_WEEK),
        Preset("Since January 2018", (RECENT_START, max(RECENT_START, options.last_day))),
        Preset("2010–2011", BASELINE),
        Preset("All dates", (options.first_day, options.last_day)),
    )


def preset_label(period: Period, options: Options) -> str:
    """Name a period; `CHOSEN` when it has no name."""
    known = presets(options)
    return next((preset.label for preset in known if preset.period == period), CHOSEN)
