"""Show, with strace, that file and log entry are on the disk before “commit …” is printed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from corridor.settings import PROJECT, Settings
from corridor.store import open_store
from tests.torture import writer
from tests.torture.writer import Step

_CALLS = "trace=fsync,fdatasync,write,rename,renameat,renameat2,link,linkat"


@dataclass(frozen=True)
class Syncs:
    """The calls that matter, in the order of the trace, and what is wrong with that order."""

    lines: list[str]
    wrong: list[str]


def why_not() -> str:
    """Say why it cannot be tried here, "" when it can."""
    return "" if shutil.which("strace") else "strace is not installed"


def traced_import(settings: Settings, folder: Path) -> Syncs:
    """Import one file by the command line under strace."""
    open_store(settings)
    file, trace = folder / "traced.csv", folder / "trace.txt"
    file.write_bytes(writer.content(7, Step("upload", 0)))
    command = [sys.executable, "-m", "corridor", "import", str(file)]
    subprocess.run(
        ["strace", "-f", "-y", "-s", "200", "-e", _CALLS, "-o", trace, *command],
        check=True,
        cwd=PROJECT,
        env=os.environ | {"CORRIDOR_DATA": str(settings.data_dir)},
        stdout=subprocess.DEVNULL,
    )
    return _read(trace.read_text("utf-8", errors="replace"), str(settings.store_dir))


def _read(trace: str, store: str) -> Syncs:
    steps = [
        ("the Parquet file is synced", rf"fsync\(\d+<{store}/[0-9a-f]{{8}}\.parquet>"),
        ("its folder is synced", rf"fsync\(\d+<{store}>"),
        ("the log entry appears", r"link(at)?\(.*_delta_log/0+1\.json\""),
        ("the log entry is synced", rf"fsync\(\d+<{store}/_delta_log/0+1\.json>"),
        ("the log's folder is synced", rf"fsync\(\d+<{store}/_delta_log>"),
        ("“commit …” is printed", r"write\(1<.*commit [0-9a-f]{8}"),
    ]
    lines, wrong, place = [], [], 0
    calls = [re.sub(r"^\d+\s+", "", line) for line in trace.splitlines()]
    for what, pattern in steps:
        found = next((n for n in range(place, len(calls)) if re.search(pattern, calls[n])), None)
        if found is None:
            wrong.append(f"not seen in this place: {what}")
            continue
        place = found + 1
        lines.append(f"{what}: `{_shown(calls[found], store)}`")
    return Syncs(lines, wrong)


def _shown(call: str, store: str) -> str:
    """Give a call as traced, without the names of this machine's folders."""
    whole = (
        call.split(" <unfinished", maxsplit=1)[0].replace(f"{store}/", "").replace(store, "store")
    )
    return re.sub(r"(AT_FDCWD|write\(1)<[^>]*>", r"\1", whole).strip()
