"""Files are checked in processes of their own: so many at once, with limits, gone when unwanted."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from corridor.ingest.review.confirm import Choices, confirm
from corridor.ingest.review.upload import Checked, Reading, check
from corridor.people import Person
from corridor.settings import Settings
from corridor.store import Store, open_store, serving
from corridor.store import store as store_module
from corridor.store.progress import CancelledError, Progress
from corridor.store.workbench import DATABASE, Workbench
from corridor.workers import (
    LostError,
    Pool,
    Task,
    TooLargeError,
    TooLongError,
    WorkError,
    pool,
    tasks,
)
from corridor.workers.pool import PATIENCE_SECONDS
from corridor.workers.process import Worker
from tests.store.conftest import csv_text, killing

ROOT = Path(__file__).parents[2]
DATA = csv_text([killing(at, event_date="2018-06-17") for at in range(1, 40)]).encode()
# A deadline against a hang, far more than ten times the second or two of what it guards.
LONG = 120.0


class Scripted(Worker):
    """A worker that is no process: a test says what it tells."""

    made: list[Scripted]

    def __init__(self) -> None:
        self.sent: list[Any] = []
        self.has_ended = False
        self._messages = SimpleQueue()
        Scripted.made.append(self)

    @property
    def is_alive(self) -> bool:
        return not self.has_ended

    def send(self, message: object) -> None:
        self.sent.append(message)

    def tell(self, *message: object) -> None:
        self._messages.put(message)

    def end(self) -> None:
        self.has_ended = True


class Clock:
    """Goes on when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def later(self, task: Task[Any]) -> None:
        """Let time pass until a task has ended."""

        def has_ended() -> bool:
            self.now += PATIENCE_SECONDS * 2
            return task.ended()

        until(has_ended)


@pytest.fixture
def scripted(clock: Clock) -> Iterator[Pool]:
    Scripted.made = []
    made = Pool(clock, Scripted)
    yield made
    made.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


def task(settings: Settings, **named: Any) -> Task[Any]:
    return Task(print, (), settings, **named)


def until(seen: Callable[[], bool]) -> None:
    """Wait for another thread to get there."""
    pause = threading.Event()
    for _ in range(int(LONG * 100)):
        if seen():
            return
        pause.wait(0.01)
    raise AssertionError("it never came")


def test_one_file_is_worked_on_and_the_others_see_their_place(
    tiny: Settings, scripted: Pool
) -> None:
    one = replace(tiny, checks_at_once=1)
    first, second, third = (scripted.begin(task(one)) for _ in range(3))
    until(lambda: len(Scripted.made) == 1 and len(Scripted.made[0].sent) == 1)
    until(lambda: (second.ahead, third.ahead) == (1, 2))
    Scripted.made[0].tell("done", "first", False)
    assert first.result() == "first"
    until(lambda: (second.ahead, third.ahead) == (0, 1))
    second.cancel()
    with pytest.raises(CancelledError):
        second.result()
    until(lambda: third.ahead == 0 and any(third.job in it.sent for it in Scripted.made))
    next(it for it in Scripted.made if third.job in it.sent).tell("done", "third", False)
    assert third.result() == "third"


def test_two_files_are_worked_on_side_by_side_where_that_is_set(
    tiny: Settings, scripted: Pool
) -> None:
    two = replace(tiny, checks_at_once=2)
    begun = [scripted.begin(task(two)) for _ in range(3)]
    until(lambda: len(Scripted.made) == 2)
    until(lambda: [it.ahead for it in begun] == [0, 0, 1])


def test_a_check_that_nobody_waits_for_is_ended(
    tiny: Settings, scripted: Pool, clock: Clock
) -> None:
    gone = scripted.begin(task(tiny))
    until(lambda: bool(Scripted.made) and gone.job in Scripted.made[0].sent)
    worker = Scripted.made[0]
    clock.now += PATIENCE_SECONDS * 0.9
    gone.wait(0)  # the page has looked: somebody is there
    until(lambda: gone.job in worker.sent)
    assert not worker.has_ended
    clock.later(gone)
    with pytest.raises(CancelledError):
        gone.result()
    until(lambda: worker.has_ended)
    assert not gone.folder.exists()


def test_a_folder_goes_with_the_session_that_holds_its_task(tiny: Settings, scripted: Pool) -> None:
    session = {"upload_check": scripted.begin(task(tiny, data=b"a,b"))}
    folder = session["upload_check"].folder
    assert (folder / "upload").read_bytes() == b"a,b"
    until(lambda: bool(Scripted.made) and bool(Scripted.made[0].sent))
    Scripted.made[0].tell("done", 7, False)
    assert session["upload_check"].result() == 7
    assert folder.exists()
    session.clear()
    gc.collect()
    until(lambda: not folder.exists())


def test_a_file_in_the_line_that_nobody_waits_for_leaves_it(
    tiny: Settings, scripted: Pool, clock: Clock
) -> None:
    one = replace(tiny, checks_at_once=1)
    first, second = scripted.begin(task(one)), scripted.begin(task(one))
    until(lambda: second.ahead == 1)
    for ended in (first, second):
        clock.later(ended)
        with pytest.raises(CancelledError):
            ended.result()


def test_a_commit_goes_on_without_its_browser_and_is_asked_to_stop_not_killed(
    tiny: Settings, scripted: Pool, clock: Clock
) -> None:
    write = scripted.begin(task(tiny, is_kept_up=True))
    until(lambda: bool(Scripted.made) and write.job in Scripted.made[0].sent)
    worker = Scripted.made[0]
    clock.now += PATIENCE_SECONDS * 3
    worker.tell("at", "Writing", 0.5)
    until(lambda: write.share == 0.5)
    write.cancel()
    until(lambda: "stop" in worker.sent)
    assert not worker.has_ended
    worker.tell("done", "written all the same", False)
    assert write.result() == "written all the same"
    assert worker.sent.count("stop") == 1


def test_a_check_has_so_much_time(tiny: Settings, scripted: Pool, clock: Clock) -> None:
    slow = scripted.begin(task(replace(tiny, check_seconds=5)))
    until(lambda: bool(Scripted.made) and slow.job in Scripted.made[0].sent)
    clock.now += 6
    with pytest.raises(TooLongError, match=r"5 seconds .* Split it into smaller files"):
        slow.result()


def test_a_worker_is_used_again_until_it_has_held_too_much(tiny: Settings, scripted: Pool) -> None:
    scripted.warm(tiny)
    scripted.warm(tiny)
    (warm,) = Scripted.made
    assert warm.sent == [tiny]
    for at, is_spent in enumerate((False, True)):
        done = scripted.begin(task(tiny))
        until(lambda at=at: len(warm.sent) == at + 2)
        warm.tell("done", at, is_spent)
        assert done.result() == at
    # The second held too much: a fresh one is made ready in its place.
    until(lambda: warm.has_ended and len(Scripted.made) == 2 and Scripted.made[1].sent == [tiny])


def test_a_worker_that_was_asked_to_stop_too_late_is_not_used_again(
    tiny: Settings, scripted: Pool
) -> None:
    """It may hear of it when it has begun something else, which would end for no reason."""
    late = scripted.begin(task(tiny, is_kept_up=True))
    until(lambda: bool(Scripted.made) and late.job in Scripted.made[0].sent)
    late.cancel()
    until(lambda: Scripted.made[0].sent[-1] == "stop")
    Scripted.made[0].tell("done", "written", False)
    assert late.result() == "written"
    until(lambda: Scripted.made[0].has_ended)


def test_progress_never_goes_back_and_does_not_stand_still() -> None:
    progress = Progress({"cells": (0.3, 0.6)})
    seen = []
    progress.at("Reading", 0.0, 0.2)
    for part in (0.0, 0.5, 1.0):
        progress.measured_by(lambda part=part: part)
        seen.append(progress.now())
    progress.measured_by(lambda: 0.0)
    progress.makes("cells")
    seen.append(progress.now())
    progress.makes("something else")
    progress.measured_by(lambda: 0.5)
    seen.append(progress.now())
    progress.at("Answering", 0.6, 0.8)
    progress.measured_by(lambda: -1.0)
    for at, _ in enumerate(progress.over(range(1024))):
        if at % 512 == 256:
            seen.append(progress.now())
    assert seen == pytest.approx([0.0, 0.1, 0.2, 0.3, 0.45, 0.65, 0.75])
    told: Task[None] = Task(print, (), Settings())
    for share in (0.2, 0.5, 0.4):
        told.told("Reading", share)
    assert told.share == 0.5


# From here on with a process.


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pool]:
    """A pool whose workers know the functions of this file."""
    monkeypatch.setenv("PYTHONPATH", f"{ROOT}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    made = Pool()
    yield made
    made.close()


def waited(given: Task[Any]) -> Any:
    until(lambda: given.wait(0))
    return given.result()


def crash(_: tasks.Place) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def told_to_stop(_: tasks.Place) -> str:
    os.kill(os.getpid(), signal.SIGTERM)
    return "went on"


def swell(_: tasks.Place) -> None:
    held = [bytes(range(256)) * 40_000 for _ in range(100)]
    threading.Event().wait(LONG)
    held.clear()


def refuse(_: tasks.Place) -> None:
    raise pickle.PicklingError("a reason")


def unspeakable(_: tasks.Place) -> None:
    error = ValueError("\x1b]0;owned\x07")
    error.__dict__["why"] = lambda: None  # cannot be sent
    raise error


@pytest.mark.usefixtures("tiny_store")
def test_what_a_worker_says_of_itself_commands_no_terminal(
    tiny: Settings, real: Pool, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(RuntimeError, match="ValueError"):
        waited(real.begin(Task(unspeakable, (), tiny)))
    until(lambda: "u001b]0;owned" in capfd.readouterr().err)


@pytest.mark.usefixtures("tiny_store")
def test_what_happens_to_a_process_is_told_in_a_sentence(tiny: Settings, real: Pool) -> None:
    with pytest.raises(LostError, match=r"memory ran out. Nothing was saved by it. Try again"):
        waited(real.begin(Task(crash, (), tiny)))
    small = replace(tiny, check_memory="600MB")
    with pytest.raises(TooLargeError, match=r"600MB .* Split it into smaller files"):
        waited(real.begin(Task(swell, (), small)))
    with pytest.raises(pickle.PicklingError, match="a reason"):
        waited(real.begin(Task(refuse, (), tiny)))
    # A service manager tells every process of the server: this one ends with the server.
    assert waited(real.begin(Task(told_to_stop, (), tiny))) == "went on"


@pytest.mark.parametrize("message", [b"", b"cut off", b"cno.such.module\nnothing\n."])
def test_a_worker_ends_with_its_server_and_when_it_is_not_understood(message: bytes) -> None:
    worker = subprocess.Popen(
        [sys.executable, "-P", "-m", "corridor.workers"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )
    worker.communicate(message, timeout=LONG)
    assert worker.returncode == 0


def test_a_file_is_checked_and_written_elsewhere_and_read_here(
    tiny_store: Store, tiny: Settings
) -> None:
    begun = Task(tasks.check, ("a.csv", Reading()), tiny, data=DATA)
    checked = waited(pool().begin(begun))
    assert (checked.report.rows, checked.report.new, checked.written) == (39, 39, 39)
    assert checked.preview(3)["incident_id"].tolist() == ["MYLIST:1", "MYLIST:2", "MYLIST:3"]
    assert [path.name for path in begun.folder.iterdir()] == [DATABASE]
    before = tiny_store.version
    written = waited(
        pool().begin(Task(tasks.commit, (checked, Person("A"), Choices()), tiny, is_kept_up=True))
    )
    assert (written.version, written.author) == (before + 1, "A")
    assert tiny_store.version == before + 1
    assert len(tiny_store.originals("MYLIST:1")) == 1
    assert tiny_store.verify() == []
    begun.drop()
    assert not begun.folder.exists()


def rows(_: tasks.Place, checked: Checked) -> tuple[int, int]:
    return os.getpid(), len(checked.preview(100))


@pytest.mark.usefixtures("tiny_store")
def test_the_same_worker_opens_a_check_again_and_tells_when_it_cannot(
    tiny: Settings, real: Pool
) -> None:
    begun = Task(tasks.check, ("a.csv", Reading()), tiny, data=DATA)
    checked = waited(real.begin(begun))
    first = waited(real.begin(Task(rows, (checked,), tiny)))
    assert waited(real.begin(Task(rows, (checked,), tiny))) == first == (first[0], 39)
    (begun.folder / DATABASE).unlink()
    with pytest.raises(WorkError, match=r"cannot be read any more\. Nothing was saved: check the"):
        waited(real.begin(Task(rows, (checked,), tiny)))


def test_of_a_large_store_the_writer_prepares_what_is_read_afterwards(
    tiny_store: Store, tiny: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "LARGE", 10)
    checked = check(tiny_store, tiny, DATA, "a.csv")
    writer = tasks.Place(tiny, open_store(tiny), tmp_path, Progress())
    tiny_store.expect(tmp_path, None)
    assert tasks.commit(writer, checked, Person("A"), Choices())

    def never(*_: object) -> None:
        raise AssertionError("it is there already")

    with monkeypatch.context() as patched:
        patched.setattr(serving, "_filled", never)
        assert len(tiny_store.read("SELECT 1 FROM incidents WHERE source = 'MYLIST'")) == 39
        assert tiny_store.read("SELECT folded('Ā') AS it")["it"].tolist() == ["a"]
    # What somebody else wrote meanwhile is no less seen.
    other = csv_text([killing(90)]).encode()
    tiny_store.expect(tmp_path, None)
    assert confirm(writer.store, check(writer.store, tiny, other, "b.csv"), "B")
    assert len(tiny_store.read("SELECT 1 FROM incidents WHERE source = 'MYLIST'")) == 40
    assert tiny_store.verify() == []


def test_a_workbench_in_memory_stays_where_it_is() -> None:
    with pytest.raises(TypeError, match="cannot be handed"):
        pickle.dumps(Workbench.alone())


def test_all_read_the_version_before_until_the_pages_of_the_next_are_ready(
    tiny_store: Store, tiny: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "LARGE", 10)
    count = "SELECT count(*) AS n FROM incidents WHERE source = 'MYLIST'"
    go_on, seen = threading.Event(), SimpleQueue[int]()

    def ready(switch: Callable[[], None]) -> None:
        seen.put(int(tiny_store.read(count)["n"].iloc[0]))
        go_on.wait(LONG)
        switch()

    tiny_store.turn.work = ready
    tiny_store.read(count)
    before = tiny_store.state
    checked = check(tiny_store, tiny, DATA, "a.csv")
    tiny_store.expect(tmp_path, None)
    writer = tasks.Place(tiny, open_store(tiny), tmp_path, Progress())
    assert tasks.commit(writer, checked, Person("A"), Choices())
    assert not tiny_store.has_turned(0)
    assert seen.get(timeout=LONG) == 39
    # Version and answers are of one piece, and what is written is of the newest version.
    assert (tiny_store.state, tiny_store.read(count)["n"].iloc[0]) == (before, 0)
    assert tiny_store.retract(["MYLIST:1"], "Twice.", "A")
    # What came meanwhile is not turned back from.
    go_on.set()
    assert tiny_store.has_turned(LONG)
    assert (tiny_store.state[0], tiny_store.read(count)["n"].iloc[0]) == (before[0] + 2, 38)


def test_a_large_store_is_served_from_a_file_of_its_own(
    tiny_store: Store, tiny: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = "SELECT count(*) AS n, sum(fatalities_best) AS killed FROM incidents"
    inside = "SELECT path FROM duckdb_databases() WHERE database_name = current_database()"
    in_memory = tiny_store.read(count).iloc[0].tolist()
    assert tiny_store.read(inside)["path"].tolist() == [None]
    monkeypatch.setattr(store_module, "LARGE", 10)
    large = open_store(tiny)
    assert large.read(count).iloc[0].tolist() == in_memory
    (path,) = large.read(inside)["path"]
    assert Path(path).name == DATABASE
    assert large.verify() == []
    large._serving = None
    gc.collect()
    assert not Path(path).parent.exists()
