"""The rivals of the shipped report worked out a second time: from the Parquet file to the answer.

Rows by pandas, statistics by `tests.statistics_again`, thresholds and ratings of `report.toml`;
nothing of `corridor.findings`, `corridor.analysis` or `corridor.queries` is used. As of one day.
"""

from __future__ import annotations

import json
import math
import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import combinations, permutations
from typing import Any

import numpy as np
import pandas as pd

from tests import independent, statistics_again
from tests.independent import DATA, accounts
from tests.statistics_again import Ends

FIRST, LAST = pd.Timestamp("2017-07-01"), pd.Timestamp("2018-06-30")
HERE = ["Kirkuk", "Salah al-Din", "Diyala"]
RANGE = "Hamrin mountains|Hamrin range|Jabal Hamrin|جبال حمرين"
POINTS = {"CC": 2, "C": 1, "N": 0, "I": -1, "II": -2}
WEAKER = {"CC": "C", "II": "I"}
Ratings = dict[str, str | None]
Runs = tuple[Any, Any]


@cache
def report() -> dict[str, Any]:
    file = DATA / "reports" / "is-there-a-return-of-isis-2018" / "report.toml"
    return tomllib.loads(file.read_text("utf-8"))


@cache
def rows() -> pd.DataFrame:
    """The series' incidents of IS on covered days, with what the items ask of each."""
    every = accounts()
    found = every[(every["source"] == "UCDP") & every["event_date"].between(*independent.COVERED)]
    found = found[(found["actor1"] == "IS") | (found["actor2"] == "IS")].copy()
    found["attack"] = independent._hurts_others(found)
    found["here"] = found["admin1"].isin(HERE)
    crest = found["area_km"].map(lambda areas: dict(areas or {}).get("hamrin", math.inf))
    named = found["location"].fillna("").str.contains(RANGE, case=False)
    found["refuge"] = crest.le(15) | named | found["admin2"].isin(["Daquq", "Tuz Khurmatu"])
    return found


def now(days: pd.Series[Any]) -> pd.Series[Any]:
    return days[days.between(FIRST, LAST)]


def in_bins(days: pd.Series[Any]) -> Runs:
    """Counts and lengths of the year's twelfths: day n of 365 lies in number floor(12n ÷ 365)."""
    lengths = np.bincount(np.arange(365) * 12 // 365)
    counts = np.bincount((now(days) - FIRST).dt.days * 12 // 365, minlength=12)
    return counts, lengths.astype(float)


def by_month(days: pd.Series[Any], first: str, months: int = 24) -> Runs:
    span = pd.period_range(first, periods=months, freq="M")
    counts = days.dt.to_period("M").value_counts().reindex(span, fill_value=0)
    return counts.to_numpy(), span.days_in_month.to_numpy(float)


def correlation(days: pd.Series[Any], *sides: Runs) -> float:
    """Of neighbours: the sides, and blocks of two years; of two sides one is 2010 and 2011."""
    starts = ("2007-07", "2013-07", "2015-07") if len(sides) > 1 else (
        "2007-07", "2009-07", "2011-07", "2013-07", "2015-07")  # fmt: skip
    runs = [*sides, *(by_month(days, start) for start in starts)]
    return statistics_again.correlation(
        [statistics_again.residuals(*run) if run[0].sum() else 0.0 * run[0] for run in runs]
    )


def level(days: pd.Series[Any]) -> tuple[Ends, float]:
    """A rate against 2010 and 2011, and the smaller count."""
    one, two = in_bins(days), by_month(days, "2010-01")
    sides = (one[0].sum(), two[0].sum())
    return statistics_again.ratio(*one, *two, correlation(days, one, two)), min(sides)


def districts() -> tuple[Ends, float]:
    """The first incident of each district in each month, and in each twelfth of the year."""
    placed = rows()[rows()["admin2"].notna() & (rows()["geo_precision"] <= 3)]
    placed = placed.sort_values(["event_date", "incident_id"])
    both = ["admin1", "admin2", "bin"]
    monthly = placed.assign(bin=placed["event_date"].dt.to_period("M")).drop_duplicates(both)
    year = placed[placed["event_date"].between(FIRST, LAST)]
    year = year.assign(bin=(year["event_date"] - FIRST).dt.days * 12 // 365).drop_duplicates(both)
    one, two = in_bins(year["event_date"]), by_month(monthly["event_date"], "2010-01")
    rho = correlation(monthly["event_date"], one, two)
    return statistics_again.ratio(*one, *two, rho), len(now(rows()["event_date"]))


def share(inner: pd.DataFrame, outer: pd.DataFrame) -> tuple[Ends, float]:
    hits, trials = in_bins(inner["event_date"])[0], in_bins(outer["event_date"])[0]
    trials = trials[: np.flatnonzero(trials)[-1] + 1]
    hits, kept = hits[: len(trials)], trials > 0
    part = hits.sum() / trials.sum()
    spread = np.sqrt(trials[kept] * part * (1 - part))
    rho = statistics_again.correlation([(hits[kept] - trials[kept] * part) / spread])
    return statistics_again.share_in_bins(hits, trials, rho), int(trials.sum())


def daily(placed: pd.DataFrame, loose: pd.DataFrame | None = None) -> tuple[Ends, float]:
    days, run = placed["event_date"], in_bins(placed["event_date"])
    more = 0 if loose is None else len(now(loose["event_date"]))
    ends = statistics_again.implied_days(*run, more, (8, 14), correlation(days, run))
    # As many as the claim needs with the higher factor: fewer would not be a low base either.
    return ends, max(run[0].sum(), -math.log(1 - 0.8) * 365 / 14)


def months_hit(found: pd.DataFrame) -> int:
    back = (LAST - now(found["event_date"])).dt.days
    return int((back * 12 // 365).nunique())


def steady(found: pd.DataFrame) -> tuple[Ends, float]:
    expected = -math.log(1 - 0.4) * 12
    return statistics_again.periods(months_hit(found), 12), max(
        len(now(found["event_date"])), expected
    )


@cache
def measured() -> dict[str, tuple[Ends, float]]:
    """Of each item its value with its ends, and the count that must not be below five."""
    isis = rows()
    here, attacks = isis[isis["here"]], isis[isis["attack"]]
    unplaced = attacks[(attacks["admin1"] == "Salah al-Din") & (attacks["geo_precision"] == 4)]
    located = here[(here["geo_precision"] <= 3) | here["refuge"]]
    nobody: Ends = (math.nan, math.nan, math.nan)
    return {
        "all-iraq": level(attacks["event_date"]),
        "corridor": level(attacks.loc[attacks["here"], "event_date"]),
        "districts": districts(),
        "initiative": share(here[here["attack"]], here),
        "kirkuk-daily": daily(attacks[attacks["admin1"] == "Kirkuk"]),
        "samarra-daily": daily(attacks[attacks["admin2"] == "Samarra"], unplaced),
        "daquq": steady(isis[isis["admin2"] == "Daquq"]),
        "refuges": share(located[located["refuge"]], located),
        "small": share(here[~here["fatalities_best"].ge(2)], here),
        # UCDP does not record which governorate reporters named.
        "misplaced": (nobody, 0),
    }


@cache
def as_steady() -> float:
    """Share of the corridor's other districts with an incident in as many months as Daquq."""
    layer = json.loads((DATA / "reference" / "admin2.geojson").read_text("utf-8"))["features"]
    others = {
        (each["properties"]["admin1"], each["properties"]["name"])
        for each in layer
        if each["properties"]["admin1"] in HERE
        and each["properties"]["name"] not in ("Daquq", "Tuz Khurmatu")
    }
    placed = rows()[rows()["geo_precision"] <= 3]
    hit = {key: months_hit(group) for key, group in placed.groupby(["admin1", "admin2"])}
    daquq = months_hit(rows()[rows()["admin2"] == "Daquq"])
    return sum(hit.get(key, 0) >= daquq for key in others) / len(others)


@dataclass(frozen=True)
class Levels:
    claim: float
    denial: float
    at_most: float


def levels(item: dict[str, Any]) -> Levels:
    stated = item
    if "finding" in item:
        (finding,) = (each for each in report()["finding"] if each["slug"] == item["finding"])
        (stated,) = (each for each in finding["part"] if each["slug"] == item["part"])
    return Levels(stated["claim"], stated["denial"], stated.get("at_most", math.inf))


def side(item: dict[str, Any]) -> tuple[str, bool] | None:
    """On which side an item lies, right or wrong, and whether wholly; None where it is open."""
    (_, low, high), count = measured()[item["slug"]]
    at = levels(item)
    if count < 5 or math.isnan(low) or (low <= at.denial and high >= at.claim):
        return None
    if high < at.claim:
        found = ("wrong", high <= at.denial)
    else:
        found = ("right", low >= at.claim and (high <= at.at_most or low > at.at_most))
    if item["slug"] == "daquq" and found[0] == "right" and as_steady() > 0.1:
        found = ("right", False) if as_steady() <= 0.25 else ("wrong", False)
    return found


def ratings(item: dict[str, Any]) -> Ratings:
    """How an item is rated against each rival: less where its range reaches over a threshold."""
    found = side(item)
    told: Ratings = {}
    for rival, stated in item["ratings"].items():
        told[rival] = None
        if found:
            plain = stated[found[0]]
            told[rival] = plain if found[1] else WEAKER.get(plain, plain)
    return told


def apart(told: Ratings) -> float | None:
    """By how much two rivals differ on average, each pair taken both ways."""
    points = [POINTS[each] for each in told.values() if each]
    pairs = list(permutations(points, 2))
    return sum(abs(one - other) for one, other in pairs) / len(pairs) if pairs else None


def against(told: dict[str, Ratings], without: str = "") -> dict[str, tuple[int, int]]:
    """Of each rival how many items speak against it, and with what weight."""
    found = {}
    for rival in (each["slug"] for each in report()["rival"]):
        signs = [row[rival] or "" for name, row in told.items() if name != without]
        signs = [sign for sign in signs if sign.startswith("I")]
        found[rival] = (len(signs), sum(map(len, signs)))
    return found


def best(told: dict[str, Ratings], without: str = "") -> set[str]:
    weights = {rival: weight for rival, (_, weight) in against(told, without).items()}
    return {rival for rival, weight in weights.items() if weight == min(weights.values())}


def would_decide(told: dict[str, Ratings]) -> dict[tuple[str, str], tuple[set[str], int]]:
    """For each pair of rivals the unrated items that can tell it apart best, and by how much."""
    unrated = [item for item in report()["evidence"] if None in told[item["slug"]].values()]
    found = {}
    for pair in combinations([each["slug"] for each in report()["rival"]], 2):
        can = {item["slug"]: most_apart(item, pair) for item in unrated}
        most = max(can.values(), default=0)
        if most:
            found[pair] = ({name for name, by in can.items() if by == most}, most)
    return found


def most_apart(item: dict[str, Any], pair: tuple[str, str]) -> int:
    one, other = (item["ratings"][name] for name in pair)
    both = [(one[way], other[way]) for way in ("right", "wrong")]
    both += [(WEAKER.get(a, a), WEAKER.get(b, b)) for a, b in both]
    return max(abs(POINTS[a] - POINTS[b]) for a, b in both)
