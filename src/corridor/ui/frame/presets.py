"""Periods that a viewer can choose by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from corridor.packs import Region
from corridor.queries import Options
from corridor.words import numbers as fmt
from corridor.words import say

# The name of a period that has none of its own.
CHOSEN: Final = "other"

Period = tuple[date, date]


@dataclass(frozen=True)
class Preset:
    """A named period, both days included; the name is a word for the session, not for people."""

    name: str
    period: Period


def presets(
    options: Options, region: Region, reported: date | None, happened: date | None
) -> tuple[Preset, ...]:
    """List the named periods, the default first.

    `reported` is the report's date, `happened` the day of the incident that it is built on; a
    period without its day is left out.
    """
    ends = (("before-report", reported, 364), ("report-week", happened, 6))
    return (
        Preset("last-year", options.default_dates()),
        *(Preset(name, (day - timedelta(days=more), day)) for name, day, more in ends if day),
        Preset("recent", (region.recent_from, max(region.recent_from, options.last_day))),
        Preset("baseline", region.baseline),
        Preset("all", (options.first_day, options.last_day)),
    )


def name_of(period: Period, known: tuple[Preset, ...]) -> str:
    """Return the name of a period; `CHOSEN` when it has none."""
    return next((preset.name for preset in known if preset.period == period), CHOSEN)


def label(region: Region, name: str) -> str:
    """Say the name of a period: "Last 12 months of data", "Other dates"."""
    month, years = fmt.month_in_full(region.recent_from), fmt.years(*region.baseline)
    return say(f"preset-{name}", month=month, years=years)
