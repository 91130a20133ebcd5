"""Indicators of recurrence: do incidents come back near where one was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from corridor.analysis.recurrence import close_pairs, pairs_over_chance
from corridor.analysis.shares import recurrence_difference
from corridor.findings import phrases
from corridor.findings.indicators import kind
from corridor.findings.indicators.kind import Kind
from corridor.findings.measured import LOW_BASE, Indicator, Measured, Scene, rule_of
from corridor.findings.predicates.recurring import MOST_KM_APART
from corridor.findings.predicates.row import MOST_DAYS
from corridor.findings.spec import PartSpec
from corridor.words import later, written


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
    remark = later(
        "repeats-compared", first=first[0], all=first[1], second=second[0], rest=second[1]
    )
    told = later(
        "repeats-told-too-close" if is_saturated else "repeats-told",
        first=first[0], all=first[1], second=second[0], rest=second[1],
    )  # fmt: skip
    return Measured(
        Indicator.of(part.words, recurrence_difference(first, second), first, "share", remark),
        told,
        thin,
        base,
        is_low_base=thin < LOW_BASE or is_saturated,
    )


def _close_pairs(part: PartSpec, scene: Scene) -> Measured:
    """Pairs near in place and time, over what shuffled dates give (Knox 1964).

    Few pairs are a low base when few would be there under the claim too.
    """
    rows = scene.inside(rule_of(part, "population"))
    eastings, northings = scene.series.metres
    km, days = part.settings["within_km"], part.settings["within_days"]
    seen, chance = close_pairs(
        eastings[rows], northings[rows], scene.series.ordinals[rows], km, days
    )
    indicator = Indicator.of(part.words, pairs_over_chance(seen, chance), (seen, chance), "ratio")
    told = later("pairs-told", seen=seen, chance=written(phrases.number, chance, 0))
    expected = chance * part.claim
    return Measured(
        indicator, told, int(rows.sum()), rows, is_low_base=max(seen, expected) < LOW_BASE
    )


KINDS: Final[Mapping[str, Kind]] = {
    "share_difference": Kind(
        {
            "population": kind.rule,
            "group": kind.rule,
            "success": kind.rule,
            "saturation": kind.number(0.9, least=0, most=1),
            "days": kind.count(365, most=MOST_DAYS),
        },
        _share_difference,
        kind.DIFFERENCE,
        by_set=True,
    ),
    "close_pairs": Kind(
        {
            "population": kind.rule,
            "within_km": kind.number(least=0, most=MOST_KM_APART),
            "within_days": kind.count(most=MOST_DAYS),
        },
        _close_pairs,
        kind.TIMES,
        by_set=True,
    ),
}
