"""The changes of the key figures, and what stands under them."""

from __future__ import annotations

from collections.abc import Mapping

from corridor.answers import KeyFigures
from corridor.answers.acts import COUNTED
from corridor.filter.comparisons import comparison_name
from corridor.queries import Figures
from corridor.texts import comparison_text
from corridor.texts.count_phrases import capital, lasting_phrase, measuring
from corridor.words import numbers as fmt
from corridor.words import say


def note(found: KeyFigures) -> str:
    """Say whose figures they are, of which days, and what of them is to be read with care."""
    now = found.now
    days = found.windows
    told = [comparison_text.compared(measuring(found), days)] if days else []
    told += [comparison_text.limits(days)] if days else []
    if now and now.killed is not None and now.killed_low != now.killed_high:
        low, high = fmt.number(now.killed_low), fmt.number(now.killed_high)
        told.append(say("figures-killed-between", low=low, high=high))
    told.append(_of_killed(found))
    if now and (lasting := lasting_phrase(now.long_lasting, now.long_lasting_killed)):
        told.append(f"{capital(lasting)}.")
    if now and now.provisional:
        told.append(say("figures-provisional", count=now.provisional))
    if found.windows and found.windows.is_cut:
        told.append(say("figures-cut"))
    return " ".join(filter(None, told))


def title(found: KeyFigures, name: str) -> str:
    """Name a key figure; a star stands for what the note says of deaths in long battles."""
    is_mixed = any(figures and figures.multi_day for figures in (found.now, found.others))
    star = " *" if name == "killed" and is_mixed else ""
    return say(f"key-figure-{name}") + star


def change(found: KeyFigures, name: str) -> str:
    """Write the change of a figure: "▲ 23 (+31 %)"; of a mean month where the lengths differ.

    "" when one of the two is not known.
    """
    now, before, _ = found.of(name)
    if now is None or before is None:
        return ""
    if not (found.windows and found.windows.is_by_mean):
        return fmt.signed_change(now, before)
    mean, mean_before = (value or 0.0 for value in found.a_month(name))
    is_few = min(now, before) < fmt.LOW_BASE
    return say("figures-a-month", change=fmt.signed_change(mean, mean_before, 1, is_few=is_few))


def year_change(found: KeyFigures, name: str) -> str:
    """Write the change against a year earlier; "" where it is not known, or compared already."""
    now, _, earlier = found.of(name)
    if now is None or earlier is None or (found.windows and found.windows.is_year_before):
        return ""
    return fmt.signed_change(now, earlier)


def acts(found: Mapping[str, KeyFigures]) -> str:
    """Say how many were attacks and how many operations, with those of the days compared with."""
    told = [_act(act, figures) for act, figures in found.items()]
    return say("figures-acts", told=fmt.sentence_list(told)) if told else ""


def _act(act: str, found: KeyFigures) -> str:
    now, before, _ = found.of(COUNTED)
    counted = say(f"acts-counted-{act}", count=now or 0)
    if before is None or found.windows is None:
        return counted
    days = comparison_name(found.windows.choice)
    if not found.windows.is_by_mean:
        return say("figures-and-before", counted=counted, before=fmt.number(before), days=days)
    mean, mean_before = (fmt.number(value, 1) for value in found.a_month(COUNTED))
    return say("figures-and-mean", counted=counted, mean=mean, before=mean_before, days=days)


def _of_killed(found: KeyFigures) -> str:
    """Say how many of the deaths come from totals of long battles, now and in the days before."""
    totals = [_totals(it) for it in (found.now, found.others) if it]
    if found.windows is None or not any(totals):
        return ""
    now, *before = [total or say("figures-of-killed-none") for total in totals]
    if not before:
        return say("figures-of-killed", now=now)
    days = comparison_name(found.windows.choice)
    return say("figures-of-killed-and-before", now=now, before=before[0], days=days)


def _totals(figures: Figures) -> str:
    """Say how many deaths come from totals of battles over a week or longer."""
    if not figures.multi_day:
        return ""
    killed = fmt.number(figures.multi_day_killed)
    return say("figures-of-killed-long", killed=killed, incidents=figures.multi_day)
