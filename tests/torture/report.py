"""What was tried and found, as Markdown for people."""

from __future__ import annotations

import platform
from dataclasses import dataclass

from tests.torture.full_disk import FullDisk
from tests.torture.storm import Books
from tests.torture.syncs import Syncs


@dataclass(frozen=True)
class Tried:
    """One whole run; a text in place of a result says why that part was skipped."""

    seed: int
    writers: int
    storm: Books
    race: list[str]
    disk: FullDisk | str
    syncs: Syncs | str

    @property
    def is_right(self) -> bool:
        parts = [self.storm.is_right, self.race.count("undo") == 1]
        parts += [self.disk.is_right] if isinstance(self.disk, FullDisk) else []
        parts += [not self.syncs.wrong] if isinstance(self.syncs, Syncs) else []
        return all(parts)


def markdown(tried: Tried) -> str:
    sections = [_head(tried), _storm(tried), _race(tried), _disk(tried.disk), _syncs(tried.syncs)]
    return "\n\n".join(sections) + "\n"


def _head(tried: Tried) -> str:
    verdict = "Everything held." if tried.is_right else "**Something did not hold.**"
    return f"""# The store under attack

The last output of `make torture`: the real store, the real way of an upload, real processes, \
real signals. {verdict}

Run on {platform.system()} {platform.machine()}, Python {platform.python_version()}; \
random seed {tried.seed}."""


def _storm(tried: Tried) -> str:
    books = tried.storm
    return f"""## Many writers, killed

{tried.writers} processes took {books.acknowledged} uploads, {books.undone} undoes and \
{books.refused} uploads with a bad row in {books.seconds:.0f} seconds. `kill -9` hit them \
{books.kills} times, {books.kills_committing} times in the middle of a commit; each was started \
again and went on where its journal ended. {books.steps_found_done} times the commit had been \
made and the writer was killed before it was told; it found that out and made none a second time.

| looked for | found |
|---|---|
| acknowledged uploads that are missing | {_named(books.lost)} |
| rows or files that count twice | {_named(books.doubled)} |
| refused or undone rows that count | {_named(books.wrongly_there)} |
| problems that `verify` names | {_named(books.problems)} |
| versions of the table, and checkpoints of its log | {books.version}, {books.checkpoints} |
| leftovers of killed writers, never read | {books.notes} |"""


def _race(tried: Tried) -> str:
    done = tried.race.count("undo")
    others = sorted(set(tried.race) - {"undo"})
    said = f" The others were told: “{others[0]}”." if others else ""
    return f"""## One commit undone by all at the same moment

{len(tried.race)} processes tried, {done} did it.{said}"""


def _disk(disk: FullDisk | str) -> str:
    if isinstance(disk, str):
        return f"## A full disk\n\nSkipped: {disk}."
    return f"""## A full disk

With less and less room, {disk.acknowledged} uploads were acknowledged and {disk.refused} \
refused, such as: “{disk.sentence}”. With room again, uploads went on.

| looked for | found |
|---|---|
| rows that differ from what was acknowledged | {_named(disk.rows_wrong)} |
| problems that `verify` names | {_named(disk.problems)} |
| leftovers, never read | {disk.notes} |"""


def _syncs(syncs: Syncs | str) -> str:
    if isinstance(syncs, str):
        return f"## On the disk before it is said\n\nSkipped: {syncs}."
    lines = [f"{number}. {line}" for number, line in enumerate(syncs.lines, 1)]
    wrong = [f"- **{line}**" for line in syncs.wrong]
    intro = "One import by the command line under `strace -f`; these calls, in this order:"
    return "\n".join(["## On the disk before it is said", "", intro, "", *lines, *wrong])


def _named(items: list[str]) -> str:
    return f"{len(items)}: {', '.join(items[:5])}" if items else "none"
