"""What stands under the key figures."""

from __future__ import annotations

from collections.abc import Mapping

from corridor.analysis.comparison import Windows
from corridor.answers import KeyFigures
from corridor.queries import Figures
from corridor.texts.count_phrases import capital, days_phrase, lasting_phrase
from corridor.words import numbers as fmt
from corridor.words import say


def note(found: KeyFigures) -> str:
    """Say whose figures they are, of which days, and what of them is to be read with care."""
    now = found.now
    told = [_counted(found.series, found.windows)] if found.windows else []
    if now and now.killed is not None:
        low, high = fmt.number(now.killed_low), fmt.number(now.killed_high)
        told.append(say("figures-killed-between", low=low, high=high))
    told.append(_of_killed([_totals(it) for it in (now, found.previous) if it]))
    if now and (lasting := lasting_phrase(now.long_lasting, now.long_lasting_killed)):
        told.append(f"{capital(lasting)}.")
    if now and now.provisional:
        told.append(say("figures-provisional", count=now.provisional))
    if found.windows and found.windows.is_cut:
        told.append(say("figures-cut"))
    return " ".join(filter(None, told))


def acts(found: Mapping[str, tuple[int | None, ...]]) -> str:
    """Say how many were attacks and how many operations, with those of the period before."""
    told = []
    for act, (now, before, _) in found.items():
        counted = say(f"acts-counted-{act}", count=now or 0)
        if before is not None:
            counted = say("figures-and-before", counted=counted, before=fmt.number(before))
        told.append(counted)
    return say("figures-acts", told=fmt.sentence_list(told)) if told else ""


def _counted(series: str, found: Windows) -> str:
    """Say whose figures they are, of which days, and what they are compared with."""
    period = days_phrase(found.covered)
    if found.has_gap:
        return say("figures-counted-with-gap", series=series, period=period)
    if found.previous is None:
        return say("figures-counted-alone", series=series, period=period)
    if found.days in (365, 366):
        return say("figures-counted-over-a-year", series=series, period=period)
    days = say("day-count", count=found.days)
    return say("figures-counted", series=series, period=period, days=days)


def _of_killed(totals: list[str]) -> str:
    """Say how many of the deaths come from totals of long battles, now and in the period before."""
    if not any(totals):
        return ""
    now, *before = [total or say("figures-of-killed-none") for total in totals]
    if not before:
        return say("figures-of-killed", now=now)
    return say("figures-of-killed-and-before", now=now, before=before[0])


def _totals(figures: Figures) -> str:
    """Say how many deaths come from totals of battles over a week or longer."""
    if not figures.multi_day:
        return ""
    killed = fmt.number(figures.multi_day_killed)
    return say("figures-of-killed-long", killed=killed, incidents=figures.multi_day)
