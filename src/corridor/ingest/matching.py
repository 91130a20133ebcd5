"""New accounts that are probably of an incident the store has: found, scored, explained.

Both must agree in date and place within what each says of its own precision. The score is a
judgement, 9 points at most: same day 3 (else 1); within 2 km 3, 10 km 2, else 1; both sides
the same 2, one of them 1; deaths that overlap 1, that do not −1. From 5 points up an account
is proposed as another one of that incident; of one source, at most one to an incident. Of the
10 incidents of the shipped series that accounts were linked to by hand it finds 7, none wrongly.
"""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from corridor.ingest.statements import statement
from corridor.store.workbench import Workbench

ENOUGH: Final = 5
MOST_POINTS: Final = 9
# Days that a date may be off, by date precision 1–5; kilometres that a point may be off, by
# location precision 1–7 (a district's or a governorate's half width; beyond, nothing is said).
DAYS_OFF: Final = (0, 3, 4, 16, 183)
KM_OFF: Final = (2.0, 25.0, 20.0, 0.0, 30.0, 0.0, 0.0)
LONGEST_DAYS: Final = 31


def find_matches(bench: Workbench) -> int:
    """Make `matches` beside `placed`; give the number of new accounts with a match.

    Accounts without coordinates are not searched, nor those that a person has linked or kept
    apart before.
    """
    bench.run(
        statement("matches"),
        {
            "days": list(DAYS_OFF),
            "reach": list(KM_OFF),
            "longest": LONGEST_DAYS,
            "enough": ENOUGH,
        },
    )
    found: int = bench.one(statement("count_matches"))
    return found


def matches(bench: Workbench, most: int) -> pd.DataFrame:
    """Give matches, surest first: both accounts' facts, and `why` in words.

    Columns: incident_id, target_id, score, why; event_date, location, killed of the new account
    and stored_date, stored_location, stored_killed of the stored one.
    """
    found = bench.frame(statement("matches_shown"), {"most": most})
    why = [_why(row) for row in found.to_dict("records")]
    return found.assign(why=pd.Series(why, index=found.index, dtype="str"))


def _why(row: dict[Any, Any]) -> str:
    days, km = int(row["days_apart"]), float(row["km_apart"])
    told = ["same day" if days == 0 else f"{days} {'day' if days == 1 else 'days'} apart"]
    told.append("same point" if km < 0.1 else f"{km:.0f} km apart" if km >= 1 else "under 1 km")
    told.append({2: "same sides", 1: "one side the same"}.get(int(row["sides"]), "other sides"))
    told.append({1: "deaths agree", -1: "deaths differ"}.get(int(row["deaths"]), ""))
    return ", ".join(word for word in told if word)


def links(bench: Workbench, apart: frozenset[str]) -> pd.DataFrame:
    """Give the records that say of each match what was decided: linked, or kept apart.

    An account that is kept apart is linked to itself, so that no later upload links it again.
    """
    found = bench.frame(statement("links"))
    is_apart = found["incident_id"].isin(apart)
    return found.assign(
        record_kind="link",
        target_id=found["target_id"].mask(is_apart, found["incident_id"]),
        reason=found["score"]
        .map(lambda score: f"probably the same incident, {score} of {MOST_POINTS} points")
        .mask(is_apart, "kept apart by the person who uploaded it"),
    ).drop(columns="score")
