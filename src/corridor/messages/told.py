"""What became of messages about new versions, in words."""

from __future__ import annotations

from datetime import datetime

from corridor.messages.record import Record, Sending
from corridor.words import numbers as fmt
from corridor.words import say


def sending(item: Sending) -> str:
    """Say what became of a message: sent, muted, not sent and when it is tried again."""
    told = say(
        "message-told",
        way=item.way,
        version=str(item.version),
        state=item.state,
        answer=item.answer,
        tries=item.tries,
        at=_moment(item.at),
        next=_moment(item.next_at) if item.next_at else "",
    )
    return say("since-reason", told=told, reason=item.reason) if item.reason else told


def muted(record: Record) -> str:
    """Say until when nothing goes out, and why; "" where messages go out."""
    if record.muted_until is None:
        return ""
    return say(
        "message-muted", day=fmt.day(record.muted_until), by=record.muted_by, reason=record.reason
    )


def _moment(moment: datetime) -> str:
    return f"{fmt.day(moment.date())} {moment:%H:%M}"
