"""Uploads to a disk that is full or almost: each is there whole, or refused with a sentence."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from corridor.ingest.review.confirm import confirm
from corridor.ingest.review.upload import check
from corridor.settings import Settings
from corridor.store import Store, StoreError, open_store
from tests.torture import writer
from tests.torture.seed import small_data_folder
from tests.torture.writer import Step

SIZE = "8m"
# Bytes left free before each upload: from nothing to enough.
ROOM = [*range(0, 40_000, 4_000), 1_000_000]


@dataclass(frozen=True)
class FullDisk:
    """What was told, and what the store holds afterwards."""

    acknowledged: int
    refused: int
    sentence: str
    rows_wrong: list[str]
    problems: list[str]
    notes: int

    @property
    def is_right(self) -> bool:
        return not (self.rows_wrong or self.problems) and self.refused > 0


def why_not() -> str:
    """Say why it cannot be tried here, "" when it can."""
    if os.name != "posix" or os.geteuid() != 0:
        return "mounting a small disk needs root"
    return ""


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", place], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


def fill_up(folder: Path) -> FullDisk:
    """Upload with less and less room, then with room again."""
    with small_disk(folder / "disk") as disk:
        settings = small_data_folder(disk / "data")
        store = open_store(settings)
        told = {number: _upload(store, settings, disk, number) for number in range(len(ROOM))}
        found = _compare(open_store(settings), told)
        return replace(found, sentence=found.sentence.replace(f"{disk}/", ""))


def _upload(store: Store, settings: Settings, disk: Path, number: int) -> str:
    filler = disk / "filler"
    step = Step("upload", number)
    checked = check(store, settings, writer.content(0, step), f"{step}.csv")
    _fill(filler, disk, ROOM[number])
    try:
        confirm(store, checked, "full disk")
    except StoreError as error:
        return str(error)
    finally:
        filler.unlink()
    return ""


def _fill(filler: Path, disk: Path, room: int) -> None:
    free = os.statvfs(disk)
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(free.f_bavail * free.f_frsize - room, 1))


def _compare(store: Store, told: dict[int, str]) -> FullDisk:
    found = store.examine()
    records = store.read("SELECT incident_id FROM records WHERE record_kind = 'account'")
    there = sorted(name for name in records["incident_id"] if name.startswith("T0:"))
    done = [number for number, sentence in told.items() if not sentence]
    due = sorted(name for number in done for name in writer.ids(0, Step("upload", number)))
    sentences = [sentence for sentence in told.values() if sentence]
    return FullDisk(
        len(done),
        len(sentences),
        max(sentences, key=len, default=""),
        rows_wrong=[] if there == due else sorted(set(there) ^ set(due)),
        problems=found.problems,
        notes=len(found.notes),
    )
