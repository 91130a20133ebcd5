"""Commands that tell others of new versions: the feed, and messages."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from corridor import messages
from corridor.cli.as_json import print_json
from corridor.cli.chosen import day
from corridor.cli.door import print_data
from corridor.cli.opening import on_the_store
from corridor.cli.writing import person_of
from corridor.messages import told
from corridor.messages.notify import ways
from corridor.settings import Settings
from corridor.store import Store
from corridor.words import say
from corridor.words.strange import one_line


def add_feed(parser: argparse.ArgumentParser) -> None:
    """Add where the feed is written."""
    out = say("option-feed-out")
    parser.add_argument("--out", type=Path, metavar=say("value-file"), help=out)


def add_notify(parser: argparse.ArgumentParser) -> None:
    """Add what is said of messages."""
    version = say("value-version")
    parser.add_argument(
        "--from", dest="tell_from", type=int, metavar=version, help=say("option-notify-from")
    )
    parser.add_argument("--mute", type=day, metavar=say("value-day"), help=say("option-mute"))
    parser.add_argument(
        "--reason", default="", metavar=say("value-text"), help=say("option-mute-reason")
    )
    parser.add_argument("--unmute", action="store_true", help=say("option-unmute"))
    parser.add_argument(
        "--author", default="", metavar=say("value-author"), help=say("option-author")
    )


@on_the_store
def feed(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print or write the feed of the newest versions."""
    found = messages.latest_changes(settings, store)
    if arguments.json:
        print_json([each.as_json() for each in found])
        return 0
    data = messages.atom(found, store.history(), settings.pages_url)
    if not arguments.out:
        print_data(data + b"\n")
        return 0
    arguments.out.write_bytes(data)
    written = say("feed-written", count=len(found), file=str(arguments.out))
    print(written, file=sys.stderr)
    return 0


@on_the_store
def notify(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Send what is due and say what became of all; 1 when a message did not go out this time."""
    now = datetime.now(UTC)
    if arguments.mute:
        author = person_of(arguments, settings).name
        record = messages.mute(settings, arguments.mute, arguments.reason, author)
    elif arguments.unmute:
        record = messages.unmute(settings)
    else:
        if arguments.tell_from is not None:
            messages.tell_from(settings, store, arguments.tell_from)
        record = messages.notify(settings, store, now)
    is_configured = bool(ways(settings))
    if arguments.json:
        print_json({"configured": [*ways(settings)]} | record.as_json())
    else:
        _print(record, is_configured=is_configured)
    return 1 if any(item.at == now for item in record.troubles) else 0


def _print(record: messages.Record, *, is_configured: bool) -> None:
    if not is_configured:
        print(say("message-nothing-configured"))
    elif record.after is not None and not record.sendings:
        print(say("message-begin", version=str(record.after)))
    for line in (*map(told.sending, record.sendings), told.muted(record)):
        if line:
            print(one_line(line))
