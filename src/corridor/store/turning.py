"""The turn to a version that another process has prepared: its pages first, then everybody."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TypeAlias

from corridor.store.engine import give_back
from corridor.store.serving import Serving

# A version, its files, and the copy that is read.
Served: TypeAlias = tuple[int, list[str], Serving]
Work: TypeAlias = Callable[[Callable[[], None]], None]


class Turn:
    """Keeps what is `following` until `work` has made ready what is read of it.

    `work` is called in a thread of its own, which reads the following version already, with what
    makes everybody read it. Without work nothing is kept back.
    """

    def __init__(self, guard: AbstractContextManager[object]) -> None:
        self._guard = guard
        self._here = threading.local()
        self._has_ended = threading.Event()
        self._has_ended.set()
        self.work: Work | None = None
        self.following: Served | None = None

    @property
    def ahead(self) -> Served | None:
        """What this thread reads before the others, None where it reads what they do."""
        served: Served | None = getattr(self._here, "served", None)
        return served

    def begin(self, following: Served, arrive: Callable[[Served], None]) -> None:
        """Begin to turn; `arrive` is told when all is ready, unless another version came first."""
        self.following = following
        self._has_ended.clear()
        threading.Thread(
            target=self._run, args=(following, arrive), name="corridor-turn", daemon=True
        ).start()

    def _run(self, following: Served, arrive: Callable[[Served], None]) -> None:
        def switch() -> None:
            self._here.served = None
            with self._guard:
                if self.following is following:
                    self.following = None
                    arrive(following)
            self._has_ended.set()

        self._here.served = following
        try:
            if self.work:
                self.work(switch)
        finally:
            switch()
            give_back()

    def has_ended(self, seconds: float) -> bool:
        """Wait a while; say whether the newest version is the one that all read."""
        return self._has_ended.wait(seconds)
