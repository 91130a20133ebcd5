"""Long work in a thread of its own: the page shows how far it is and can stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from corridor.store.progress import Progress

Result = TypeVar("Result")


class Work(Generic[Result]):
    """One piece of work, begun at once. `do` is called with the progress it is to report to."""

    def __init__(self, do: Callable[[Progress], Result]) -> None:
        self.progress = Progress()
        self._do = do
        self._result: list[Result] = []
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="corridor-work", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._result.append(self._do(self.progress))
        except BaseException as error:  # noqa: BLE001  raised again where the result is taken
            self._error = error

    def wait(self, seconds: float) -> bool:
        """Wait a while; say whether the work has ended."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def cancel(self) -> None:
        """Ask it to stop and wait until it has, a moment at most."""
        self.progress.cancel()
        self._thread.join(5)

    def result(self) -> Result:
        """Give what the work gave, or raise what it raised."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._result[0]
