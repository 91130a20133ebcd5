"""The age of the record in words."""

from __future__ import annotations

from corridor.answers import RecordAge
from corridor.words import say
from corridor.words.numbers import day


def age_sentence(found: RecordAge) -> str:
    """Say when the record ended and how long ago; "" where it is not old."""
    if not found.is_old:
        return ""
    years, months = found.years_and_months
    told = [say("record-years", count=years)] if years else []
    told += [say("record-months", count=months)] if months else []
    return say("record-ends", day=day(found.ends), age=" ".join(told))
