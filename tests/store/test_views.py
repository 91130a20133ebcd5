"""Saved views: links with a name, kept beside the data."""

from __future__ import annotations

import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corridor.settings import Settings
from corridor.views import FILE, SavedView, ViewError, bring_back, save_view, saved_views, take_out
from tests.hostile import KINDS, LONE
from tests.store.conftest import Run

LINK = "http://127.0.0.1:8501/base/map?district=Hawija&sel=area%3A1&dates=2018-01-01"


@pytest.fixture
def kept(tmp_path: Path) -> Settings:
    """A data folder that is not there yet: views need no store."""
    return Settings(data_dir=tmp_path / "data")


def told(settings: Settings) -> list[tuple[str, str, bool]]:
    return [(view.name, view.link, view.is_out) for view in saved_views(settings)]


def test_a_link_is_kept_under_a_name(run: Run, kept: Settings) -> None:
    assert saved_views(kept) == ()
    assert not (kept.data_dir / FILE).exists()
    done = run("view", "save", "Hawija", "--link", LINK, "--note", "Mondays", "--author", "A. B.",
               data=kept.data_dir)  # fmt: skip
    link = "map?district=Hawija&sel=area%3A1&dates=2018-01-01"
    assert (done.code, done.out) == (0, f"Saved: Hawija → {link}\n")
    [view] = run("views", "--json", data=kept.data_dir).json
    assert datetime.fromisoformat(view.pop("saved_at")).tzinfo == UTC
    assert view == {
        "name": "Hawija", "page": "map", "query": link.partition("?")[2], "link": link,
        "note": "Mondays", "saved_by": "A. B.", "is_out": False,
    }  # fmt: skip
    listed = run("views", data=kept.data_dir).out
    assert listed.startswith(f"Hawija: {link} (saved by A. B., ")
    assert listed.endswith(" Mondays\n")


def test_a_name_is_taken_whatever_its_case_and_replaced_on_purpose(kept: Settings) -> None:
    save_view(kept, "Hawija", "?district=Hawija")
    with pytest.raises(ViewError, match="there is a view “Hawija” already"):
        save_view(kept, " HAWIJA ", "map?")
    assert told(kept) == [("Hawija", "?district=Hawija", False)]
    save_view(kept, "HAWIJA", "map", replaces=True)
    assert told(kept) == [("HAWIJA", "map", False)]


def test_what_is_taken_out_comes_back_and_leaves_the_name_free(kept: Settings) -> None:
    save_view(kept, "Hawija", "?district=Hawija", "A note", "A. B.")
    take_out(kept, "hawija", "C. D.")
    assert told(kept) == [("Hawija", "?district=Hawija", True)]
    with pytest.raises(ViewError, match="no such view"):
        take_out(kept, "Hawija")
    bring_back(kept, "Hawija")
    assert told(kept) == [("Hawija", "?district=Hawija", False)]
    assert saved_views(kept)[0].note == "A note"
    with pytest.raises(ViewError, match="no such view"):
        bring_back(kept, "Hawija")
    take_out(kept, "Hawija")
    save_view(kept, "Hawija", "timeline")
    assert told(kept) == [("Hawija", "timeline", False)]


@pytest.mark.parametrize(
    ("name", "link", "why"),
    [
        (" ", "map", "a view needs a name"),
        ("a\nb", "map", r"a sign that cannot be seen \(U\+000A\)"),
        (LONE[0], "map", "cannot be seen"),
        ("n" * 81, "map", "81 signs; 80 are allowed"),
        ("n", "javascript:alert(1)", "is no page; known: overview, timeline"),
        ("n", "admin?x=1", "'admin' is no page"),
        ("n", "http://[", "no link that can be read"),
        ("n", "?" + "a=1&" * 300, "no link that can be read"),
        ("n", "?q=" + "x" * 8000, "longer than 8,000 signs"),
    ],
)
def test_what_cannot_be_kept_is_said(kept: Settings, name: str, link: str, why: str) -> None:
    with pytest.raises(ViewError, match=why):
        save_view(kept, name, link)
    assert told(kept) == []


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_typed_stays_a_text(kept: Settings, kind: str) -> None:
    for text in KINDS[kind]:
        why = ""
        try:
            save_view(kept, "x", "map", text, text[:80], replaces=True)
        except ViewError as error:
            why = str(error)
        else:
            [view] = saved_views(kept)
            assert (view.note, view.saved_by) == (text.strip(), text[:80].strip())
        assert not why or re.search("cannot be seen|signs; 500 are allowed", why), text


def test_many_save_at_once_and_none_is_lost(kept: Settings) -> None:
    def save(number: int) -> SavedView:
        return save_view(kept, f"view {number}", "map")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(save, range(40)))
    assert {name for name, *_ in told(kept)} == {f"view {number}" for number in range(40)}


def test_a_damaged_file_is_said_and_nothing_is_overwritten(run: Run, kept: Settings) -> None:
    kept.data_dir.mkdir()
    file = kept.data_dir / FILE
    file.write_bytes(b"no database" * 100)
    before = file.read_bytes()
    done = run("views", data=kept.data_dir)
    assert done.code == 1
    assert f"the saved views cannot be used: file is not a database ({file})" in done.err
    with pytest.raises(ViewError, match="cannot be used"):
        save_view(kept, "x", "map")
    assert file.read_bytes() == before


def test_every_save_stays_in_the_file(kept: Settings) -> None:
    for number in range(3):
        save_view(kept, "x", f"map?district={number}", replaces=True)
    with sqlite3.connect(kept.data_dir / FILE) as database:
        rows = database.execute("SELECT query FROM saved_views ORDER BY number").fetchall()
    assert rows == [(f"district={number}",) for number in range(3)]


def test_a_row_that_names_no_page_is_left_out(kept: Settings) -> None:
    save_view(kept, "x", "map")
    save_view(kept, "y", "map")
    with sqlite3.connect(kept.data_dir / FILE) as database:
        database.execute("UPDATE saved_views SET page = 'nowhere' WHERE name = 'x'")
    assert told(kept) == [("y", "map", False)]
