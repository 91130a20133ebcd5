"""From command-line arguments to the one filter."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from corridor import vocabulary
from corridor.filter import Dimension, IncidentFilter, dimensions
from corridor.geo import admin1_name
from corridor.queries import Options
from corridor.words import later, written
from corridor.words import numbers as fmt


class ChoiceError(Exception):
    """A filter value that is not known, said with the values that are."""


def chosen_filter(arguments: argparse.Namespace, options: Options) -> IncidentFilter:
    """Give the filter that the arguments ask for; raises ChoiceError for unknown values."""
    first, last = arguments.date_from, arguments.date_to
    if first and last and first > last:
        raise ChoiceError(later("dates-of-options-backwards", first=str(first), last=str(last)))
    if first is None and last is None:
        first, last = options.default_dates()
    provinces = _provinces(arguments)
    found = {row.name: _value(row, getattr(arguments, row.name), options, provinces)
             for row in dimensions() if row.kind != "day" and row.name != "provinces"}  # fmt: skip
    for row in dimensions():
        if row.of and not found[row.of] and found[row.name] != row.usual:
            raise ChoiceError(later("distance-from-nothing", option=row.option, of=row.of))
    return IncidentFilter(provinces=provinces, date_from=first, date_to=last, **found)


def _value(row: Dimension, given: Any, options: Options, provinces: Sequence[str]) -> Any:
    """Return the value of a choice; ChoiceError when it cannot be met."""
    if row.kind == "text" and given.strip() and not row.understood(given):
        raise ChoiceError(later("no-such-place", name=repr(given)))
    if not row.options:
        return tuple(given or ()) if row.kind == "many" else given
    known = options.values(row, provinces)
    if row.kind == "many":
        return _known(row, given or (), known)
    return "".join(_known(row, [given], known)) if given else ""


def _provinces(arguments: argparse.Namespace) -> tuple[str, ...]:
    names = arguments.provinces
    if not names:  # a district is looked for anywhere, not only in the corridor
        return () if arguments.districts else vocabulary.CORRIDOR
    if any(name.casefold() == vocabulary.ALL_IRAQ.casefold() for name in names):
        return ()
    found = [(name, admin1_name(name)) for name in names]
    unknown = [name for name, display in found if display is None]
    if unknown:
        raise ChoiceError(
            later(
                "no-such-province",
                name=repr(unknown[0]),
                corridor=written(fmt.unit_list, vocabulary.CORRIDOR),
                all=vocabulary.ALL_IRAQ,
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
