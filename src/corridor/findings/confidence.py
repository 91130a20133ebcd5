"""Confidence in a verdict: the weakest of six checks, each with its number."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from corridor.findings.accounts import Account, Accounts
from corridor.findings.agreement import Agreement
from corridor.findings.measured import Measured, Scene
from corridor.findings.parts import measure_parts, one_word
from corridor.findings.rules import Rule
from corridor.findings.source_mix import SourceMix
from corridor.findings.spec import FindingSpec, PartSpec
from corridor.findings.window import Mask
from corridor.store.errors import clauses
from corridor.words import Later, Message, later, terms, written
from corridor.words import numbers as fmt

HIGH, MODERATE, LOW = LEVELS = ("high", "moderate", "low")
# A channel is left out in turn when it has at least this share of the incidents.
SHARE_WORTH_TRYING: Final = 0.05
# Leaving a channel out says something only where this share of each side names its channels.
CHANNELS_KNOWN: Final = 0.75
# How the thresholds from which the report is right and wrong are stretched in turn.
STRETCHES: Final = {
    "right-higher": (1.2, 1.0),
    "right-lower": (0.8, 1.0),
    "wrong-higher": (1.0, 1.2),
    "wrong-lower": (1.0, 0.8),
}


@dataclass(frozen=True)
class Check:
    """One check: its number (NaN when there is none), level and what it says."""

    name: str
    number: float
    level: str
    told: Later

    @property
    def words(self) -> str:
        """Say it."""
        return str(self.told)


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
    agreement: Agreement,
) -> Confidence:
    """Make the six checks of a finding; `agreement` is what other series say to it."""
    rows = scene.inside(spec.counted)
    found = scene.series.rows[rows]
    checks = (
        _enough(measured),
        _independent(agreement, mix),
        _share("location", found["geo_precision"] <= 2, (0.75, 0.5), "confidence-location"),
        _share("day", found["date_precision"] == 1, (0.9, 0.75), "confidence-day"),
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
    told = later("confidence-incidents", count=thin)
    return Check("incidents", float(thin), _graded(thin, 30, 10), told)


def _independent(agreement: Agreement, mix: SourceMix) -> Check:
    """Grade by how many series agree; low where one decides otherwise or the mix changed."""
    count, against = agreement.agreeing, agreement.against
    told = [later("confidence-sources", count=count)]
    told += [
        later("confidence-series-against", name=code, verdict=written(terms.term, word))
        for code, word in against.items()
    ]
    if mix.is_suspect:
        told.append(mix.short)
    level = LOW if mix.is_suspect or against else _graded(count, 3, 2)
    return Check("sources", float(count), level, clauses(told))


def _share(name: str, good: pd.Series[bool], levels: tuple[float, float], key: str) -> Check:
    share = math.nan if good.empty else float(good.fillna(value=False).mean())
    told = later(key, counted=len(good), share=written(fmt.percent, share))
    return Check(name, share, _graded(share, *levels), told)


def _agreeing(ids: pd.Series[str], accounts: Accounts) -> Check:
    several = [accounts.of(name) for name in ids]
    conflicts = [_is_conflict(items) for items in several if len(items) > 1]
    told = later("confidence-accounts", conflicts=sum(conflicts), compared=len(conflicts))
    if not conflicts:
        return Check("accounts", math.nan, MODERATE, told)
    share = float(np.mean(conflicts))
    return Check("accounts", share, _graded(-share, -0.10, -0.25), told)


def _is_conflict(accounts: tuple[Account, ...]) -> bool:
    """Say whether accounts differ on the dead or the governorate, where they tell them."""
    dead = {item.fatalities_best for item in accounts} - {None}
    places = {item.admin1 for item in accounts} - {None}
    return len(dead) > 1 or len(places) > 1


def _stable(
    spec: FindingSpec, scene: Scene, measured: Sequence[tuple[PartSpec, Measured]], rows: Mask
) -> Check:
    before = one_word(measured, scene)
    silent = silent_side(spec, scene)
    changes = _changed_by_thresholds(scene, measured, before)
    if silent is None:
        changes += _changed_by_channels(spec, scene, rows, before)
    level = (HIGH, MODERATE, LOW)[min(len(changes), 2)]
    told = list(changes)
    if silent is not None:
        level = MODERATE if level == HIGH else level
        told.append(later("confidence-channel-unknown", named=silent.named, counted=silent.counted))
    whole = clauses(told) if told else later("confidence-stable")
    return Check("stability", float(len(changes)), level, whole)


@dataclass(frozen=True)
class Silent:
    """A side of a comparison too few of whose `counted` incidents have their channel `named`."""

    named: int
    counted: int


def silent_side(spec: FindingSpec, scene: Scene) -> Silent | None:
    """Find a side that is compared on which channels are not known; None where all can be tried.

    Leaving a channel out would empty the other side alone.
    """
    named = scene.series.naming()
    for part in spec.parts:
        for rows in _sides(part, scene):
            counted, known = int(rows.sum()), int((rows & named).sum())
            if known < CHANNELS_KNOWN * counted:
                return Silent(known, counted)
    return None


def _sides(part: PartSpec, scene: Scene) -> list[Mask]:
    """Give the rows now, and those of the baseline where there is one; none without rows."""
    rule = part.settings.get("population")
    if not isinstance(rule, Rule):
        return []
    sides = [scene.inside(rule)]
    if part.baseline:
        days, (first, last) = scene.series.ordinals, part.baseline
        inside = (days >= first.toordinal()) & (days <= last.toordinal())
        sides.append(scene.series.mask(rule) & inside)
    return sides


def _changed_by_thresholds(
    scene: Scene, measured: Sequence[tuple[PartSpec, Measured]], before: str
) -> list[Message]:
    words = {moved: one_word(measured, scene, *by) for moved, by in STRETCHES.items()}
    return [
        later("confidence-with-threshold", moved=moved, verdict=written(terms.term, word))
        for moved, word in words.items()
        if word != before
    ]


def _changed_by_channels(spec: FindingSpec, scene: Scene, rows: Mask, before: str) -> list[Message]:
    words = {name: verdict_without(spec, scene, name) for name in tried_channels(spec, scene, rows)}
    return [
        later("confidence-without-source", source=name, verdict=written(terms.term, word))
        for name, word in words.items()
        if word != before
    ]


def tried_channels(spec: FindingSpec, scene: Scene, rows: Mask) -> list[str]:
    """Name the channels worth leaving out: by their share of these rows, or of one incident."""
    least = SHARE_WORTH_TRYING * rows.sum()
    large = [name for name, count in scene.series.cited(rows).items() if count >= least]
    return list(dict.fromkeys([*large, *_channels_of_incidents(spec, scene)]))


def _channels_of_incidents(spec: FindingSpec, scene: Scene) -> list[str]:
    ids = [str(part.settings["incident"]) for part in spec.parts if "incident" in part.settings]
    return sorted(
        {name for item in ids for one in scene.accounts.of(item) for name in one.channels}
    )


def verdict_without(spec: FindingSpec, scene: Scene, channel: str) -> str:
    """Give the verdict when every incident that cites a channel is left out, then and now."""
    other = replace(
        scene,
        series=scene.series.without(scene.series.citing(channel)),
        accounts=scene.accounts.without(channel),
    )
    return one_word(measure_parts(spec, other), other)
