"""Which share of a check is done when: measured on 640,000 rows (105 MB), told to who waits.

A long statement is known by the table it makes: it leads from one share to the other.
"""

from __future__ import annotations

from typing import Final

CELLS: Final = 0.28
DOUBTS: Final = (0.58, 0.62)
COMPARING: Final = 0.64
PLACING: Final = 0.68
MATCHING: Final = 0.77
# Before it the accounts that are here are copied; made of as many rows that takes as long.
BEFORE: Final = {"records": (0.0, 0.4), "accounts": (0.45, 0.95)}
# Of a commit that also makes ready what is read afterwards: until here the rows are written.
WRITTEN: Final = 0.45
# What is read afterwards, made of as many records; then what is asked of it.
SERVED: Final = {
    "records": (0.0, 0.23),
    "live_accounts": (0.23, 0.26),
    "accounts": (0.26, 0.53),
    "incidents": (0.54, 0.99),
}
IMAGINED: Final = 0.75
_BYTES_A_ROW: Final = 165
LANDMARKS: Final = {
    "raw": (0.02, 0.14),
    "landed": (0.17, CELLS),
    "cells": (CELLS, DOUBTS[0]),
    "effects": (COMPARING, PLACING),
    "candidates": (MATCHING, 0.98),
}


def begins_at(stored: int, size: int) -> float:
    """Return which share of it all is to copy so many stored rows, for a file of this size."""
    return stored / (stored + size / _BYTES_A_ROW + 1)
