"""Predicates of where: roads, towns, areas, and how a place is told."""

from __future__ import annotations

from typing import Final

import pandas as pd

from corridor.findings import phrases
from corridor.findings.predicates import known
from corridor.findings.predicates.row import (
    Binding,
    Predicate,
    Seen,
    fields,
    km,
    rank,
    texts,
)  # fmt: skip
from corridor.findings.rules import Named, Rule
from corridor.packs import Table
from corridor.words import say, written
from corridor.words.numbers import unit_list


def _roads(table: Table) -> tuple[str, ...]:
    return table.texts("roads", (), known=known.roads())


def _near_road(compiler: Binding, rule: Rule, row: str) -> str:
    near = f"{row}.geo_precision <= 2 AND {row}.road_km <= {compiler.bind(rule.value('km'))}"
    if not rule.value("roads"):
        return f"({near})"
    return f"({near} AND list_contains({compiler.texts(rule.value('roads'))}, {row}.nearest_road))"


def _near_road_reason(rule: Rule, seen: Seen, is_so: bool) -> str:
    if pd.isna(seen.row["road_km"]):
        return "" if is_so else say("why-no-road")
    if (seen.row["road_km"] <= rule.value("km")) is not is_so:
        return ""
    return say(
        "why-road", distance=phrases.km(seen.row["road_km"], 1), road=seen.row["nearest_road"]
    )


def _off_town(compiler: Binding, rule: Rule, row: str) -> str:
    return f"({row}.geo_precision <= 2 AND {row}.town_km > {compiler.bind(rule.value('km'))})"


def _off_town_reason(rule: Rule, seen: Seen, is_so: bool) -> str:
    if pd.isna(seen.row["town_km"]) or (seen.row["town_km"] > rule.value("km")) is not is_so:
        return ""
    if not is_so and seen.row["coded_at_town"]:
        return say("why-at-town", town=seen.row["nearest_town"])
    return say(
        "why-town", distance=phrases.km(seen.row["town_km"], 1), town=seen.row["nearest_town"]
    )


def _areas(table: Table) -> tuple[str, ...]:
    return table.texts("areas", known=known.areas())


def _in_areas(compiler: Binding, slugs: tuple[str, ...], km: float, row: str) -> str:
    reach = compiler.bind(km)
    near = [f"coalesce({row}.area_km[{compiler.bind(slug)}] <= {reach}, FALSE)" for slug in slugs]
    return f"({row}.geo_precision <= 2 AND ({' OR '.join(near)}))"


def _from_area(slugs: tuple[str, ...], km: float, seen: Seen, is_so: bool) -> str:
    """Write the distance to the nearest of some areas of interest; "" where none is near."""
    known = seen.row["area_km"] if isinstance(seen.row["area_km"], dict) else {}
    near = [known[slug] for slug in slugs if known.get(slug, km + 1) <= km]
    is_told = is_so and near and seen.row["geo_precision"] <= 2
    return phrases.km(min(near), 1) if is_told else ""


def _in_area(compiler: Binding, rule: Rule, row: str) -> str:
    return _in_areas(compiler, rule.value("areas"), rule.value("km"), row)


def _in_area_reason(rule: Rule, seen: Seen, is_so: bool) -> str:
    slugs = tuple(rule.value("areas"))
    distance = _from_area(slugs, rule.value("km"), seen, is_so)
    return say("why-area", distance=distance, area=known.area_name(slugs[0])) if distance else ""


def _boundary_slugs(pair: tuple[str, ...]) -> tuple[str, ...]:
    """Name the area of interest that is the boundary of two governorates, either way round."""
    parts = [name.lower().replace(" ", "-") for name in pair]
    return ("-".join(["boundary", *parts]), "-".join(["boundary", *reversed(parts)]))


def _read_boundary(table: Table, _named: Named, kind: str) -> Rule:
    inner = table.table(kind)
    pair = inner.texts("pair", least=2, most=2, known=known.provinces())
    if not set(_boundary_slugs(pair)) & set(known.areas()):
        drawn = [slug for slug in known.areas() if slug.startswith("boundary-")]
        raise inner.fail("report-boundary-unknown", "pair", known=written(unit_list, tuple(drawn)))
    values = (("pair", pair), ("km", km(inner)))
    inner.close()
    return Rule(kind, values)


def _near_boundary(compiler: Binding, rule: Rule, row: str) -> str:
    return _in_areas(compiler, _boundary_slugs(rule.value("pair")), rule.value("km"), row)


def _boundary_reason(rule: Rule, seen: Seen, is_so: bool) -> str:
    pair = rule.value("pair")
    distance = _from_area(_boundary_slugs(pair), rule.value("km"), seen, is_so)
    provinces = " ".join(pair).lower().replace("-", " ")
    return say("why-boundary", distance=distance, provinces=provinces) if distance else ""


def _place_name(compiler: Binding, rule: Rule, row: str) -> str:
    wanted = [compiler.bind(name.casefold()) for name in rule.value("names")]
    return "(" + " OR ".join(f"strpos(lower({row}.location), {name}) > 0" for name in wanted) + ")"


def _place_name_reason(rule: Rule, seen: Seen, is_so: bool) -> str:
    place = str(seen.row["location"] or "")
    named = any(name.casefold() in place.casefold() for name in rule.value("names"))
    return say("why-place-name", place=place) if named and is_so else ""


def _differs(compiler: Binding, rule: Rule, row: str) -> str:
    if rule.value("beyond_tolerance"):
        return f"list_contains({compiler.texts(compiler.misplaced)}, {row}.incident_id)"
    return f"({row}.reported_admin1 <> {row}.located_admin1)"


def _differs_reason(_rule: Rule, seen: Seen, is_so: bool) -> str:
    if is_so:
        return say("why-located", province=seen.row["located_admin1"])
    if seen.row["located_admin1"] == seen.row["reported_admin1"]:
        return say("why-located-too")
    return say("why-near-border", province=seen.row["located_admin1"])


def _max_precision(compiler: Binding, rule: Rule, row: str) -> str:
    return f"{row}.geo_precision <= {compiler.bind(rule.value('rank'))}"


ROWS: Final = {
    "near_road": Predicate(
        fields(roads=_roads, km=km),
        _near_road,
        _near_road_reason,
    ),
    "off_town": Predicate(fields(km=km), _off_town, _off_town_reason),
    "in_area": Predicate(
        fields(areas=_areas, km=km),
        _in_area,
        _in_area_reason,
    ),
    "near_admin1_boundary": Predicate(_read_boundary, _near_boundary, _boundary_reason),
    "place_name": Predicate(fields(names=texts("names")), _place_name, _place_name_reason),
    "reported_admin1_differs": Predicate(
        fields(beyond_tolerance=lambda table: table.take("beyond_tolerance", bool, False)),
        _differs,
        _differs_reason,
    ),
    "max_geo_precision": Predicate(rank, _max_precision),
}
