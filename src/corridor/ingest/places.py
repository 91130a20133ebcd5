"""Reported governorates and districts in the display spelling; unknown ones kept and named."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

import pandas as pd

from corridor.geo import places
from corridor.ingest.statements import filled
from corridor.store.workbench import Workbench

_COLUMNS: Final = ["reported1", "reported2", "named1", "named2"]
# Codebook column: what it names, an example, and where `named` has its display spelling.
_KINDS: Final = {
    "reported_admin1": ("governorate", "Kirkuk", "named1"),
    "reported_admin2": ("district", "Hawija", "named2"),
}


def name_places(bench: Workbench, present: AbstractSet[str]) -> None:
    """Rewrite `reported_admin1` and `reported_admin2` of `cells`; warn of spellings not known."""
    has = [name for name in _KINDS if name in present]
    if not has:
        return
    first, second = (name if name in has else "NULL" for name in _KINDS)
    pairs = bench.rows(filled("reported_pairs", first=first, second=second))
    named = [(one, two, *_named(one, two)) for one, two in pairs]
    bench.keep("named", pd.DataFrame(named, columns=_COLUMNS, dtype="str"))
    same = (
        f"named.reported1 IS NOT DISTINCT FROM {first} "
        f"AND named.reported2 IS NOT DISTINCT FROM {second}"
    )
    for name in has:
        _warn(bench, name, same)
    settings = ", ".join(f"{name} = coalesce(named.{_KINDS[name][2]}, {name})" for name in has)
    bench.run(filled("take_names", settings=settings, same=same))


def _warn(bench: Workbench, name: str, same: str) -> None:
    kind, example, named = _KINDS[name]
    remedy = (
        f"Kept as written, but no {kind} filter finds it unless it has coordinates. "
        f"Check the spelling, such as {example}."
    )
    bench.run(
        filled("unknown_place", name=name, same=same, named=named),
        {"column": name, "rule": f"unknown {kind}", "remedy": remedy},
    )


def _named(governorate: str | None, district: str | None) -> tuple[str | None, str | None]:
    named = places.admin1_name(governorate) if governorate else None
    return named, places.admin2_name(district, named) if district else None
