"""What is wrong with a cell, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass

from corridor.words import Value


@dataclass(frozen=True)
class Fault:
    """What is wrong with a cell and how it is mended; both are said when they are read."""

    what: Value
    mend: Value

    @property
    def rule(self) -> str:
        """What is wrong, in words."""
        return str(self.what)

    @property
    def remedy(self) -> str:
        """What to write instead, in words."""
        return str(self.mend)
