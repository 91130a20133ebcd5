"""Reported governorates and districts in the display spelling; unknown ones kept and named."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

import pandas as pd

from corridor import geo
from corridor.ingest.model.statements import filled
from corridor.store.workbench import Workbench
from corridor.words import later
from corridor.words.sealed import seal

# Governorate and district as written, and in display spelling.
Names = tuple[str | None, str | None, str | None, str | None]
_COLUMNS: Final = ["reported1", "reported2", "named1", "named2", "hint1", "hint2"]
# Different unknown pairs that suggestions are sought for: a file of noise is not gone through.
MOST_SUGGESTED: Final = 1_000
# Codebook column: what it names, and where `named` has its display spelling and a hint.
_KINDS: Final = {
    "reported_admin1": ("governorate", "named1", "hint1"),
    "reported_admin2": ("district", "named2", "hint2"),
}
_SAID: Final = {
    "governorate": {
        "what": seal(later("problem-unknown-governorate")),
        "mend": seal(later("remedy-unknown-governorate")),
        "perhaps": "remedy-unknown-governorate-perhaps",
    },
    "district": {
        "what": seal(later("problem-unknown-district")),
        "mend": seal(later("remedy-unknown-district")),
        "perhaps": "remedy-unknown-district-perhaps",
    },
}


def name_places(bench: Workbench, present: AbstractSet[str]) -> None:
    """Rewrite `reported_admin1` and `reported_admin2` of `cells`; warn of spellings not known."""
    has = [name for name in _KINDS if name in present]
    if not has:
        return
    first, second = (name if name in has else "NULL" for name in _KINDS)
    pairs = bench.rows(filled("reported_pairs", first=first, second=second))
    named = [(one, two, *_named(one, two)) for one, two in pairs]
    bench.keep("named", pd.DataFrame(_hinted(named), columns=_COLUMNS, dtype="str"))
    same = (
        f"named.reported1 IS NOT DISTINCT FROM {first} "
        f"AND named.reported2 IS NOT DISTINCT FROM {second}"
    )
    for name in has:
        _warn(bench, name, same)
    settings = ", ".join(f"{name} = coalesce(named.{_KINDS[name][1]}, {name})" for name in has)
    bench.run(filled("take_names", settings=settings, same=same))


def _warn(bench: Workbench, name: str, same: str) -> None:
    kind, named, hint = _KINDS[name]
    bench.run(
        filled("unknown_place", name=name, same=same, named=named, hint=hint),
        _SAID[kind] | {"column": name},
    )


def _hinted(named: list[Names]) -> list[tuple[str | None, ...]]:
    """Add to each pair what its unknown names may mean."""
    unknown = [row for row in named if (row[0] and not row[2]) or (row[1] and not row[3])]
    hints = {row[:2]: _hints(*row) for row in unknown[:MOST_SUGGESTED]}
    return [(*row, *hints.get(row[:2], (None, None))) for row in named]


def _hints(
    one: str | None, two: str | None, named1: str | None, named2: str | None
) -> tuple[str | None, str | None]:
    asked = (
        geo.suggest_admin1(one) if one and not named1 else None,
        geo.suggest_admin2(two, named1) if two and not named2 else None,
    )
    first, second = (None if it is None else seal(it) for it in asked)
    return first, second


def _named(governorate: str | None, district: str | None) -> tuple[str | None, str | None]:
    named = geo.admin1_name(governorate) if governorate else None
    return named, geo.admin2_name(district, named) if district else None
