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
from corridor.words import numbers as fmt

PRECISION_WORDS: Final = {3: "known to the district", 4: "known to the province"}


class Reasons:
    """Gives the phrases for some rows of a series, named by their positions."""

    def __init__(self, series: Series, chosen: NDArray[np.intp]) -> None:
        self.series = series
        records = series.rows.iloc[chosen].to_dict("records")
        self.rows = dict(zip(chosen.tolist(), records, strict=True))

    def of(self, rule: Rule, index: int) -> str:
        """Say why row number `index` matches a rule, which it does."""
        found = list(dict.fromkeys(self._phrases(rule, index, is_so=True)))
        return "; ".join(found) if found else "meets the rule"

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
            return f"no other within {phrases.km(km)} in the {days}{fmt.NBSP}days before"
        apart, gaps = self.distances_km(index), self.series.ordinals[index] - self.series.ordinals
        among = self.series.mask(rule.children[0])
        near = np.flatnonzero(among & (gaps > 0) & (gaps <= days) & (apart <= km + 0.01))
        if not len(near):
            return "one near by before it"
        latest = near[np.argmin(gaps[near])]
        name = self.series.rows["incident_id"].iloc[latest]
        return (
            f"{name} was {phrases.km(apart[latest], 1)} away, {gaps[latest]}{fmt.NBSP}days before"
        )

    def distances_km(self, index: int) -> Any:
        """Give the distance of every row to one, in km."""
        eastings, northings = self.series.metres
        return np.hypot(eastings - eastings[index], northings - northings[index]) / 1000


def _near_road(rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    if pd.isna(row["road_km"]):
        return "" if is_so else "no main road within 25\u00a0km"
    if (row["road_km"] <= rule.value("km")) is not is_so:
        return ""
    return f"{phrases.km(row['road_km'], 1)} from {row['nearest_road']}"


def _off_town(rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    if pd.isna(row["town_km"]) or (row["town_km"] > rule.value("km")) is not is_so:
        return ""
    if not is_so and row["coded_at_town"]:
        return f"placed at the town of {row['nearest_town']} itself"
    return f"{phrases.km(row['town_km'], 1)} from {row['nearest_town']}"


def _areas(slugs: tuple[str, ...], km: float, row: dict[str, Any], is_so: bool) -> str:
    known = row["area_km"] if isinstance(row["area_km"], dict) else {}
    near = [known[slug] for slug in slugs if known.get(slug, km + 1) <= km]
    if row["geo_precision"] > 2 or bool(near) is not is_so or not near:
        return ""
    return f"{phrases.km(min(near), 1)} from {slugs[0].replace('-', ' ')}"


def _in_area(rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    slugs = tuple(rule.value("areas"))
    found = _areas(slugs, rule.value("km"), row, is_so)
    return found.replace("from hamrin", "from the Hamrin crest")


def _boundary(rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    return _areas(boundary_slugs(rule.value("pair")), rule.value("km"), row, is_so)


def _place_name(rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    place = str(row["location"] or "")
    named = any(name.casefold() in place.casefold() for name in rule.value("names"))
    return f"the place is given as “{place}”" if named and is_so else ""


def _district(rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    if row["geo_precision"] > 3 or (row["admin2"] in rule.value("names")) is not is_so:
        return ""
    return f"in {row['admin2']} district" if is_so else ""


def _governorate(rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    if row["admin1"] not in rule.value("names") or not is_so:
        return ""
    placed = PRECISION_WORDS.get(row["geo_precision"], "")
    return f"in {row['admin1']}" + (f" ({placed})" if placed else "")


def _reported(rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    is_named = row["reported_admin1"] in rule.value("names")
    return f"reported in {row['reported_admin1']}" if is_so and is_named else ""


def _differs(_rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    if is_so:
        return f"located in {row['located_admin1']}"
    if row["located_admin1"] == row["reported_admin1"]:
        return "located there too"
    return f"located in {row['located_admin1']}, but too near the border to be sure"


def _side(rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    actor = rule.value("of")
    if actor not in {row["actor1"], row["actor2"]}:
        return ""
    name = vocabulary.actor_label(actor)
    if not is_so:
        return f"only members of {name} died: more likely an operation against it"
    if row["event_type"] == "Violence against civilians":
        return f"attack by {name} on civilians"
    return f"people other than members of {name} died"


def _coded(rule: Rule, row: dict[str, Any], is_so: bool) -> str:
    begun = row.get("initiated_by")
    return (
        f"started by {vocabulary.actor_label(str(begun))}"
        if is_so and begun in rule.value("names")
        else ""
    )


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
