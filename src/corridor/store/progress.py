"""How far a long piece of work is, for whoever waits for it and may stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable


class CancelledError(Exception):
    """The person who waited has stopped the work; nothing of it is left."""


class Progress:
    """The stage that work is in; one thread works, others look on or cancel.

    `stage` says in words what is being done, `share` how much was done before it (0 to 1).
    """

    def __init__(self) -> None:
        self.stage = ""
        self.share = 0.0
        self._is_cancelled = threading.Event()
        self._stops: list[Callable[[], None]] = []

    def at(self, stage: str, share: float) -> None:
        """Say what comes now. Raises CancelledError when it is not wanted any more."""
        self.check()
        self.stage, self.share = stage, share

    def check(self) -> None:
        """Raise CancelledError when the work is not wanted any more."""
        if self._is_cancelled.is_set():
            raise CancelledError(f"stopped while {self.stage[:1].lower()}{self.stage[1:]}")

    def stopped_by(self, stop: Callable[[], None]) -> None:
        """Call `stop` when the work is cancelled, from another thread."""
        self._stops.append(stop)
        if self._is_cancelled.is_set():
            stop()

    def cancel(self) -> None:
        """Ask the work to stop; it ends soon, with CancelledError."""
        self._is_cancelled.set()
        for stop in self._stops:
            stop()

    @property
    def is_cancelled(self) -> bool:
        """True once it was asked to stop."""
        return self._is_cancelled.is_set()
