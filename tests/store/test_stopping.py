"""A program that is asked to stop ends cleanly, and what a killed one left behind goes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corridor.settings import PROJECT, Settings
from corridor.store import Store, scratch
from corridor.store import store as store_module
from corridor.store.log import delta_log
from tests.ports import free_port
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
        (delta_log.Log, "_write", before, False),
        (delta_log.Log, "_write", after, True),
        (delta_log.Log, "_settle", after, True),
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


SERVING = """
import sys, threading
from corridor.cli import main
from corridor.store import Store
from corridor.store.log import delta_log
from corridor.ui import server
from tests.store.conftest import account, imported

server._make_ready = lambda: None  # it would wait for the commit too
write, settle = delta_log.Log._write, Store.settle

def held(*arguments):
    print("writing", flush=True)
    sys.stdin.readline()
    return write(*arguments)

def told(store):
    print("settling", flush=True)
    settle(store)

Store.settle = told

def commit():
    sys.stdin.readline()
    from corridor.ui.frame import cached
    delta_log.Log._write = held
    cached.store().commit(account("TEST:1"), imported())

threading.Thread(target=commit, daemon=True).start()
sys.exit(main(sys.argv[1:]))
"""


def test_a_server_that_is_stopped_ends_the_commit_under_way(
    tiny: Settings, tiny_store: Store, tmp_path: Path
) -> None:
    port, temporary = free_port(), tmp_path / "temporary"
    temporary.mkdir()
    command = [sys.executable, "-c", SERVING, "serve", "--port", str(port)]
    own = {"TMPDIR": str(temporary), "CORRIDOR_DATA": str(tiny.data_dir)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        bufsize=0, cwd=PROJECT, env=os.environ | own,
    ) as process:  # fmt: skip
        try:
            _stop_within_a_commit(process, port)
        finally:
            process.kill()
    assert tiny_store.version == 1
    examined = tiny_store.examine()
    assert (examined.problems, examined.notes) == ([], [])
    assert list(temporary.iterdir()) == []


def _stop_within_a_commit(process: subprocess.Popen[bytes], port: int) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    assert b"Corridor Watch on" in process.stdout.readline()
    wait_for(lambda: answers(port))
    process.stdin.write(b"begin\n")
    assert process.stdout.readline() == b"writing\n"
    process.terminate()
    assert process.stdout.readline() == b"settling\n"
    process.stdin.write(b"go on\n")
    said = process.stdout.read()
    assert (process.wait(), said) == (0, b"")


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wait_for(happens: Callable[[], bool]) -> None:
    """Wait for it; the end is for a hang only, ten times what it takes on a busy machine."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        if happens():
            return
        time.sleep(0.05)
    raise AssertionError("it never happened")
