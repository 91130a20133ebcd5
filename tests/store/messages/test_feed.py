"""The feed: valid, stable, an entry a version, and strangers' texts are texts in it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import datetime
from pathlib import Path

from corridor import messages
from corridor.settings import Settings
from corridor.store import open_store
from tests.store.conftest import Run, account, imported

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = "<script>alert(1)</script>&amp;\x00\x1b\ufffe\u202e]]>"


def test_an_entry_a_version_with_what_the_command_says(
    run: Run, tiny: Settings, tmp_path: Path
) -> None:
    store = open_store(tiny)
    store.commit(account("T:1", location=HOSTILE), imported(file_name=HOSTILE))
    name = store.commit(account("T:2"), imported(file_name="b.csv")).commit_id
    store.undo(name)
    file = tmp_path / "feed.atom"
    assert run("feed", "--out", file, data=tiny.data_dir).code == 0
    feed = ET.parse(file).getroot()  # noqa: S314  our own
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 3
    for each in (feed, *entries):
        for tag in ("id", "title", "updated", "author"):
            assert len(each.findall(f"{ATOM}{tag}")) == 1, tag
        assert each.findtext(f"{ATOM}id", "").startswith("urn:uuid:")
        assert datetime.fromisoformat(each.findtext(f"{ATOM}updated", "")).tzinfo
    ids = [each.findtext(f"{ATOM}id") for each in (feed, *entries)]
    assert len(set(ids)) == 4
    made = [item.recorded_at.isoformat(timespec="seconds") for item in store.history()]
    assert [each.findtext(f"{ATOM}updated") for each in entries] == made[:-1]
    for version, each in zip((3, 2, 1), entries, strict=True):
        told = run("diff", version - 1, version, "--json", data=tiny.data_dir).json["text"]
        assert each.findtext(f"{ATOM}title") == f"Corridor Watch, version {version}: {told}"
    raw = file.read_bytes()
    assert b"<script>" not in raw
    assert b"\x00" not in raw
    store.commit(account("T:3"), imported())
    later = messages.atom(messages.latest_changes(tiny, store), store.history())
    kept = {each.findtext(f"{ATOM}id") for each in ET.fromstring(later).findall(f"{ATOM}entry")}  # noqa: S314
    assert set(ids[1:]) < kept


def test_links_stand_where_the_address_of_the_pages_is_known(tiny: Settings) -> None:
    store = open_store(tiny)
    store.commit(account("T:1"), imported())
    found = messages.latest_changes(tiny, store)
    feed = ET.fromstring(messages.atom(found, store.history(), "https://watch.example.org/"))  # noqa: S314
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "self": "https://watch.example.org/feed.atom", "alternate": "https://watch.example.org/"
    }  # fmt: skip


def test_a_store_without_changes_has_a_feed_without_entries(tiny: Settings) -> None:
    store = open_store(tiny)
    feed = ET.fromstring(messages.atom(messages.latest_changes(tiny, store), store.history()))  # noqa: S314
    assert feed.findall(f"{ATOM}entry") == []
    assert feed.findtext(f"{ATOM}updated")
