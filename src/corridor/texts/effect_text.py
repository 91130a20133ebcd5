"""What an upload would change, in words and as a series for the bars; before → after."""

from __future__ import annotations

import pandas as pd

from corridor.answers.outlook import KINDS, Effect, Outcome, Outlook
from corridor.queries import OTHERS, Summary, rows_of
from corridor.texts.count_phrases import capital, count_phrase, incidents_phrase
from corridor.texts.verdict_text import figure_text, interval_text
from corridor.words import numbers as fmt
from corridor.words import say, terms
from corridor.words.numbers import day


def figures_text(found: Outlook) -> str:
    """Say the filter's figures before and after: "…: 112 → 142 incidents, 404 → 434 killed …"."""
    place = capital(found.question.chosen.describe())
    before = found.before.summary
    moved = _figures(before, found.after.summary)
    if moved:
        return say("outlook-figures", place=place, moved=moved)
    same = say("outlook-no-figure-of", place=place, figures=incidents_phrase(before))
    is_outside = not found.by_month.empty and not found.in_filter
    return f"{same} {say('outlook-outside')}" if is_outside else same


def _figures(before: Summary, after: Summary) -> str:
    """Say which figures move, "" when none does."""
    incidents = _moved_incidents(before, after)
    moved = [text for text in _moved(before, after) if text]
    if not incidents and not moved:
        return ""
    return fmt.unit_list([incidents or count_phrase(before), *moved])


def _moved_incidents(before: Summary, after: Summary) -> str:
    old, new = (
        say("unknown") if found.incidents is None else found.incidents for found in (before, after)
    )
    if old == new:
        return ""
    return say("moved-incidents", before=old, after=new, series=before.series)


def verdicts_text(found: Outlook) -> str:
    """Say how many conclusions change, or why none does; empty when no report is tested."""
    if not found.before.outcomes:
        return ""
    as_of = day(found.question.as_of)
    if found.is_fixed:
        return say("outlook-verdicts-fixed", day=as_of)
    return _moved_text(found.pairs, as_of)


def undo_texts(found: Effect, name: str) -> list[str]:
    """Say what an undo does: incidents that go, figures and verdicts that change."""
    about = say("undo-same", name=name)
    if found.hidden:
        key = "undo-hides" if found.hidden > 0 else "undo-shows"
        about = say(key, name=name, count=abs(found.hidden))
    return [about, *effect_texts(found)]


def effect_texts(found: Effect) -> list[str]:
    """Say which figures and verdicts change."""
    place = capital(found.question.chosen.describe())
    moved = _figures(found.before.summary, found.after.summary)
    told = [
        say("outlook-figures", place=place, moved=moved)
        if moved
        else say("outlook-no-figure", place=place),
        _moved_text(found.pairs, day(found.question.as_of)) if found.pairs else "",
    ]
    return [text for text in told if text]


def _moved_text(pairs: list[tuple[Outcome, Outcome]], as_of: str) -> str:
    moved = [pair for pair in pairs if any(row[1] != row[2] for row in _changed(*pair))]
    if not moved:
        return say("outlook-verdicts-same", day=as_of)
    verdicts = sum(old.verdict != new.verdict for old, new in moved)
    others = len(moved) - verdicts
    if not verdicts:
        return say("outlook-others", day=as_of, others=others)
    if not others:
        return say("outlook-verdicts-alone", verdicts=verdicts, all=len(pairs), day=as_of)
    return say(
        "outlook-verdicts-and-others", verdicts=verdicts, all=len(pairs), day=as_of, others=others
    )


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
        (say("outlook-conclusions", numbers=fmt.unit_list(numbers), name=name), before, after)
        for (name, before, after), numbers in told.items()
    ]


def _changed(old: Outcome, new: Outcome) -> list[tuple[str, str, str]]:
    """Return how a conclusion, its parts and what stands beside them read before and after."""
    parts = [
        (label, _part(before, word), _part(after, then))
        for (label, before, word), (_, after, then) in zip(old.parts, new.parts, strict=True)
        # The part that stands for the conclusion is told with it.
        if not label == old.headline.label == new.headline.label
    ]
    beside = [
        (label, before, after)
        for (label, before), (_, after) in zip(old.beside, new.beside, strict=True)
    ]
    return [(old.title, _outcome(old), _outcome(new)), *parts, *beside]


def _part(sentence: str, verdict: str) -> str:
    return say("outlook-part", sentence=sentence, verdict=capital(terms.term(verdict)))


def added_text(found: Outlook) -> str:
    """Say what would be added, when, and what of it is known badly."""
    parts = _kinds({kind: found.total(kind) for kind in KINDS})
    if not parts:
        return say("added-before")
    told = _in_months(capital(fmt.sentence_list(parts)), found.by_month)
    return " ".join([told, *_badly_known(found)])


def month_texts(found: Outlook) -> list[tuple[str, str]]:
    """Return what would be added in each month: "May 2018", "30 new incidents, 1 update"."""
    return [
        (fmt.month(row["month"]), fmt.unit_list(_kinds({kind: row[kind] for kind in KINDS})))
        for row in rows_of(found.by_month)
    ]


def added_series(found: Outlook) -> pd.DataFrame:
    """Return what would be added as `timeline.bars` takes it, a row for each month and kind."""
    long = found.by_month.melt("month", list(KINDS), "kind", "incidents")
    long = long[long["incidents"] > 0]
    ends = long["month"] + pd.offsets.MonthEnd(0)
    names = {kind: say(f"added-kind-{kind}") for kind in KINDS}
    group = pd.Categorical(long["kind"].map(names), list(names.values()))
    return long.assign(period_start=long["month"], period_end=ends, group=group)[
        ["period_start", "period_end", "group", "incidents"]
    ]


def _kinds(counts: dict[str, int]) -> list[str]:
    return [say(f"adds-{kind}", count=count) for kind, count in counts.items() if count]


def _moved(before: Summary, after: Summary) -> list[str]:
    """Say which figures beside the number of incidents move, "" for those that stay."""
    return [
        _killed(before, after),
        _change("moved-deaths-unknown", before.fatalities_unknown, after.fatalities_unknown),
        _change("moved-civilians-killed", before.civilians_killed, after.civilians_killed),
        _change("moved-districts", before.districts, after.districts),
        _change("moved-not-on-the-map", before.unplaced, after.unplaced),
        *_moved_beside(before, after),
    ]


def _moved_beside(before: Summary, after: Summary) -> list[str]:
    """Say what others alone tell before and after, each of them apart."""
    names = sorted({*before.beside, *after.beside})
    counts = {
        name: tuple(
            found.beside[name].incidents if name in found.beside else 0 for found in (before, after)
        )
        for name in names
    }
    return [
        say("moved-by-others", before=old, after=new)
        if name == OTHERS
        else say("moved-by-series", before=old, after=new, series=name)
        for name, (old, new) in counts.items()
        if old != new
    ]  # fmt: skip


def _killed(before: Summary, after: Summary) -> str:
    ends = [
        _change("moved-low", before.fatalities_low, after.fatalities_low),
        _change("moved-high", before.fatalities_high, after.fatalities_high),
    ]
    moved = [text for text in ends if text]
    best = _change("moved-count", before.fatalities_best, after.fatalities_best)
    if not best and not moved:
        return ""
    best = best or fmt.number(before.fatalities_best)
    if not moved:
        return say("moved-killed", best=best)
    return say("moved-killed-and-range", best=best, range=fmt.unit_list(moved))


def _change(key: str, before: int | None, after: int | None) -> str:
    if before == after:
        return ""
    old, new = (say("unknown") if count is None else count for count in (before, after))
    return say(key, before=old, after=new)


def _outcome(outcome: Outcome) -> str:
    part = outcome.headline
    figure, interval = figure_text(part), interval_text(part.indicator)
    if interval and not part.is_low_base:
        figure = say("figure-and-range", figure=figure, range=interval)
    return say(
        "outlook-outcome",
        verdict=terms.term(outcome.verdict),
        part=part.label,
        figure=figure,
        confidence=terms.term(outcome.confidence),
    )


def _in_months(added: str, by_month: pd.DataFrame) -> str:
    """Say what is added, and in which months."""
    first, last = by_month["month"].iloc[0], by_month["month"].iloc[-1]
    if first == last:
        return say("added-in-month", added=added, month=fmt.month(first))
    begin, end = fmt.month(first), fmt.month(last)
    totals = by_month[list(KINDS)].sum(axis=1)
    most = by_month.loc[totals == totals.max(), "month"]
    if len(most) > 1:
        return say("added-in-months", added=added, first=begin, last=end)
    peak, count = fmt.month(most.iloc[0]), int(totals.max())
    return say("added-most-in", added=added, first=begin, last=end, most=peak, count=count)


def _badly_known(found: Outlook) -> list[str]:
    told = []
    if found.unplaced:
        told.append(say("added-not-on-the-map", count=found.unplaced))
    if found.undated:
        told.append(say("added-without-day", count=found.undated))
    return told
