"""Grades worked out a second time, in pandas, of the shipped accounts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import pandas as pd

from corridor.filter import IncidentFilter
from tests.independent import accounts, measured
from tests.store.answers.test_disagreements import again

# As the packs have them; nobody has graded the others.
LETTERS = {"UCDP": "B"}
SPELLINGS = (
    r"bbc monitoring", r"agence france|afp", r"reuters", r"(the )?associated press", r"airwars",
    r"al jazeera", r"xinhua", r"hrw", r"amnesty",
)  # fmt: skip


def tellers(offices: Iterable[object], sources: Iterable[str]) -> set[str]:
    """Who tells of an incident: channels by one spelling, and sources that name none."""
    found = set()
    for cell, source in zip(offices, sources, strict=True):
        names = [name.strip() for name in str(cell).split(";")] if isinstance(cell, str) else []
        names = [name for name in names if name]
        for name in names:
            known = [each for each in SPELLINGS if re.match(each, name.lower())]
            found.add(known[0] if known else name)
        if not names and source not in {"UCDP", "UCDP-CANDIDATE", "ACLED", "GTD"}:
            found.add(source)
    return found


@cache
def graded() -> pd.DataFrame:
    """The counted account of each incident: `letter`, `number`, by `incident_id`."""
    found = {}
    for head, group in accounts().groupby("head"):
        count = len(tellers(group["source_office"], group["source"]))
        is_range = (group["fatalities_low"] < group["fatalities_high"]).any()
        is_disputed = is_range or bool(again().get(str(head), set()) & {"deaths", "place", "date"})
        number = {0: "6", 1: "3"}.get(count, "2" if is_disputed else "1")
        for name, source in zip(group["incident_id"], group["source"], strict=True):
            found[name] = (LETTERS.get(source, "F"), number)
    rows = pd.DataFrame.from_dict(found, orient="index", columns=["letter", "number"])
    return rows.rename_axis("incident_id")


def with_grades(chosen: IncidentFilter) -> pd.DataFrame:
    """The series' rows that a filter keeps but for its grade, each with its own."""
    return measured(chosen).join(graded(), on="incident_id")


def is_kept(rows: pd.DataFrame, chosen: IncidentFilter) -> pd.Series[bool]:
    """Tell which of them the grade of a filter keeps."""
    letter = (rows["letter"] <= chosen.grade[0]) & (rows["letter"] != "F")
    number = (rows["number"] <= chosen.grade[1]) & (rows["number"] != "6")
    if chosen.unjudged:
        letter, number = letter | (rows["letter"] == "F"), number | (rows["number"] == "6")
    return letter & number
