"""What a command asks about: a report, and the choices that its region offers."""

from __future__ import annotations

import argparse
from datetime import date

from corridor import answers, packs, queries
from corridor.cli.chosen import AT_REPORT, ChoiceError, chosen_filter
from corridor.filter import IncidentFilter
from corridor.findings import Report, list_reports, load_report
from corridor.packs import Region
from corridor.settings import Settings
from corridor.store import Store
from corridor.words import later, written
from corridor.words import numbers as fmt


def report_of(slug: str | None, settings: Settings) -> Report:
    """Return the report of a slug, by default the first; ChoiceError when there is none.

    PackError when it cannot be used: another one would answer another question.
    """
    known = list_reports(settings.reports_dir)
    if not known:
        raise ChoiceError(later("no-report-in", folder=str(settings.reports_dir)))
    if slug is not None and slug not in known:
        named = written(fmt.unit_list, tuple(known))
        raise ChoiceError(later("no-such-choice", kind="report", name=repr(slug), known=named))
    return load_report(settings.reports_dir / (slug or known[0]))


def moment_of(
    arguments: argparse.Namespace, settings: Settings, store: Store, report: Report
) -> date:
    """Return the day that findings are judged at, as the pages choose it.

    It is the one that is asked for ("report" is the report's own), else the last covered day.
    """
    if arguments.as_of == AT_REPORT:
        return report.date
    found: date | None = arguments.as_of
    return found or answers.moment(store, options_of(arguments, settings, store).default_filter())


def series_of(arguments: argparse.Namespace, settings: Settings, store: Store) -> str:
    """Return the series that is asked to measure, "" for the usual one; ChoiceError if unknown."""
    known = {name.casefold(): name for name in options_of(arguments, settings, store).series}
    asked = arguments.series
    if asked and asked.casefold() not in known:
        named = written(fmt.unit_list, tuple(known.values()))
        raise ChoiceError(later("no-such-choice", kind="series", name=repr(asked), known=named))
    return known.get(asked.casefold(), "")


def region_of(arguments: argparse.Namespace, settings: Settings) -> Region:
    """Return the region of the report that is named; the country's first when none is."""
    slug = arguments.report
    return packs.region(report_of(slug, settings).region if slug else "")


def options_of(arguments: argparse.Namespace, settings: Settings, store: Store) -> queries.Options:
    """Return what the filter can be set to, in the region of the report that is named."""
    slug, series = arguments.report, getattr(arguments, "series", "")
    usual = report_of(slug, settings).series if slug else ""
    return queries.options(store, region_of(arguments, settings), series, usual)


def filter_of(arguments: argparse.Namespace, settings: Settings, store: Store) -> IncidentFilter:
    """Return the filter that the arguments ask for; ChoiceError for what is not known."""
    return chosen_filter(arguments, options_of(arguments, settings, store))
