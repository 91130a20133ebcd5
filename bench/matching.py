"""`python -m bench.matching`: how often a link by default is right, on pairs labelled by hand.

The pairs are those of tests/data/pairs, part of them SYNTHETIC; see its README. A half of the first
ones may be used to set the rule, the other half was held out; the fresh ones were labelled after
the rule was fixed, in three portions, as it was mended in between.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from corridor import settings
from corridor.geo import load_reference
from corridor.ingest.checks.file import read_upload
from corridor.ingest.checks.whereabouts import check_places
from corridor.ingest.review.compare import compare
from corridor.ingest.review.matching import find_matches, matches
from corridor.settings import PROJECT, SHIPPED
from corridor.store import Store, open_store
from corridor.store.seeding import SEED_FILE

PAIRS = PROJECT / "tests" / "data" / "pairs"
CODED = SHIPPED / "incidents" / "source"
LABELS = ("same", "different", "unsure")
# What becomes of a pair: linked by default, shown unselected, shown as vetoed, not shown.
OUTCOMES = ("linked", "weak", "vetoed", "not proposed")
HALVES = ("to set the rule", "held out", "fresh", "fresh again", "fresh last")
# Kinds of pairs that were labelled after the rule was fixed, and each time that it was mended.
FRESH = {
    "pages": "fresh",
    "two lists, fresh": "fresh",
    "pages again": "fresh again",
    "two lists again": "fresh again",
    "pages last": "fresh last",
    "two lists last": "fresh last",
}
_COLUMNS = [
    "event_date", "event_date_end", "date_precision", "event_type", "sub_event_type", "actor1",
    "actor2", "fatalities_low", "fatalities_best", "fatalities_high", "reported_admin1",
    "location", "latitude", "longitude", "geo_precision", "source_office",
]  # fmt: skip
_VICTIMS = ["deaths_side_a", "deaths_side_b", "deaths_civilians", "deaths_unknown"]
_COUNTS = ["fatalities_low", "fatalities_best", "fatalities_high"]
_WHOLE = ["date_precision", "geo_precision", *_COUNTS, *_VICTIMS]


@dataclass(frozen=True)
class Label:
    """A pair, and what a person said of it."""

    kind: str
    new_id: str
    known_id: str
    label: str
    reason: str

    @property
    def half(self) -> str:
        return FRESH.get(self.kind) or HALVES[is_held_out(self.new_id, self.known_id)]


def is_held_out(new_id: str, known_id: str) -> bool:
    """Return whether a pair may not be used to set the rule: by a hash of its ids."""
    return hashlib.sha256(f"{new_id} {known_id}".encode()).digest()[0] % 2 == 1


def labels() -> list[Label]:
    """Read the labelled pairs."""
    with (PAIRS / "labels.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    fields = ("kind", "new_id", "known_id", "label", "reason")
    return [Label(*(row[name] for name in fields)) for row in rows]


@dataclass(frozen=True)
class Proposed:
    """A pair that the matcher proposes: `outcome` is one of `OUTCOMES`."""

    new_id: str
    target_id: str
    outcome: str
    why: str
    fresh: str

    @property
    def half(self) -> str:
        return self.fresh or HALVES[is_held_out(self.new_id, self.target_id)]


@dataclass(frozen=True)
class Measured:
    """What the matcher proposed of some lists, and what was said of it by hand."""

    told: tuple[Label, ...]
    proposed: tuple[Proposed, ...]

    @cached_property
    def _linked(self) -> dict[str, str]:
        return _heads(
            (one.new_id, one.target_id) for one in self.proposed if one.outcome == "linked"
        )

    @cached_property
    def _same(self) -> dict[str, str]:
        return _heads((one.new_id, one.known_id) for one in self.told if one.label == "same")

    def outcome(self, pair: Label) -> str:
        """Return what became of a pair: linked also through a third account."""
        heads = self._linked
        if heads.get(pair.new_id, "?") == heads.get(pair.known_id, "!"):
            return "linked"
        ids = {pair.new_id, pair.known_id}
        found = {one.outcome for one in self.proposed if {one.new_id, one.target_id} == ids}
        return next((name for name in OUTCOMES[1:] if name in found), "not proposed")

    def table(self, half: str = "") -> Counter[tuple[str, str, str]]:
        """Count pairs by kind, label and outcome, of one half or of all."""
        return Counter(
            (one.kind, one.label, self.outcome(one)) for one in self.told if half in {"", one.half}
        )

    def links(self, half: str = "") -> dict[str, list[Proposed]]:
        """Return the links by default that are right, wrong, unsure; what has no label is wrong."""
        said = {frozenset((one.new_id, one.known_id)): one.label for one in self.told}
        found: dict[str, list[Proposed]] = {"right": [], "wrong": [], "unsure": []}
        for one in self.proposed:
            if one.outcome != "linked" or half not in {"", one.half}:
                continue
            is_same = self._same.get(one.new_id, "?") == self._same.get(one.target_id, "!")
            label = "same" if is_same else said.get(frozenset((one.new_id, one.target_id)))
            found[{"same": "right", "unsure": "unsure"}.get(str(label), "wrong")].append(one)
        return found


def measure(store: Store, chosen: settings.Settings, *, victims: bool = True) -> Measured:
    """Match every list of the labelled pairs with the series as it is in the store.

    Without `victims` the lists made of the series do not tell which side the dead were of.
    """
    told = labels()
    lists = [
        _List("hand.csv", _by_office(CODED / "rawabet.csv", CODED / "public.csv")),
        _List("acled.csv", (PAIRS / "rewritten_acled.csv").read_bytes()),
        _List("gtd.csv", (PAIRS / "rewritten_gtd.csv").read_bytes()),
        _List("pages.csv", _by_office(PAIRS / "pages.csv"), "fresh"),
        _List("pages.csv", _by_office(PAIRS / "pages_again.csv"), "fresh again"),
        _List("pages.csv", _by_office(PAIRS / "pages_last.csv"), "fresh last"),
    ]
    for kind in ("two lists", "two lists, fresh", "two lists again", "two lists last"):
        ids = frozenset(one.new_id for one in told if one.kind == kind)
        rows = _second_list(ids, victims=victims)
        lists.append(_List("second.csv", rows, FRESH.get(kind, ""), ids))
    proposed = [one for each in lists for one in _matched(store, chosen, each)]
    return Measured(tuple(told), tuple(proposed))


@dataclass(frozen=True)
class _List:
    """A file that is matched, and what of the store is hidden from it."""

    name: str
    data: bytes
    fresh: str = ""
    hidden: frozenset[str] = frozenset()


@lru_cache(maxsize=16)  # with and without victims most lists are the same
def _matched(store: Store, chosen: settings.Settings, each: _List) -> list[Proposed]:
    bench = store.workbench()
    report = compare(read_upload(each.data, each.name, bench=bench))
    if report.refused or report.rejected_rows:
        raise ValueError(f"{each.name} is not good: {report.refused or report.problems[:3]}")
    bench.run(
        "CREATE TEMP TABLE accounts AS SELECT * FROM memory.accounts"
        " WHERE source = 'UCDP' AND NOT list_contains($hidden, incident_id)",
        {"hidden": list(each.hidden)},
    )
    check_places(report, load_reference(chosen.reference_dir))
    find_matches(bench)
    return [
        Proposed(
            _original(row["incident_id"]),
            _original(row["target_id"]),
            "vetoed" if row["is_vetoed"] else "weak" if weak else "linked",
            row["why"],
            each.fresh,
        )
        for weak in (False, True)
        for row in matches(bench, 10_000, weak=weak).to_dict("records")
    ]


def _by_office(*files: Path) -> bytes:
    """Give hand-coded accounts, each news office as a source of its own."""
    rows: list[dict[str, str]] = []
    for file in files:
        rows += csv.DictReader(io.StringIO(file.read_text("utf-8")))
    offices = sorted({row["source_office"] for row in rows})
    for row in rows:
        number = offices.index(row["source_office"])
        row["incident_id"] = f"X{number}{row['incident_id'].replace(':', '@', 1)}"
        row["incident_id"] = f"X{number}:{row['incident_id'].removeprefix(f'X{number}')}"
        row["source"] = f"X{number}"
    return _csv_of(rows)


def _second_list(ids: Iterable[str], *, victims: bool) -> bytes:
    """Give rows of the series under another source's name."""
    records = pq.read_table(SHIPPED / "incidents" / "seed" / SEED_FILE).to_pandas()
    rows = records[records["incident_id"].isin(list(ids))]
    rows = rows[["incident_id", *_COLUMNS, *_VICTIMS]].astype(dict.fromkeys(_WHOLE, "Int64"))
    # UCDP has a few counts out of order, which a file of others may not have.
    counts = rows[_COUNTS]
    rows = rows.assign(fatalities_low=counts.min(axis=1), fatalities_high=counts.max(axis=1))
    if not victims:
        rows = rows.drop(columns=_VICTIMS)
    rows = rows.assign(source="X", incident_id="X:" + rows["incident_id"].str.replace(":", "@"))
    return bytes(rows.to_csv(index=False), "utf-8")


def _csv_of(rows: list[dict[str, str]]) -> bytes:
    return bytes(pd.DataFrame(rows).to_csv(index=False), "utf-8")


def _original(name: str) -> str:
    """Return the id that an account has in the labels."""
    return name.partition(":")[2].replace("@", ":", 1) if "@" in name else name


def _heads(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return of each id the one that its cluster is known by."""
    heads: dict[str, str] = {}
    for one, other in pairs:
        first, second = heads.setdefault(one, one), heads.setdefault(other, other)
        heads |= {name: second for name, head in heads.items() if head == first}
    return heads


def _print(found: Measured, half: str) -> None:
    title = half or "all"
    print(f"\n{title}: pairs by what became of them")
    print(f"  {'':<32}" + "".join(f"{name:>14}" for name in OUTCOMES))
    table = found.table(half)
    for kind, label in sorted({(kind, label) for kind, label, _ in table}):
        counts = "".join(f"{table[kind, label, name]:>14}" for name in OUTCOMES)
        print(f"  {kind + ', ' + label:<32}{counts}")
    links = {name: len(rows) for name, rows in found.links(half).items()}
    same = _sums(table, "same")
    print(
        f"  links by default: {links['right']} right, {links['wrong']} wrong, "
        f"{links['unsure']} unsure; recall {same['linked']} of {sum(same.values())}"
    )


def _sums(table: Mapping[tuple[str, str, str], int], label: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for (_, said, outcome), count in table.items():
        if said == label:
            counts[outcome] += count
    return counts


def main() -> None:
    """Measure on a store of its own, and print the tables."""
    parser = argparse.ArgumentParser(prog="bench.matching", description=__doc__)
    parser.add_argument(
        "--half", choices=("set", "held", "fresh", "again", "last", "all"), default="all"
    )
    parser.add_argument(
        "--without-victims",
        action="store_true",
        help="of the lists made of the series, leave out which side the dead were of",
    )
    parser.add_argument("--each", action="store_true", help="print what went wrong, pair by pair")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        chosen = settings.load(Path(folder) / "data")
        found = measure(open_store(chosen), chosen, victims=not asked.without_victims)
    halves: dict[str, tuple[str, ...]] = dict(
        zip(("set", "held", "fresh", "again", "last"), ((half,) for half in HALVES), strict=True)
    )
    halves["all"] = (*HALVES, "")
    for half in halves[asked.half]:
        _print(found, half)
        if asked.each:
            _print_each(found, half)


def _print_each(found: Measured, half: str) -> None:
    for one in found.links(half)["wrong"]:
        print(f"  wrong: {one.new_id} = {one.target_id} ({one.why})")
    why = {(one.new_id, one.target_id): one.why for one in found.proposed}
    for pair in found.told:
        outcome = found.outcome(pair)
        if pair.label == "same" and outcome != "linked" and half in {"", pair.half}:
            told = why.get((pair.new_id, pair.known_id), "")
            print(f"  {outcome}: {pair.new_id} = {pair.known_id}: {pair.reason} ({told})")


if __name__ == "__main__":
    main()
