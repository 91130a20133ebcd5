"""How much work something is, in calls made: the same on a busy machine and on a quiet one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(work: Callable[[], object]) -> int:
    """Count the calls, of Python functions and of built-in ones, that some work makes."""
    counted = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


def growth(work: Callable[[int], object], size: int, factor: int = 4) -> float:
    """Return how much more work `factor` times the size is, as a share of `factor`: 1 is linear."""
    work(size)  # what is read once for all is read before
    return steps(lambda: work(factor * size)) / steps(lambda: work(size)) / factor
