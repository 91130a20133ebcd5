"""What was sent, what could not be, and for how long nothing is to go out: a file of its own."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from corridor.settings import Settings
from corridor.store.parquet import sync
from corridor.words import ToldError, later

_FILE: Final = "messages/record.json"
# What became of a message: it waits for its next try, or there is none.
WAITING: Final = "waiting"


class MessageError(ToldError):
    """A message could not be sent, or its record not read; says why. No secret is in it."""


@dataclass(frozen=True)
class Sending:
    """A message about a version, by one way ("webhook" or "mail").

    `state` is "sent", "waiting" (for another try, at `next_at`), "failed" (no more tries) or
    "muted" (for `reason`). `answer` is what the receiver said, or why it was not reached.
    """

    version: int
    way: str
    state: str
    at: datetime
    tries: int = 0
    answer: str = ""
    next_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True)
class Record:
    """Messages begin after version `after` (None: none was ever asked for).

    Until and with the day `muted_until` none goes out, for `reason`, as `muted_by` said.
    """

    after: int | None = None
    sendings: tuple[Sending, ...] = ()
    muted_until: date | None = None
    reason: str = ""
    muted_by: str = ""

    def of(self, version: int, way: str) -> Sending | None:
        """Return what became of a message."""
        found = (it for it in self.sendings if (it.version, it.way) == (version, way))
        return next(found, None)

    def known(self, sending: Sending) -> Record:
        """Return the record with a newer state of a message."""
        others = (
            it for it in self.sendings if (it.version, it.way) != (sending.version, sending.way)
        )
        found = sorted((*others, sending), key=lambda it: (it.version, it.way))
        return replace(self, sendings=tuple(found))

    def is_muted(self, day: date) -> bool:
        """Say whether nothing goes out on a day."""
        return self.muted_until is not None and day <= self.muted_until

    @property
    def troubles(self) -> tuple[Sending, ...]:
        """The messages that wait for another try, or that failed."""
        return tuple(it for it in self.sendings if it.state in (WAITING, "failed"))

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "after": self.after,
            "muted_until": self.muted_until and self.muted_until.isoformat(),
            "reason": self.reason,
            "muted_by": self.muted_by,
            "messages": [_plain(item) for item in self.sendings],
        }


def _plain(item: Sending) -> dict[str, Any]:
    moments = {
        "at": item.at.isoformat(timespec="seconds"),
        "next_at": item.next_at and item.next_at.isoformat(timespec="seconds"),
    }
    return asdict(item) | moments


def load(settings: Settings) -> Record:
    """Read the record; an empty one where there is none. MessageError when it is broken."""
    path = _path(settings)
    try:
        found = json.loads(path.read_text("utf-8"))
        sendings = tuple(_sending(item) for item in found.pop("messages"))
        until = found.pop("muted_until")
        return Record(
            sendings=sendings, muted_until=date.fromisoformat(until) if until else None, **found
        )
    except FileNotFoundError:
        return Record()
    except (ValueError, KeyError, TypeError, AttributeError):
        raise MessageError(later("message-record-broken", file=str(path))) from None


def _sending(item: dict[str, Any]) -> Sending:
    at, next_at = item.pop("at"), item.pop("next_at")
    then = datetime.fromisoformat(next_at) if next_at else None
    return Sending(at=datetime.fromisoformat(at), next_at=then, **item)


def save(settings: Settings, record: Record) -> None:
    """Write the record: whole, or as it was."""
    path = _path(settings)
    path.parent.mkdir(parents=True, exist_ok=True)
    made = path.with_suffix(".new")
    made.write_text(json.dumps(record.as_json(), ensure_ascii=False, indent=1), encoding="utf-8")
    sync(made)
    made.replace(path)
    sync(path.parent)


def _path(settings: Settings) -> Path:
    return settings.data_dir / _FILE
