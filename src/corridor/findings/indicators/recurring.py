"""Indicators of recurrence: do incidents come back near where one was."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from corridor.analysis.intervals import Interval, newcombe_difference
from corridor.analysis.recurrence import close_pairs
from corridor.findings import phrases
from corridor.findings.indicators import kind
from corridor.findings.indicators.kind import Kind
from corridor.findings.measured import LOW_BASE, Indicator, Measured, Scene, rule_of
from corridor.findings.spec import PartSpec


def _share_difference(part: PartSpec, scene: Scene) -> Measured:
    """Share with `success` among `group` minus the share among the rest (Newcombe 1998).

    When the rest has it above `saturation` the rule says nothing: the data are too dense.
    """
    base = scene.inside(rule_of(part, "population"))
    group = scene.inside(rule_of(part, "group")) & base
    success = scene.inside(rule_of(part, "success")) & base
    first = int((group & success).sum()), int(group.sum())
    second = int((base & ~group & success).sum()), int((base & ~group).sum())
    thin = min(first[1], second[1])
    is_saturated = second[1] > 0 and second[0] / second[1] > part.settings["saturation"]
    note = f"{first[0]} of {first[1]} against {second[0]} of {second[1]}"
    return Measured(
        Indicator.of(part.words, newcombe_difference(first, second), first, "share", note),
        _difference_sentence(part, first, second, is_saturated),
        thin,
        base,
        is_low_base=thin < LOW_BASE or is_saturated,
    )


def _difference_sentence(
    part: PartSpec, first: tuple[int, int], second: tuple[int, int], is_saturated: bool
) -> str:
    words = (
        f"{part.label}: {first[0]} of {first[1]} were repeats, elsewhere {second[0]} of {second[1]}"
    )
    return words + (
        "; incidents lie too close together to tell places apart." if is_saturated else "."
    )


def _close_pairs(part: PartSpec, scene: Scene) -> Measured:
    """Pairs near in place and time, over what shuffled dates give (Knox 1964)."""
    rows = scene.inside(rule_of(part, "population"))
    eastings, northings = scene.series.metres
    km, days = part.settings["within_km"], part.settings["within_days"]
    seen, chance = close_pairs(
        eastings[rows], northings[rows], scene.series.ordinals[rows], km, days
    )
    ratio = seen / chance if chance else math.nan
    indicator = Indicator.of(
        part.words, Interval(ratio, math.nan, math.nan), (seen, chance), "ratio"
    )
    sentence = f"{part.label}: {seen}; chance alone would give {phrases.number(chance, 0)}."
    return Measured(indicator, sentence, int(rows.sum()), rows)


KINDS: Final[Mapping[str, Kind]] = {
    "share_difference": Kind(
        {
            "population": kind.rule,
            "group": kind.rule,
            "success": kind.rule,
            "saturation": kind.number(0.9),
        },
        _share_difference,
    ),
    "close_pairs": Kind(
        {"population": kind.rule, "within_km": kind.number(), "within_days": kind.count()},
        _close_pairs,
    ),
}
