"""Human judgements: an analyst may overrule what a rule says of one incident.

A judgement is stored like an upload and can be undone. It moves the incident between the lists
of evidence; verdicts stay the rules' own, and the indicator is given with and without.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from corridor import schema
from corridor.findings import indicators
from corridor.findings.measured import Scene
from corridor.findings.parts import Part, word
from corridor.findings.rules import Rule
from corridor.findings.series import Series
from corridor.findings.spec import FindingSpec, PartSpec
from corridor.findings.statements import statement
from corridor.findings.window import Mask
from corridor.store import Reader
from corridor.words import say, terms

SUPPORTS, CONTRADICTS, NOT_RELEVANT = RULINGS = ("supports", "contradicts", "not relevant")


@dataclass(frozen=True)
class Judgement:
    """What a person decided about one incident, with the reason, name and time."""

    incident_id: str
    ruling: str
    reason: str
    recorded_by: str
    recorded_at: str

    @property
    def words(self) -> str:
        """Say it in a phrase, as human judgement."""
        ruling = terms.term(self.ruling)
        if not self.recorded_by:
            return say("judged-by-nobody", ruling=ruling, reason=self.reason)
        return say("judged-by", ruling=ruling, author=self.recorded_by, reason=self.reason)


@schema.returns("incident_id", "finding", "ruling", "reason", "recorded_by", "recorded_at")
def read(store: Reader, report: str) -> pd.DataFrame:
    """Give the judgements on a report: incident_id, finding, ruling, reason, by and at."""
    return store.read(statement("judgements_of_report"), {"report": report})


def of_finding(rows: pd.DataFrame, number: int) -> dict[str, Judgement]:
    """Give the latest judgement on each incident for one finding."""
    chosen = rows[rows["finding"] == number]
    return {
        str(row.incident_id): Judgement(
            str(row.incident_id),
            str(row.ruling),
            _text(row.reason),
            _text(row.recorded_by),
            str(row.recorded_at),
        )
        for row in chosen.itertuples()
    }


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def judge_part(
    spec: FindingSpec, part: PartSpec, shown: Part, scene: Scene, judged: dict[str, Judgement]
) -> Part:
    """Add to a part its indicator with the judgements taken in, when they touch its rows."""
    ids = scene.series.rows["incident_id"]
    touched = ids.isin(judged).to_numpy() & scene.inside(spec.counted)
    if not touched.any():
        return shown
    other = replace(scene, series=_judged_series(part, scene.series, judged))
    measured = indicators.measure(part, other)
    return replace(shown, judged=measured.indicator, judged_verdict=word(part, measured, scene))


def _judged_series(part: PartSpec, series: Series, judged: dict[str, Judgement]) -> Series:
    """Leave out what is not relevant; what contradicts counts as a failure where a part has one.

    A part without successes and failures (a rate, a share of periods) leaves it out as well.
    """
    dropped = _rows(series, judged, NOT_RELEVANT)
    success = part.settings.get("success")
    if not isinstance(success, Rule):
        return series.without(dropped | _rows(series, judged, CONTRADICTS))
    mask = series.masks[success] | _rows(series, judged, SUPPORTS)
    masks = {**series.masks, success: np.asarray(mask & ~_rows(series, judged, CONTRADICTS))}
    return replace(series, masks=masks).without(dropped)


def _rows(series: Series, judged: dict[str, Judgement], ruling: str) -> Mask:
    ids = [name for name, judgement in judged.items() if judgement.ruling == ruling]
    return series.rows["incident_id"].isin(ids).to_numpy(dtype=bool)
