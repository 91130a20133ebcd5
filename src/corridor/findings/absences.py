"""Absences of incidents, listed as periods: silence can speak against a finding too.

Only days that the series covers count; silence elsewhere is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd

from corridor import schema
from corridor.analysis.periods import backward_periods, forward_bins, quiet_spells
from corridor.findings import phrases
from corridor.findings.indicators import kind
from corridor.findings.measured import Scene
from corridor.findings.predicates.row import MOST_DAYS
from corridor.findings.rules import Rule
from corridor.findings.spec import AbsenceSpec
from corridor.packs import Table
from corridor.words import say

COLUMNS: Final = schema.columns(
    label="VARCHAR", first="DATE", last="DATE", days="INTEGER", why="VARCHAR"
)  # fmt: skip
Row = tuple[str, date, date, int, str]


def read_settings(name: str, table: Table, named: Mapping[str, Rule]) -> dict[str, Any]:
    """Read the settings of a kind of absence."""
    return kind.read_settings(KINDS[name][0], table, named)


@schema.returns(**COLUMNS)
def find(specs: tuple[AbsenceSpec, ...], scene: Scene) -> pd.DataFrame:
    """Give the absences in the window: label, first, last (dates), days, why (in words)."""
    rows = [row for spec in specs for row in KINDS[spec.kind][1](spec, scene)]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"days": "int64"})


def _row(spec: AbsenceSpec, first: int, last: int, why: str) -> Row:
    return (spec.label, date.fromordinal(first), date.fromordinal(last), last - first + 1, why)


def _quiet_spells(spec: AbsenceSpec, scene: Scene) -> list[Row]:
    """Spells of more than `days` covered days on which none of the incidents began."""
    covered = scene.window.ordinals[scene.window.covered]
    if not len(covered):
        return []
    marks = scene.series.ordinals[scene.inside(spec.settings["population"])]
    spells = quiet_spells(marks, int(covered[0]), int(covered[-1]), spec.settings["days"])
    return [
        _row(spec, *spell, say("absence-spell", days=spell[1] - spell[0] + 1)) for spell in spells
    ]


def _empty_periods(spec: AbsenceSpec, scene: Scene) -> list[Row]:
    """Equal periods without one, although the rest had at least `rest_at_least` incidents."""
    window, periods = scene.window, spec.settings["periods"]
    period = backward_periods(window.days, periods)
    here = _counts(scene, spec.settings["population"], period, periods)
    rest = _counts(scene, spec.settings["rest"], period, periods) - here
    whole = np.bincount(period[window.covered], minlength=periods) == np.bincount(period)
    empty = np.flatnonzero(whole & (here == 0) & (rest >= spec.settings["rest_at_least"]))
    return [
        _row(
            spec,
            *_ends(scene, period, int(number)),
            say("absence-period", count=rest[number], region=scene.region),
        )
        for number in empty
    ]


def _low_bins(spec: AbsenceSpec, scene: Scene) -> list[Row]:
    """Bins of the window whose rate stays below a share of the baseline's."""
    window, bins = scene.window, spec.settings["bins"]
    bin_of = forward_bins(window.days, bins)
    counts = _counts(scene, spec.settings["population"], bin_of, bins)
    days = np.bincount(bin_of[window.covered], minlength=bins)
    usual = _baseline_rate(spec, scene)
    low = np.flatnonzero((days > 0) & (counts < spec.settings["below"] * usual * days))
    return [
        _row(
            spec,
            *_ends(scene, bin_of, int(number)),
            say(
                "absence-low",
                incidents=say("incident-count", count=counts[number]),
                usual=phrases.number(usual * days[number], 0),
            ),
        )
        for number in low
    ]


def _baseline_rate(spec: AbsenceSpec, scene: Scene) -> float:
    first = spec.settings["baseline_from"].toordinal()
    last = spec.settings["baseline_to"].toordinal()
    ordinals = scene.series.ordinals
    rows = scene.series.mask(spec.settings["population"])
    count = int((rows & (ordinals >= first) & (ordinals <= last)).sum())
    return count / int(last - first + 1)


def _counts(scene: Scene, rule: Rule, part_of: Any, parts: int) -> Any:
    rows = scene.inside(rule)
    return np.bincount(part_of[scene.series.ordinals[rows] - scene.window.first], minlength=parts)


def _ends(scene: Scene, part_of: Any, number: int) -> tuple[int, int]:
    days = scene.window.ordinals[(part_of == number) & scene.window.covered]
    return int(days[0]), int(days[-1])


KINDS: Final[
    dict[str, tuple[Mapping[str, kind.Reader], Callable[[AbsenceSpec, Scene], list[Row]]]]
] = {
    "quiet_spells": (
        {"population": kind.rule, "days": kind.count(14, most=MOST_DAYS)},
        _quiet_spells,
    ),
    "empty_periods": (
        {
            "population": kind.rule,
            "rest": kind.rule,
            "rest_at_least": kind.count(5, most=10_000),
            "periods": kind.count(12, most=kind.MOST_PIECES),
        },
        _empty_periods,
    ),
    "low_bins": (
        {
            "population": kind.rule,
            "baseline_from": kind.day,
            "baseline_to": kind.day,
            "below": kind.number(0.5, least=0, most=100),
            "bins": kind.count(12, most=kind.MOST_PIECES),
        },
        _low_bins,
    ),
}
