"""Which accounts a retraction hides, and the records that say so."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from corridor import schema
from corridor.store.errors import StoreError
from corridor.store.serving import Serving
from corridor.store.statements import statement

MOST_NAMED = 20


@dataclass(frozen=True, eq=False)
class Retraction:
    """Records to commit; `transaction` names exactly these versions of these accounts."""

    records: pd.DataFrame
    reason: str
    transaction: str


def retraction(serving: Serving, ids: Sequence[str], reason: str) -> Retraction | None:
    """Give the records that hide accounts, None when all of them are hidden already."""
    wanted = list(dict.fromkeys(ids))
    reason = _checked(wanted, reason)
    known = serving.read(statement("known_accounts"), {"ids": wanted})
    _check_known(wanted, known)
    shown = known[known["is_shown"]].sort_values("incident_id", ignore_index=True)
    if shown.empty:
        return None
    records = shown[["incident_id"]].assign(record_kind="retraction", reason=reason)
    pairs = [f"{row.incident_id} {row.commit_id}" for row in shown.itertuples()]
    digest = hashlib.sha256("\n".join(pairs).encode()).hexdigest()
    return Retraction(records, reason, f"retraction:{digest}")


def _checked(ids: Sequence[str], reason: str) -> str:
    longest = schema.column("reason").max_length
    if not ids:
        raise StoreError("no incident is named: give the ids to retract")
    if not reason.strip():
        raise StoreError("a retraction needs a reason: say why these incidents are taken out")
    if len(reason) > longest:
        raise StoreError(f"the reason has {len(reason):,} characters; at most {longest:,} are kept")
    return reason.strip()


def _check_known(ids: Sequence[str], known: pd.DataFrame) -> None:
    unknown = [name for name in ids if name not in set(known["incident_id"])]
    if unknown:
        more = f" and {len(unknown) - MOST_NAMED:,} more" if len(unknown) > MOST_NAMED else ""
        named = ", ".join(unknown[:MOST_NAMED])
        raise StoreError(f"the store has no incident {named}{more}: nothing was retracted")
