"""The parts of a finding: measured, put against their thresholds, and made into one verdict."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from corridor.analysis import verdicts
from corridor.findings import indicators, phrases
from corridor.findings.measured import LOW_BASE, Contrast, Indicator, Measured, Scene
from corridor.findings.spec import FindingSpec, PartSpec
from corridor.words import Message, later, say


@dataclass(frozen=True, eq=False)
class Shown:
    """A figure beside the parts: shown, not counted. `subject` says what it counts, if told."""

    label: str
    indicator: Indicator
    told: Message
    subject: str

    @property
    def sentence(self) -> str:
        """Say it with its label."""
        return say("told-of", label=self.label, told=self.told)


@dataclass(frozen=True, eq=False)
class Way:
    """One way of counting a part, the report's own among them: what it gives, and the verdict."""

    label: str
    indicator: Indicator
    verdict: str
    is_own: bool


@dataclass(frozen=True, eq=False)
class Part:
    """A part with its result. `judged` is the indicator with human judgements taken in, if any.

    `place` is where it is measured and `subject` what is counted, as sentences name them;
    `baseline` are the days that it is compared with, None for none; `beside` is a figure that is
    said with it; `contrast` is how its place stands among others. `chance` is the probability that
    the indicator reaches the claim (NaN where the model gives none) and `likelihood` its word
    (ICD 203). `told` says the result under the label.
    """

    slug: str
    label: str
    kind: str
    indicator: Indicator
    claim: float
    denial: float
    at_most: float
    verdict: str
    told: Message
    is_low_base: bool
    chance: float
    likelihood: str
    place: str
    baseline: tuple[date, date] | None
    subject: str = ""
    beside: Shown | None = None
    contrast: Contrast | None = None
    judged: Indicator | None = None
    judged_verdict: str = ""

    @property
    def sentence(self) -> str:
        """Say the result with its label."""
        return say("told-of", label=self.label, told=self.told)

    @property
    def threshold_words(self) -> str:
        """Say the thresholds: from and up to where the claim holds, where its opposite does."""
        unit = self.indicator.unit
        claim, denial = (phrases.amount(level, unit) for level in self.levels)
        if math.isinf(self.at_most):
            return say("thresholds-told", claim=claim, denial=denial)
        most = phrases.amount(self.at_most, unit)
        return say("thresholds-told-with-end", claim=claim, denial=denial, most=most)

    @property
    def levels(self) -> tuple[float, float]:
        """Claim and denial."""
        return (self.claim, self.denial)


def figure(part: PartSpec, scene: Scene) -> Shown:
    """Measure a figure that stands beside the parts."""
    found = indicators.measure(part, scene)
    return Shown(part.label, found.indicator, found.told, part.subject)


def ways(part: PartSpec, scene: Scene) -> tuple[Way, ...]:
    """Count a part in every way that the report names, its own first (a specification curve).

    One thing is changed at a time and the thresholds stay (Simonsohn, Simmons and Nelson 2020).
    """
    found = []
    for way in (part, *part.ways):
        measured = indicators.measure(way, scene)
        verdict = word(way, measured, scene)
        found.append(Way(way.label, measured.indicator, verdict, is_own=way is part))
    return tuple(found)


def measure_parts(spec: FindingSpec, scene: Scene) -> list[tuple[PartSpec, Measured]]:
    """Measure every part."""
    return [(part, indicators.measure(part, scene)) for part in spec.parts]


def word(
    part: PartSpec, measured: Measured, scene: Scene, up: float = 1.0, down: float = 1.0
) -> str:
    """Give a part's verdict; `up` and `down` stretch its claim and denial."""
    at = replace(part.thresholds, claim=part.claim * up, denial=part.denial * down)
    found = verdicts.verdict(
        measured.indicator.interval,
        at,
        is_low_base=measured.is_low_base or not scene.window.is_usable,
        is_few=measured.thin < LOW_BASE,
    )
    contrast = measured.contrast
    return verdicts.beside_others(found, contrast.share) if contrast else found


def one_word(
    measured: Sequence[tuple[PartSpec, Measured]], scene: Scene, up: float = 1.0, down: float = 1.0
) -> str:
    """Give the verdict of the whole finding."""
    return verdicts.combine([word(part, found, scene, up, down) for part, found in measured])


def describe(
    part: PartSpec, measured: Measured, scene: Scene, beside: PartSpec | None = None
) -> Part:
    """Give the part as it is shown, with the figure that is said beside it, if any."""
    return Part(
        slug=part.slug,
        label=part.label,
        kind=part.kind,
        indicator=measured.indicator,
        claim=part.claim,
        denial=part.denial,
        at_most=part.at_most,
        verdict=word(part, measured, scene),
        told=_told(measured),
        is_low_base=measured.is_low_base,
        chance=measured.chance,
        likelihood=verdicts.likelihood(measured.chance),
        place=part.place or part.label,
        baseline=part.baseline,
        subject=part.subject,
        beside=figure(beside, scene) if beside else None,
        contrast=measured.contrast,
    )


def _told(measured: Measured) -> Message:
    if measured.contrast is None or not measured.indicator.numerator:
        return measured.told
    return later("told-and-contrast", told=measured.told, contrast=measured.contrast.told)
