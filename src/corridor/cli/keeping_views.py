"""Saved views on the command line."""

from __future__ import annotations

import argparse
from typing import Final

from corridor import actions
from corridor.cli.as_json import print_json
from corridor.cli.chosen import ChoiceError
from corridor.cli.options import author
from corridor.cli.writing import person_of
from corridor.settings import Settings
from corridor.views import saved_views
from corridor.words import later, say
from corridor.words import numbers as fmt
from corridor.words.strange import one_line

ACTIONS: Final = ("save", "take-out", "bring-back")


def add_view(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("action", choices=ACTIONS, help=say("option-saved-view-action"))
    parser.add_argument("name", metavar=say("value-name"), help=say("option-saved-view-name"))
    for key in ("link", "note"):
        parser.add_argument(
            f"--{key}", default="", metavar=say("value-text"), help=say(f"option-saved-view-{key}")
        )
    parser.add_argument("--replace", action="store_true", help=say("option-saved-view-replace"))
    author(parser)


def views(arguments: argparse.Namespace, settings: Settings) -> int:
    """List the saved views, those that were taken out left out but in JSON."""
    found = saved_views(settings)
    if arguments.json:
        print_json([view.as_json() for view in found])
        return 0
    for view in found:
        if not view.is_out:
            by, day = view.saved_by or fmt.EN_DASH, fmt.day(view.saved_at.date())
            told = say("saved-view-told", name=view.name, link=view.link, by=by, day=day,
                       note=view.note)  # fmt: skip
            print(one_line(told).rstrip())
    return 0


def view(arguments: argparse.Namespace, settings: Settings) -> int:
    """Save a view, take one out of the list, or bring it back."""
    action, person = arguments.action, person_of(arguments, settings)
    name = arguments.name or ""  # argparse before Python 3.13 takes "--" for a list of nothing
    if action == "save":
        if not arguments.link:
            raise ChoiceError(later("saved-view-needs-a-link"))
        link, note, replaces = arguments.link, arguments.note, arguments.replace
        done = actions.save_view(settings, person, name, link, note, replaces=replaces)
    elif action == "take-out":
        done = actions.take_view_out(settings, person, name)
    else:
        done = actions.bring_view_back(settings, person, name)
    if arguments.json:
        print_json(done.as_json())
        return 0
    print(one_line(say("saved-view-done", action=action, name=done.name, link=done.link)))
    return 0
