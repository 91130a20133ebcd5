"""What a verdict would be by well graded accounts alone: the finding measured again on them."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from corridor.findings.evaluate import Finding
from corridor.findings.parts import measure_parts, one_word


@dataclass(frozen=True)
class Remeasured:
    """A finding whose verdict is `verdict`, and `alone` what it is by some accounts alone.

    `kept` of the `incidents` of its window are among them; `value` and `value_alone` are the
    indicator on its card, in `unit`, not finite where it cannot be measured.
    """

    finding: int
    title: str
    verdict: str
    alone: str
    incidents: int
    kept: int
    value: float
    value_alone: float
    unit: str

    @property
    def stands(self) -> bool:
        """Tell whether the verdict stands."""
        return self.alone == self.verdict

    def as_json(self) -> dict[str, Any]:
        """Return what `findings --grade --json` adds to a finding; null is not measurable."""
        return {
            "verdict": self.alone,
            "stands": self.stands,
            "incidents": self.incidents,
            "kept": self.kept,
            "value": self.value if np.isfinite(self.value) else None,
            "value_alone": self.value_alone if np.isfinite(self.value_alone) else None,
            "unit": self.unit or None,
        }


def remeasured(finding: Finding, ids: Set[str]) -> Remeasured:
    """Measure a finding by the accounts with these ids alone, then and now; thresholds stay."""
    spec, scene = finding.spec, finding.scene
    kept = scene.series.rows["incident_id"].isin(list(ids)).to_numpy(dtype=bool)
    alone = replace(scene, series=scene.series.without(~kept), accounts=scene.accounts.among(ids))
    measured = measure_parts(spec, alone)
    (card,) = (found.indicator for part, found in measured if part.slug == spec.card)
    return Remeasured(
        finding=finding.number,
        title=finding.title,
        verdict=finding.verdict,
        alone=one_word(measured, alone),
        incidents=scene.count(spec.counted),
        kept=alone.count(spec.counted),
        value=finding.headline.indicator.value,
        value_alone=card.value,
        unit=finding.headline.indicator.unit,
    )
