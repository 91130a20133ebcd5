"""An Atom feed (RFC 4287) of the newest versions: what came with each, and what it changed."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from typing import Final

from corridor import answers
from corridor.answers import Since
from corridor.answers.since import usual_question
from corridor.messages.note import Note, identity, note_of
from corridor.settings import Settings
from corridor.store import Commit, Store, open_store
from corridor.words import say

MOST_ENTRIES: Final = 10
_ATOM: Final = "http://www.w3.org/2005/Atom"
# What no XML may hold, in whatever form.
_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def latest_changes(
    settings: Settings, store: Store, kept: dict[int, Since] | None = None
) -> tuple[Since, ...]:
    """Return what the newest versions changed, each against the one before, the newest first.

    `kept` are those that were worked out before: a version does not change.
    """
    kept = {} if kept is None else kept
    versions = sorted((it.version for it in store.history() if it.version), reverse=True)
    for version in versions[:MOST_ENTRIES]:
        if version not in kept:
            after, before = (open_store(settings, at) for at in (version, version - 1))
            question = usual_question(after, settings.reports_dir)
            kept[version] = answers.since(before, after, question, after.history())
    return tuple(kept[version] for version in versions[:MOST_ENTRIES])


def atom(changes: Sequence[Since], history: Sequence[Commit], pages: str = "") -> bytes:
    """Return the feed; `pages` is the address of the pages, "" for none."""
    ET.register_namespace("", _ATOM)
    first, newest = history[-1], history[0]
    feed = ET.Element(f"{{{_ATOM}}}feed")
    _add(feed, "id", identity(first, -1))
    _add(feed, "title", say("feed-title"))
    _add(feed, "updated", newest.recorded_at.isoformat(timespec="seconds"))
    _add(_add(feed, "author"), "name", say("product"))
    _add(feed, "generator", say("product"))
    if pages:
        _link(feed, "self", f"{pages.rstrip('/')}/feed.atom")
        _link(feed, "alternate", pages)
    for found in changes:
        _entry(feed, found, note_of(found, first, pages), first)
    ET.indent(feed)
    made: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return made


def _entry(feed: ET.Element, found: Since, note: Note, first: Commit) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", identity(first, found.after))
    _add(entry, "title", note.subject)
    moment = note.made_at.isoformat(timespec="seconds")
    _add(entry, "updated", moment)
    _add(entry, "published", moment)
    author = found.commits[-1].author if found.commits else ""
    _add(_add(entry, "author"), "name", author or say("product"))
    _add(entry, "content", note.plain).set("type", "text")


def _add(parent: ET.Element, name: str, text: str = "") -> ET.Element:
    made = ET.SubElement(parent, f"{{{_ATOM}}}{name}")
    made.text = _NO_XML.sub("\ufffd", text) or None
    return made


def _link(feed: ET.Element, relation: str, address: str) -> None:
    _add(feed, "link").attrib.update({"rel": relation, "href": address})
