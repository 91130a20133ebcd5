"""The incidents for and against a finding, each with why it is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from corridor.findings.judgements import CONTRADICTS, SUPPORTS, Judgement
from corridor.findings.measured import Scene
from corridor.findings.rules import Rule
from corridor.findings.spec import FindingSpec
from corridor.findings.statements import statement
from corridor.findings.why import Reasons
from corridor.store import Store

COLUMNS: Final = (
    "incident_id", "event_date", "event_date_end", "location", "admin1", "admin2", "why",
    "judged", "event_type", "actor1", "actor2", "fatalities_low", "fatalities_best",
    "fatalities_high", "source", "source_office", "source_grade", "geo_precision",
    "date_precision", "road_km", "town_km", "latitude", "longitude", "accounts",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Evidence:
    """Three lists of incidents (columns `COLUMNS`), newest first.

    `supporting` and `contradicting` are halves of one counted set in the window, moved by human
    judgement (`judged` holds its words, else ""); `cited` are the report's own incidents.
    """

    supporting: pd.DataFrame
    contradicting: pd.DataFrame
    cited: pd.DataFrame


def gather(
    store: Store, spec: FindingSpec, scene: Scene, judged: dict[str, Judgement]
) -> Evidence:
    """Gather the evidence of a finding as of the scene's date."""
    reasons = Reasons(scene.series)
    sides = {
        SUPPORTS: _matching(spec, spec.supports, scene, reasons),
        CONTRADICTS: _matching(spec, spec.contradicts, scene, reasons),
    }
    named = _incidents(store, tuple(judged))
    return Evidence(
        supporting=_overruled(sides[SUPPORTS], named, judged, SUPPORTS),
        contradicting=_overruled(sides[CONTRADICTS], named, judged, CONTRADICTS),
        cited=_cited(store, spec, scene),
    )


def _matching(spec: FindingSpec, rule: Rule, scene: Scene, reasons: Reasons) -> pd.DataFrame:
    chosen = (scene.inside(spec.counted) & scene.series.masks[rule]).nonzero()[0]
    rows = scene.series.rows.iloc[chosen]
    why = [reasons.of(rule, int(index)) for index in chosen]
    return _shaped(rows.assign(why=why, judged=""))


def _shaped(rows: pd.DataFrame) -> pd.DataFrame:
    ordered = rows.sort_values(["event_date", "incident_id"], ascending=[False, True])
    return ordered.reindex(columns=list(COLUMNS)).reset_index(drop=True)


def _incidents(store: Store, ids: tuple[str, ...]) -> pd.DataFrame:
    return store.read(statement("cited_incidents"), {"cited": list(ids)})


def _overruled(
    rows: pd.DataFrame, named: pd.DataFrame, judged: dict[str, Judgement], side: str
) -> pd.DataFrame:
    """Take out the judged incidents and put in those that were judged to be on this side."""
    if not judged:
        return rows
    kept = rows[~rows["incident_id"].isin(named["incident_id"])]
    moved = named[[judged[name].ruling == side for name in named["cited_id"]]]
    words = [judged[name].words for name in moved["cited_id"]]
    added = _shaped(moved.assign(why=words, judged=words))
    parts = [part for part in (kept, added) if len(part)]
    return _shaped(pd.concat(parts)) if parts else rows.iloc[:0]


def _cited(store: Store, spec: FindingSpec, scene: Scene) -> pd.DataFrame:
    """Give the cited incidents, by their counted accounts; `why` says which account is cited."""
    rows = _incidents(store, spec.cited)
    happened = rows[pd.to_datetime(rows["event_date"]) <= pd.Timestamp(scene.as_of)]
    grouped = happened.groupby("incident_id", sort=False)["cited_id"].agg(list)
    single = happened.drop_duplicates("incident_id")
    why = [_cited_words(name, grouped[name]) for name in single["incident_id"]]
    return _shaped(single.assign(why=why, judged=""))


def _cited_words(name: str, cited: list[Any]) -> str:
    others = [item for item in cited if item != name]
    return "cited by the report" + (f" ({', '.join(others)})" if others else "")
