"""Long work tells how far it is, and stops when it is asked to, leaving nothing behind."""

from __future__ import annotations

import sys
import threading
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corridor.answers.outlook import Question, standing
from corridor.cli.progress import OnTerminal
from corridor.filter import IncidentFilter
from corridor.ingest.model import pace
from corridor.ingest.review.confirm import Choices, confirm
from corridor.ingest.review.upload import check
from corridor.people import Person
from corridor.settings import Settings
from corridor.store import Store
from corridor.store import store as store_module
from corridor.store.progress import CancelledError, Progress, Stage
from corridor.store.workbench import Workbench
from corridor.workers import tasks
from tests.store.conftest import Run, csv_text, killing

DATA = csv_text([killing(at, event_date="2018-06-17") for at in range(1, 40)]).encode()


class StoppedAt(Progress):
    """Cancels itself when a stage begins."""

    def __init__(self, stage: str) -> None:
        super().__init__()
        self._last = stage

    def at(self, stage: Stage, share: float, until: float | None = None) -> None:
        if str(stage) == self._last:
            self.cancel()
        super().at(stage, share, until)


def contents(settings: Settings) -> list[str]:
    return sorted(str(path) for path in settings.data_dir.rglob("*"))


def test_a_check_goes_through_its_stages_in_order(tiny_store: Store, tiny: Settings) -> None:
    seen: list[tuple[str, float]] = []

    class Watched(Progress):
        def at(self, stage: Stage, share: float, until: float | None = None) -> None:
            seen.append((str(stage), share))
            super().at(stage, share, until)

    check(tiny_store, tiny, DATA, "a.csv", progress=Watched())
    shares = [share for _, share in seen]
    assert shares == sorted(shares)
    assert [stage for stage, _ in seen][:2] == ["Reading the file", "Checking every cell"]


def test_every_landmark_of_a_check_is_passed_in_order(
    tiny_store: Store, tiny: Settings, tmp_path: Path
) -> None:
    made: list[str] = []
    shares: list[float] = []

    class Watched(Progress):
        def makes(self, name: str) -> None:
            super().makes(name)
            made.append(name)
            shares.append(self.share)

    check(tiny_store, tiny, DATA, "a.csv", progress=Watched(), folder=tmp_path)
    wanted = [*pace.BEFORE, *pace.LANDMARKS]
    assert [name for name in made if name in wanted] == wanted
    assert shares == sorted(shares)
    assert shares[-1] > 0.95


def test_a_commit_and_an_outlook_tell_each_of_their_stages(
    tiny_store: Store, tiny: Settings, tmp_path: Path
) -> None:
    told: list[tuple[str, float]] = []

    class Watched(Progress):
        def at(self, stage: Stage, share: float, until: float | None = None) -> None:
            super().at(stage, share, until)
            told.append((self.stage, self.share))

        def makes(self, name: str) -> None:
            super().makes(name)
            if name in pace.SERVED:
                told.append((self.stage, self.share))

    def stages() -> dict[str, int]:
        shares = [share for _, share in told]
        assert shares == sorted(shares)
        assert shares[-1] < 1
        counted = Counter(stage for stage, _ in told)
        told.clear()
        return dict(counted)

    checked = check(tiny_store, tiny, DATA, "a.csv")
    question = Question(IncidentFilter(), None, date(2018, 12, 31))
    place = tasks.Place(tiny, tiny_store, tmp_path, Watched())
    before = standing(tiny_store, question)
    assert tasks.outlook(place, checked, Choices(), question, before)
    assert stages() == {
        "Adding the rows to a copy": 1 + len(pace.SERVED),
        "Counting what the filter keeps": 1,
        "Working out the verdicts": 1,
        "Counting what is added by month": 1,
    }
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(tasks, "LARGE", 10)
        assert tasks.commit(replace(place, progress=Watched()), checked, Person("A"), Choices())
    assert stages() == {
        "Writing": 1,
        "Saving to disk": 1,
        "Preparing the pages": 1 + len(pace.SERVED),
    }


@pytest.mark.parametrize(
    "stage",
    ["Reading the file", "Checking every cell", "Comparing with the store", "Placing every row",
     "Looking for incidents reported twice"],
)  # fmt: skip
def test_a_check_stops_at_any_stage(tiny_store: Store, tiny: Settings, stage: str) -> None:
    before = contents(tiny)
    with pytest.raises(CancelledError):
        check(tiny_store, tiny, DATA, "a.csv", progress=StoppedAt(stage))
    assert contents(tiny) == before
    # The store that lent the workbench is not hurt.
    assert check(tiny_store, tiny, DATA, "a.csv").report.new == 39


def test_a_commit_that_is_stopped_leaves_nothing(tiny_store: Store, tiny: Settings) -> None:
    checked = check(tiny_store, tiny, DATA, "a.csv")
    before, version = contents(tiny), tiny_store.version
    with pytest.raises(CancelledError):
        confirm(tiny_store, checked, "tester", progress=StoppedAt("Writing"))
    assert (contents(tiny), tiny_store.version) == (before, version)
    assert tiny_store.verify() == []


def test_a_stop_ends_the_statement_that_runs() -> None:
    """It would take hours: that it ends at all is the proof."""
    bench = Workbench.alone()
    threading.Timer(0.3, bench.cancel).start()
    with pytest.raises(CancelledError):
        bench.one("SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b")
    with pytest.raises(CancelledError):
        bench.one("SELECT 1")


def test_ctrl_c_while_a_file_is_written_leaves_nothing(
    tiny_store: Store, tiny: Settings, monkeypatch: pytest.MonkeyPatch, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(DATA)
    before = contents(tiny)
    write = store_module.write_records

    def interrupted(*arguments: Any) -> None:
        write(*arguments)
        raise KeyboardInterrupt

    monkeypatch.setattr(store_module, "write_records", interrupted)
    done = run("import", path, data=tiny.data_dir)
    assert (done.code, done.out, done.err) == (130, "", "\ncorridor import: stopped\n")
    assert contents(tiny) == before
    assert tiny_store.verify() == []


def test_progress_is_shown_where_a_person_waits(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    for size in (1_000, 100_000_000):
        progress = OnTerminal(size)
        progress.at("Checking every cell", 0.25)
        progress.end()
    assert capsys.readouterr().err == "\r\x1b[K 25% Checking every cell …\r\x1b[K"
