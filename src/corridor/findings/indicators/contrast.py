"""Whether a place stands out among others: in how many of them incidents are as steady."""

from __future__ import annotations

import numpy as np

from corridor.analysis.periods import backward_periods
from corridor.findings.measured import Contrast, Measured, Scene
from corridor.findings.spec import ContrastSpec, PartSpec


def stands_among(part: PartSpec, scene: Scene, measured: Measured) -> Contrast | None:
    """Count the other districts that saw an incident in as many of the periods, or more.

    They are measured as the part's place is: whole covered periods of the same window. None for
    a part without a contrast, and where its own share of periods is not known.
    """
    hit = measured.indicator.numerator
    if part.contrast is None or hit is None:
        return None
    counts = _periods_hit(part.contrast, scene, part.settings["periods"])
    return Contrast(len(counts), sum(count >= hit for count in counts))


def _periods_hit(others: ContrastSpec, scene: Scene, periods: int) -> list[int]:
    window = scene.window
    rows = scene.inside(others.population)
    period = backward_periods(window.days, periods)
    codes, districts = scene.series.districts
    here = np.flatnonzero(rows)
    here = here[codes[here] >= 0]
    hit = np.zeros((len(districts), periods), dtype=bool)
    hit[codes[here], period[scene.series.ordinals[here] - window.first]] = True
    hit[:, period[~window.covered]] = False
    counts = dict(zip(districts, hit.sum(axis=1).tolist(), strict=True))
    return [counts.get(district, 0) for district in sorted(others.districts)]
