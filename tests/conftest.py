"""Fixtures shared by every kind of test."""

from __future__ import annotations

import atexit
import gc
import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from corridor import settings as settings_module
from corridor.settings import Settings
from corridor.store import Store, open_store
from tests import once

# How long a case takes says how busy the machine is.
hypothesis.settings.register_profile("corridor", deadline=None)
hypothesis.settings.load_profile("corridor")

# No test depends on the day it runs: ages are counted to this one.
os.environ["CORRIDOR_TODAY"] = "2026-11-25"
once.lend()


def pytest_collection_finish() -> None:
    """Leave all that was imported out of the searches for garbage: they are many."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    atexit.register(gc.unfreeze)


@pytest.fixture
def unlent() -> Iterator[None]:
    """For a test of what is served when: each store makes copies of its own."""
    with once.paused():
        yield


@pytest.fixture(scope="session")
def sources_dir() -> Path:
    """Folder of the source data; tests that compare with it are skipped elsewhere."""
    folder = os.environ.get("CORRIDOR_SOURCES", "")
    if not folder:
        pytest.skip("CORRIDOR_SOURCES does not name the folder of the source data")
    return Path(folder)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a data folder of its own, with the shipped seed, reference and reports."""
    return settings_module.load(tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="session")
def store(shipped: Settings) -> Store:
    """The shipped store: read only, shared by the whole run."""
    return open_store(shipped)


@pytest.fixture
def own(tmp_path: Path) -> Settings:
    """Settings of a data folder that one test may write to."""
    return settings_module.load(tmp_path / "data")


@pytest.fixture
def own_store(own: Settings) -> Store:
    """A store that one test may write to."""
    return once.begun(own)
