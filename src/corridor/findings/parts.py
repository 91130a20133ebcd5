"""The parts of a finding: measured, put against their thresholds, and made into one verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corridor.analysis import verdicts
from corridor.findings import indicators, phrases
from corridor.findings.measured import Indicator, Measured, Scene
from corridor.findings.spec import FindingSpec, PartSpec
from corridor.words import Message, say


@dataclass(frozen=True, eq=False)
class Part:
    """A part with its result. `judged` is the indicator with human judgements taken in, if any.

    `place` is where it is measured, as sentences name it; `baseline` are the days that it is
    compared with, None for none. `chance` is the probability that the indicator reaches the claim
    (NaN where the model gives none) and `likelihood` its word (ICD 203). `told` says the result
    under the label.
    """

    slug: str
    label: str
    kind: str
    indicator: Indicator
    claim: float
    denial: float
    verdict: str
    told: Message
    is_low_base: bool
    chance: float
    likelihood: str
    place: str
    baseline: tuple[date, date] | None
    judged: Indicator | None = None
    judged_verdict: str = ""

    @property
    def sentence(self) -> str:
        """Say the result with its label."""
        return say("told-of", label=self.label, told=self.told)

    @property
    def threshold_words(self) -> str:
        """Say the thresholds: from where the claim holds, and down to where its opposite does."""
        claim, denial = (phrases.amount(level, self.indicator.unit) for level in self.levels)
        return say("thresholds-told", claim=claim, denial=denial)

    @property
    def levels(self) -> tuple[float, float]:
        """Claim and denial."""
        return (self.claim, self.denial)


def measure_parts(spec: FindingSpec, scene: Scene) -> list[tuple[PartSpec, Measured]]:
    """Measure every part."""
    return [(part, indicators.measure(part, scene)) for part in spec.parts]


def word(
    part: PartSpec, measured: Measured, scene: Scene, up: float = 1.0, down: float = 1.0
) -> str:
    """Give a part's verdict; `up` and `down` stretch its claim and denial."""
    is_low_base = measured.is_low_base or not scene.window.is_usable
    interval = measured.indicator.interval
    return verdicts.verdict(interval, part.claim * up, part.denial * down, is_low_base)


def one_word(
    measured: Sequence[tuple[PartSpec, Measured]], scene: Scene, up: float = 1.0, down: float = 1.0
) -> str:
    """Give the verdict of the whole finding."""
    return verdicts.combine([word(part, found, scene, up, down) for part, found in measured])


def describe(part: PartSpec, measured: Measured, scene: Scene) -> Part:
    """Give the part as it is shown."""
    return Part(
        slug=part.slug,
        label=part.label,
        kind=part.kind,
        indicator=measured.indicator,
        claim=part.claim,
        denial=part.denial,
        verdict=word(part, measured, scene),
        told=measured.told,
        is_low_base=measured.is_low_base,
        chance=measured.chance,
        likelihood=verdicts.likelihood(measured.chance),
        place=part.place or part.label,
        baseline=part.baseline,
    )
