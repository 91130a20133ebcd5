"""The button that fetches: what it says, what comes of it, and a page without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from corridor.ui.frame import cached
from tests.pages.conftest import Open, html, plain
from tests.unit.fetching.publishers import Publisher, csv_of, event, serving, zip_of


@pytest.fixture(autouse=True)
def settings_anew() -> Iterator[None]:
    """The server reads its settings once."""
    cached.settings_now.clear()
    yield
    cached.settings_now.clear()


@pytest.fixture
def publisher(monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    files = {"/ged251.zip": zip_of(csv_of([event(1), event(2)]))}
    with serving(Publisher(files=files)) as found:
        monkeypatch.setenv("CORRIDOR_UCDP_URL", f"{found.url}/ged{{digits}}.zip")
        yield found


def pressed(app: AppTest, release: str) -> AppTest:
    app.text_input("fetch_release").set_value(release).run()
    return app.button("fetch").click().run()


def test_what_is_fetched_is_looked_at_like_a_file_that_was_handed_in(
    open_page: Open, publisher: Publisher
) -> None:
    app = open_page("uploads")
    assert list(app.selectbox("fetch_source").options) == [
        "UCDP: yearly release", "UCDP: candidate events (provisional, by month)",
    ], "no account, no ACLED"  # fmt: skip
    assert f"Will call {publisher.url.removeprefix('http://')}" in html(app)
    assert publisher.asked == [], "nobody is called before the button is pressed"
    app = pressed(app, "25.1")
    assert "GEDEvent_v25_1.csv: 2 rows" in html(app)
    assert "GEDEvent_v25_1.csv, read as UCDP GED" in html(app)
    confirm = app.button("confirm")
    assert (plain(confirm.label), confirm.disabled) == ("Add 2 new incidents", False)
    app = app.button("fetch_drop").click().run()
    assert "3 · Check" not in html(app)


def test_without_a_network_the_button_gives_a_sentence(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, publisher: Publisher
) -> None:
    monkeypatch.setenv("CORRIDOR_UCDP_URL", "http://127.0.0.1:1/ged.zip")
    app = pressed(open_page("uploads"), "25.1")
    assert "http://127.0.0.1:1/ged.zip cannot be reached. Check the network" in html(app)
    assert not app.exception


def test_it_can_be_switched_off(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, data_folder: Path
) -> None:
    monkeypatch.setenv("CORRIDOR_FETCH", "no")
    keys = [item.key for item in open_page("uploads").button]
    assert "fetch" not in keys
