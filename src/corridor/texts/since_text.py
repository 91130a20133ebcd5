"""What changed between two versions of the data, in words."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from corridor.answers import Altered, Since
from corridor.answers.outlook import Outcome
from corridor.answers.since import KINDS, Alarm
from corridor.store import Commit
from corridor.texts.places_text import teller
from corridor.words import has, say, terms
from corridor.words import numbers as fmt
from corridor.words.terms import slug

# Longer texts are not set against each other in a line.
_LONG: Final = 60
_DEGREES: Final = ("latitude", "longitude")


def told(found: Since) -> str:
    """Say all that changed in one line: "14 incidents new, 2 changed; finding 3 is now …"."""
    counts = [(kind, len(found.of(kind))) for kind in KINDS if found.of(kind)]
    incidents = [
        say("since-more", kind=kind, count=count) if at else say(f"since-first-{kind}", count=count)
        for at, (kind, count) in enumerate(counts)
    ]
    others = [
        *(say("since-verdict", number=new.number, verdict=terms.term(new.verdict))
          for _, new in found.moved_verdicts),
        *map(_alarm, found.moved_alarms),
    ]  # fmt: skip
    clauses = [fmt.unit_list(incidents), *others] if incidents else others
    if not clauses and found.moved_figures:
        return say("since-figures-alone")
    return "; ".join(clauses) or say("since-nothing")


def between(found: Since) -> str:
    """Say it as a sentence, with the versions."""
    return say("since-between", before=str(found.before), after=str(found.after), told=told(found))


def looked(found: Since, day: date) -> str:
    """Say it as a sentence to somebody who looked on a day."""
    return say("since-looked", day=fmt.day(day), told=told(found))


def _alarm(alarm: Alarm) -> str:
    states = {True: "yes", False: "no", None: "unknown"}
    place = alarm.place or say("surges-all")
    return say("since-alarm", state=states[alarm.after], place=place)


def figures(found: Since) -> list[str]:
    """Say each figure that moved: "killed: 555 → 552"."""
    return [_figure(name, *pair) for name, pair in found.moved_figures.items()]


def every_figure(found: Since) -> list[str]:
    """Say each figure before and after, also those that stayed."""
    return [_figure(name, *pair) for name, pair in found.figures.items()]


def verdicts(found: Since) -> list[str]:
    """Say each verdict that moved, with the finding's title."""
    return [verdict(*pair) for pair in found.moved_verdicts]


def verdict(old: Outcome, new: Outcome) -> str:
    """Say the verdict of a finding before and after."""
    return say(
        "since-of-verdict",
        number=new.number,
        title=new.title,
        before=terms.term(old.verdict),
        after=terms.term(new.verdict),
    )


def alarms(found: Since) -> list[str]:
    """Say each alarm that came or went."""
    return list(map(_alarm, found.moved_alarms))


def commit(item: Commit) -> str:
    """Say what made a version: number, day, what was done, with which file."""
    about = item.file_name or item.note or item.commit_id
    return say(
        "since-version-told",
        version=str(item.version),
        day=fmt.day(item.recorded_at.date()),
        action=terms.term(item.action),
        about=about,
    )


def kind(each: Altered) -> str:
    """Name what happened to an incident: new, changed, gone."""
    return say("since-kind", kind=each.kind)


def what(found: Since, each: Altered) -> str:
    """Say of an incident what reads otherwise, and why it is new or gone."""
    series = found.question.chosen.measuring
    fields = fmt.unit_list([_field(series, *field) for field in each.fields])
    if each.kind == "changed":
        return fields
    file = found.files.get(each.commit_id, "") or "none"
    key = "since-new-why" if each.kind == "new" else "since-gone-why"
    why = say(key, why=each.why, other=each.other, file=file)
    if each.reason:
        why = say("since-reason", told=why, reason=each.reason)
    return say("since-fields-and-why", why=why, fields=fields) if fields else why


def _field(series: str, name: str, before: Any, after: Any) -> str:
    key = f"since-field-{slug(name)}"
    named = say(f"since-field-{slug(name)}") if has(key) else name.replace("_", " ")
    old, new = (_value(series, name, value) for value in (before, after))
    if max(len(old), len(new)) > _LONG:
        return say("since-rewritten", field=named)
    return say("since-moved-field", field=named, before=old, after=new)


def _value(series: str, name: str, value: Any) -> str:
    if name == "beside":
        return teller(value, series)
    if value is None:
        return say("unknown")
    if isinstance(value, bool):
        return say("since-yes-no", state="yes" if value else "no")
    if isinstance(value, date):
        return fmt.day(value)
    if isinstance(value, int | float):
        return fmt.number(value, 4 if name in _DEGREES else 0 if float(value).is_integer() else 1)
    return terms.event_label(str(value)) if name == "event_type" else str(value)


def _figure(name: str, before: int | None, after: int | None) -> str:
    return say(
        "since-figure",
        figure=say(f"key-figure-{name}"),
        before=_count(before),
        after=_count(after),
    )


def _count(value: int | None) -> str:
    return say("unknown") if value is None else fmt.number(value)
