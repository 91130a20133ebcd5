"""The series that there are: what an entry of each is, its days here, and whether it measures."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from corridor import packs, queries
from corridor.queries.statements import known
from corridor.spans import Spans
from corridor.store import Reader


@dataclass(frozen=True)
class HeldSeries:
    """A series that a pack describes or a person declared, as the store holds it.

    `is_death_needed` is None where nobody said so; `continues` is the code of the series whose
    provisional continuation it is, "" for none; `grade` is an Admiralty grade, "" for none.
    `accounts` are those that are here, `covers` the days that it covers somewhere. `why_not` is ""
    when it can measure, else "no-rows" or "no-span".
    """

    code: str
    title: str
    entry: str
    is_death_needed: bool | None
    definition: str
    continues: str
    licence: str
    attribution: str
    grade: str
    release: str | None
    accounts: int
    covers: Spans

    @property
    def why_not(self) -> str:
        """Why it measures nothing, "" when it does."""
        if not self.covers:
            return "no-span" if self.accounts else "no-rows"
        return "" if self.accounts else "no-rows"

    def as_json(self) -> dict[str, Any]:
        """Return the shape of a row of `series --json`."""
        pairs = [[first.isoformat(), last.isoformat()] for first, last in self.covers.pairs]
        return asdict(self) | {
            "covers": pairs,
            "measures": not self.why_not,
            "why_not": self.why_not,
        }


def held_series(store: Reader) -> tuple[HeldSeries, ...]:
    """Return every series: the country's first, then those with accounts, then the others."""
    sources = {str(row["source"]): row for row in queries.rows_of(queries.list_sources(store))}
    codes = {code for code, row in sources.items() if row["role"] == "series"}
    codes |= {each.code for each in packs.all_series()}
    first = packs.series().code
    found = [_held(store, code, sources.get(code, {})) for code in codes]
    return tuple(sorted(found, key=lambda it: (it.code != first, not it.accounts, it.code)))


def _held(store: Reader, code: str, row: dict[str, Any]) -> HeldSeries:
    said = {name: known(value) for name, value in row.items()}
    pack, release = packs.series_of(code), queries.held_release(store, code)
    spans = queries.list_spans(store)
    own = spans[spans["source"] == code]
    pairs = tuple(zip(own["first_day"].dt.date, own["last_day"].dt.date, strict=True))
    facts = _of_pack(pack, release) if pack else _declared(said)
    return HeldSeries(
        code=code, **facts, release=release, accounts=int(said.get("accounts") or 0),
        covers=Spans(pairs),
    )  # fmt: skip


def _of_pack(pack: packs.Series, release: str | None) -> dict[str, Any]:
    return {
        "title": packs.of_release(pack.title, release),
        "entry": pack.entry,
        "is_death_needed": pack.is_death_needed,
        "definition": packs.of_release(pack.definition, release),
        "continues": packs.series(pack.continues).code if pack.continues else "",
        "licence": pack.licence,
        "attribution": packs.of_release(pack.attribution, release),
        "grade": "",
    }


def _declared(said: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": said["title"] or "",
        "entry": said["entry"] or "",
        "is_death_needed": said["is_death_needed"],
        "definition": said["counts"] or "",
        "continues": "",
        "licence": said["licence"] or "",
        "attribution": said["attribution"] or "",
        "grade": said["source_grade"] or "",
    }
