"""Why a filter keeps nothing, in words."""

from __future__ import annotations

from corridor.answers import Absence
from corridor.filter import IncidentFilter
from corridor.words import say
from corridor.words.numbers import day


def why(chosen: IncidentFilter, found: Absence) -> str:
    """Say that the data end before the period, or that nothing is recorded for the filter."""
    if found.ended:
        return say("empty-after-the-data", day=day(found.ended))
    return say("empty-nothing", filter=chosen.describe())


def nearest(found: Absence) -> str:
    """Say when the nearest matching incident was; empty when there is none at any date."""
    return say("empty-nearest", day=day(found.nearest)) if found.nearest else ""
