"""What a person decides about each pair of accounts: linked, kept apart, left out, or nothing yet.

Nothing is linked unless a person says so: a linked account counts with another one's incident, and
can stand beside a conclusion. What is undecided is written as an incident of its own.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final, Literal, get_args

import pandas as pd

from corridor.ingest.model.statements import statement
from corridor.ingest.review import repeats
from corridor.ingest.review.matching import MOST_POINTS
from corridor.ingest.review.repeats import Repeated, Repeats
from corridor.store import Reader
from corridor.store.workbench import Workbench
from corridor.words import later, written
from corridor.words import numbers as fmt

Decision = Literal["undecided", "link", "apart", "skip"]
DECISIONS: Final[tuple[Decision, ...]] = get_args(Decision)
MOST_NAMED: Final = 20
_APART: Final = "kept apart by the person who uploaded it"


class UnknownPairError(ValueError):
    """A decision about an account that has no pair, said in a sentence for its user."""


@dataclass(frozen=True)
class Decisions:
    """A decision for each pair: `single` by the id of the file's account, `otherwise` the rest.

    What is decided of the rest is decided of probable pairs: a weak or vetoed one is undecided
    until it is named. `repeated` says what becomes of all rows that repeat an account under
    another id.
    """

    otherwise: Decision = "undecided"
    single: tuple[tuple[str, Decision], ...] = ()
    repeated: Repeated = "link"

    @cached_property
    def _by_id(self) -> dict[str, Decision]:
        return dict(self.single)

    def of(self, incident_id: str, *, is_weak: bool = False) -> Decision:
        """Return the decision about an account of the file."""
        return self._by_id.get(incident_id, "undecided" if is_weak else self.otherwise)

    def check(self, known: frozenset[str]) -> None:
        """Raise UnknownPairError that names the decided ids that are not among the known ones."""
        unknown = sorted(set(self._by_id) - known)
        if not unknown:
            return
        named = written(fmt.unit_list, tuple(unknown[:MOST_NAMED]))
        more = max(len(unknown) - MOST_NAMED, 0)
        raise UnknownPairError(later("pair-not-found", accounts=named, more=more))


@dataclass(frozen=True, eq=False)
class Decided:
    """Decisions about the pairs of one file, as a commit writes them.

    `records` say of each account that it is linked, or linked to itself: kept apart, so that no
    later upload links it; of the undecided nothing is recorded. The rows on the lines `skipped`
    are not written, and nothing is recorded of them: the same file offers them again. An account
    whose partner within the file is left out
    is written alone, so it is not among `linked`. `repeated` rows are counted as accounts that are
    here under another id, `kept` are these. `digest` names the decisions, "" without pairs.
    """

    records: pd.DataFrame = field(default_factory=pd.DataFrame)
    skipped: tuple[int, ...] = ()
    linked: int = 0
    apart: int = 0
    undecided: int = 0
    digest: str = ""
    repeated: int = 0
    kept: frozenset[str] = frozenset()

    @property
    def counts(self) -> dict[str, int]:
        """Return how many accounts became what, as a commit and `import --json` tell it."""
        return {
            "linked": self.linked,
            "apart": self.apart,
            "undecided": self.undecided,
            "skipped": len(self.skipped),
            "repeated": self.repeated,
        }

    def transaction(self, name: str) -> str:
        """Name the commit of a file: with other decisions it is another commit."""
        if not self.digest:
            return name
        return hashlib.sha256(f"{name}\n{self.digest}".encode()).hexdigest()


def pairs(bench: Workbench) -> dict[str, str]:
    """Return what each matched account of a file would be linked to: its id, the other's."""
    found = bench.frame(statement("links"))
    return dict(zip(found["incident_id"], found["target_id"], strict=True))


def decide(bench: Workbench, decisions: Decisions) -> Decided:
    """Return what a commit writes of pairs and of repeated accounts.

    Raises UnknownPairError, see `Decisions.check`.
    """
    return _with(_of_pairs(bench, decisions), repeats.decided(bench, decisions.repeated))


def _with(pairs: Decided, repeated: Repeats) -> Decided:
    if not repeated.digest:
        return pairs
    told = hashlib.sha256(f"{pairs.digest} {repeated.digest}".encode()).hexdigest()
    return replace(
        pairs,
        records=pd.concat([pairs.records, repeated.records], ignore_index=True),
        skipped=(*pairs.skipped, *repeated.skipped),
        repeated=repeated.linked,
        kept=repeated.kept,
        digest=told,
    )


def _of_pairs(bench: Workbench, decisions: Decisions) -> Decided:
    found = bench.frame(statement("links"))
    decisions.check(frozenset(found["incident_id"]))
    if found.empty:
        return Decided()
    found["decision"] = [
        decisions.of(name, is_weak=weak)
        for name, weak in zip(found["incident_id"], found["is_weak"], strict=True)
    ]
    told = found["incident_id"] + " " + found["target_id"] + " " + found["decision"]
    left_out = found[found["decision"] == "skip"]
    linked = _linked(found)
    apart = found[found["decision"] == "apart"]
    apart = apart.assign(target_id=apart["incident_id"], reason=_APART)
    written = pd.concat([linked, apart]).sort_values("line")
    return Decided(
        written[["incident_id", "target_id", "reason"]].assign(record_kind="link"),
        tuple(int(line) for line in left_out["line"]),
        len(linked),
        len(apart),
        len(found) - len(linked) - len(apart) - len(left_out),
        hashlib.sha256("\n".join(told).encode()).hexdigest(),
    )


def as_json(matches: pd.DataFrame, decisions: Decisions) -> list[dict[str, Any]]:
    """Return matches and what was decided about each as `import --json` lists them.

    `target_line` is the line of the file that holds the other account, None when the store does.
    """
    return [
        {
            "incident_id": row["incident_id"],
            "line": int(row["line"]),
            "target_id": row["target_id"],
            "target_line": None if pd.isna(row["target_line"]) else int(row["target_line"]),
            "score": int(row["score"]),
            "why": row["why"],
            "is_weak": bool(row["is_weak"]),
            "is_vetoed": bool(row["is_vetoed"]),
            "decision": decisions.of(row["incident_id"], is_weak=bool(row["is_weak"])),
        }
        for row in matches.to_dict("records")
    ]


def _linked(found: pd.DataFrame) -> pd.DataFrame:
    """Return the accounts to be linked, each to the head of its incident."""
    left_out = set(found.loc[found["decision"] == "skip", "incident_id"])
    chosen = (found["decision"] == "link") & ~found["target_id"].isin(left_out)
    links = found[chosen].sort_values("line")
    # A row is linked to an earlier one or to the store: the head of that one is known by then.
    heads: dict[str, str] = {}
    for incident_id, target_id in zip(links["incident_id"], links["target_id"], strict=True):
        heads[incident_id] = heads.get(target_id, target_id)
    reason = [
        f"linked by the person who uploaded it, {it} of {MOST_POINTS} points"
        for it in links["score"]
    ]
    return links.assign(target_id=links["incident_id"].map(heads), reason=reason)


def link_record(store: Reader, incident_id: str, target_id: str, reason: str) -> pd.DataFrame:
    """Return what a commit writes of a link: `incident_id` counts with `target_id` from then on.

    Raises UnknownPairError when one of them is not here, or both are of one incident already.
    """
    if not reason.strip():
        raise UnknownPairError(later("link-without-reason"))
    ids = [incident_id, target_id]
    found = store.read(statement("keys_of"), {"ids": ids})
    keys = dict(zip(found["incident_id"], found["incident_key"], strict=True))
    lacking = [name for name in ids if name not in keys]
    if len(lacking) > 1:
        raise UnknownPairError(later("link-without-accounts", first=incident_id, second=target_id))
    if lacking:
        raise UnknownPairError(later("link-without-account", account=lacking[0]))
    if keys[incident_id] == keys[target_id]:
        raise UnknownPairError(later("link-there-already", first=incident_id, second=target_id))
    return pd.DataFrame(
        [
            {
                "record_kind": "link",
                "incident_id": incident_id,
                "target_id": target_id,
                "reason": reason.strip(),
            }
        ]
    )
