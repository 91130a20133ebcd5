"""A release on the page Uploads: what it does is told before, and an older one needs a tick."""

from __future__ import annotations

from corridor.ui.frame import cached
from tests.pages.conftest import Open, html
from tests.pages.panels.test_uploads import hand_in
from tests.store.ingest.review.test_releases import HELD, named, next_release
from tests.ucdp_files import Row, events, text


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


def test_what_is_withdrawn_is_listed_for_the_days_that_were_declared(open_page: Open) -> None:
    """The list kept the days of the version, whatever the person said of them."""
    later = events(6, 2025, 2025, number=990_000)
    app = hand_in(open_page("uploads"), *file("26.1", later))
    app.button(key="confirm").click().run()
    app = hand_in(app, *file("26.1", later[2:]))
    assert "2 withdrawn" in html(app)
    assert "UCDP:990000" in html(app)
    (first,) = [box for box in app.date_input if str(box.key).startswith("from-")]
    first.set_value(first.max).run()
    assert "0 withdrawn" in html(app)
    assert "UCDP:990000" not in html(app)
    assert "withdraw" not in app.button(key="confirm").label
