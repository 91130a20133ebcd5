"""Rows of a series that repeat its own accounts under other ids: found, told, counted once.

A series' own identity outlives its ids: ACLED numbered its events anew, and a file can be handed in
with the numbers of another. Such a row is proposed as the same account, and linked unless a person
says otherwise. Made here: `repeats`, one for each such row.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, Literal, get_args

import pandas as pd

from corridor.ingest.model.statements import statement
from corridor.store.workbench import Workbench
from corridor.words import say

# What becomes of all of them: counted as the account that is here, as incidents of their own, or
# not written.
Repeated = Literal["link", "apart", "skip"]
REPEATED: Final[tuple[Repeated, ...]] = get_args(Repeated)
# From so many signs on a description tells an event from all others of its day and place.
_TELLING: Final = 20


@dataclass(frozen=True, eq=False)
class Repeats:
    """What a commit writes of repeated accounts: links as `records`, no row of the `skipped` lines.

    `kept` are the accounts of the store that go on under the id of the file.
    """

    records: pd.DataFrame = field(default_factory=pd.DataFrame)
    skipped: tuple[int, ...] = ()
    linked: int = 0
    kept: frozenset[str] = frozenset()
    digest: str = ""


def find_repeats(bench: Workbench) -> int:
    """Make `repeats` beside `placed`; return how many rows repeat an account of their source."""
    bench.run(statement("repeats"), {"telling": _TELLING})
    return int(bench.one(statement("count_repeats")))


def repeats(bench: Workbench, most: int) -> list[dict[str, Any]]:
    """List the first: line, incident_id (the file's), account_id (the store's)."""
    found = bench.rows(statement("repeats_shown"), {"most": most})
    return [
        {"line": line, "incident_id": ours, "account_id": theirs} for line, ours, theirs in found
    ]


def decided(bench: Workbench, choice: Repeated) -> Repeats:
    """Return what a commit writes of the repeats.

    The account that is here is linked to the file's, which is counted from then on and whose
    updates come under the new id; one that was linked to another incident keeps that link.
    """
    found = bench.frame(statement("repeats_by_line"))
    if found.empty or choice == "apart":
        return Repeats(digest=choice if len(found) else "")
    if choice == "skip":
        lines = tuple(int(line) for line in found["line"])
        return Repeats(skipped=lines, kept=frozenset(found["account_id"]), digest=choice)
    leads = found["leads_to"].notna()
    records = pd.DataFrame(
        {
            "record_kind": "link",
            "incident_id": found["account_id"].where(~leads, found["incident_id"]),
            "target_id": found["incident_id"].where(~leads, found["account_id"]),
            "reason": say("repeats-reason"),
        }
    )
    return Repeats(records, (), len(found), frozenset(found["account_id"]), choice)
