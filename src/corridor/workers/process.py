"""One worker: a fresh Python that does one piece of work after the other, seen from outside."""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Final

from corridor.words import later

_HOME: Final = Path(__file__).parents[2]


class WorkError(Exception):
    """Work that was not done, said in a sentence for who waited for it."""


class LostError(WorkError):
    """The worker ended in the middle of its work."""

    def __init__(self) -> None:
        super().__init__(later("worker-lost"))


class TooLongError(WorkError):
    """The work took longer than it may."""

    def __init__(self, seconds: int) -> None:
        super().__init__(later("work-too-long", seconds=seconds))


class TooLargeError(WorkError):
    """The work needs more memory than it may take."""


class Worker:
    """A process that waits for work; it ends when this one does.

    Its messages are tuples: ("at", stage, share), ("done", result, is_spent) or
    ("failed", error, is_spent).
    """

    def __init__(self) -> None:
        path = os.environ.get("PYTHONPATH", "").split(os.pathsep)
        # -P: no module of the folder that we are started in is taken for one of ours.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "corridor.workers"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": os.pathsep.join([str(_HOME), *filter(None, path)])},
        )
        self._messages: SimpleQueue[Any] = SimpleQueue()
        self._listener = threading.Thread(target=self._listen, name="corridor-worker", daemon=True)
        self._listener.start()

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    def _listen(self) -> None:
        assert self._process.stdout is not None  # noqa: S101  says so to the type checker
        with self._process.stdout as answers:
            while True:
                try:
                    message = pickle.load(answers)  # noqa: S301  a process of our own wrote it
                except Exception:  # noqa: BLE001  cut off in any way: it is no more
                    self._messages.put(None)
                    return
                self._messages.put(message)
                del message  # what it holds is nobody's but the receiver's

    def send(self, message: object) -> None:
        """Give it something to do; LostError when it is no more."""
        assert self._process.stdin is not None  # noqa: S101  says so to the type checker
        # Work is wrapped: it is unpacked when its turn has come, as that opens files.
        packed = message if isinstance(message, str) else pickle.dumps(message)
        try:
            self._process.stdin.write(pickle.dumps(packed))
            self._process.stdin.flush()
        except OSError:
            raise LostError from None

    def receive(self, seconds: float) -> tuple[Any, ...] | None:
        """Return its next message, None when there was none; LostError when it is no more."""
        try:
            message: tuple[Any, ...] | None = self._messages.get(timeout=seconds)
        except Empty:
            return None
        if message is None:
            self.end()
            raise LostError
        return message

    @property
    def is_alive(self) -> bool:
        """True while its process is there."""
        return self._process.poll() is None

    def end(self) -> None:
        """End it now, whatever it does."""
        self._process.kill()
        self._process.wait()
        self._listener.join()
        with contextlib.suppress(OSError):
            if self._process.stdin:
                self._process.stdin.close()
