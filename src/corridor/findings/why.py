"""Say why an incident matched an evidence rule: predicate, distance, days."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from corridor import vocabulary
from corridor.findings import phrases
from corridor.findings.compile_rules import boundary_slugs
from corridor.findings.rules import Rule
from corridor.findings.series import Series
from corridor.store.errors import clauses
from corridor.words import say


class Reasons:
    """Gives the phrases for some rows of a series, named by their positions."""

    def __init__(self, series: Series, chosen: NDArray[np.intp]) -> None:
        self.series = series
        records = series.rows.iloc[chosen].to_dict("records")
        self.rows = dict(zip(chosen.tolist(), records, strict=True))

    def of(self, rule: Rule, index: int) -> str:
        """Say why row number `index` matches a rule, which it does."""
        found = list(dict.fromkeys(self._phrases(rule, index, is_so=True)))
        return str(clauses(found)) if found else say("why-rule")

    def _phrases(self, rule: Rule, index: int, *, is_so: bool) -> list[str]:
        if rule.kind == "not":
            return self._phrases(rule.children[0], index, is_so=not is_so)
        if rule.kind in {"all_of", "any_of"}:
            return [
                phrase
                for child in rule.children
                for phrase in self._phrases(child, index, is_so=is_so)
            ]
        if rule.kind == "recurs":
            return [self.recurrence(rule, index, is_so=is_so)]
        writer = _WRITERS.get(rule.kind)
        phrase = writer(rule, self.rows[index], is_so) if writer else ""
        return [phrase] if phrase else []

    def recurrence(self, rule: Rule, index: int, *, is_so: bool) -> str:
        """Name the latest earlier incident near by, or say that there is none."""
        km, days = rule.value("within_km"), rule.value("within_days")
        if not is_so:
            return say("why-no-repeat", distance=phrases.km(km), days=days)
        apart, gaps = self.distances_km(index), self.series.ordinals[index] - self.series.ordinals
        among = self.series.mask(rule.children[0])
        near = np.flatnonzero(among & (gaps > 0) & (gaps <= days) & (apart <= km + 0.01))
        if not len(near):
            return say("why-repeat-some")
        latest = near[np.argmin(gaps[near])]
        return say(
            "why-repeat",
            incident=self.series.rows["incident_id"].iloc[latest],
            distance=phrases.km(apart[latest], 1),
            days=gaps[latest],
        )

    def distances_km(self, index: int) -> Any:
        """Give the distance of every row to one, in km."""
        eastings, northings = self.series.metres
        return np.hypot(eastings - eastings[index], northings - northings[index]) / 1000


def _near_road(rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    if pd.isna(row["road_km"]):
        return "" if is_so else say("why-no-road")
    if (row["road_km"] <= rule.value("km")) is not is_so:
        return ""
    return say("why-road", distance=phrases.km(row["road_km"], 1), road=row["nearest_road"])


def _off_town(rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    if pd.isna(row["town_km"]) or (row["town_km"] > rule.value("km")) is not is_so:
        return ""
    if not is_so and row["coded_at_town"]:
        return say("why-at-town", town=row["nearest_town"])
    return say("why-town", distance=phrases.km(row["town_km"], 1), town=row["nearest_town"])


def _from_area(slugs: tuple[str, ...], km: float, row: dict[str, Any], is_so: bool) -> str:
    """Write the distance to the nearest of some areas of interest; "" where none is near."""
    known = row["area_km"] if isinstance(row["area_km"], dict) else {}
    near = [known[slug] for slug in slugs if known.get(slug, km + 1) <= km]
    is_told = is_so and near and row["geo_precision"] <= 2
    return phrases.km(min(near), 1) if is_told else ""


def _in_area(rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    slugs = tuple(rule.value("areas"))
    distance = _from_area(slugs, rule.value("km"), row, is_so)
    area = slugs[0].replace("-", " ")
    return say("why-area", distance=distance, area=area) if distance else ""


def _boundary(rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    pair = rule.value("pair")
    distance = _from_area(boundary_slugs(pair), rule.value("km"), row, is_so)
    provinces = " ".join(pair).lower().replace("-", " ")
    return say("why-boundary", distance=distance, provinces=provinces) if distance else ""


def _place_name(rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    place = str(row["location"] or "")
    named = any(name.casefold() in place.casefold() for name in rule.value("names"))
    return say("why-place-name", place=place) if named and is_so else ""


def _district(rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    if row["geo_precision"] > 3 or (row["admin2"] in rule.value("names")) is not is_so:
        return ""
    return say("why-district", district=row["admin2"]) if is_so else ""


def _governorate(rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    if row["admin1"] not in rule.value("names") or not is_so:
        return ""
    precision = vocabulary.GEO_PRECISIONS.get(row["geo_precision"], "")
    return say("why-province", province=row["admin1"], precision=precision)


def _reported(rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    is_named = row["reported_admin1"] in rule.value("names")
    return say("why-reported", province=row["reported_admin1"]) if is_so and is_named else ""


def _differs(_rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    if is_so:
        return say("why-located", province=row["located_admin1"])
    if row["located_admin1"] == row["reported_admin1"]:
        return say("why-located-too")
    return say("why-near-border", province=row["located_admin1"])


def _side(rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    actor = rule.value("of")
    if actor not in {row["actor1"], row["actor2"]}:
        return ""
    name = vocabulary.actor_label(actor)
    if not is_so:
        return say("why-operation", actor=name)
    is_attack = row["event_type"] == vocabulary.CIVILIANS_TYPE
    return say("why-attack" if is_attack else "why-others-died", actor=name)


def _coded(rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    begun = row.get("initiated_by")
    if not is_so or begun not in rule.value("names"):
        return ""
    return say("why-started", actor=vocabulary.actor_label(str(begun)))


_WRITERS: Final[dict[str, Callable[[Rule, dict[str, Any], bool], str]]] = {
    "near_road": _near_road,
    "off_town": _off_town,
    "in_area": _in_area,
    "near_admin1_boundary": _boundary,
    "place_name": _place_name,
    "admin2": _district,
    "admin1": _governorate,
    "reported_admin1": _reported,
    "reported_admin1_differs": _differs,
    "side": _side,
    "initiated_by": _coded,
}
