"""What a verdict hangs on: the finding measured again with one thing changed at a time.

One-at-a-time sensitivity analysis (Saltelli et al. 2008, Global Sensitivity Analysis, 1.2). What is
left out is left out of every count, then and now; the thresholds stay but where they are what is
changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from corridor.findings.confidence import STRETCHES, silent_side, tried_channels, verdict_without
from corridor.findings.measured import Scene
from corridor.findings.parts import measure_parts, one_word
from corridor.findings.spec import FindingSpec
from corridor.findings.window import Mask

# What is known no better than by its district says little of where.
KNOWN_PLACE: Final = 2
# So many incidents are left out one by one; with more, a single one weighs next to nothing.
MOST_ALONE: Final = 500


@dataclass(frozen=True)
class Variant:
    """One thing changed, and the verdict then.

    `kind` is source (a news channel), incident, place (what is placed by its district or worse),
    thresholds, provisional (what a series' provisional continuation tells) or series (another one
    measures). `what` names it: the channel, the incident's id, a key of `STRETCHES`, the series.
    `incidents` of the window are left out, None where none are. `verdict` is "" where this cannot
    be tried: where too few of the incidents that are compared name their channel.
    """

    kind: str
    what: str
    incidents: int | None
    verdict: str

    def stands(self, verdict: str) -> bool | None:
        """Tell whether a verdict stands; None where it was not tried."""
        return self.verdict == verdict if self.verdict else None


@dataclass(frozen=True)
class Sensitivity:
    """The `variants` of one finding whose verdict is `verdict`.

    Of the single incidents only those are among the changes without which the verdict is another;
    `alone` were left out one by one, None where they are more than `MOST_ALONE`.
    """

    finding: int
    verdict: str
    variants: tuple[Variant, ...]
    alone: int | None

    @property
    def moving(self) -> tuple[Variant, ...]:
        """The variants in which the verdict is another."""
        return tuple(each for each in self.variants if each.stands(self.verdict) is False)

    def as_json(self) -> dict[str, Any]:
        """Return the shape of an entry of `sensitivity --json`."""
        return {
            "finding": self.finding,
            "verdict": self.verdict,
            "incidents_alone": self.alone,
            "variants": [
                {
                    "kind": each.kind,
                    "what": each.what,
                    "incidents": each.incidents,
                    "verdict": each.verdict or None,
                    "stands": each.stands(self.verdict),
                }
                for each in self.variants
            ],
        }


def sensitivity(
    spec: FindingSpec, scene: Scene, verdict: str, others: Sequence[Variant] = ()
) -> Sensitivity:
    """Return what a finding's verdict in a scene hangs on; `others` are variants made elsewhere."""
    measured = measure_parts(spec, scene)
    behind = np.logical_or.reduce([scene.nothing(), *(found.rows for _, found in measured)])
    candidates = np.flatnonzero(behind & scene.window.holds(scene.series.ordinals)).tolist()
    alone = len(candidates) if len(candidates) <= MOST_ALONE else None
    single = _alone(spec, scene, candidates, verdict) if alone else ()
    moved = [
        Variant("thresholds", name, None, one_word(measured, scene, *by))
        for name, by in STRETCHES.items()
    ]
    variants = (*_sources(spec, scene), _place(spec, scene), *single, *moved)
    return Sensitivity(spec.number, verdict, (*variants, *others), alone)


def _word(spec: FindingSpec, scene: Scene, left_out: Mask) -> str:
    other = replace(scene, series=scene.series.without(left_out))
    return one_word(measure_parts(spec, other), other)


def _sources(spec: FindingSpec, scene: Scene) -> Iterator[Variant]:
    rows = scene.inside(spec.counted)
    is_silent = silent_side(spec, scene) is not None
    for name in tried_channels(spec, scene, rows):
        count = int((rows & scene.series.citing(name)).sum())
        verdict = "" if is_silent else verdict_without(spec, scene, name)
        yield Variant("source", name, count, verdict)


def _place(spec: FindingSpec, scene: Scene) -> Variant:
    known = scene.series.rows["geo_precision"].fillna(KNOWN_PLACE + 1).to_numpy() <= KNOWN_PLACE
    count = int((scene.inside(spec.counted) & ~known).sum())
    placed = replace(scene, accounts=scene.accounts.placed(KNOWN_PLACE))
    return Variant("place", "", count, _word(spec, placed, ~known))


def _alone(
    spec: FindingSpec, scene: Scene, candidates: Sequence[int], verdict: str
) -> Iterator[Variant]:
    left_out = scene.nothing()
    for row in candidates:
        left_out[row] = True
        word = _word(spec, scene, left_out)
        left_out[row] = False
        if word != verdict:
            yield Variant("incident", str(scene.series.rows["incident_id"].iloc[row]), 1, word)
