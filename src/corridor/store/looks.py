"""One look at the disk, and one answer of the engine, for all that one page asks."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from corridor.store.damage import Damage
from corridor.store.log.delta_log import Log

if TYPE_CHECKING:
    import pandas as pd

# A version and the files of it that can be read.
Newest: TypeAlias = tuple[int, list[str]]
# More rows are asked for once a page, by whoever lists them.
MOST_ROWS: Final = 2000


@dataclass
class _Look:
    of: Looks
    seen: int = -1
    newest: Newest | None = None
    rows: dict[Hashable, pd.DataFrame] = field(default_factory=dict)


_ONE: Final = ContextVar[_Look | None]("look", default=None)


class Looks:
    """Tells what is newest on the disk: looked up whenever it is asked, or once within `one`."""

    def __init__(self, log: Log, damage: Damage) -> None:
        self._log = log
        self._damage = damage

    @contextmanager
    def one(self) -> Iterator[None]:
        """Look once within, and again as soon as this process has learned of another commit."""
        token = _ONE.set(_Look(self))
        try:
            yield
        finally:
            _ONE.reset(token)

    def newest(self, *, anew: bool = False) -> Newest:
        """Return the newest version, other processes' commits included, and its sound files."""
        look = self._held()
        if look and look.newest and look.seen == self._log.seen and not anew:
            return look.newest
        newest = self._log.refresh(), self._damage.sound()
        if look:
            look.newest, look.seen = newest, self._log.seen
        return newest

    def forget(self) -> None:
        """Look again the next time: what files can be read has become known."""
        if look := self._held():
            look.newest = None

    def once(self, question: Hashable, ask: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """Return what a question gave within this look, or ask it; a caller may change its rows."""
        look = self._held()
        if look is None:
            return ask()
        if question not in look.rows:
            rows = ask()
            if len(rows) > MOST_ROWS:
                return rows
            look.rows[question] = rows
        return look.rows[question].copy(deep=False)

    def _held(self) -> _Look | None:
        look = _ONE.get()
        return look if look and look.of is self else None
