"""What the verdicts of a report hang on."""

from __future__ import annotations

from datetime import date

from corridor.findings import Finding, Report, evaluate
from corridor.findings.evaluate import scene_at
from corridor.findings.parts import measure_parts, one_word
from corridor.findings.sensitivity import Sensitivity, Variant
from corridor.findings.sensitivity import sensitivity as of_finding
from corridor.store import Reader

__all__ = ["Sensitivity", "sensitivities", "sensitivity"]


def sensitivities(
    store: Reader, report: Report, as_of: date, series: str = ""
) -> tuple[Sensitivity, ...]:
    """Return for each finding of a report what its verdict as of a date hangs on."""
    found = evaluate(store, report, as_of, series)
    return tuple(sensitivity(store, report, finding) for finding in found)


def sensitivity(store: Reader, report: Report, finding: Finding) -> Sensitivity:
    """Return what the verdict of one finding hangs on.

    Beside what `findings.sensitivity` changes, each other series measures in its place, and one
    that a provisional series continues measures alone.
    """
    spec, scene = finding.spec, finding.scene
    others = [Variant("series", each.series, None, each.verdict) for each in finding.by_series]
    if scene.series.name != scene.series.code:
        alone = scene_at(store, report, finding.as_of, scene.series.code)
        count = int(scene.inside(spec.counted).sum() - alone.inside(spec.counted).sum())
        word = one_word(measure_parts(spec, alone), alone)
        others.append(Variant("provisional", scene.series.code, count, word))
    return of_finding(spec, scene, finding.verdict, others)
