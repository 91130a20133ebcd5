"""What undo, redo and restore do to the list of live files, planned on one version of it."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from corridor.store.damage import Damage, Problem
from corridor.store.errors import StoreError
from corridor.store.log.commits import VERSION, Change, Commit, LogFile, file_name
from corridor.store.log.delta_log import Log
from corridor.store.parquet import sha256_of
from corridor.words import later

SEED_PREFIX = "seed-"


class NothingToDoError(StoreError):
    """It is as it was asked to be already."""


def undoing(log: Log, commit_id: str, author: str) -> Change:
    """Plan to take a commit's rows back."""
    target = find(log, commit_id)
    if not target.live:
        raise NothingToDoError(later("commit-undone-already", commit=commit_id))
    return Change(_about(target, "undo", author), remove=_named(log, [file_name(target.commit_id)]))


def redoing(log: Log, commit_id: str, author: str) -> Change:
    """Plan to bring an undone commit's rows back."""
    target = find(log, commit_id)
    if target.live:
        raise NothingToDoError(later("commit-not-undone", commit=commit_id))
    return Change(_about(target, "redo", author), add=_sound(log, [file_name(target.commit_id)]))


def restoring(log: Log, version: int, author: str) -> Change:
    """Plan to make the live files those of an older version; the present seed stays."""
    if not 0 <= version <= log.version:
        raise StoreError(later("no-such-version", version=str(version), newest=str(log.version)))
    now, then = _uploads(log.live_files()), _uploads(log.live_at(version))
    if now == then:
        raise NothingToDoError(later("files-of-version-already", version=str(version)))
    commit = Commit(
        secrets.token_hex(4),
        "restore",
        author,
        note=f"{len(then - now)} files brought back, {len(now - then)} taken out",
        undoes=f"{VERSION}{version}",
    )
    return Change(commit, _sound(log, then - now), _named(log, now - then))


def find(log: Log, commit_id: str) -> Commit:
    """Return a commit that can be undone or redone, of a redo the one that it brought back.

    Raises StoreError when there is none.
    """
    found = next((item for item in log.commits() if item.commit_id == commit_id), None)
    if found is None:
        raise StoreError(later("no-such-commit", commit=repr(commit_id)))
    if found.action == "seed":
        raise StoreError(later("seed-not-undone"))
    if found.action == "restore":
        raise StoreError(
            later("commit-is-a-restore", commit=commit_id, before=str(found.version - 1))
        )
    if found.action == "redo":  # a file that is handed in again after an undo is one
        return find(log, found.undoes)
    if not found.brings_rows:
        raise StoreError(later("commit-is-an-undo", commit=commit_id, undone=found.undoes))
    return found


def made_of(log: Log, transaction: str) -> Commit:
    """Return the commit that was made of a transaction which the log knows."""
    return next(item for item in log.commits() if item.transaction == transaction)


def usable(log: Log, transaction: str) -> str:
    """Return a transaction, or one after it when what it brought was undone and its file is lost.

    Handing the same file in again then writes it again: that is how a damaged store is mended.
    """
    while transaction and log.knows(transaction):
        first = made_of(log, transaction)
        if first.live or not _lost(log, log.files()[file_name(first.commit_id)]):
            break
        transaction += "+"
    return transaction


def _uploads(names: Iterable[str]) -> set[str]:
    return {name for name in names if not name.startswith(SEED_PREFIX)}


def _named(log: Log, names: Iterable[str]) -> list[LogFile]:
    files = log.files()
    return [files[name] for name in sorted(names)]


def _sound(log: Log, names: Iterable[str]) -> list[LogFile]:
    files = _named(log, names)
    for item in files:
        problem = _lost(log, item)
        if problem:
            raise StoreError(later("file-not-brought-back", name=item.name, problem=problem))
    return files


def _lost(log: Log, item: LogFile) -> Problem:
    """Say why a file is not the one that was committed, "" when it is that or not known."""
    problem = Damage(log).problem(item)
    if problem:
        return problem
    is_other = item.sha256 and sha256_of(log.folder / item.name) != item.sha256
    return later("file-of-another-content") if is_other else ""


def _about(target: Commit, action: str, author: str) -> Commit:
    return Commit(
        secrets.token_hex(4),
        action,
        author,
        file_name=target.file_name,
        counts=target.counts,
        undoes=target.commit_id,
    )
