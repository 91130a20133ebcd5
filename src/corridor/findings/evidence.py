"""The incidents for and against a finding, each with why it is there, and those along the roads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from corridor import schema
from corridor.findings.judgements import CONTRADICTS, SUPPORTS, Judged
from corridor.findings.measured import Scene
from corridor.findings.predicates import Seen, explain
from corridor.findings.rules import Rule, all_of
from corridor.findings.series import Series
from corridor.findings.spec import FindingSpec
from corridor.store.errors import clauses
from corridor.words import numbers as fmt
from corridor.words import say

_NAMES: Final = (
    "incident_id", "event_date", "event_date_end", "location", "admin1", "admin2", "why",
    "judged", "event_type", "actor1", "actor2", "fatalities_low", "fatalities_best",
    "fatalities_high", "source", "source_office", "source_grade", "geo_precision",
    "date_precision", "road_km", "town_km", "latitude", "longitude", "accounts",
)  # fmt: skip
_OWN: Final = {"why": "VARCHAR", "judged": "VARCHAR", "accounts": "INTEGER"}
COLUMNS: Final = {name: _OWN.get(name) or schema.column(name).type for name in _NAMES}
PROFILE: Final = schema.columns(
    road="VARCHAR", from_km="INTEGER", to_km="INTEGER", incidents="INTEGER", at_town="INTEGER",
    near="INTEGER", exact="INTEGER",
)  # fmt: skip
EVERY_KM: Final = 10


@dataclass(frozen=True, eq=False)
class Evidence:
    """Three lists of incidents (columns `COLUMNS`), newest first.

    `supporting` and `contradicting` are halves of one counted set in the window, moved by human
    judgement that nobody disputes (`judged` holds its words, else ""); `cited` are the report's own
    incidents. `why` and `judged` are in the language that was spoken when they were gathered.
    """

    supporting: pd.DataFrame
    contradicting: pd.DataFrame
    cited: pd.DataFrame


def gather(spec: FindingSpec, scene: Scene, named: pd.DataFrame, judged: Judged) -> Evidence:
    """Gather the evidence of a finding as of the scene's date.

    `named` holds the cited and the judged incidents with `cited_id`, the id they are named by.
    """
    moved = named[named["incident_id"].isin(judged.agreed)].drop_duplicates("incident_id")
    return Evidence(
        supporting=_overruled(_matching(spec, spec.supports, scene), moved, judged, SUPPORTS),
        contradicting=_overruled(
            _matching(spec, spec.contradicts, scene), moved, judged, CONTRADICTS
        ),
        cited=_cited(named[named["cited_id"].isin(spec.cited)], scene),
    )


def sides(spec: FindingSpec, scene: Scene) -> tuple[int, int]:
    """Count the incidents that the rules put for and against, before any judgement."""
    inside = scene.inside(spec.counted)
    both = (spec.supports, spec.contradicts)
    supporting, contradicting = (int((inside & scene.series.masks[rule]).sum()) for rule in both)
    return supporting, contradicting


def _matching(spec: FindingSpec, rule: Rule, scene: Scene) -> pd.DataFrame:
    chosen = (scene.inside(spec.counted) & scene.series.masks[rule]).nonzero()[0]
    reasons = Reasons(scene.series, chosen)
    why = [reasons.of(all_of(spec.counted, rule), int(index)) for index in chosen]
    rows = scene.series.rows.iloc[chosen]
    return _shaped(rows.assign(why=pd.Series(why, rows.index, dtype="str"), judged=""))


def _shaped(rows: pd.DataFrame) -> pd.DataFrame:
    ordered = rows.sort_values(["event_date", "incident_id"], ascending=[False, True])
    return ordered.reindex(columns=list(COLUMNS)).reset_index(drop=True)


def _overruled(rows: pd.DataFrame, moved: pd.DataFrame, judged: Judged, side: str) -> pd.DataFrame:
    """Take out the judged incidents and put in those that were judged to be on this side.

    What people dispute stays where it is.
    """
    if not judged.standing:
        return rows
    kept = rows[~rows["incident_id"].isin(judged.agreed)]
    kept = kept.assign(judged=kept["incident_id"].map(judged.words).astype("str"))
    here = moved[moved["incident_id"].map(judged.agreed) == side]
    words = here["incident_id"].map(judged.words)
    parts = [part for part in (kept, here.assign(why=words, judged=words)) if len(part)]
    return _shaped(pd.concat(parts)) if parts else rows.iloc[:0]


def _cited(named: pd.DataFrame, scene: Scene) -> pd.DataFrame:
    """Give the cited incidents, by their counted accounts; `why` says how they are known."""
    happened = named[pd.to_datetime(named["event_date"]) <= pd.Timestamp(scene.as_of)]
    single = happened.drop_duplicates("incident_id")
    accounts = happened.groupby("incident_id", sort=False)["cited_id"].agg(list)
    why = [_cited_words(accounts[name], scene.own_sources) for name in single["incident_id"]]
    return _shaped(single.assign(why=pd.Series(why, single.index, dtype="str"), judged=""))


def _cited_words(ids: list[str], own_sources: tuple[str, ...]) -> str:
    told = [name for name in ids if name.split(":")[0] in own_sources]
    return say("cited-described" if told else "cited-collected", accounts=fmt.unit_list(ids))


class Reasons:
    """Gives the phrases for some rows of a series, named by their positions."""

    def __init__(self, series: Series, chosen: NDArray[np.intp]) -> None:
        self.series = series
        records = series.rows.iloc[chosen].to_dict("records")
        self.rows = dict(zip(chosen.tolist(), records, strict=True))

    def of(self, rule: Rule, index: int) -> str:
        """Say why row number `index` matches a rule, which it does."""
        found = list(dict.fromkeys(explain(rule, Seen(self.rows[index], index, self.series))))
        return str(clauses(found)) if found else say("why-rule")


@schema.returns(**PROFILE)
def kilometre_profile(rule: Rule, scene: Scene) -> pd.DataFrame:
    """Count the matching incidents of the window per road and ten kilometres.

    Columns: road, from_km, to_km, incidents, and how many of them are coded at a town's own
    point (`at_town`), known to about 25 km only (`near`), or exact off a town (`exact`): the
    first two say little about the kilometre and are to be drawn apart.
    """
    rows = scene.series.rows[scene.inside(rule)]
    rows = rows[rows["nearest_road"].notna() & rows["road_position_km"].notna()]
    at_town = rows["coded_at_town"].eq(True).fillna(value=False).astype(bool)
    near = ~at_town & (rows["geo_precision"] > 1)
    counted = pd.DataFrame(
        {
            "road": rows["nearest_road"],
            "from_km": (rows["road_position_km"] // EVERY_KM * EVERY_KM).astype(int),
            "incidents": 1,
            "at_town": at_town.astype(int),
            "near": near.astype(int),
            "exact": (~at_town & ~near).astype(int),
        }
    )
    found = counted.groupby(["road", "from_km"], as_index=False).sum()
    return found.assign(to_km=found["from_km"] + EVERY_KM)[list(PROFILE)]
