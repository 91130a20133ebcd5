"""Where the files are that tests hand in."""

from __future__ import annotations

from pathlib import Path

UPLOADS = Path(__file__).with_name("data") / "uploads"
CASES = Path(__file__).with_name("data") / "cases"
PAIRS = Path(__file__).with_name("data") / "pairs"
