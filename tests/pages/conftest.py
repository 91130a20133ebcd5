"""The whole app without a browser: pages run as Streamlit runs them."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest, local_script_runner

from corridor.settings import PROJECT
from corridor.ui import server
from corridor.workers import Pool, pool
from tests.pages.here import Here

Open = Callable[..., AppTest]
# Against a hang: a first run takes 1–3 s on a quiet machine.
PATIENCE_SECONDS = 180


@pytest.fixture(scope="module")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder of the module's own; what the app keeps between runs is dropped around it."""
    folder = tmp_path_factory.mktemp("pages")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CORRIDOR_DATA", str(folder))
        _forget()
        yield folder
        _forget()


@pytest.fixture(scope="module", autouse=True)
def _work_here() -> Iterator[None]:
    """Let what pages want done be done in this process."""
    pool.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Pool.__init__, "__defaults__", (time.monotonic, Here))
        yield
    pool.cache_clear()


@pytest.fixture(scope="session", autouse=True)
def _wait_quietly() -> Iterator[None]:
    """Wait for the end of a run, where Streamlit looks for it a thousand times a second."""

    def run_is_through(runner: Any, timeout: float) -> None:
        runner._script_thread.join(timeout)
        assert runner.script_stopped(), f"the page ran for more than {timeout} s"

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(local_script_runner, "require_widgets_deltas", run_is_through)
        yield


def _forget() -> None:
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture
def open_page(data_folder: Path) -> Open:
    """Open a page with query values, as `open_page("map", province=["Kirkuk"])`."""

    def opened(page: str, **query: list[str]) -> AppTest:
        app = new_app()
        for name, values in query.items():
            app.query_params[name] = values
        if page != "overview":  # as a link does: no other page is run before
            app.switch_page(str(PROJECT / "pages" / f"{page}.py"))
        return app.run()

    return opened


def plain(text: str) -> str:
    """Text in which a blank that does not break is a blank."""
    return text.replace("\u00a0", " ").replace("\u2060", "")


def new_app() -> AppTest:
    """Return an app that nothing was asked of yet."""
    app = AppTest.from_file(str(server.SCRIPT), default_timeout=PATIENCE_SECONDS)
    app._bidi_component_manager = _components()
    return app


@cache
def _components() -> BidiComponentManager:
    """Search the installed packages for components once a process, not once a test."""
    found = BidiComponentManager()
    found.discover_and_register_components(start_file_watching=False)
    return found


def components(app: AppTest) -> list[dict[str, Any]]:
    """What the map's component is told: of maps, and of what is picked on them."""
    protos = [element.proto for element in app.get("bidi_component")]
    return [json.loads(proto.mixed.json or proto.json) for proto in protos]


def decks(app: AppTest) -> list[dict[str, Any]]:
    """The maps of the page, as deck.gl reads them."""
    return [json.loads(told["deck"]) for told in components(app) if "deck" in told]


def html(app: AppTest) -> str:
    """All HTML of the page, as text; a blank that does not break is a blank."""
    found = " ".join(element.proto.body for element in app.get("html"))
    return plain(found)
