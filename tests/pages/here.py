"""A worker that works in this process: what it serves and asks is shared with other tests.

How workers in processes of their own start, end and are lost is tested in
`tests/store/test_workers`; in the browser tests pages have these.
"""

from __future__ import annotations

import threading
from queue import Empty, SimpleQueue
from typing import Any

from corridor.store.progress import Progress
from corridor.workers import tasks
from corridor.workers.process import Worker
from corridor.workers.task import Job


class Here(Worker):
    """Does what it is sent in a thread; it needs no warming up."""

    def __init__(self) -> None:
        self._messages: SimpleQueue[Any] = SimpleQueue()
        self._progress = Progress()

    def send(self, message: object) -> None:
        if message == "stop":
            self._progress.cancel()
        elif isinstance(message, Job):
            self._progress = Progress()
            threading.Thread(target=self._do, args=(message, self._progress), daemon=True).start()

    def _do(self, job: Job, progress: Progress) -> None:
        try:
            self._messages.put(("done", tasks.done(job, progress), False))
        except Exception as error:  # noqa: BLE001  raised again where it is waited for
            self._messages.put(("failed", error, False))

    def receive(self, seconds: float) -> tuple[Any, ...] | None:
        try:
            message: tuple[Any, ...] = self._messages.get(timeout=seconds)
        except Empty:
            return None
        return message

    @property
    def is_alive(self) -> bool:
        return True

    def end(self) -> None:
        """Nothing holds a process."""
