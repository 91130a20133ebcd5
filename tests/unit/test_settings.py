"""The moment of a file and the address of its view, as whoever runs the server sets them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from corridor import settings


def test_a_file_is_made_in_a_whole_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDF knows no part of a second, and one minute gives one file."""
    monkeypatch.delenv("CORRIDOR_TODAY", raising=False)
    moment = settings.now()
    assert (moment.second, moment.microsecond, moment.tzinfo) == (0, 0, UTC)
    monkeypatch.setenv("CORRIDOR_TODAY", "2026-11-27")
    assert settings.now() == datetime(2026, 11, 27, tzinfo=UTC)


def test_links_lead_to_the_server_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "STREAMLIT_BROWSER_SERVER_ADDRESS"
    monkeypatch.delenv(name, raising=False)
    assert settings.address() == "http://127.0.0.1:8501/"
    monkeypatch.setenv(name, "watch.example.org")
    assert settings.address() == "https://watch.example.org/"
