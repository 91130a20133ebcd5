"""A publisher of this machine, settings that lead to it, and a clock that nobody waits for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from corridor import settings as settings_module
from corridor.fetching import Asked, Fetched, Patience, fetch
from corridor.settings import SECRETS, Settings
from tests.unit.fetching.publishers import PASSWORD, TOKEN, USER, Publisher, serving


@dataclass
class Clock:
    """A clock that moves when somebody waits; `waits` are the seconds."""

    moment: datetime = datetime(2026, 11, 26, 12, tzinfo=UTC)
    waits: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.moment += timedelta(seconds=seconds)

    @property
    def patience(self) -> Patience:
        return Patience(lambda: self.moment, self.sleep)


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with serving(Publisher()) as found:
        yield found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(autouse=True)
def secrets(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The accounts of this machine's publisher; no proxy stands before it."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    told = {"ucdp_token": TOKEN, "acled_user": USER, "acled_password": PASSWORD}
    for name, value in told.items():
        monkeypatch.setenv(SECRETS[name], value)
    return told


@pytest.fixture
def ours(tmp_path: Path, publisher: Publisher) -> Settings:
    """Settings whose addresses are those of this machine's publisher."""
    return replace(
        settings_module.load(tmp_path / "data"),
        ucdp_url=f"{publisher.url}/ged/ged{{digits}}-csv.zip",
        ucdp_candidate_url=f"{publisher.url}/candidateged/GEDEvent_v{{underscored}}.csv",
        ucdp_api_url=f"{publisher.url}/api/gedevents/{{version}}",
        acled_url=f"{publisher.url}/api/acled/read",
        acled_token_url=f"{publisher.url}/oauth/token",
    )


Get = Callable[..., tuple[Fetched, ...]]


@pytest.fixture
def get(ours: Settings, clock: Clock) -> Get:
    """Fetch from this machine's publisher: `get("ucdp", release="25.1", through="file")`."""

    def got(source: Any, settings: Settings | None = None, **values: Any) -> tuple[Fetched, ...]:
        return fetch(Asked(source, **values), settings or ours, patience=clock.patience)

    return got
