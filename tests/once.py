"""The same files are served once a process, and the same question of them is run once.

Hundreds of tests begin with the shipped incidents, each in a folder of its own: what the engine
makes of the same bytes, and what a statement with the same values gives on them, is the same. What
a test writes is in files that no other has, and so is served and asked anew; so are records that no
file holds yet. What is made for another process, in a file, is not lent. A workbench without a
store is a connection to one engine, as those beside a store are: to start an engine is a fifth of
what it takes to read a small file. `begun` opens a store as it is after its first start: made once
of each seed, then copied.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any, Final

import pandas as pd

from corridor import packs
from corridor.settings import Settings
from corridor.store import Store, open_store
from corridor.store.progress import Progress
from corridor.store.serving import Serving
from corridor.store.workbench import Workbench

MOST_COPIES: Final = 4
# More rows of a copy's answers are not held.
MOST_ROWS: Final = 200_000
Answers = dict[tuple[str, str], pd.DataFrame]

_copies: Final[OrderedDict[Hashable, Serving]] = OrderedDict()
_answers: Final[dict[int, Answers]] = {}
_made, _asked, _close = Serving.made, Serving._asked, Serving.close
_alone = Workbench.alone
_begun: Final[dict[str, TemporaryDirectory[str]]] = {}


def lend() -> None:
    """Let the stores of this process share copies of the same files."""
    changed: Any = Serving
    changed.made, changed._asked, changed.close = staticmethod(made), asked, close
    benches: Any = Workbench
    benches.alone = staticmethod(alone)


@contextmanager
def paused() -> Iterator[None]:
    """Lend none that was not lent before."""
    changed: Any = Serving
    changed.made = _made
    try:
        yield
    finally:
        lend()


def made(
    files: Sequence[Path], limits: tuple[str, int], pending: Any = (), marks: Any = None,
    kept: Any = None, *, progress: Progress | None = None,
) -> Serving:  # fmt: skip
    if len(pending) or kept or progress:
        return _made(files, limits, pending, marks, kept, progress=progress)
    home = packs.country(), packs.series(), tuple(packs.all_series())
    key = limits, home, tuple((path.name, _digest(path)) for path in files)
    if key not in _copies:
        _copies[key] = _made(files, limits)
        _answers[id(_copies[key])] = {}
    _copies.move_to_end(key)
    while len(_copies) > MOST_COPIES:
        _, old = _copies.popitem(last=False)
        del _answers[id(old)]
    return _copies[key]


def alone(*limits: Any, **more: Any) -> Workbench:
    """Lend a workbench of the usual limits; make any other."""
    if limits or more:
        return _alone(*limits, **more)
    engine = _engine()
    return Workbench(engine._connection.cursor(), engine._folder, keeper=engine)


@cache
def _engine() -> Workbench:
    return _alone()


def begun(settings: Settings) -> Store:
    """Open a store that has just been made of its seed."""
    key = _digest(settings.seed_dir / "incidents.parquet")
    if key in _begun:
        copytree(_begun[key].name, settings.store_dir)
        return open_store(settings)
    store = open_store(settings)
    _begun[key] = TemporaryDirectory()
    copytree(settings.store_dir, _begun[key].name, dirs_exist_ok=True)
    return store


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def asked(serving: Serving, sql: str, bound: Mapping[str, Any]) -> pd.DataFrame:
    answers = _answers.get(id(serving))
    if answers is None:
        return _asked(serving, sql, bound)
    key = sql, repr(bound)
    if key not in answers:
        rows = _asked(serving, sql, bound)
        if len(rows) + sum(map(len, answers.values())) > MOST_ROWS:
            answers.clear()
        answers[key] = rows
    return answers[key].copy(deep=False)


def close(serving: Serving) -> None:
    if id(serving) not in _answers:
        _close(serving)
