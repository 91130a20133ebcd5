"""One round of messages: each version that is not told yet, by each way that is configured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache, partial
from typing import Final

from corridor import answers
from corridor.answers.since import usual_question
from corridor.fetching.secret import secret
from corridor.messages import mail, webhook
from corridor.messages.note import Note, note_of
from corridor.messages.record import WAITING, MessageError, Record, Sending, load, save
from corridor.settings import Settings
from corridor.store import Store, open_store
from corridor.words import ToldError, later

# How long the next try waits; after the last there is none.
WAITS: Final = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1))
_SendAway = Callable[[Note, datetime], str]


def ways(settings: Settings) -> dict[str, _SendAway]:
    """Return what is configured: each way by its name."""
    seconds = float(settings.message_seconds)
    found: dict[str, _SendAway] = {}
    if settings.webhook_url:
        found["webhook"] = lambda note, now: webhook.post(
            settings.webhook_url, secret("webhook_secret"), note, now, seconds
        )
    if settings.mail_to and settings.smtp_url:
        found["mail"] = lambda note, _now: mail.send(settings, note, seconds)
    return found


def notify(settings: Settings, store: Store, now: datetime) -> Record:
    """Send what is due, and return the record of it, which is saved after each message.

    The first round sends nothing: messages begin with the next version. A way that fails rests
    until its next try; the versions after it wait, so that none overtakes another.
    """
    record, configured = load(settings), ways(settings)
    if not configured:
        return record
    if record.after is None:
        record = replace(record, after=store.version)
        save(settings, record)
    commits = store.history()
    versions = sorted(it.version for it in commits if it.version > (record.after or 0))
    note = cache(partial(_note, settings))
    for way, send in configured.items():
        for version in versions:
            before = record.of(version, way) or Sending(version, way, WAITING, now)
            if before.state != WAITING:
                continue
            if before.next_at and before.next_at > now:
                break
            muted = record.reason if record.is_muted(now.date()) else ""
            sending = _tried(before, lambda: send(note(version), now), now, muted)  # noqa: B023
            record = record.known(sending)
            save(settings, record)
            if sending.state == WAITING:
                break
    return record


def _tried(before: Sending, send: Callable[[], str], now: datetime, muted: str) -> Sending:
    """Try once to send a message; say what became of it. `muted` is why none is to go out."""
    version, way, tries = before.version, before.way, before.tries + 1
    if muted:
        return Sending(version, way, "muted", now, before.tries, reason=muted)
    try:
        return Sending(version, way, "sent", now, tries, send())
    except ToldError as error:
        if tries > len(WAITS):
            return Sending(version, way, "failed", now, tries, str(error))
        next_at = now + WAITS[tries - 1]
        return Sending(version, way, WAITING, now, tries, str(error), next_at)


def _note(settings: Settings, version: int) -> Note:
    after = open_store(settings, version)
    before = open_store(settings, version - 1)
    question = usual_question(after, settings.reports_dir)
    history = after.history()
    found = answers.since(before, after, question, history)
    return note_of(found, history[-1], settings.pages_url)


def tell_from(settings: Settings, store: Store, version: int) -> None:
    """Let messages begin with a version that is there already."""
    if not 1 <= version <= store.version:
        newest = str(store.version)
        raise MessageError(later("version-too-high", version=str(version), newest=newest))
    save(settings, replace(load(settings), after=version - 1))


def mute(settings: Settings, until: date, reason: str, author: str) -> Record:
    """Let nothing go out until and with a day; MessageError without a reason.

    What is not sent meanwhile is not sent later: the record says why.
    """
    if not reason.strip():
        raise MessageError(later("message-mute-needs-a-reason"))
    record = replace(load(settings), muted_until=until, reason=reason.strip(), muted_by=author)
    save(settings, record)
    return record


def unmute(settings: Settings) -> Record:
    """Let messages go out again."""
    record = replace(load(settings), muted_until=None, reason="", muted_by="")
    save(settings, record)
    return record
