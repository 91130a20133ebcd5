"""What questions are asked of: a store, or one that is only imagined."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import pandas as pd


class Reader(Protocol):
    """One version of the incidents, read by statements with bound values."""

    @property
    def version(self) -> int:
        """Version of the table that is read, or built on."""
        ...

    def __hash__(self) -> int:
        """Tell readers apart: answers are kept for each."""
        ...

    def read(self, sql: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """Query `incidents`, `accounts`, `sources`, `spans`, `judgements`."""
        ...
