"""A message about one version: the same numbers as JSON, as text and as HTML."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any, Final
from urllib.parse import urlencode

from corridor.answers import Altered, Since
from corridor.answers.since import KINDS
from corridor.store import Commit
from corridor.texts import as_text, since_text
from corridor.texts.count_phrases import capital
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.words.strange import harmless, one_line

# More incidents of a kind are counted, and not listed.
MOST_LISTED: Final = 200
_SPACE: Final = uuid.UUID("6f2b8a52-9a8e-5c7c-8a43-9d0f4b1f2c11")


@dataclass(frozen=True)
class Note:
    """What is sent about a version; `id` is the same whenever it is sent, `data` its JSON."""

    id: str
    version: int
    made_at: datetime
    subject: str
    plain: str
    html: str
    data: dict[str, Any]

    def body(self) -> str:
        """Return what a webhook gets, as Standard Webhooks has it: type, timestamp, data."""
        value = {
            "type": "corridor.version",
            "timestamp": self.made_at.isoformat(timespec="seconds"),
            "data": self.data,
        }
        return harmless(json.dumps(value, ensure_ascii=False, default=str))


def identity(first: Commit, version: int) -> str:
    """Return a URN for a version of the store that began with a commit, or of the whole (-1)."""
    name = f"{first.commit_id} {first.recorded_at.isoformat()} {version}"
    return uuid.uuid5(_SPACE, name).urn


def note_of(found: Since, first: Commit, pages: str = "") -> Note:
    """Make the message; `pages` is the address of the pages for links, "" for none."""
    made_at = found.commits[-1].recorded_at if found.commits else first.recorded_at
    told = since_text.told(found)
    lines = [*_lines(found, pages)]
    return Note(
        identity(first, found.after).removeprefix("urn:uuid:"),
        found.after,
        made_at,
        one_line(say("message-subject", version=str(found.after), told=told)),
        harmless("\n".join(lines)) + "\n",
        "".join(f"<p>{escape(harmless(line))}</p>" for line in lines if line),
        _data(found, told, pages),
    )


def _data(found: Since, told: str, pages: str) -> dict[str, Any]:
    values = found.as_json() | {"text": told}
    rest = {kind: max(len(values[kind]) - MOST_LISTED, 0) for kind in KINDS}
    listed = {
        kind: [row | _linked(pages, row["incident_id"]) for row in values[kind][:MOST_LISTED]]
        for kind in KINDS
    }
    return values | listed | {"not_listed": rest}


def _linked(pages: str, incident_id: str) -> dict[str, str]:
    return {"link": _address(pages, incident_id)} if pages else {}


def _address(pages: str, incident_id: str) -> str:
    return f"{pages.rstrip('/')}/incidents?{urlencode({'incident': incident_id})}"


def _lines(found: Since, pages: str) -> Iterator[str]:
    yield since_text.between(found)
    yield from map(since_text.commit, found.commits)
    yield ""
    yield from map(capital, since_text.every_figure(found))
    yield from since_text.verdicts(found)
    yield from map(capital, since_text.alarms(found))
    for kind in KINDS:
        rows = found.of(kind)
        if rows:
            yield ""
            yield capital(say(f"since-first-{kind}", count=len(rows)))
            yield from (_incident(found, each, pages) for each in rows[:MOST_LISTED])
        if len(rows) > MOST_LISTED:
            yield say("message-rest", count=len(rows) - MOST_LISTED)
    yield ""
    if pages:
        yield say("message-pages", address=pages)
    yield say("message-mute")


def _incident(found: Since, each: Altered, pages: str) -> str:
    told = say(
        "message-incident",
        id=one_line(each.incident_id),
        day=fmt.day(each.event_date),
        place=one_line(as_text.text(each.location) or as_text.text(each.admin1)),
        what=one_line(since_text.what(found, each)),
    )
    return f"{told} {_address(pages, each.incident_id)}" if pages else told
