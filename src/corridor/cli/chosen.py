"""From command-line arguments to the one filter."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from corridor import vocabulary
from corridor.filters import IncidentFilter
from corridor.geo import admin1_name, admin2_name
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
    return IncidentFilter(
        provinces=provinces,
        districts=_districts(arguments.district, provinces, options),
        date_from=first,
        date_to=last,
        event_types=tuple(arguments.event_type or ()),
        actors=_known("actor", _actors(arguments.actor), options.actors),
        sources=_known("source", arguments.source, options.sources),
        civilians=arguments.civilians,
        precision=arguments.precision or "",
        text=arguments.text,
        upload="".join(_known("upload", [arguments.upload], options.uploads))
        if arguments.upload
        else "",
    )


def _provinces(arguments: argparse.Namespace) -> tuple[str, ...]:
    names = arguments.province
    if not names:  # a district is looked for anywhere, not only in the corridor
        return () if arguments.district else vocabulary.CORRIDOR
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


def _districts(
    names: Sequence[str] | None, provinces: Sequence[str], options: Options
) -> tuple[str, ...]:
    groups = [options.districts.get(name, ()) for name in provinces or options.districts]
    known = {name for group in groups for name in group}
    spelled = [name if name in known else admin2_name(name) or name for name in names or ()]
    return _known("district", spelled, tuple(sorted(known)))


def _actors(names: Sequence[str] | None) -> list[str]:
    return [vocabulary.actor_name(name) for name in names or ()]


def _known(kind: str, names: Sequence[str] | None, known: Sequence[str]) -> tuple[str, ...]:
    plain = {name.casefold(): name for name in known}
    for name in names or ():
        if name.casefold() not in plain:
            some = written(fmt.unit_list, tuple(known[:40]))
            raise ChoiceError(later("no-such-choice", kind=kind, name=repr(name), known=some))
    return tuple(dict.fromkeys(plain[name.casefold()] for name in names or ()))
