"""What changed, in words."""

from __future__ import annotations

from corridor import vocabulary
from corridor.analysis.change import HIGH_A_WEEK, LARGE, MODERATE_A_YEAR
from corridor.answers import Change, Changes
from corridor.answers.changes import ROAD_KM, Unplaced
from corridor.filter.along import kilometres_text
from corridor.filter.comparisons import comparison_name
from corridor.texts import comparison_text
from corridor.texts.count_phrases import capital
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.words.terms import slug


def place(item: Change) -> str:
    """Name a place."""
    return item.place or say("changes-of-all")


def level(item: Change) -> str:
    """Say how much there is: "few", "high"."""
    return say(f"changes-level-{item.level}")


def change(item: Change) -> str:
    """Say how it changed: "▲ large increase"."""
    return say(f"changes-class-{slug(item.change_class)}")


def sentence(item: Change) -> str:
    """Say a change, the difference first: "9 more: 12 incidents, 3 before. May be chance."."""
    if not item.incidents and not item.before:
        return say("changes-none")
    told = _by_mean(item, *item.a_month) if item.a_month else _told(item, *_counts(item))
    is_chance = item.may_be_chance and _difference(item)
    return fmt.sentences(told, say("changes-chance") if is_chance else "")


def _by_mean(item: Change, mean: float, mean_before: float) -> str:
    """Say the change of the average month, then the counts that it is made of."""
    told = _told(
        item,
        say("changes-mean", mean=fmt.number(mean, 1)),
        say("changes-mean-before", mean=fmt.number(mean_before, 1)),
    )
    now, before = _counts(item)
    return say("changes-told-and-counts", told=told, now=now, before=before)


def _difference(item: Change) -> float:
    """Return a difference as it is written, so that none is called more than another."""
    return round(item.change, 1)


def _told(item: Change, now: str, before: str) -> str:
    difference = _difference(item)
    share = "" if item.relative is None else fmt.signed_percent(item.relative)
    return say(
        "changes-told",
        level="more" if difference > 0 else "fewer" if difference < 0 else "same",
        difference=fmt.number(abs(difference), 1 if item.a_month else 0),
        each=say("changes-a-month") if item.a_month else "",
        share=say("changes-share", share=share) if share else "",
        now=now,
        before=before,
    )


def _counts(item: Change | Unplaced) -> tuple[str, str]:
    return (
        say("incident-count", count=item.incidents),
        say("changes-before", count=item.before),
    )


def against(found: Changes) -> str:
    """Say what is compared with; "" where nothing is."""
    days = found.windows
    return capital(say("compared-with", days=comparison_name(days.choice))) if days else ""


def compared(found: Changes) -> str:
    """Say which days are compared with which, and what of them is not known."""
    if found.windows is None:
        return say("figures-none", series=found.series)
    return fmt.sentences(
        comparison_text.compared(found.series, found.windows),
        comparison_text.limits(found.windows),
        say("figures-cut") if found.windows.is_cut else "",
    )


def note(found: Changes) -> str:
    """Say in which order the places stand, what the classes are, and what is in no district."""
    told = say(
        "changes-note",
        few=fmt.LOW_BASE,
        year=MODERATE_A_YEAR,
        week=fmt.number(float(HIGH_A_WEEK), 1),
        large=fmt.percent(float(LARGE)),
    )
    now, before = _counts(found.no_district)
    unknown = say("changes-no-district", now=now, before=before)
    return fmt.sentences(told, unknown if found.no_district.is_any else "")


def on_roads(found: Changes) -> str:
    """Say what is on a road, and of how many incidents nobody can say it."""
    near = fmt.number(vocabulary.NEAR_RADIUS_KM)
    told = say("changes-near-roads", km=kilometres_text(ROAD_KM), near=near)
    now, before = _counts(found.no_distance)
    unknown = say("changes-no-distance", now=now, before=before)
    return fmt.sentences(told, unknown if found.no_distance.is_any else "")
