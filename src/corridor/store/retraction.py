"""Which accounts a retraction hides, and the records that say so."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from corridor import schema
from corridor.store.errors import StoreError
from corridor.store.log.commits import Commit
from corridor.store.serving import Serving
from corridor.store.statements import statement
from corridor.words import later, written
from corridor.words.numbers import unit_list

if TYPE_CHECKING:
    import pandas as pd

MOST_NAMED = 20


@dataclass(frozen=True)
class Listed:
    """The file that a retraction was read from.

    `own` are reasons of its own for some ids; `left_out` counts the rows that were not taken.
    """

    own: Mapping[str, str] = field(default_factory=dict)
    file_name: str = ""
    file_sha256: str = ""
    left_out: int = 0


COLUMNS: Final = schema.columns("incident_id", "record_kind", "reason")


@dataclass(frozen=True, eq=False)
class Retraction:
    """Records to commit; `transaction` names exactly these versions of these accounts.

    `records` has the columns `COLUMNS`.
    """

    records: pd.DataFrame
    note: str
    transaction: str

    def commit(self, author: str, listed: Listed) -> Commit:
        """Return its entry of the history."""
        counts = {"retracted": len(self.records)}
        if listed.left_out:
            counts["left out"] = listed.left_out
        return Commit(
            "",
            "retraction",
            author,
            file_name=listed.file_name,
            file_sha256=listed.file_sha256,
            counts=counts,
            note=self.note,
        )


def retraction(
    serving: Serving, ids: Sequence[str], reason: str, own: Mapping[str, str]
) -> Retraction | None:
    """Return the records that hide accounts, None when all of them are hidden already.

    `own` gives reasons for some of the ids, `reason` stands for the others.
    """
    wanted = list(dict.fromkeys(ids))
    reasons = _checked(wanted, reason, own)
    known = serving.read(statement("known_accounts"), {"ids": wanted})
    _check_known(wanted, known)
    shown = known[known["is_shown"]].sort_values("incident_id", ignore_index=True)
    if shown.empty:
        return None
    told = [reasons[name] for name in shown["incident_id"]]
    records = shown[["incident_id"]].assign(record_kind="retraction", reason=told)
    different = len(set(told))
    first = reason.strip() if reason.strip() in told else told[0]
    note = first if different == 1 else f"{first} ({different:,} different reasons)"
    return Retraction(records, note, _transaction(shown, told, own))


def _checked(ids: Sequence[str], reason: str, own: Mapping[str, str]) -> dict[str, str]:
    """Return the reason for each id."""
    if not ids:
        raise StoreError(later("retraction-without-ids"))
    reasons = {name: (own.get(name) or reason).strip() for name in ids}
    if not all(reasons.values()):
        raise StoreError(later("retraction-without-reason"))
    limit, longest = schema.column("reason").max_length, max(map(len, reasons.values()))
    if longest > limit:
        raise StoreError(later("retraction-reason-too-long", signs=longest, most=limit))
    return reasons


def _check_known(ids: Sequence[str], known: pd.DataFrame) -> None:
    here = set(known["incident_id"])
    unknown = [name for name in ids if name not in here]
    if unknown:
        named = written(unit_list, tuple(unknown[:MOST_NAMED]))
        more = max(len(unknown) - MOST_NAMED, 0)
        raise StoreError(later("retraction-of-unknown", named=named, more=more))


def _transaction(shown: pd.DataFrame, told: Sequence[str], own: Mapping[str, str]) -> str:
    """Name these versions; with reasons of their own, others make another retraction."""
    pairs = [f"{row.incident_id} {row.commit_id}" for row in shown.itertuples()]
    digest = hashlib.sha256("\n".join([*pairs, *(told if own else ())]).encode()).hexdigest()
    return f"retraction:{digest}"
