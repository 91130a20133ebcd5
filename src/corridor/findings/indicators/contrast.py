"""Whether a place stands out among others: in how many of them incidents are as steady."""

from __future__ import annotations

from collections import Counter

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
    broken = set(period[~window.covered])
    found = scene.series.rows.loc[rows, ["admin1", "admin2"]]
    periods_of = period[scene.series.ordinals[rows] - window.first]
    hit = set(zip(found["admin1"], found["admin2"], periods_of, strict=True))
    counts = Counter((admin1, admin2) for admin1, admin2, at in hit if at not in broken)
    return [counts[district] for district in sorted(others.districts)]
