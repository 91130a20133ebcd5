"""A whole store as one file, and back: the log and every file that it names, at one version."""

from __future__ import annotations

import io
import re
import secrets
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO, Final, Self, cast

from corridor.settings import Settings
from corridor.store.damage import Damage, sentence
from corridor.store.errors import StoreError, clauses, told
from corridor.store.log.delta_log import Log
from corridor.store.log.entries import LOG_FOLDER, entry_path, log_problems
from corridor.store.parquet import sync
from corridor.store.store import Store
from corridor.words import later

# Nothing else is in an archive of ours. Checkpoints stay out: the entries are all there.
_MEMBER: Final = re.compile(rf"({LOG_FOLDER}/\d{{20}}\.json)|([A-Za-z0-9_-]{{1,120}}\.parquet)")
_MOST_MEMBERS: Final = 1_000_000
_PIECE: Final = 1 << 20


@dataclass(frozen=True)
class Archived:
    """What an archive holds: its version, and how many files count and do not."""

    version: int
    live: int
    dead: int
    missing: tuple[str, ...] = ()


@told("store-not-exported")
def export_store(settings: Settings, target: Path) -> Archived:
    """Write the store as it is at this moment; nothing is left at `target` when that fails.

    Raises StoreError when there is no store, or a live file is damaged.
    """
    if not Log.exists(settings.store_dir):
        raise StoreError(later("no-store-in", folder=str(settings.store_dir)))
    log = Log(settings.store_dir)
    damaged = [sentence(*item) for item in Damage(log).problems().items()]
    if damaged:
        raise StoreError(later("damaged-not-exported", problems=clauses(damaged)))
    names = sorted(log.files())
    missing = tuple(name for name in names if not (log.folder / name).exists())
    with (
        _finished(target) as stream,
        tarfile.open(fileobj=stream, mode="w:gz", format=tarfile.USTAR_FORMAT) as archive,
    ):
        entries = (entry_path(log.folder, version) for version in range(log.version + 1))
        for path in chain(entries, (log.folder / name for name in names if name not in missing)):
            _put(archive, path, path.relative_to(log.folder).as_posix())
    live = len(log.live_files())
    return Archived(log.version, live, len(names) - live - len(missing), missing)


def _put(archive: tarfile.TarFile, path: Path, name: str) -> None:
    data = path.read_bytes()
    member = tarfile.TarInfo(name)
    member.size, member.mode, member.mtime = len(data), 0o644, int(path.stat().st_mtime)
    archive.addfile(member, io.BytesIO(data))


@contextmanager
def _finished(target: Path) -> Iterator[IO[bytes]]:
    """Write beside the target and rename at the end: half an archive is never at its name."""
    unfinished = target.with_name(f"{target.name}.partial-{secrets.token_hex(4)}")
    try:
        with unfinished.open("wb") as stream:
            yield stream
        sync(unfinished)
        unfinished.replace(target)
        sync(target.absolute().parent)
    finally:
        unfinished.unlink(missing_ok=True)


@told("store-not-imported")
def import_store(settings: Settings, source: Path) -> Archived:
    """Put an archive in place of a store that is not there yet, checked first, in one step.

    Raises StoreError when there is a store already, or the archive is not one of a sound store.
    """
    place = settings.store_dir
    if place.exists() and any(place.iterdir()):
        raise StoreError(later("store-there-already", folder=str(place)))
    staged = place.with_name(f"{place.name}.partial-{secrets.token_hex(4)}")
    try:
        (staged / LOG_FOLDER).mkdir(parents=True)
        _unpack(source, staged, settings.max_store_mb * 1_000_000)
        archived = _checked(settings, staged)
        staged.replace(place)
        sync(place.parent)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return archived


def _unpack(source: Path, folder: Path, most_bytes: int) -> None:
    left, seen = most_bytes, set[str]()
    try:
        with tarfile.open(source, mode="r|gz", tarinfo=_PlainMember) as archive:
            for member in archive:
                if member.name in seen:
                    raise StoreError(later("archive-holds-twice", name=repr(member.name)))
                seen.add(member.name)
                left -= member.size
                if left < 0 or len(seen) > _MOST_MEMBERS:
                    most = most_bytes // 1_000_000
                    raise StoreError(later("archive-too-large", name=source.name, most=most))
                _take(archive, member, folder / member.name)
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise StoreError(later("archive-not-whole", name=source.name, error=str(error))) from error
    for path in (folder / LOG_FOLDER, folder):
        sync(path)


class _PlainMember(tarfile.TarInfo):
    """Refuses, before anything of it is read, all that is not a plain file of a store."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        found = super().frombuf(buf, encoding, errors)
        if found.type not in tarfile.REGULAR_TYPES or not _MEMBER.fullmatch(found.name):
            raise StoreError(later("archive-holds-a-stranger", name=repr(found.name)))
        if found.size < 0:
            raise StoreError(later("archive-holds-less-than-nothing", name=repr(found.name)))
        return found


def _take(archive: tarfile.TarFile, member: tarfile.TarInfo, path: Path) -> None:
    content = cast("IO[bytes]", archive.extractfile(member))  # None only for what is no plain file
    with path.open("xb") as target:
        shutil.copyfileobj(content, target, _PIECE)
    sync(path)


def _checked(settings: Settings, folder: Path) -> Archived:
    broken = log_problems(folder)
    if broken or not Log.exists(folder):
        raise StoreError(broken[0] if broken else later("archive-without-a-log"))
    log = Log(folder)
    found = Store(settings, log).examine()
    if not found.is_sound:
        raise StoreError(later("archive-not-sound", problems=clauses(found.wrong)))
    names, live = log.files(), log.live_files()
    missing = tuple(name for name in names if not (folder / name).exists())
    return Archived(log.version, len(live), len(names) - len(live) - len(missing), missing)
