"""Open the store: made from the shipped seed at first start, renewed when that changes."""

from __future__ import annotations

import hashlib
import secrets
import shutil
from functools import partial
from pathlib import Path

from deltalake.exceptions import DeltaError

from corridor.settings import Settings
from corridor.store.changes import SEED_PREFIX, NothingToDoError
from corridor.store.engine import connect
from corridor.store.errors import BrokenLogError, StoreError, told
from corridor.store.log.commits import Change, Commit, LogFile, file_name
from corridor.store.log.delta_log import GONE, Log, broken_log
from corridor.store.log.entries import log_problems
from corridor.store.parquet import log_file, sync
from corridor.store.statements import statement
from corridor.store.store import Store
from corridor.words import later

SEED_FILE = "incidents.parquet"


@told("store-not-opened")
def open_store(
    settings: Settings, at_version: int | None = None, *, is_there: bool = False
) -> Store:
    """Open the store, made from the seed at first start; a new seed replaces the old one's rows.

    `at_version` opens it as it was then, to be read only; with `is_there` none is made in the
    place of one that has gone. Raises StoreError when there is no seed to make it from, no such
    version, or seed or store cannot be used.
    """
    if is_there and not Log.exists(settings.store_dir):
        raise StoreError(GONE)
    try:
        return _opened(settings) if at_version is None else _open_as_of(settings, at_version)
    except (DeltaError, BrokenLogError):
        broken = log_problems(settings.store_dir)
        if broken:
            raise StoreError(later("store-not-opened", error=broken_log(broken))) from None
        raise


def _opened(settings: Settings) -> Store:
    seed = settings.seed_dir / SEED_FILE
    if not seed.is_file():
        raise StoreError(later("no-seed", file=str(seed)))
    folder = settings.store_dir
    name = SEED_PREFIX + hashlib.sha256(seed.read_bytes()).hexdigest()[:12]
    if not Log.exists(folder):
        folder.mkdir(parents=True, exist_ok=True)
        Log.create(folder, Change(_seeding(name), [_take_seed(seed, folder, name)]))
        sync(folder.parent)
    log = Log(folder)
    _renew_seed(log, seed, name)
    return Store(settings, log)


def _open_as_of(settings: Settings, version: int) -> Store:
    folder = settings.store_dir
    if not Log.exists(folder):
        raise StoreError(later("no-store-yet", folder=str(folder), version=str(version)))
    newest = Log(folder).version
    if not 0 <= version <= newest:
        raise StoreError(later("no-such-version", version=str(version), newest=str(newest)))
    return Store(settings, Log(folder, version))


def _renew_seed(log: Log, seed: Path, name: str) -> None:
    if file_name(name) in log.live_files():
        return
    new = _take_seed(seed, log.folder, name)
    try:
        log.append(partial(_renewal, log, name, new))
    except NothingToDoError:
        return


def _renewal(log: Log, name: str, new: LogFile) -> Change:
    live, files = log.live_files(), log.files()
    if file_name(name) in live:
        raise NothingToDoError(name)  # it is there already
    old = [files[item] for item in live if item.startswith(SEED_PREFIX)]
    return Change(_seeding(name), [new], old)


def _seeding(name: str) -> Commit:
    return Commit(name, "seed", "Corridor Watch", note="shipped incidents")


def _take_seed(seed: Path, folder: Path, name: str) -> LogFile:
    with connect() as connection:
        found = connection.execute(statement("check_seed"), {"path": str(seed)})
        [(rows, series)] = found.fetchall()
    if not series:
        raise StoreError(later("seed-without-series", file=str(seed)))
    target = folder / file_name(name)
    partial_copy = target.with_suffix(".partial-" + secrets.token_hex(4))
    try:
        shutil.copyfile(seed, partial_copy)
        sync(partial_copy)
        partial_copy.replace(target)
    finally:
        partial_copy.unlink(missing_ok=True)
    sync(folder)
    return log_file(target, rows)
