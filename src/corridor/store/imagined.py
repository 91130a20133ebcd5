"""The store as it would read after a commit that nobody has made."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final

from corridor.store.serving import Serving

if TYPE_CHECKING:
    import pandas as pd

# Commits are named by eight hexadecimal digits: none has this name.
COMMIT_ID: Final = "imagined"


class Imagined:
    """A serving copy of its own, to be read like a store and closed: `with store.imagine(…)`.

    `version` is the one it is built on. The rows that it adds to that carry `commit_id`; "" when
    it adds none.
    """

    def __init__(self, serving: Serving, version: int, commit_id: str) -> None:
        self._serving = serving
        self.version = version
        self.commit_id = commit_id

    def read(self, sql: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """Query `incidents`, `accounts`, `sources`, `spans`, `judgements` as they would be."""
        return self._serving.read(sql, params)

    def __enter__(self) -> Imagined:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._serving.close()
