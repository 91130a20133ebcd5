"""A command that is asked to stop ends what it does cleanly, and says so."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

# Ctrl-C, and how a service manager or a closed window ends a program.
_SIGNALS: Final = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]


@contextmanager
def stoppable() -> Iterator[list[int]]:
    """Raise KeyboardInterrupt at the first signal; the list holds it from then on.

    Whatever is raised afterwards may come of it: an engine that is interrupted tells it in a way
    of its own. A second signal ends the program at once.
    """
    seen: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        seen.append(number)
        signal.signal(number, signal.SIG_DFL)
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield seen
        return
    before = {number: signal.getsignal(number) for number in _SIGNALS}
    usual = [number for number in _SIGNALS if before[number] is not signal.SIG_IGN]  # nohup
    for number in usual:
        signal.signal(number, stop)
    try:
        yield seen
    finally:
        for number in usual:
            signal.signal(number, before[number])
