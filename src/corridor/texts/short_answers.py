"""The first questions of who decides, each answered in a line: worse, where, lately, how sure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from corridor.answers import DistrictCount, Headline, KeyFigures, Levels, Surges
from corridor.answers.acts import COUNTED
from corridor.filter import ACTS
from corridor.filter.comparisons import PREVIOUS, comparison_name
from corridor.findings import Finding
from corridor.queries import Summary
from corridor.texts import surges_text, verdict_text
from corridor.texts.count_phrases import beside_phrase
from corridor.words import numbers as fmt
from corridor.words import say, terms

_MOST_DISTRICTS: Final = 3
# What others alone tell is said where it is a tenth of what is counted, or more.
_MUCH: Final = 0.1
ATTACKS: Final = ACTS[0]


def worse(found: KeyFigures, acts: Mapping[str, KeyFigures]) -> str:
    """Say whether more happened and more died than in the days compared with; `**` for bold.

    `acts` are the figures of each of `filter.ACTS`: of the incidents, those that were attacks are
    said too.
    """
    if found.windows is None or not found.windows.others:
        return say("short-not-compared", series=found.series)
    told = [_compared(found, name) for name in ("incidents", "killed")]
    if ATTACKS in acts and (attacks := _compared(acts[ATTACKS], COUNTED, ATTACKS)):
        told[0] = say("short-and-attacks", incidents=told[0], attacks=attacks)
    # "The period before" would leave open when that was.
    is_usual = found.windows.choice == PREVIOUS
    days = fmt.years(*found.windows.asked) if is_usual else comparison_name(found.windows.choice)
    return say("short-worse", told=_joined(told), days=days)


def lately(found: KeyFigures, levels: Levels) -> str:
    """Say how the last three months stand against the days compared with; `**` for bold."""
    if found.windows is None or not found.windows.others:
        return ""
    told = say(
        "short-lately",
        told=_compared(found, "incidents"),
        days=fmt.days(*found.windows.now),
        before=fmt.days(*found.windows.asked),
    )
    return fmt.sentences(told, say("short-thin") if levels.thin_from else "")


def lately_and_now(late: tuple[KeyFigures, Levels] | None, found: Surges) -> str:
    """Say how the last three months stand, where the period is long, and where one stands out."""
    stands_out = surges_text.told(found)
    if late is None:
        return fmt.sentences(stands_out, surges_text.thin(found))
    return fmt.sentences(lately(*late), stands_out)


def where(counted: Sequence[DistrictCount], incidents: int | None) -> str:
    """Say in which districts most happened, and of how many the district is not known."""
    if not counted or incidents is None:
        return ""
    most = [
        say("short-district", district=each.admin2, count=each.incidents)
        for each in counted[:_MOST_DISTRICTS]
    ]
    unknown = incidents - sum(each.incidents for each in counted)
    told = say("short-where", districts=fmt.sentence_list(most), count=incidents)
    return fmt.sentences(told, say("short-no-district", count=unknown) if unknown else "")


def sure(finding: Finding, found: Headline, held: Summary) -> str:
    """Say how sure the answer is and why, and what others tell beside it; `**` for bold."""
    told = say(
        "short-sure",
        level=terms.term(finding.confidence.level),
        checks=verdict_text.checks_text(finding),
    )
    warning = verdict_text.answer_warning(found)
    beside = {name: each.incidents for name, each in held.beside.items()}
    is_much = sum(beside.values()) >= _MUCH * (held.incidents or 0)
    phrases = [beside_phrase(name, count, held.series) for name, count in beside.items()]
    return fmt.sentences(
        told,
        f"{warning}." if warning else "",
        say("short-beside", told=fmt.sentence_list(phrases)) if phrases and is_much else "",
    )


def _compared(found: KeyFigures, name: str, called: str = "") -> str:
    """Say of a figure that it rose or fell, by its mean of a month where the lengths differ."""
    is_by_mean = bool(found.windows and found.windows.is_by_mean)
    now, before = found.a_month(name) if is_by_mean else found.of(name)[:2]
    if now is None or before is None:
        return ""
    now_told, before_told = (fmt.number(value, int(is_by_mean)) for value in (now, before))
    is_none = now == before == 0
    is_same = now_told == before_told
    level = "none" if is_none else "same" if is_same else "more" if now > before else "fewer"
    each = say("short-a-month") if is_by_mean else ""
    return say(
        f"short-{called or name}-compared", level=level, each=each, now=now_told, before=before_told
    )


def _joined(told: Sequence[str]) -> str:
    return say("between-clauses").join(part for part in told if part)
