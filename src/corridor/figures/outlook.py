"""What an upload would change, in words and as a series for the bars; before → after."""

from __future__ import annotations

from typing import Final

import pandas as pd

from corridor.figures.sentence import capital, count_phrase, incidents_phrase
from corridor.figures.verdict_text import figure_text, interval_text
from corridor.outlook import KINDS, Effect, Outcome, Outlook
from corridor.queries import Summary, rows_of
from corridor.words import numbers as fmt
from corridor.words.numbers import day

# How each kind of added account is called: one of them, several.
NAMES: Final = {
    "new": ("new incident", "new incidents"),
    "joined": ("more account of a known incident", "more accounts of known incidents"),
    "updated": ("update", "updates"),
}


def figures_text(found: Outlook) -> str:
    """Say the filter's figures before and after: "…: 112 → 142 incidents, 404 → 434 killed …"."""
    place = capital(found.question.chosen.describe())
    before = found.before.summary
    moved = _figures(before, found.after.summary)
    if moved:
        return f"{place}: {moved}."
    return f"{place}: no figure changes ({incidents_phrase(before)}). {_why_none(found)}".strip()


def _figures(before: Summary, after: Summary) -> str:
    """Say which figures move, "" when none does."""
    incidents = _change("", before.incidents, after.incidents)
    moved = [text for text in _moved(before, after) if text]
    if not incidents and not moved:
        return ""
    first = f"{incidents} incidents" if incidents else count_phrase(before)
    return ", ".join([first, *moved])


def verdicts_text(found: Outlook) -> str:
    """Say how many conclusions change, or why none does; empty when no report is tested."""
    if not found.before.outcomes:
        return ""
    when = f"as of {day(found.question.as_of)}"
    if found.is_fixed:
        return (
            f"No verdict changes ({when}): no row comes from UCDP or is linked to an incident "
            "that is already here."
        )
    return _moved_text(found.pairs, when)


def undo_texts(found: Effect, name: str) -> list[str]:
    """Say what an undo does: incidents that go, figures and verdicts that change."""
    seen = fmt.plural(abs(found.hidden), "incident")
    hidden = f"{seen} will be {'hidden' if found.hidden > 0 else 'seen again'}"
    about = f"{name}: {hidden if found.hidden else 'the number of incidents stays the same'}."
    return [about, *effect_texts(found)]


def effect_texts(found: Effect) -> list[str]:
    """Say which figures and verdicts change."""
    place = capital(found.question.chosen.describe())
    moved = _figures(found.before.summary, found.after.summary)
    when = f"as of {day(found.question.as_of)}"
    told = [
        f"{place}: {moved}." if moved else f"{place}: no figure changes.",
        _moved_text(found.pairs, when) if found.pairs else "",
    ]
    return [text for text in told if text]


def _moved_text(pairs: list[tuple[Outcome, Outcome]], when: str) -> str:
    moved = [pair for pair in pairs if any(row[1] != row[2] for row in _changed(*pair))]
    if not moved:
        return f"No verdict changes, and no figure behind one ({when})."
    verdicts = sum(old.verdict != new.verdict for old, new in moved)
    others = fmt.plural(len(moved) - verdicts, "other conclusion" if verdicts else "conclusion")
    told = f"{fmt.plural(verdicts, 'verdict')} of {len(pairs)}" if verdicts else "No verdict"
    rest = f"; of {others} a number or the confidence does" if len(moved) > verdicts else ""
    return f"{told} {'changes' if verdicts < 2 else 'change'} ({when}){rest}."


def changes(found: Outlook | Effect) -> list[tuple[str, str, str]]:
    """Return what reads otherwise afterwards of conclusions and their parts: name, before, after.

    Before and after are such as "partly supported · All Iraq 0.76× (0.56–1.05) · confidence low",
    of a part its sentence. What reads alike of several conclusions is told once.
    """
    told: dict[tuple[str, str, str], list[str]] = {}
    for old, new in found.pairs:
        for row in _changed(old, new):
            if row[1] != row[2]:
                told.setdefault(row, []).append(str(old.number))
    return [
        (f"{', '.join(numbers)}. {name}", before, after)
        for (name, before, after), numbers in told.items()
    ]


def _changed(old: Outcome, new: Outcome) -> list[tuple[str, str, str]]:
    """Return how a conclusion, its parts and what stands beside them read before and after."""
    parts = [
        (label, f"{before} {capital(word)}.", f"{after} {capital(then)}.")
        for (label, before, word), (_, after, then) in zip(old.parts, new.parts, strict=True)
        # The part that stands for the conclusion is told with it.
        if not label == old.headline.label == new.headline.label
    ]
    beside = [
        (label, before, after)
        for (label, before), (_, after) in zip(old.beside, new.beside, strict=True)
    ]
    return [(old.title, _outcome(old), _outcome(new)), *parts, *beside]


def added_text(found: Outlook) -> str:
    """Say what would be added, when, and what of it is known badly."""
    parts = _kinds({kind: found.total(kind) for kind in KINDS})
    if not parts:
        return (
            "Nothing is added: this file was uploaded before. To see rows that were hidden since, "
            "undo the retraction."
        )
    told = f"{capital(fmt.sentence_list(parts))}, {_months(found.by_month)}."
    return " ".join([told, *_badly_known(found)])


def month_texts(found: Outlook) -> list[tuple[str, str]]:
    """Give what would be added in each month: "May 2018", "30 new incidents, 1 update"."""
    return [
        (fmt.month(row["month"]), ", ".join(_kinds({kind: row[kind] for kind in KINDS})))
        for row in rows_of(found.by_month)
    ]


def added_series(found: Outlook) -> pd.DataFrame:
    """Give what would be added as `timeline.bars` takes it, a row for each month and kind."""
    long = found.by_month.melt("month", list(KINDS), "kind", "incidents")
    long = long[long["incidents"] > 0]
    ends = long["month"] + pd.offsets.MonthEnd(0)
    named = long["kind"].map(lambda at: NAMES[at][1])
    group = pd.Categorical(named, [NAMES[kind][1] for kind in KINDS])
    return long.assign(period_start=long["month"], period_end=ends, group=group)[
        ["period_start", "period_end", "group", "incidents"]
    ]


def _kinds(counts: dict[str, int]) -> list[str]:
    return [fmt.plural(count, *NAMES[kind]) for kind, count in counts.items() if count]


def _moved(before: Summary, after: Summary) -> list[str]:
    """Say which figures beside the number of incidents move, "" for those that stay."""
    return [
        _killed(before, after),
        _change("deaths unknown for ", before.fatalities_unknown, after.fatalities_unknown),
        _change("civilians killed ", before.civilians_killed, after.civilians_killed),
        _change("districts ", before.districts, after.districts),
        _change("not on the map ", before.unplaced, after.unplaced),
        _change("counted by UCDP ", before.primary_incidents, after.primary_incidents),
    ]


def _killed(before: Summary, after: Summary) -> str:
    ends = [
        _change("low ", before.fatalities_low, after.fatalities_low),
        _change("high ", before.fatalities_high, after.fatalities_high),
    ]
    bracket = ", ".join(text for text in ends if text)
    best = _change("", before.fatalities_best, after.fatalities_best)
    if not best and not bracket:
        return ""
    told = f"{best or fmt.number(before.fatalities_best)} killed"
    return f"{told} ({bracket})" if bracket else told


def _change(name: str, before: int | None, after: int | None) -> str:
    return "" if before == after else f"{name}{fmt.number(before)} → {fmt.number(after)}"


def _why_none(found: Outlook) -> str:
    if not found.by_month.empty and not found.in_filter:
        return "What the file adds lies outside the current filter."
    return ""


def _outcome(outcome: Outcome) -> str:
    part = outcome.headline
    interval = interval_text(part.indicator)
    bracket = f" ({interval})" if interval and not part.is_low_base else ""
    figure = f"{part.label} {figure_text(part)}{bracket}"
    return f"{outcome.verdict} · {figure} · confidence {outcome.confidence}"


def _months(by_month: pd.DataFrame) -> str:
    first, last = by_month["month"].iloc[0], by_month["month"].iloc[-1]
    if first == last:
        return f"in {fmt.month(first)}"
    span = f"{fmt.month(first)} to {fmt.month(last)}"
    totals = by_month[list(KINDS)].sum(axis=1)
    most = by_month.loc[totals == totals.max(), "month"]
    if len(most) > 1:
        return span
    return f"{span}, most in {fmt.month(most.iloc[0])} ({fmt.number(totals.max())})"


def _badly_known(found: Outlook) -> list[str]:
    told = []
    if found.unplaced:
        told.append(f"{fmt.number(found.unplaced)} cannot be shown on the map.")
    if found.undated:
        told.append(f"{fmt.number(found.undated)} with no exact date, only the month.")
    return told
