"""Many writers at once, killed at random and started again; then the books are compared."""

from __future__ import annotations

import itertools
import multiprocessing
import random
import time
from collections import Counter
from dataclasses import dataclass
from multiprocessing.process import BaseProcess

from corridor.settings import Settings
from corridor.store import Store, open_store
from corridor.store.log.entries import entry_path, read_entry
from tests.torture import writer
from tests.torture.writer import COMMITTING, FOUND, Journal, Step

_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["tests.torture.warm"])


@dataclass(frozen=True)
class Books:
    """What the writers were told, and what the store holds."""

    seconds: float
    acknowledged: int
    undone: int
    refused: int
    kills: int
    kills_committing: int
    steps_found_done: int
    lost: list[str]
    doubled: list[str]
    wrongly_there: list[str]
    version: int
    problems: list[str]
    notes: int
    checkpoints: int

    @property
    def is_right(self) -> bool:
        return not (self.lost or self.doubled or self.wrongly_there or self.problems)


class Storm:
    """`writers` processes with `uploads` in all; `kills` of them at random."""

    def __init__(self, settings: Settings, writers: int, uploads: int, kills: int) -> None:
        self.settings = settings
        self.shares = [len(range(number, uploads, writers)) for number in range(writers)]
        self.kills = kills
        self.journals = [Journal(settings.data_dir / f"journal-{n}") for n in range(writers)]

    def rage(self, seed: int) -> Books:
        start = time.monotonic()
        chance = random.Random(seed)
        running = {number: self._start(number) for number in range(len(self.shares))}
        kills = 0
        while running:
            number = self._next(chance, sorted(running))
            if kills < self.kills and self._kill(running[number], number):
                kills += 1
                running[number] = self._start(number)
            running = self._still_running(running)
        return self._compare(time.monotonic() - start, kills)

    def _next(self, chance: random.Random, running: list[int]) -> int:
        """Wait a little, then name a writer: any one, one that commits, one that just has."""
        aim = chance.choice((self._any, self._committing, self._committed))
        return aim(chance, running)

    def _any(self, chance: random.Random, running: list[int]) -> int:
        time.sleep(chance.uniform(0.005, 0.2))
        return chance.choice(running)

    def _committing(self, chance: random.Random, running: list[int]) -> int:
        end = time.monotonic() + 1
        while time.monotonic() < end:
            found = [n for n in running if self.journals[n].last() == COMMITTING]
            if found:
                time.sleep(chance.uniform(0, 0.2))
                return chance.choice(found)
            time.sleep(0.001)
        return chance.choice(running)

    def _committed(self, chance: random.Random, running: list[int]) -> int:
        """Wait for an entry of the log; its writer has not been told yet."""
        folder, end = self.settings.store_dir, time.monotonic() + 1
        version = len([*folder.glob("_delta_log/*.json")])
        while time.monotonic() < end:
            if entry_path(folder, version).exists():
                commit = read_entry(folder, version).commit
                found = [n for n in running if commit and commit.author == writer.author(n)]
                return found[0] if found else chance.choice(running)
            time.sleep(0.0002)
        return chance.choice(running)

    def _start(self, number: int) -> BaseProcess:
        journal = str(self.journals[number].path)
        arguments = (str(self.settings.data_dir), number, self.shares[number], journal)
        process = _PROCESSES.Process(target=writer.write, args=arguments)
        process.start()
        return process

    def _still_running(self, running: dict[int, BaseProcess]) -> dict[int, BaseProcess]:
        for number, process in running.items():
            if not process.is_alive():
                assert process.exitcode == 0, f"writer {number} ended with {process.exitcode}"
        return {number: process for number, process in running.items() if process.is_alive()}

    def _kill(self, process: BaseProcess, number: int) -> bool:
        process.kill()
        process.join()
        if process.exitcode == 0:  # it had ended by itself
            return False
        self.journals[number].write("killed")
        return True

    def _compare(self, seconds: float, kills: int) -> Books:
        store = open_store(self.settings)
        found = store.examine()
        done = [set(journal.done()) for journal in self.journals]
        uploads = {(n, k) for n, words in enumerate(done) for k in _numbers(words, "upload")}
        undone = {(n, k) for n, words in enumerate(done) for k in _numbers(words, "undo")}
        refused = {(n, k) for n, words in enumerate(done) for k in _numbers(words, "refused")}
        records = store.read("SELECT incident_id FROM records WHERE record_kind = 'account'")
        counted = Counter(records["incident_id"])
        due = {name for n, k in uploads - undone for name in writer.ids(n, Step("upload", k))}
        rows = {name: times for name, times in counted.items() if name.startswith("T")}
        return Books(
            seconds,
            len(uploads),
            len(undone),
            len(refused),
            kills,
            sum(_killed_committing(journal) for journal in self.journals),
            sum(_found_done(journal) for journal in self.journals),
            lost=sorted(due - set(rows)),
            doubled=sorted(name for name in due if rows.get(name, 0) > 1) + _twice(store),
            wrongly_there=sorted(set(rows) - due),
            version=store.version,
            problems=found.problems,
            notes=len(found.notes),
            checkpoints=len([*self.settings.store_dir.glob("_delta_log/*.checkpoint.parquet")]),
        )


def _numbers(words: set[str], kind: str) -> list[int]:
    return [int(word.split("-")[1]) for word in words if word.startswith(f"{kind}-")]


def _killed_committing(journal: Journal) -> int:
    lines = journal.lines()
    return sum(
        words[0] == COMMITTING and after[0] == "killed"
        for words, after in itertools.pairwise(lines)
    )


def _found_done(journal: Journal) -> int:
    """Count the steps that were done already when a writer, started again, took them."""
    return sum(words[0] == "done" and words[-1] == FOUND for words in journal.lines())


def _twice(store: Store) -> list[str]:
    imports = Counter(item.file_sha256 for item in store.history() if item.action == "import")
    return [f"file {name[:8]}" for name, times in imports.items() if times > 1]


def race_to_undo(settings: Settings, racers: int) -> list[str]:
    """Let several processes undo one commit at the same moment; give what each was told."""
    store = open_store(settings)
    target = next(item for item in store.history() if item.action == "import" and item.live)
    journals = [Journal(settings.data_dir / f"race-{number}") for number in range(racers)]
    moment = time.time() + 0.5 + 0.1 * racers
    running = []
    for journal in journals:
        arguments = (str(settings.data_dir), target.commit_id, moment, str(journal.path))
        running.append(_PROCESSES.Process(target=writer.race, args=arguments))
        running[-1].start()
    for process in running:
        process.join()
    return [" ".join(words[1:]) for journal in journals for words in journal.lines()]
