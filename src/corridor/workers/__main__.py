"""`python -m corridor.workers`: does what the server sends, and ends with it. Not for people."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
import traceback
from queue import SimpleQueue
from typing import Any, BinaryIO, Final

from corridor import settings, words
from corridor.settings import Settings
from corridor.store import scratch
from corridor.store.progress import Progress
from corridor.words import later
from corridor.words.strange import harmless
from corridor.workers import limits, tasks
from corridor.workers.process import TooLargeError, WorkError
from corridor.workers.task import Job

_TELL_EVERY: Final = 0.2
# A commit that has begun gets so long to end when the server has gone.
_GRACE_SECONDS: Final = 20.0


class _Server:
    """What the server sends, and what it is told."""

    def __init__(self, requests: BinaryIO, answers: BinaryIO) -> None:
        self.waiting: SimpleQueue[Any] = SimpleQueue()
        self.progress = Progress()
        self._requests = requests
        self._answers = answers
        self._lock = threading.Lock()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                message = pickle.load(self._requests)  # noqa: S301  the server wrote it
            except Exception:  # noqa: BLE001  the server has gone, or cannot be understood
                self.progress.cancel()
                self.waiting.put(None)
                threading.Timer(_GRACE_SECONDS, os._exit, [1]).start()
                return
            if message == "stop":
                self.progress.cancel()
            else:
                self.waiting.put(message)
            del message

    def tell(self, *message: object) -> None:
        """Send a message."""
        with self._lock:
            pickle.dump(message, self._answers)
            self._answers.flush()


def _watch(server: _Server, job: Job, is_done: threading.Event) -> None:
    """Tell how far the work is, and end it all when it takes too much."""
    while not is_done.wait(_TELL_EVERY):
        if limits.takes_too_much(job.settings):
            server.tell("failed", _too_large(job), True)
            scratch.leave()
            os._exit(1)
        if server.progress.doing:
            server.tell("at", server.progress.doing, server.progress.now())


def _unpacked(message: bytes, server: _Server) -> Job | Settings | None:
    """Return what is to be done, which opens the file that it is about; tell when it cannot be."""
    try:
        work: Job | Settings = pickle.loads(message)  # noqa: S301  the server wrote it
    except Exception as error:  # noqa: BLE001  whatever it is, it is told where it is waited for
        traceback.print_exception(error)
        server.tell("failed", WorkError(later("check-rows-gone")), True)
        return None
    return work


def _do(job: Job, server: _Server, before: int) -> None:
    is_done = threading.Event()
    watcher = threading.Thread(target=_watch, args=(server, job, is_done))
    watcher.start()
    try:
        message = "done", tasks.done(job, server.progress)
    except Exception as error:  # noqa: BLE001  raised again where it is waited for
        message = "failed", _portable(error, job)
    is_done.set()
    watcher.join()
    server.tell(*message, limits.is_spent(before))


def _portable(error: Exception, job: Job) -> Exception:
    """Return an error that the server can read."""
    if tasks.lacks_memory(error):
        return _too_large(job)
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  our own
    except Exception:  # noqa: BLE001  whatever it is, it cannot be sent
        told = "".join(traceback.format_exception(error))
        print(harmless(told), file=sys.stderr)  # a stranger's text may be in it
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _too_large(job: Job) -> TooLargeError:
    return TooLargeError(later("work-too-large", limit=job.settings.check_memory))


def main() -> None:
    """Work until the server has gone."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing printed gets between the answers
    # Ctrl-C and a service manager mean the server, which ends us: between two steps of a commit.
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    set_up = settings.load()
    words.speak(set_up.language)
    limits.step_back(set_up.check_nice)
    server = _Server(sys.stdin.buffer, answers)
    before = limits.held()
    while (message := server.waiting.get()) is not None:
        work = _unpacked(message, server)
        if isinstance(work, Job):
            _do(work, server, before)
            server.progress = Progress()
            # The next piece of work may open the same file, which must be closed by then.
            del work
            gc.collect()
        elif work is not None:
            tasks.warm_up(work)
            before = limits.held()
    scratch.leave()
    os._exit(0)  # nothing is left to be tidied up, and libraries complain when they are


main()
