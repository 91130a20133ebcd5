"""Confidence in a verdict: the weakest of six checks, each with its number."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from corridor.findings import phrases
from corridor.findings.measured import Measured, Scene
from corridor.findings.parts import measure_parts, one_word
from corridor.findings.source_mix import SourceMix
from corridor.findings.spec import FindingSpec, PartSpec
from corridor.findings.window import Mask

HIGH, MODERATE, LOW = LEVELS = ("high", "moderate", "low")
# A channel is left out in turn when it has at least this share of the incidents.
SHARE_WORTH_TRYING: Final = 0.05
STRETCHES: Final = ((1.2, 1.0), (0.8, 1.0), (1.0, 1.2), (1.0, 0.8))


@dataclass(frozen=True)
class Check:
    """One check: its number (NaN when there is none), level and words."""

    name: str
    number: float
    level: str
    words: str


@dataclass(frozen=True)
class Confidence:
    """How far a verdict can be relied on: the level of the weakest check."""

    level: str
    checks: tuple[Check, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """Words of the checks that set the level."""
        return tuple(check.words for check in self.checks if check.level == self.level)


def assess(
    spec: FindingSpec,
    scene: Scene,
    measured: Sequence[tuple[PartSpec, Measured]],
    mix: SourceMix,
    data_sets: int,
) -> Confidence:
    """Make the six checks of a finding."""
    rows = scene.inside(spec.counted)
    found = scene.series.rows[rows]
    checks = (
        _enough(measured),
        _independent(data_sets, mix),
        _share("location", found["geo_precision"] <= 2, (0.75, 0.5), "placed to 25 km or better"),
        _share("day", found["date_precision"] == 1, (0.9, 0.75), "dated to the day"),
        _agreeing(found["incident_id"], scene.accounts),
        _stable(spec, scene, measured, rows),
    )
    return Confidence(LEVELS[max(LEVELS.index(check.level) for check in checks)], checks)


def _graded(number: float, high: float, moderate: float) -> str:
    if number >= high:
        return HIGH
    return MODERATE if number >= moderate else LOW


def _enough(measured: Sequence[tuple[PartSpec, Measured]]) -> Check:
    thin = min(found.thin for _, found in measured)
    words = f"{phrases.incidents(thin)} in the thinnest window compared"
    return Check("incidents", float(thin), _graded(thin, 30, 10), words)


def _independent(data_sets: int, mix: SourceMix) -> Check:
    level = LOW if mix.is_suspect else _graded(data_sets, 3, 2)
    words = f"{data_sets} systematic data set{'' if data_sets == 1 else 's'}"
    if mix.is_suspect:
        words += f"; {mix.short_words()}"
    return Check("sources", float(data_sets), level, words)


def _share(name: str, good: pd.Series[bool], levels: tuple[float, float], words: str) -> Check:
    if good.empty:
        return Check(name, math.nan, LOW, f"no incident counted that could be {words}")
    share = float(good.mean())
    return Check(name, share, _graded(share, *levels), f"{phrases.percent(share)} {words}")


def _agreeing(ids: pd.Series[str], accounts: pd.DataFrame) -> Check:
    several = accounts[accounts["incident_key"].isin(ids)].groupby("incident_key")
    conflicts = [_conflict(group) for _, group in several if len(group) > 1]
    if not conflicts:
        return Check("accounts", math.nan, MODERATE, "no second account to compare with")
    share = float(np.mean(conflicts))
    words = f"{sum(conflicts)} of {len(conflicts)} incidents with several accounts conflict"
    return Check("accounts", share, _graded(-share, -0.10, -0.25), words)


def _conflict(accounts: pd.DataFrame) -> bool:
    """Say whether accounts differ on the dead or the governorate, where they tell them."""
    return any(accounts[name].dropna().nunique() > 1 for name in ("fatalities_best", "admin1"))


def _stable(
    spec: FindingSpec, scene: Scene, measured: Sequence[tuple[PartSpec, Measured]], rows: Mask
) -> Check:
    before = one_word(measured, scene)
    changes = [
        *_changed_by_thresholds(scene, measured, before),
        *_changed_by_channels(spec, scene, rows, before),
    ]
    level = (HIGH, MODERATE, LOW)[min(len(changes), 2)]
    words = "; ".join(changes) if changes else "no change by thresholds or by leaving a source out"
    return Check("stability", float(len(changes)), level, words)


def _changed_by_thresholds(
    scene: Scene, measured: Sequence[tuple[PartSpec, Measured]], before: str
) -> list[str]:
    names = ("claim +20 %", "claim −20 %", "denial +20 %", "denial −20 %")
    words = [one_word(measured, scene, *stretch) for stretch in STRETCHES]
    return [f"{name}: {word}" for name, word in zip(names, words, strict=True) if word != before]


def _changed_by_channels(spec: FindingSpec, scene: Scene, rows: Mask, before: str) -> list[str]:
    changed = []
    for channel in tried_channels(scene, rows):
        word = verdict_without(spec, scene, channel)
        if word != before:
            changed.append(f"without {channel}: {word}")
    return changed


def tried_channels(scene: Scene, rows: Mask) -> list[str]:
    """Name the channels with a share of these rows that is worth leaving out, largest first."""
    names = [name for index in np.flatnonzero(rows) for name in scene.series.channels[index]]
    counts = pd.Series(names, dtype=object).value_counts()
    return [str(name) for name in counts[counts >= SHARE_WORTH_TRYING * rows.sum()].index]


def verdict_without(spec: FindingSpec, scene: Scene, channel: str) -> str:
    """Give the verdict when every incident that cites a channel is left out, then and now."""
    other = replace(
        scene,
        series=scene.series.without(scene.series.citing(channel)),
        accounts=_without(scene.accounts, channel),
    )
    return one_word(measure_parts(spec, other), other)


_Keep = Callable[[str], bool]


def _without(accounts: pd.DataFrame, channel: str) -> pd.DataFrame:
    from corridor.findings import channels  # noqa: PLC0415

    kept = [channel not in channels.of(text) for text in accounts["source_office"]]
    return accounts[kept]
