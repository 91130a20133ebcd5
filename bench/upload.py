"""One big upload while two others read, over Streamlit's own protocol: memory, waits, progress.

A SYNTHETIC file of 640,000 rows (105 MB) is handed in as a browser does it, checked, left, handed
in again, checked and written, while two readers change the filter of the Overview. Told are the
server's memory, what the readers waited, the largest worker, and how long the bar stood. Linux.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import tempfile
import threading
import time
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import FileURLs, UploadedFileInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection

from bench.ingest import write_file
from bench.load import FILTERS, Visitor, connected, open_pages, rerun
from bench.server import running, wait_until_up
from corridor import settings
from corridor.store import open_store

ROWS: Final = 640_000
MOST_ROWS: Final = 2_000_000
READERS: Final = 2
THINK: Final = (0.5, 1.0)
PATIENCE: Final = 600.0
SMALL_CHECKS: Final = 3
WARM_SECONDS, REST_SECONDS = 25.0, 15.0
MOST_STAND: Final = 2.0
STAGES: Final = "per cent, lasted, the bar stood, and nothing new was said"
HEADER: Final = "incident_id,source,event_date,event_type\n"
MB: Final = 1 << 20


def held(pid: int, name: str = "VmRSS") -> int:
    """Return what a process holds, in MB; 0 when it has gone."""
    try:
        told = Path(f"/proc/{pid}/status").read_text("ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) >> 10 for line in told.splitlines() if name in line), 0)


def children(pid: int) -> list[int]:
    """Return the processes that a process has begun."""
    found: list[int] = []
    with suppress(OSError):  # a thread that has ended meanwhile
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += map(int, (task / "children").read_text("ascii").split())
    return found


@dataclass
class Watch:
    """What is seen of a server while the phases of an upload go by."""

    pid: int
    phase: str = "before"
    memory: dict[str, list[int]] = field(default_factory=dict)
    workers: dict[str, int] = field(default_factory=dict)
    waits: dict[str, list[float]] = field(default_factory=dict)
    lasted: dict[str, float] = field(default_factory=dict)
    is_over: bool = False

    def look(self) -> None:
        """Look at the memory of the server and of its workers, ten times a second."""
        while not self.is_over:
            phase = self.phase
            self.memory.setdefault(phase, []).append(held(self.pid))
            for child in children(self.pid):
                largest = max(self.workers.get(phase, 0), held(child, "VmHWM"))
                self.workers[phase] = largest
            time.sleep(0.1)

    @contextmanager
    def during(self, phase: str) -> Iterator[None]:
        """Count what is seen to a phase, and how long it lasts; afterwards nothing is counted."""
        self.phase = phase
        begun = time.perf_counter()
        yield
        self.lasted[phase] = time.perf_counter() - begun

    def table(self) -> Iterator[str]:
        """Return the lines of a table."""
        columns = ("MB first", "most", "last", "worker", "p50 s", "p95 s", "max s", "runs", "s")
        yield f"  {'':<24}" + "".join(f"{name:>9}" for name in columns)
        for phase, seen in self.memory.items():
            waits = sorted(self.waits.get(phase, [])) or [0.0]
            p95 = waits[max(0, round(0.95 * len(waits)) - 1)]
            megabytes = (seen[0], max(seen), seen[-1], self.workers.get(phase, 0))
            seconds = (statistics.median(waits), p95, waits[-1])
            yield (
                f"  {phase:<24}"
                + "".join(f"{number:>9,}" for number in megabytes)
                + "".join(f"{number:>9.2f}" for number in seconds)
                + f"{len(self.waits.get(phase, [])):>9}{self.lasted.get(phase, 0):>9.1f}"
            )


@dataclass
class Uploader:
    """A session on the page Uploads: its widgets, and what its bar has shown."""

    address: str
    socket: ClientConnection
    session: str = ""
    ids: dict[str, str] = field(default_factory=dict)
    bar: list[tuple[float, int, str]] = field(default_factory=list)
    text: bytes = b""
    file: UploadedFileInfo | None = None

    async def run(self, message: BackMsg) -> None:
        """Ask for one run of the page and follow it to its end."""
        message.rerun_script.page_name = "uploads"
        self.text, self.bar, self.ids = b"", [], {}
        await self.socket.send(message.SerializeToString())
        async with asyncio.timeout(PATIENCE):
            while not self._is_end(await self._next()):
                pass

    async def _next(self) -> ForwardMsg:
        data = await self.socket.recv()
        assert isinstance(data, bytes)  # noqa: S101  says so to the type checker
        self.text += data
        return ForwardMsg.FromString(data)

    def _is_end(self, message: ForwardMsg) -> bool:
        if message.WhichOneof("type") == "new_session":
            self.session = message.new_session.initialize.session_id or self.session
        element = message.delta.new_element
        kind = element.WhichOneof("type") or ""
        if kind == "progress":
            now = time.perf_counter()
            self.bar.append((now, element.progress.value, element.progress.text))
        elif kind in {"button", "file_uploader", "text_input"}:
            widget = getattr(element, kind)
            self.ids[kind if kind == "file_uploader" else widget.label] = widget.id
        return message.WhichOneof("type") == "script_finished" and not message.script_finished

    async def hand_in(self, path: Path) -> None:
        """Send a file as a browser does: ask for its address, put it there, run the page."""
        asked = BackMsg()
        asked.file_urls_request.request_id = str(uuid.uuid4())
        asked.file_urls_request.session_id = self.session
        asked.file_urls_request.file_names.append(path.name)
        await self.socket.send(asked.SerializeToString())
        while (told := await self._next()).WhichOneof("type") != "file_urls_response":
            pass
        (urls,) = told.file_urls_response.file_urls
        await asyncio.to_thread(self._put, urls.upload_url, path)
        self.file = UploadedFileInfo(
            name=path.name, size=path.stat().st_size, file_id=urls.file_id,
            file_urls=FileURLs(**{name: getattr(urls, name) for name in _URLS}),
        )  # fmt: skip
        await self.run(self._state())
        self.must_say(f"{path.name}, read as")

    def _put(self, url: str, path: Path) -> None:
        """Send the file as a form with one part, from the disk."""
        token = self._token()
        mark = uuid.uuid4().hex
        head = (
            f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{path.name}"\r\n'
            "Content-Type: text/csv\r\n\r\n"
        ).encode()
        tail = f"\r\n--{mark}--\r\n".encode()
        with path.open("rb") as file:
            request = urllib.request.Request(
                f"{self.address}/{url.lstrip('/')}",
                data=_parts(head, file, tail),
                method="PUT",
                headers={
                    "Content-Type": f"multipart/form-data; boundary={mark}",
                    "Content-Length": str(len(head) + path.stat().st_size + len(tail)),
                    "X-Xsrftoken": token,
                    "Cookie": f"_streamlit_xsrf={token}",
                },
            )
            urllib.request.urlopen(request, timeout=PATIENCE).close()

    def _token(self) -> str:
        with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=10) as answer:
            cookies = SimpleCookie(answer.headers.get("Set-Cookie", ""))
        return cookies["_streamlit_xsrf"].value if "_streamlit_xsrf" in cookies else ""

    async def press(self, begins: str) -> None:
        """Press the button whose label begins so."""
        (name,) = [name for label, name in self.ids.items() if label.startswith(begins)]
        state = self._state()
        state.rerun_script.widget_states.widgets.add(id=name).trigger_value = True
        await self.run(state)

    def _state(self) -> BackMsg:
        state = rerun()
        if self.file is not None:
            widget = state.rerun_script.widget_states.widgets.add(id=self.ids["file_uploader"])
            widget.file_uploader_state_value.uploaded_file_info.append(self.file)
        return state

    def must_say(self, words: str) -> None:
        """Stop when the page does not say what it should."""
        if words.encode() not in self.text:
            told = self.text.decode(errors="replace").split('role="main"')[-1]
            raise SystemExit(f"the page does not say {words!r}, but: {told[-3000:]}")

    def stands(self) -> Iterator[str]:
        """Return what the bar has shown of each stage, and how long it stood, and in silence."""
        shown = [(at, share, said) for at, share, said in self.bar if said]
        for stage in dict.fromkeys(said.split(" …")[0] for _, _, said in shown):
            seen = [it for it in shown if it[2].split(" …")[0] == stage]
            lasted = seen[-1][0] - seen[0][0]
            stood = _longest([(at, share) for at, share, _ in seen])
            silent = _longest([(at, (share, said)) for at, share, said in seen])
            mark = "  !" if silent > MOST_STAND else ""
            yield (
                f"    {stage:<40}{seen[0][1]:>4}–{seen[-1][1]:<4}{lasted:>7.1f} s"
                f"{stood:>7.1f} s{silent:>7.1f} s{mark}"
            )


def _longest(seen: list[tuple[float, object]]) -> float:
    """Return for how long the same was shown, at most."""
    since, before = seen[0]
    most = 0.0
    for at, shown in seen:
        most = max(most, at - since)
        if shown != before:
            since, before = at, shown
    return most


_URLS: Final = ("file_id", "upload_url", "delete_url")


def _parts(head: bytes, file: object, tail: bytes) -> Iterator[bytes]:
    yield head
    while chunk := file.read(MB):  # type: ignore[attr-defined]
        yield chunk
    yield tail


async def _read(address: str, watch: Watch) -> None:
    """Let the readers change filters until it is over."""

    async def one(number: int, visitor: Visitor) -> None:
        chance = random.Random(number)  # noqa: S311 - only spreads the readers
        while not watch.is_over:
            await asyncio.sleep(chance.uniform(*THINK))
            phase = watch.phase
            seconds = await visitor.choose(*chance.choice(FILTERS))
            watch.waits.setdefault(phase, []).append(seconds)

    await asyncio.gather(*(one(*pair) for pair in enumerate(await open_pages(address, READERS))))


async def _uploader(address: str) -> Uploader:
    made = Uploader(address, await connected(address))
    await made.run(rerun())
    return made


async def _upload(address: str, watch: Watch, big: Path) -> None:
    """Go through the phases."""
    with watch.during("before"):
        await asyncio.sleep(WARM_SECONDS)
    with watch.during("small checks"):
        for number in range(SMALL_CHECKS):
            small = big.with_name(f"small{number}.csv")
            small.write_text(f"{HEADER}MY:{number},MY,2018-06-17,Battles\n", encoding="utf-8")
            visitor = await _uploader(address)
            await asyncio.sleep(2)
            begun = time.perf_counter()
            await visitor.hand_in(small)
            print(f"  small check {number + 1}: {time.perf_counter() - begun:.1f} s", flush=True)
            await visitor.socket.close()
    for ends in ("left", "written"):
        visitor = await _uploader(address)
        await asyncio.sleep(3)
        with watch.during(f"check, to be {ends}"):
            await visitor.hand_in(big)
        print(f"  check, to be {ends}: {STAGES}", *visitor.stands(), sep="\n", flush=True)
        with watch.during(f"checked, to be {ends}"):
            await asyncio.sleep(REST_SECONDS)
        if ends == "written":
            with watch.during("commit"):
                await visitor.press("Add ")
            print(f"  commit: {STAGES}", *visitor.stands(), sep="\n", flush=True)
            visitor.must_say("Saved as upload")
            with watch.during("after the commit"):
                await asyncio.sleep(REST_SECONDS)
        await visitor.socket.close()
        with watch.during(f"{ends}, browser gone"):
            await asyncio.sleep(REST_SECONDS)


def _kept(data: Path) -> int:
    """Return how many MB the engine holds for the incidents of a store, read in memory."""
    store = open_store(settings.load(data))
    store.read("SELECT count(*) FROM incidents")
    found = store.read("SELECT sum(memory_usage_bytes) AS bytes FROM duckdb_memory()")
    return int(found["bytes"].iloc[0]) // MB


def run(rows: int = ROWS) -> None:
    """Start a server on loopback, upload to it and print what was seen."""
    with tempfile.TemporaryDirectory() as folder:
        big, data = Path(folder) / "big.csv", Path(folder) / "data"
        write_file(big, rows)
        print(f"\nSYNTHETIC file of {rows:,} rows, {big.stat().st_size / 1e6:.0f} MB; two read")
        with running(data) as (address, process):
            wait_until_up(address)
            watch = Watch(process.pid)
            before = _kept(data)
            looking = threading.Thread(target=watch.look)
            reading = threading.Thread(target=lambda: asyncio.run(_read(address, watch)))
            for thread in (looking, reading):
                thread.start()
            try:
                asyncio.run(_upload(address, watch, big))
            finally:
                watch.is_over = True
                looking.join()
                reading.join()
        print(*watch.table(), sep="\n")
        print(f"  the incidents alone, in the engine's memory: {before} MB, then {_kept(data)} MB")


def main() -> None:
    """Run with the number of rows asked for, which is bounded."""
    parser = argparse.ArgumentParser(prog="bench.upload", description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS, help="rows of the SYNTHETIC file")
    chosen = parser.parse_args()
    if not 0 < chosen.rows <= MOST_ROWS:
        parser.error(f"1 to {MOST_ROWS:,} rows")
    run(chosen.rows)


if __name__ == "__main__":
    main()
