"""The timeline in other shapes than bars, printed: `timeline --view`."""

from __future__ import annotations

import argparse

import pandas as pd

from corridor import answers
from corridor.answers import TimeView
from corridor.cli.as_json import print_json
from corridor.cli.chosen import ChoiceError
from corridor.cli.output import print_table
from corridor.filter import IncidentFilter
from corridor.store import Store
from corridor.texts import time_views_text
from corridor.words import later, say
from corridor.words import numbers as fmt


def view_asked(
    arguments: argparse.Namespace, store: Store, chosen: IncidentFilter
) -> TimeView | None:
    """Return the view that is asked for, None for the bars; ChoiceError when there is none."""
    if not arguments.view:
        return None
    by = arguments.stack if arguments.view == "multiples" else ""
    if by and by not in answers.SPLITS:
        raise ChoiceError(later("view-multiples-takes", known=fmt.unit_list(answers.SPLITS)))
    found = answers.time_view(store, chosen, arguments.view, by)
    if found is None:
        raise ChoiceError(later("view-nothing-covered", series=chosen.measuring))
    return found


def print_view(arguments: argparse.Namespace, found: TimeView) -> int:
    """Print the counts of one of `answers.VIEWS`, and what they say."""
    told = fmt.sentences(f"{time_views_text.says(found)}.", time_views_text.notes(found))
    if arguments.json:
        print_json(found.as_json() | {"text": told})
        return 0
    rows = [
        (time_views_text.group(cell.group), fmt.years(cell.first, cell.last),
         "–" if cell.incidents is None else fmt.number(cell.incidents),
         fmt.number(cell.covered_days))
        for cell in found.cells
    ]  # fmt: skip
    headings = [say("view-column-group"), say("view-column-days"), say("timeline-incidents"),
                say("view-column-covered")]  # fmt: skip
    print_table(pd.DataFrame(rows, columns=headings, dtype="str"))
    print(told)
    return 0
