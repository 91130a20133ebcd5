"""What a worker may take: memory, and its turn after everybody who reads."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

from corridor.settings import Settings

_UNITS: Final = {"K": 10, "M": 20, "G": 30, "T": 40}
# Of the memory of a check the engine has this share; the file's own text needs the rest.
_ENGINE: Final = 0.4
# A worker that has held so much more than when it began is not used again.
_SPENT: Final = 150 << 20


def as_bytes(text: str) -> int:
    """Read a size such as 2GB."""
    number, unit = re.fullmatch(r"([0-9.]+) ?([KMGT])i?B", text).groups()  # type: ignore[union-attr]
    return int(float(number) * (1 << _UNITS[unit]))


def limited(settings: Settings) -> Settings:
    """Return the settings with the engine's share of the memory."""
    engine = min(int(as_bytes(settings.check_memory) * _ENGINE), as_bytes(settings.memory_limit))
    return replace(settings, memory_limit=f"{engine >> 10}KiB")


def takes_too_much(settings: Settings) -> bool:
    """Say whether this process has held more than a check may."""
    return held() > as_bytes(settings.check_memory)


def step_back(nice: int) -> None:
    """Let readers go first, and be the one that is ended when the machine's memory runs out.

    `nice` is as the system counts it, 1 to 19.
    """
    if hasattr(os, "nice"):
        os.nice(nice)
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("800")


def held() -> int:
    """Return the most memory that this process has held, in bytes; 0 where that is not told."""
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415  not everywhere

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most << 10


def is_spent(before: int) -> bool:
    """Say whether so much was held that only a new process gives it back."""
    return sys.platform == "win32" or held() - before > _SPENT
