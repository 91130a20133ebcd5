"""A piece of work that another process does, seen by the page that waits for it."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from corridor.settings import Settings
from corridor.store.progress import CancelledError, Stage
from corridor.store.scratch import scratch_folder
from corridor.words import later

Result = TypeVar("Result")
# The uploaded file, in the folder of its task.
UPLOAD: Final = "upload"


@dataclass(frozen=True, eq=False)
class Job:
    """What a worker is asked to do: call `do(place, *arguments)`."""

    do: Callable[..., Any]
    arguments: tuple[Any, ...]
    settings: Settings
    folder: Path


class Task(Generic[Result]):
    """One piece of work and its folder, which goes when the task is forgotten.

    `is_kept_up` is work that goes on when nobody waits any more, and that is asked to end
    itself, not killed: a commit. Everything else is given up when nobody has asked for it for a
    while.
    """

    def __init__(
        self, do: Callable[..., Result], arguments: tuple[Any, ...], settings: Settings, *,
        data: bytes | Path | None = None, is_kept_up: bool = False,
    ) -> None:  # fmt: skip
        self.scratch = scratch_folder()
        self.folder = Path(self.scratch.name)
        if isinstance(data, Path):
            _lend(data, self.folder / UPLOAD)
        elif data is not None:
            (self.folder / UPLOAD).write_bytes(data)
        self.job = Job(do, arguments, settings, self.folder)
        self.is_kept_up = is_kept_up
        self.stage: Stage = ""
        self.share = 0.0
        self.ahead = 0
        self.looks = 0
        self._is_wanted = True
        self._ended = threading.Event()
        self._result: list[Result] = []
        self._error: Exception | None = None

    @classmethod
    def done(cls, result: Result, settings: Settings) -> Task[Result]:
        """Return one that was done here."""
        task = cls(_nothing, (), settings)
        task.end([result])
        return task

    def wait(self, seconds: float) -> bool:
        """Wait a while, which shows that it is wanted; say whether the work has ended."""
        self.looks += 1
        return self.ended(seconds)

    def ended(self, seconds: float = 0) -> bool:
        """Say whether the work has ended, or does so in a while."""
        return self._ended.wait(seconds)

    def cancel(self) -> None:
        """Ask it to stop."""
        self._is_wanted = False

    @property
    def is_cancelled(self) -> bool:
        """True once it was asked to stop."""
        return not self._is_wanted

    def drop(self) -> None:
        """Stop it and remove its folder."""
        self.cancel()
        self.scratch.cleanup()

    def told(self, stage: Stage, share: float) -> None:
        """Take in how far it is; it never goes back."""
        self.stage, self.share = stage, max(self.share, share)

    def end(self, result: list[Result], error: Exception | None = None) -> None:
        """Take in how it ended."""
        self._result, self._error = result, error
        if error is not None:
            self.scratch.cleanup()
        self._ended.set()

    def result(self) -> Result:
        """Return what the work gave, or raise what it raised."""
        self._ended.wait()
        if self._error is not None:
            raise self._error
        if not self._result:
            raise CancelledError(later("work-stopped"))
        return self._result[0]


def _lend(file: Path, to: Path) -> None:
    """Put a file where it may be taken away."""
    try:
        os.link(file, to)
    except OSError:  # no such thing here
        shutil.copyfile(file, to)


def _nothing() -> Any:
    raise NotImplementedError
