"""How far a long piece of work is, for whoever waits for it and may stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar

from corridor.words import Later, later, written

Item = TypeVar("Item")
Landmarks: TypeAlias = Mapping[str, tuple[float, float]]
# What is being done, said by whoever looks; "" before anything is.
Stage: TypeAlias = str | Later
# So many items are done between two looks at whether the work is still wanted.
_LOOK_EVERY = 256


class CancelledError(Exception):
    """The person who waited has stopped the work; nothing of it is left."""


class Progress:
    """The stage that work is in; one thread works, others look on or cancel.

    `doing` says what is being done, `share` how much was done before it (0 to 1), and
    `now` how much is done at this moment: what runs leads from `share` to the share it was begun
    with as its end. `landmarks` are such shares, by the name of a table that the work makes.
    """

    def __init__(self, landmarks: Landmarks | None = None) -> None:
        self._from = 0.0
        self._to = 1.0
        self._before: Landmarks = {}
        self.doing: Stage = ""
        self.share = 0.0
        self._until = 0.0
        self._part = 0.0
        self._landmarks: Landmarks = landmarks or {}
        self._measure: Callable[[], float] | None = None
        self._is_cancelled = threading.Event()
        self._stops: list[Callable[[], None]] = []

    def at(self, stage: Stage, share: float, until: float | None = None) -> None:
        """Say what comes now. Raises CancelledError when it is not wanted any more."""
        self.check()
        self.doing = stage
        self._lead(share, share if until is None else until)

    def knows(
        self, landmarks: Landmarks, before: Landmarks | None = None, begins_at: float = 0.0
    ) -> None:
        """Take landmarks; those `before` fill the share up to `begins_at`, the others the rest."""
        self._landmarks, self._before = landmarks, before or {}
        self._from, self._to = begins_at, 1.0

    def ends_at(self, share: float) -> None:
        """Let what follows fill the shares up to this one: something else comes after it."""
        self._to = share

    def opening(self, stage: Stage) -> None:
        """Say what is done up to the share that `knows` was told to begin at."""
        self.check()
        self.doing, self.share, self._until = stage, 0.0, 0.0

    def makes(self, name: str) -> None:
        """Say which table is made now: a landmark of the work, or passed over."""
        if name in self._landmarks:
            self._lead(*self._landmarks[name])
        elif name in self._before:
            begins, ends = self._before[name]
            self._part, self.share, self._until = 0.0, begins * self._from, ends * self._from

    def _lead(self, share: float, until: float) -> None:
        self._part = 0.0
        self._until = self._from + (self._to - self._from) * until
        self.share = self._from + (self._to - self._from) * share

    def over(self, items: Sequence[Item]) -> Iterator[Item]:
        """Return each item, and count how many are done of what runs now."""
        for at, item in enumerate(items):
            if at % _LOOK_EVERY == 0:
                self.check()
                self._part = at / len(items)
            yield item

    def done(self, part: float) -> None:
        """Say which part is done (0 to 1) of what runs now."""
        self._part = part

    def measured_by(self, measure: Callable[[], float]) -> None:
        """Ask `measure` which part is done of what runs now, from another thread."""
        self._measure = measure

    def now(self) -> float:
        """Return how much is done at this moment (0 to 1)."""
        share, until = self.share, self._until
        part = self._part or (self._measure() if self._measure else 0.0)
        return share + max(until - share, 0.0) * min(max(part, 0.0), 1.0)

    def check(self) -> None:
        """Raise CancelledError when the work is not wanted any more."""
        if self._is_cancelled.is_set():
            raise CancelledError(later("stopped-while", stage=written(_within, self.doing)))

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
    def stage(self) -> str:
        """What is being done, in words."""
        return str(self.doing)

    @property
    def is_cancelled(self) -> bool:
        """True once it was asked to stop."""
        return self._is_cancelled.is_set()


def _within(stage: Stage) -> str:
    """Return a stage as it stands within a sentence."""
    told = str(stage)
    return told[:1].lower() + told[1:]
