"""Periods that a viewer can choose by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from corridor.queries import Options

BASELINE: Final = (date(2010, 1, 1), date(2011, 12, 31))
RECENT_START: Final = date(2018, 1, 1)
CHOSEN: Final = "Other dates"

Period = tuple[date, date]


@dataclass(frozen=True)
class Preset:
    """A named period, both days included."""

    label: str
    period: Period


def presets(options: Options, reported: date, happened: date) -> tuple[Preset, ...]:
    """List the named periods, the default first.

    `reported` is the report's date, `happened` the day of the incident that it is built on.
    """
    return (
        Preset("Last 12 months of data", options.default_dates()),
        Preset("12 months before the report", (reported - timedelta(days=364), reported)),
        Preset("The report’s week", (happened - timedelta(days=6), happened)),
        Preset("Since January 2018", (RECENT_START, max(RECENT_START, options.last_day))),
        Preset("2010–2011", BASELINE),
        Preset("All dates", (options.first_day, options.last_day)),
    )


def preset_label(period: Period, known: tuple[Preset, ...]) -> str:
    """Name a period; `CHOSEN` when it has no name."""
    return next((preset.label for preset in known if preset.period == period), CHOSEN)
