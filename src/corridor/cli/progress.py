"""How far long work is, on a terminal."""

from __future__ import annotations

import sys
from typing import Final

from corridor.cli.door import beneath
from corridor.store.progress import Progress, Stage
from corridor.words.strange import harmless

# Smaller files are done before a line can be read.
_LARGE: Final = 5_000_000
_CLEAR: Final = "\r\x1b[K"


class OnTerminal(Progress):
    """Writes the stage of work on a large file, each over the one before, where a person looks."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._stream = beneath(sys.stderr)
        self._is_shown = size > _LARGE and self._stream.isatty()

    def at(self, stage: Stage, share: float, until: float | None = None) -> None:
        """Begin the next stage."""
        super().at(stage, share, until)
        self._write(f"{share:4.0%} {stage} …")

    def end(self) -> None:
        """Wipe the line away."""
        self._write("")

    def _write(self, line: str) -> None:
        if self._is_shown:
            print(f"{_CLEAR}{harmless(line)}", end="", file=self._stream, flush=True)
