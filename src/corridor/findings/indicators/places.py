"""Indicators about one incident's place, and about where incidents are said to have been."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

import numpy as np

from corridor.analysis.intervals import UNKNOWN, Interval, clopper_pearson
from corridor.findings import misplaced, phrases
from corridor.findings.accounts import Account
from corridor.findings.indicators import kind
from corridor.findings.indicators.kind import Kind
from corridor.findings.measured import LOW_BASE, Indicator, Measured, Scene, rule_of
from corridor.findings.spec import PartSpec
from corridor.words import later, written


def _accounts(part: PartSpec, scene: Scene) -> list[Account]:
    """Give the accounts of the part's incident that are not the report's own and had happened."""
    return [
        account
        for account in scene.accounts.of(part.settings["incident"])
        if account.source not in scene.own_sources and account.ordinal <= scene.window.last
    ]


def _place_distance(part: PartSpec, scene: Scene) -> Measured:
    """Distance of an incident to a governorate, below 0 inside it, ± the point's uncertainty.

    Of the accounts that the report names the best placed decides: 5 km at precision 1, 25 at 2,
    the stated radius of a point placed by hand. A point known only as a line or an area cannot
    decide.
    """
    accounts = [item for item in _accounts(part, scene) if item.incident_id in scene.named]
    found = [_measured_place(row, part.settings["admin1"]) for row in accounts]
    usable = sorted(place for place in found if math.isfinite(place[0]) and math.isfinite(place[1]))
    if not usable:
        indicator = Indicator.of(part.words, UNKNOWN, (None, len(accounts)), "km")
        told = later("place-not-decided")
        return Measured(indicator, told, 0, scene.nothing(), is_low_base=True)
    tolerance, distance, name = usable[0]
    interval = Interval(distance, distance - tolerance, distance + tolerance)
    give_or_take = written(phrases.km, tolerance)
    remark = later("place-decided-by", account=name, tolerance=give_or_take)
    indicator = Indicator.of(part.words, interval, (None, len(accounts)), "km", remark)
    told = later(
        "place-told",
        distance=written(phrases.km, distance),
        place=part.settings["admin1"],
        tolerance=give_or_take,
    )
    return Measured(indicator, told, len(accounts), scene.nothing())


def _measured_place(account: Account, governorate: str) -> tuple[float, float, str]:
    tolerance = misplaced.tolerance_km(account.geo_precision, account.location_radius_km)
    if account.latitude is None or account.longitude is None:
        return tolerance, math.nan, account.incident_id
    distance = misplaced.signed_distance_km(account.latitude, account.longitude, governorate)
    return tolerance, distance, account.incident_id


def _naming_accounts(part: PartSpec, scene: Scene) -> Measured:
    """Independent accounts that report the incident in a governorate: 2 support, 1 partly.

    Accounts that cite one news channel are one. None says nothing: the data are silent.
    """
    accounts = _accounts(part, scene)
    naming = [item for item in accounts if item.reported_admin1 == part.settings["admin1"]]
    named = len({item.channels or item.source for item in naming})
    value = Interval(float(named), float(named), float(named)) if named else UNKNOWN
    indicator = Indicator.of(part.words, value, (named, len(accounts)), "")
    told = later(
        "accounts-naming-told",
        named=named,
        accounts=len(accounts),
        place=part.settings["admin1"],
    )
    return Measured(indicator, told, named, scene.nothing(), is_low_base=named == 0)


def _misplaced_share(part: PartSpec, scene: Scene) -> Measured:
    """Share of incidents reported in a governorate that lie outside it (Clopper, Pearson 1934).

    Only sources that record the reporter's governorate count; where the coder sets it together
    with the point, agreement is circular.
    """
    base = scene.inside(rule_of(part, "population"))
    sources, series = part.settings["reporter_sources"], scene.series
    recording = series.once(
        ("recording", sources), lambda: series.rows["source"].isin(sources).to_numpy()
    )
    counted = base & recording
    outside = counted & scene.inside(rule_of(part, "outside"))
    hit, total = int(outside.sum()), int(counted.sum())
    indicator = Indicator.of(part.words, clopper_pearson(hit, total), (hit, total), "share")
    told = later("misplaced-told", hit=hit, total=total)
    if not part.settings["reporter_sources"]:
        told = later("misplaced-not-recorded")
    return Measured(indicator, told, total, np.asarray(counted), is_low_base=total < LOW_BASE)


def _outside_share(part: PartSpec, scene: Scene) -> Measured:
    """Show the same share over all sources: a figure to look at, not to count."""
    base = scene.inside(rule_of(part, "population"))
    outside = base & scene.inside(rule_of(part, "outside"))
    hit, total = int(outside.sum()), int(base.sum())
    indicator = Indicator.of(part.words, clopper_pearson(hit, total), (hit, total), "share")
    return Measured(indicator, later("outside-told", hit=hit, total=total), total, base)


def _account_distance(part: PartSpec, scene: Scene) -> Measured:
    """Show the distance of one account's point, whatever its precision."""
    account = scene.accounts.find(part.settings["incident"])
    if account is None:
        indicator = Indicator.of(part.words, UNKNOWN, (None, None), "km")
        return Measured(indicator, later("account-not-here"), 0, scene.nothing())
    tolerance, distance, name = _measured_place(account, part.settings["admin1"])
    reach = tolerance if math.isfinite(tolerance) else math.nan
    interval = Interval(distance, distance - reach, distance + reach)
    indicator = Indicator.of(part.words, interval, (None, None), "km", name)
    told = later(
        "account-distance-told",
        distance=written(phrases.km, distance),
        precision=str(account.geo_precision),
    )
    return Measured(indicator, told, 1, scene.nothing())


_ONE_INCIDENT: Final[Mapping[str, kind.Reader]] = {"incident": kind.text, "admin1": kind.province}
_SHARE: Final[Mapping[str, kind.Reader]] = {"population": kind.rule, "outside": kind.rule}
KINDS: Final[Mapping[str, Kind]] = {
    "place_distance": Kind(_ONE_INCIDENT, _place_distance, kind.KM, by_set=True),
    "account_distance": Kind(_ONE_INCIDENT, _account_distance, kind.KM, by_set=True),
    "naming_accounts": Kind(_ONE_INCIDENT, _naming_accounts, kind.COUNT, by_set=True),
    "misplaced_share": Kind(
        {**_SHARE, "reporter_sources": kind.texts}, _misplaced_share, kind.SHARE, by_set=True
    ),
    "outside_share": Kind(_SHARE, _outside_share, kind.SHARE, by_set=True),
}
