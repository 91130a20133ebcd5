"""So many pieces of work at once; the others wait for their turn and see their place."""

from __future__ import annotations

import atexit
import contextlib
import threading
import time
from collections.abc import Callable
from functools import cache
from typing import Any, Final, TypeVar

from corridor.settings import Settings
from corridor.store.engine import give_back
from corridor.store.progress import CancelledError
from corridor.words import later
from corridor.workers.process import LostError, TooLongError, Worker
from corridor.workers.task import Task

Result = TypeVar("Result")

# A browser that is there looks several times a second; one that lost its line comes back soon.
PATIENCE_SECONDS: Final = 15.0
# Work that is asked to end itself gets so long; it takes a moment.
_GRACE_SECONDS: Final = 20.0
_LOOK_SECONDS: Final = 0.1


class Pool:
    """Worker processes, one of them kept warm: the first piece of work is as quick as the second.

    `clock` counts seconds.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        make_worker: Callable[[], Worker] = Worker,
    ) -> None:
        self._clock = clock
        self._make_worker = make_worker
        self._turn = threading.Condition()
        self._waiting: list[Task[Any]] = []
        self._working: dict[Task[Any], Worker | None] = {}
        self._spare: Worker | None = None
        self._is_closed = False
        atexit.register(self.close)

    def begin(self, task: Task[Result]) -> Task[Result]:
        """Begin a task as soon as there is room for it."""
        with self._turn:
            self._waiting.append(task)
            self._count_ahead()
        threading.Thread(target=self._run, args=(task,), name="corridor-task", daemon=True).start()
        return task

    def warm(self, settings: Settings) -> None:
        """See that a process is ready for the next piece of work."""
        with self._turn:
            if self._spare is None and not self._working and not self._is_closed:
                self._spare = self._make_worker()
                with contextlib.suppress(LostError):
                    self._spare.send(settings)

    def close(self) -> None:
        """End every process; a commit that is being written ends itself."""
        with self._turn:
            begun = [*self._waiting, *self._working]
            spare, self._spare, self._is_closed = self._spare, None, True
        for task in begun:
            task.cancel()
        if spare is not None:
            spare.end()
        for task in begun:
            task.ended(_GRACE_SECONDS)

    def _run(self, task: Task[Any]) -> None:
        watch = _Watch(task, self._clock)
        try:
            self._await_turn(task, watch)
            worker = self._hire(task)
        except Exception as error:  # noqa: BLE001  raised again where the result is taken
            self._leave(task)
            task.end([], error)
            return
        is_spent = True
        try:
            is_spent = _follow(worker, watch)
        except Exception as error:  # noqa: BLE001  the same
            task.end([], error)
        self._leave(task)
        self._retire(worker, task.job.settings, is_spent=is_spent)
        give_back()

    def _await_turn(self, task: Task[Any], watch: _Watch) -> None:
        most = task.job.settings.checks_at_once
        with self._turn:
            watch.check()
            while self._waiting[0] is not task or len(self._working) >= most:
                self._turn.wait(_LOOK_SECONDS)
                watch.check()
            self._waiting.remove(task)
            self._working[task] = None
            self._count_ahead()
            self._turn.notify_all()

    def _count_ahead(self) -> None:
        for at, task in enumerate(self._waiting):
            task.ahead = max(at + len(self._working) - task.job.settings.checks_at_once + 1, 0)

    def _leave(self, task: Task[Any]) -> None:
        with self._turn:
            if task in self._waiting:
                self._waiting.remove(task)
            self._working.pop(task, None)
            self._count_ahead()
            self._turn.notify_all()

    def _hire(self, task: Task[Any]) -> Worker:
        with self._turn:
            worker, self._spare = self._spare, None
            if worker is None or not worker.is_alive:
                worker = self._make_worker()
            self._working[task] = worker
        worker.send(task.job)
        return worker

    def _retire(self, worker: Worker, settings: Settings, *, is_spent: bool) -> None:
        """Keep it for the next piece of work, or end it and make a fresh one."""
        with self._turn:
            if not is_spent and self._spare is None and not self._is_closed:
                self._spare = worker
                return
        worker.end()
        self.warm(settings)


class _Watch:
    """Says when work is to end: it was stopped, nobody waits for it any more, it takes too long."""

    def __init__(self, task: Task[Any], clock: Callable[[], float]) -> None:
        self.task = task
        self._clock = clock
        self._looks = task.looks
        self._looked_at = clock()
        self._began: float | None = None
        self._stopped_at: float | None = None

    def begin(self) -> None:
        self._began = self._clock()

    def check(self) -> None:
        """Raise CancelledError or TooLongError when it is to end."""
        now = self._clock()
        if self.task.looks != self._looks:
            self._looks, self._looked_at = self.task.looks, now
        if not self.task.is_kept_up and now - self._looked_at > PATIENCE_SECONDS:
            self.task.cancel()
        if self.task.is_cancelled:
            raise CancelledError(later("work-stopped"))
        limit = self.task.job.settings.check_seconds
        if self._began is not None and now - self._began > limit:
            raise TooLongError(limit)

    def has_grace(self) -> bool:
        """Say whether it may still end itself."""
        if not self.task.is_kept_up:
            return False
        if self._stopped_at is None:
            self._stopped_at = self._clock()
        return self._clock() - self._stopped_at < _GRACE_SECONDS


def _follow(worker: Worker, watch: _Watch) -> bool:
    """Take in what a worker tells until it has ended; say whether it is of no further use."""
    watch.begin()
    is_asked = False
    while True:
        message = worker.receive(_LOOK_SECONDS)
        if message and message[0] == "at":
            watch.task.told(*message[1:])
        elif message:
            # Asked too late, it would take the word for its next piece of work.
            return _ended(watch.task, message) or is_asked
        try:
            watch.check()
        except (CancelledError, TooLongError):
            if not watch.has_grace():
                raise
            if not is_asked:
                is_asked = True
                worker.send("stop")


def _ended(task: Task[Any], message: tuple[Any, ...]) -> bool:
    how, found, is_spent = message
    if how == "done":
        task.end([found])
    else:
        task.end([], found)
    return bool(is_spent)


@cache
def pool() -> Pool:
    """Return the one of this process."""
    return Pool()
