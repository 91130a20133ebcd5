"""Answers as plain values, so that engines can be held against each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

Answers = dict[str, Any]


def number(value: Any) -> int | None:
    """Give a whole number, None for a missing one."""
    return None if pd.isna(value) else int(value)


def place_key(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """Name a mark of the map: a point, a district, a governorate, or an incident by itself."""
    precision = number(row["geo_precision"])
    if precision in (1, 2) and not pd.isna(row["latitude"]):
        return (precision, row["latitude"], row["longitude"])
    if precision == 3 and not pd.isna(row["admin2"]):
        return (3, row["admin1"], row["admin2"])
    if precision == 4 and not pd.isna(row["admin1"]):
        return (4, row["admin1"])
    return (row["mark"],)


def differences(expected: Answers, others: Mapping[str, Answers]) -> list[str]:
    """Name the questions that an engine answers otherwise."""
    return [
        f"{engine} answers “{question}” otherwise"
        for engine, answers in others.items()
        for question, answer in expected.items()
        if answers[question] != answer
    ]
