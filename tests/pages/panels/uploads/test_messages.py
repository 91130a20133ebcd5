"""Uploads says which messages did not go out, and that they are muted; else nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from corridor.messages import Record, Sending
from corridor.messages.record import save
from corridor.ui.frame import cached
from tests.pages.conftest import Open, html

AT = datetime(2026, 11, 27, 12, tzinfo=UTC)
HOSTILE = "<img src=x onerror=alert(1)>"
FAILED = Sending(12, "webhook", "waiting", AT, 2, "the receiver answered 500", AT)


def test_what_did_not_go_out_stands_above_the_history(open_page: Open) -> None:
    assert "message" not in html(open_page("uploads"))
    settings = cached.settings_now()
    sent = replace(FAILED, version=11, state="sent", answer="200", next_at=None)
    save(settings, Record(3, (sent, FAILED), date(2026, 12, 1), HOSTILE, "A"))
    page = html(open_page("uploads"))
    assert (
        "The webhook about version 12 could not be sent: the receiver answered 500; tried 2 times,"
        " next try from 27 Nov 2026 12:00 UTC" in page
    )
    assert "version 11" not in page
    assert "Messages are muted until 1 Dec 2026 by A" in page
    assert HOSTILE not in page
    (settings.data_dir / "messages" / "record.json").write_text("{", encoding="utf-8")
    assert "The record of messages (" in html(open_page("uploads"))
