"""The one way out of the command line: nothing that it prints commands a terminal.

Names, notes and file names are strangers' text. ESC, BEL, C1 controls, marks of writing direction
and what cannot be encoded leave as escapes, which JSON reads back as what they stand for.
"""

from __future__ import annotations

import io
import shutil
import sys
from typing import BinaryIO, TextIO, cast

from corridor.words.strange import harmless


class Door(io.TextIOBase):
    """A stream before another; says of itself that it is no terminal, so nobody colours."""

    def __init__(self, beneath: TextIO) -> None:
        self.beneath = beneath

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """What the stream beneath writes."""
        return self.beneath.encoding

    @property
    def buffer(self) -> BinaryIO:
        """The bytes beneath, for data that a program reads."""
        return self.beneath.buffer

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def write(self, text: str) -> int:
        """Write text made harmless."""
        self.beneath.write(harmless(text))
        return len(text)

    def flush(self) -> None:
        """Pass everything on."""
        self.beneath.flush()


def close_the_door() -> None:
    """Put a door before both streams of this process, for good: a traceback comes later still.

    Names are in Arabic too, and JSON is UTF-8, whatever the console or the pipe was set to.
    """
    sys.stdout, sys.stderr = _behind(sys.stdout), _behind(sys.stderr)


def _behind(stream: TextIO) -> TextIO:
    if isinstance(stream, Door):
        return cast("TextIO", stream)
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8")
    return cast("TextIO", Door(stream))


def beneath(stream: TextIO) -> TextIO:
    """Return the stream itself, for what is wholly ours."""
    return stream.beneath if isinstance(stream, Door) else stream


def print_data(data: bytes) -> None:
    """Print what a program reads byte by byte; on a terminal, as harmless text."""
    if beneath(sys.stdout).isatty():
        sys.stdout.write(data.decode(errors="replace"))
        return
    sys.stdout.flush()
    # In pieces: unbuffered output takes a part of a large one and does not say so.
    shutil.copyfileobj(io.BytesIO(data), sys.stdout.buffer)
