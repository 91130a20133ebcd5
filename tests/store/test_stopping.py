"""A program that is asked to stop ends cleanly, and what a killed one left behind goes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corridor.settings import PROJECT, Settings
from corridor.store import Store, log, scratch
from corridor.store import store as store_module
from tests.store.conftest import Run, csv_text, killing

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")


def stop() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def before(call: Callable[..., Any]) -> Callable[..., Any]:
    def stopped(*arguments: Any, **named: Any) -> Any:
        stop()
        return call(*arguments, **named)

    return stopped


def after(call: Callable[..., Any]) -> Callable[..., Any]:
    def stopped(*arguments: Any, **named: Any) -> Any:
        result = call(*arguments, **named)
        stop()
        return result

    return stopped


@pytest.mark.parametrize(
    "case",
    [
        (store_module, "write_records", before, False),
        (store_module, "write_records", after, False),
        (log.Log, "_write", before, False),
        (log.Log, "_write", after, True),
        (log.Log, "_settle", after, True),
    ],
)
def test_sigterm_during_a_commit_leaves_all_of_it_or_nothing(
    run: Run, tiny_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: Any
) -> None:
    home, name, when, is_written = case
    data, file = tiny_store.files()[0].parents[2], tmp_path / "rows.csv"
    file.write_text(csv_text([killing(1)]), encoding="utf-8")
    monkeypatch.setattr(home, name, when(getattr(home, name)))
    done = run("import", file, data=data)
    assert (done.code, done.out, done.err) == (143, "", "\ncorridor import: stopped\n")
    monkeypatch.undo()
    assert tiny_store.version == int(is_written)
    examined = tiny_store.examine()
    assert (examined.problems, examined.notes) == ([], [])
    assert run("import", file, data=data).code == 0
    assert tiny_store.version == 1
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


ENDLESS = """
import sys
import pyarrow as pa  # type: ignore[import-untyped]
from corridor.cli import main
from corridor.store import store

write = store.write_records

def endless(records, *rest):
    n = 20_000
    batch = pa.record_batch({"record_kind": ["account"] * n, "incident_id": ["T:1"] * n})
    def stream():
        for turn in range(10_000):
            if turn == 3:
                print("writing", flush=True)
            yield batch
    return write([pa.RecordBatchReader.from_batches(batch.schema, stream())], *rest)

store.write_records = endless
sys.exit(main(sys.argv[1:]))
"""


def test_a_real_import_in_the_midst_of_writing_ends_at_sigterm(
    tiny: Settings, tiny_store: Store, tmp_path: Path
) -> None:
    """The engine is at work on a file that does not end when the signal comes."""
    file, temporary = tmp_path / "rows.csv", tmp_path / "temporary"
    file.write_text(csv_text([killing(1)]), encoding="utf-8")
    temporary.mkdir()
    command = [sys.executable, "-c", ENDLESS, "import", str(file), "--data", str(tiny.data_dir)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=PROJECT,
        env=os.environ | {"TMPDIR": str(temporary)},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "writing\n"
        process.terminate()
        assert process.stderr.read() == "\ncorridor import: stopped\n"
        assert process.wait() == 128 + signal.SIGTERM
    examined = tiny_store.examine()
    assert (examined.problems, examined.notes) == ([], [])
    assert [path.name for path in tiny.store_dir.iterdir() if path.suffix != ".parquet"] == [
        "_delta_log"
    ]
    assert list(temporary.iterdir()) == []


HOLDING = """
import sys
from corridor.store.scratch import scratch_folder

folder = scratch_folder()
print(folder.name, flush=True)
sys.stdin.read()
"""


def test_folders_of_killed_programs_go_and_those_of_living_ones_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(scratch, "_own", {})
    foreign = tmp_path / "corridor-of-another-program"
    foreign.mkdir()
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    living, killed = (
        subprocess.Popen(
            [sys.executable, "-c", HOLDING], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True, cwd=PROJECT, env=environment,
        )
        for _ in range(2)
    )  # fmt: skip
    with living, killed:
        kept, left = (
            Path(str(process.stdout and process.stdout.readline()).strip())
            for process in (living, killed)
        )
        (left / "spilled").write_bytes(b"x")
        killed.kill()
        killed.wait()
        assert left.is_dir()
        with scratch.scratch_folder() as mine:
            assert not left.parent.exists()
            assert kept.is_dir()
            assert foreign.is_dir()
            assert Path(mine).is_dir()
        living.communicate("")
    assert not kept.parent.exists()
    scratch.leave()
    assert list(tmp_path.iterdir()) == [foreign]
