"""What `import --dry-run` says would change."""

from __future__ import annotations

import argparse
from typing import Final

import pandas as pd

from corridor import answers, packs, queries
from corridor.answers.outlook import Effect, Outlook, Question, recording
from corridor.cli.asked import report_of
from corridor.findings import load_reports
from corridor.settings import Settings
from corridor.store import Store
from corridor.texts.effect_text import (
    added_text,
    changes,
    effect_texts,
    figures_text,
    month_texts,
    verdicts_text,
)
from corridor.words import say

MOST_MONTHS: Final = 24


def question_of(arguments: argparse.Namespace, settings: Settings, store: Store) -> Question:
    """Return what a change is asked: the default filter, and a report at the end of its period.

    The report is the one that is named, else the first that can be used; the filter that of its
    region.
    """
    named, first = arguments.report, load_reports(settings.reports_dir).first
    report = report_of(named, settings) if named else first
    options = queries.options(store, packs.region(report.region if report else ""))
    chosen = options.default_filter()
    return Question(chosen, report, answers.moment(store, chosen))


def effect_lines(store: Store, question: Question, records: pd.DataFrame) -> list[str]:
    """Return the lines that say what links or retractions change."""
    found = recording(store, records, question)
    return [*effect_texts(found), *_changed(found)]


def outlook_lines(found: Outlook) -> list[str]:
    """Return the lines to print."""
    months = [f"  {month}: {told}" for month, told in month_texts(found)]
    told = [
        added_text(found),
        *_shortened(months),
        figures_text(found),
        verdicts_text(found),
        *_changed(found),
    ]
    return [line for line in told if line]


def _changed(found: Outlook | Effect) -> list[str]:
    rows = changes(found)
    return [
        f"  {say('reads-otherwise', name=name, before=old, after=new)}" for name, old, new in rows
    ]


def _shortened(months: list[str]) -> list[str]:
    """Leave one month out, it is told already; of very many give the newest."""
    if len(months) < 2:
        return []
    left_out = len(months) - MOST_MONTHS
    earlier = [f"  {say('earlier-months', count=left_out)}"] if left_out > 0 else []
    return [*earlier, *months[-MOST_MONTHS:]]
