"""The options of the filter, and the one filter that they ask for."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from corridor import packs
from corridor.filter import (
    FREE,
    KILOMETRES,
    USUAL_KM,
    Dimension,
    IncidentFilter,
    dimensions,
    kilometres,
    parse_day,
)
from corridor.filter.along import kilometres_text
from corridor.geo import MOST_SIGNS_OF_AN_AREA, admin1_name
from corridor.queries import Options
from corridor.words import ToldError, later, say, written
from corridor.words import numbers as fmt
from corridor.words.strange import one_line

# Room for a year before and after, whatever is asked of the calendar.
YEARS = range(1900, 2200)
# In the place of a day: the report's own.
AT_REPORT: Final = "report"


class ChoiceError(ToldError):
    """A filter value that is not known, said with the values that are."""


def add_filter(parser: argparse.ArgumentParser) -> None:
    """Add the options of every choice."""
    group = parser.add_argument_group(say("options-filter"))
    for row in dimensions():
        more: dict[str, Any] = {"choices": row.closed} if row.closed else {}
        if row.kind != "switch":
            more["metavar"] = say(f"flag-{row.option}-value")
        told = say(f"flag-{row.option}", all=row.everything(), values=fmt.unit_list(row.closed))
        group.add_argument(f"--{row.option}", dest=row.name, help=told, **more, **_KINDS[row.kind])


def add_coverage(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which days and places a list covers."""
    group = parser.add_argument_group(say("options-coverage"))
    for name in ("from", "to"):
        told = say(f"option-coverage-{name}")
        group.add_argument(f"--coverage-{name}", type=day, metavar=say("value-day"), help=told)
    told = say("option-coverage-places")
    group.add_argument("--coverage-places", metavar=say("value-text"), help=told)


def day(text: str) -> date:
    """Read a day of the command line."""
    found = parse_day(text)
    if found is None or found.year not in YEARS:
        raise argparse.ArgumentTypeError(
            say("not-a-date", value=repr(text), first=str(YEARS.start), last=str(YEARS.stop - 1))
        )
    return found


def moment(text: str) -> date | str:
    """Read the day that findings are judged at, or the word for the report's own."""
    return AT_REPORT if text == AT_REPORT else day(text)


def _kilometres(text: str) -> float:
    found = kilometres(text)
    if found is None:
        low, high = map(kilometres_text, KILOMETRES)
        raise argparse.ArgumentTypeError(
            say("not-a-distance", value=repr(text), low=low, high=high)
        )
    return found


# How a kind of choice is read.
_KINDS: Final[dict[str, dict[str, Any]]] = {
    "many": {"action": "append"},
    "one": {"default": ""},
    "scale": {"default": "", "type": str.upper},
    "switch": {"action": "store_true"},
    **{kind: {"default": ""} for kind in FREE},
    "day": {"type": day},
    "number": {"type": _kilometres, "default": USUAL_KM},
}


def chosen_filter(arguments: argparse.Namespace, options: Options) -> IncidentFilter:
    """Return the filter that the arguments ask for; raises ChoiceError for unknown values."""
    first, last = arguments.date_from, arguments.date_to
    if first and last and first > last:
        raise ChoiceError(later("dates-of-options-backwards", first=str(first), last=str(last)))
    if first is None and last is None:
        first, last = options.default_dates()
    provinces = _provinces(arguments, options.home)
    found = {row.name: _value(row, getattr(arguments, row.name), options, provinces)
             for row in dimensions() if row.kind != "day" and row.name != "provinces"}  # fmt: skip
    for row in dimensions():
        if row.of and not found[row.of] and found[row.name] != row.usual:
            why = "distance-from-nothing" if row.kind == "number" else "switch-of-nothing"
            raise ChoiceError(later(why, option=row.option, of=row.of))
    return IncidentFilter(provinces=provinces, date_from=first, date_to=last, **found)


def _value(row: Dimension, given: Any, options: Options, provinces: Sequence[str]) -> Any:
    """Return the value of a choice; ChoiceError when it cannot be met."""
    if row.kind in FREE:
        return _read(row, given) if given.strip() else ""
    if not row.options:
        return tuple(given or ()) if row.kind == "many" else given
    known = options.values(row, provinces)
    if row.kind == "many":
        return _known(row, given or (), known)
    return "".join(_known(row, [given], known)) if given else options.usual(row)


def _read(row: Dimension, given: str) -> str:
    """Return the value of a free text; where it may not be plain, stderr says what it is."""
    text = _of_a_file(given[1:]) if row.kind == "pasted" and given.startswith("@") else given
    read = row.reads(text)
    if read.refused:
        raise ChoiceError(later("option-refused", option=row.option, why=read.refused))
    if read.note:
        print(one_line(str(read.note)), file=sys.stderr)
    return read.value


def _of_a_file(name: str) -> str:
    """Read what a file holds, in UTF-8, no further than a text of its kind may go."""
    with Path(name).open(encoding="utf-8-sig") as file:
        return file.read(MOST_SIGNS_OF_AN_AREA + 1)


def _provinces(arguments: argparse.Namespace, home: tuple[str, ...]) -> tuple[str, ...]:
    names = arguments.provinces
    if not names:  # a district is looked for anywhere, not only in the region
        return () if arguments.districts else home
    whole = packs.country().whole
    if any(name.casefold() == whole.casefold() for name in names):
        return ()
    found = [(name, admin1_name(name)) for name in names]
    unknown = [name for name, display in found if display is None]
    if unknown:
        raise ChoiceError(
            later(
                "no-such-province",
                name=repr(unknown[0]),
                some=written(fmt.unit_list, home),
                all=whole,
            )
        )
    return tuple(dict.fromkeys(display for _, display in found if display))


def _known(row: Dimension, names: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    plain = {name.casefold(): name for name in known}
    found: list[str] = []
    for name in names:
        spelled = name if name.casefold() in plain else str(row.meant(name))
        if spelled.casefold() not in plain:
            some = written(fmt.unit_list, tuple(known[:40]))
            raise ChoiceError(later("no-such-choice", kind=row.key, name=repr(name), known=some))
        found.append(plain[spelled.casefold()])
    return tuple(dict.fromkeys(found))
