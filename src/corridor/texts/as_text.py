"""An incident's values as text for a table; unknown is said in words, never as 0."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from corridor import vocabulary
from corridor.words import has, say, terms
from corridor.words import numbers as fmt
from corridor.words.terms import slug

Row = dict[str, Any]


def text(value: Any, otherwise: str = "") -> str:
    """Give text; `otherwise` when there is none."""
    return otherwise if value is None or pd.isna(value) else str(value)


def count(value: Any) -> float | None:
    """Give a number; None when unknown."""
    return None if value is None or pd.isna(value) else float(value)


def moment(value: Any) -> date | None:
    """Give a date; None when unknown."""
    return None if value is None or pd.isna(value) else pd.Timestamp(value).date()


def days(row: Row) -> str:
    """Write the days of an incident: "17–18 Jun 2018"."""
    return fmt.days(moment(row["event_date"]), moment(row["event_date_end"]))


def place(row: Row) -> str:
    """Name the place as reported, else the province."""
    return text(row["location"]) or text(row["admin1"]) or say("place-not-stated")


def killed(row: Row) -> str:
    """Write the reported deaths: "3 (2–4)", "unknown"."""
    return fmt.fatality_range(
        *(count(row[f"fatalities_{name}"]) for name in ("low", "best", "high"))
    )


def precision(row: Row) -> str:
    """Say how well the place is known."""
    rank = count(row["geo_precision"])
    if rank is None:
        return say("precision-not-stated")
    return terms.term(vocabulary.GEO_PRECISIONS[int(rank)])


def source(code: Any) -> str:
    """Name a source by its code, and say what it is where that does not: "press (PUBLIC)"."""
    named = text(code)
    return say(f"named-source-{slug(named)}") if has(f"named-source-{slug(named)}") else named


def told_by(row: Row) -> str:
    """Name the source and the offices it cites, each once: "UCDP, Reuters News"."""
    named = f"{source(row['source'])};{text(row['source_office'])}".split(";")
    return fmt.unit_list(list(dict.fromkeys(name.strip() for name in named if name.strip())))


def actors(row: Row) -> str:
    """Name both sides."""
    sides = (text(row["actor1"]), text(row["actor2"]))
    return fmt.unit_list([vocabulary.actor_label(side) for side in sides if side])
