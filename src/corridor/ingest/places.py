"""Reported governorates and districts in the display spelling; unknown ones kept and named."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from corridor.geo import places
from corridor.ingest.report import Problem
from corridor.ingest.rules import Rows


def name_places(rows: Rows, names: dict[str, str]) -> Iterator[Problem]:
    """Rewrite `reported_admin1` and `reported_admin2` of `rows.typed` in place.

    Yields a warning per row whose spelling is not known; `names` gives the file's column names.
    """
    governorates = rows.typed["reported_admin1"]
    districts = rows.typed["reported_admin2"]
    named = governorates.map(_governorates(governorates))
    within = pd.DataFrame({"district": districts, "governorate": named})
    named_districts = _districts(within)
    yield from _unknown(rows, "reported_admin1", named, names, "governorate")
    yield from _unknown(rows, "reported_admin2", named_districts, names, "district")
    rows.typed["reported_admin1"] = named.astype("str").fillna(governorates)
    rows.typed["reported_admin2"] = named_districts.astype("str").fillna(districts)


def _governorates(reported: pd.Series) -> dict[str, str | None]:
    return {text: places.admin1_name(text) for text in reported.dropna().unique()}


def _districts(within: pd.DataFrame) -> pd.Series:
    """Name each pair of district and governorate once."""
    keys = [
        (district, None if pd.isna(governorate) else governorate)
        for district, governorate in zip(within["district"], within["governorate"], strict=True)
    ]
    found = {key: places.admin2_name(*key) for key in set(keys) if not pd.isna(key[0])}
    return pd.Series([found.get(key) for key in keys], index=within.index, dtype="str")


def _unknown(
    rows: Rows, column: str, named: pd.Series, names: dict[str, str], kind: str
) -> Iterator[Problem]:
    reported = rows.typed[column]
    for at in (reported.notna() & named.isna()).to_numpy().nonzero()[0]:
        yield Problem(
            rows.line(int(at)),
            names[column],
            str(reported.iloc[at]),
            f"unknown {kind}",
            f"Kept as written, but no {kind} filter finds it unless it has coordinates. "
            f"Check the spelling, such as {'Kirkuk' if kind == 'governorate' else 'Hawija'}.",
            "warning",
        )
