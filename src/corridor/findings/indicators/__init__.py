"""The kinds of indicators: a small registry from the word in the report to a function."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from corridor.findings.indicators import levels, places, recurring, shares
from corridor.findings.indicators.contrast import stands_among
from corridor.findings.indicators.kind import Kind
from corridor.findings.indicators.kind import read_settings as read_all
from corridor.findings.measured import Measured, Scene, unmeasured
from corridor.findings.rules import Rule
from corridor.findings.spec import PartSpec
from corridor.packs import Table
from corridor.words import later, written
from corridor.words import numbers as fmt

KINDS: Final[Mapping[str, Kind]] = {
    **shares.KINDS,
    **levels.KINDS,
    **places.KINDS,
    **recurring.KINDS,
}


def read_settings(kind: str, table: Table, named: Mapping[str, Rule]) -> dict[str, Any]:
    """Read the settings that an indicator of this kind has."""
    return read_all(KINDS[kind].settings, table, named)


def measure(part: PartSpec, scene: Scene) -> Measured:
    """Measure a part's indicator, in a window of its own where it has one.

    A series that a part is not for, or that does not cover its place or its baseline, cannot
    measure it.
    """
    code = scene.series.code
    if part.series and code not in part.series:
        known = written(fmt.unit_list, part.series)
        told = later("part-of-other-series", name=code, known=known)
        return unmeasured(part.words, told, scene)
    if part.everywhere:
        scene = replace(scene, window=replace(scene.window, coverage=scene.series.everywhere))
        if not scene.window.is_usable:
            return unmeasured(part.words, later("part-not-everywhere", name=code), scene)
    if part.baseline and not scene.covers(*part.baseline):
        years = written(fmt.years, *part.baseline)
        told = later("part-without-baseline", name=code, years=years)
        return unmeasured(part.words, told, scene)
    days = part.settings.get("days", scene.window.days)
    if days != scene.window.days:
        scene = replace(scene, window=replace(scene.window, days=days))
    measured = KINDS[part.kind].measure(part, scene)
    return replace(measured, contrast=stands_among(part, scene, measured))
