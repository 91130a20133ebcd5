"""A release on the page Uploads: what it does is told before, and an older one needs a tick."""

from __future__ import annotations

from corridor.ui.frame import cached
from tests.pages.conftest import Open, html
from tests.pages.panels.test_uploads import hand_in
from tests.store.ingest.review.test_releases import HELD, named, next_release
from tests.ucdp_files import Row, text


def file(version: str, rows: list[Row]) -> tuple[str, bytes]:
    name, listed = named(version, rows)
    return name, text(listed).encode()


def test_a_release_is_told_and_taken_and_an_older_one_asked_about(open_page: Open) -> None:
    app = hand_in(open_page("uploads"), *file("24.1", HELD))
    app.button(key="confirm").click().run()
    app = hand_in(app, *file("25.1", next_release()))
    said = html(app)
    assert "12 new, 1 changed, 56 unchanged, 3 withdrawn." in said
    assert "UCDP:700000" in said
    label = "Add 12\u00a0new incidents and 1\u00a0update; withdraw 3"
    assert app.button(key="confirm").label == label
    app.button(key="confirm").click().run()
    newest = cached.store().history()[0]
    assert (newest.note, newest.counts["withdrawn"]) == ("UCDP 25.1", 3)
    assert "3 incidents withdrawn by this release." in html(app)
    app = hand_in(app, *file("24.1", HELD))
    assert "UCDP 24.1 is older than 25.1" in html(app)
    assert app.button(key="confirm").disabled
    (sure,) = [box for box in app.checkbox if box.label.startswith("Yes")]
    sure.check().run()
    assert not app.button(key="confirm").disabled
