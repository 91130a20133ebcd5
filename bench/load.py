"""Many people at once on the Overview, over Streamlit's own websocket protocol.

Each session opens the page, then changes the filter again and again, with a time to think in
between. A change is done when the server says that the script has finished. The processor time
is that of the server's process, so other programs do not add to it (Linux).
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from bench.server import running, wait_until_up

SESSIONS: Final = (1, 5, 20)
THINK: Final = (4.0, 8.0)
SECONDS: Final = 40.0
MOST_SESSIONS, MOST_SECONDS = 100, 600.0
# A rerun that takes longer than this is a fault, not a slow answer.
PATIENCE: Final = 120.0
MOST_MESSAGE: Final = 64 * 2**20
# Streamlit's own `global.maxCachedMessageAge`.
KEPT_RUNS: Final = 2
CACHED_AIM, RATE_AIM = 0.15, 6.0
PROVINCES: Final = (
    ("Kirkuk",), ("Salah al-Din",), ("Diyala",), ("Kirkuk", "Diyala"), ("Ninewa",), ("All Iraq",),
)  # fmt: skip
PERIODS: Final = (
    ("2017/07/01", "2018/06/30"), ("2018/01/01", "2018/12/25"), ("2010/01/01", "2011/12/31"),
)  # fmt: skip
FILTERS: Final = [(places, period) for places in PROVINCES for period in PERIODS]


@dataclass
class Visitor:
    """One open page: its connection, and the ids of the widgets that it turns."""

    socket: ClientConnection
    ids: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    drawn: set[str] = field(default_factory=set)
    # Large messages of the last runs, which a browser keeps and asks for by their hashes.
    held: list[set[str]] = field(default_factory=lambda: [set()])
    received: int = 0

    async def run(self, state: BackMsg) -> float:
        """Ask for one run of the script and return the seconds until it has finished."""
        begun = time.perf_counter()
        self.drawn.clear()
        state.rerun_script.cached_message_hashes.extend(set().union(*self.held))
        self.held = [set(), *self.held[: KEPT_RUNS - 1]]
        self.received = 0
        await self.socket.send(state.SerializeToString())
        async with asyncio.timeout(PATIENCE):
            while not self._is_end(await self.socket.recv()):
                pass
        missing = {"plotly_chart", "bidi_component"} - self.drawn
        if missing:
            raise SystemExit(f"the Overview came without {', '.join(sorted(missing))}")
        return time.perf_counter() - begun

    async def open(self) -> float:
        """Open the page as a browser does."""
        return await self.run(rerun())

    async def choose(self, places: Sequence[str], period: Sequence[str]) -> float:
        """Change provinces and dates; like a browser it sends all lists, and the new address."""
        asked = rerun()
        days = [("dates", day.replace("/", "-")) for day in period]
        asked.rerun_script.query_string = urlencode([*(("province", p) for p in places), *days])
        chosen = {"Province": places, "Dates, first and last day": period}
        for label, name in self.ids.items():
            if label != "Findings as of":
                widget = asked.rerun_script.widget_states.widgets.add(id=name)
                widget.string_array_value.data.extend(chosen.get(label, ()))
        return await self.run(asked)

    def _is_end(self, data: Any) -> bool:
        message = ForwardMsg.FromString(data)
        self.received += len(data)
        if message.ref_hash or message.metadata.cacheable:
            self.held[0].add(message.ref_hash or message.hash)
        element = message.delta.new_element
        kind = element.WhichOneof("type") or ""
        # What this session has already comes as its hash alone.
        self.kinds[message.hash or message.ref_hash] = kind or self.kinds.get(message.ref_hash, "")
        self.drawn.add(self.kinds[message.hash or message.ref_hash])
        if kind in {"multiselect", "date_input"}:
            widget = getattr(element, kind)
            self.ids[widget.label] = widget.id
        return message.WhichOneof("type") == "script_finished" and not message.script_finished


def rerun() -> BackMsg:
    """Return what asks for a run of the script."""
    message = BackMsg()
    message.rerun_script.context_info.color_scheme = "light"
    message.rerun_script.context_info.url = "http://127.0.0.1/"
    return message


@dataclass(frozen=True)
class Measured:
    """What a number of sessions saw: seconds of each rerun, and of the server's processor."""

    seconds: list[float]
    lasted: float
    processor: float | None

    def line(self, what: str) -> str:
        """Return one line of the table."""
        ranked = sorted(self.seconds)
        p95 = ranked[max(0, round(0.95 * len(ranked)) - 1)]
        used = (
            f"{self.processor / len(ranked):>9.3f}" if self.processor is not None else "        –"
        )
        rate = len(ranked) / self.lasted
        return (
            f"  {what:<34}{statistics.median(ranked):>7.2f}{p95:>8.2f}{used}"
            f"{rate:>10.2f}{len(ranked):>8}"
        )


async def connected(address: str) -> ClientConnection:
    """Connect as a browser does."""
    return await connect(
        address.replace("http", "ws", 1) + "/_stcore/stream",
        subprotocols=[Subprotocol("streamlit")], max_size=MOST_MESSAGE,
        origin=Origin(address), proxy=None,
    )  # fmt: skip


async def open_pages(address: str, count: int) -> list[Visitor]:
    """Open the page in so many sessions at once."""
    visitors = []
    for _ in range(count):
        visitors.append(Visitor(await connected(address)))
        await visitors[-1].open()
    return visitors


async def _at_once(
    address: str, pid: int, count: int, think: tuple[float, float], lasting: float
) -> Measured:
    """Let `count` sessions change filters for some seconds, all answers being kept already."""
    visitors = await open_pages(address, count)
    seconds: list[float] = []
    end = time.perf_counter() + lasting

    async def visit(number: int, visitor: Visitor) -> None:
        chance = random.Random(number)  # noqa: S311 - only spreads the sessions
        while time.perf_counter() < end:
            await asyncio.sleep(chance.uniform(*think))
            seconds.append(await visitor.choose(*chance.choice(FILTERS)))

    begun, used = time.perf_counter(), _processor(pid)
    await asyncio.gather(*(visit(*pair) for pair in enumerate(visitors)))
    lasted, now = time.perf_counter() - begun, _processor(pid)
    for visitor in visitors:
        await visitor.socket.close()
    return Measured(seconds, lasted, now - used if now and used else None)


async def _one_by_one(address: str, pid: int) -> Measured:
    """Let one session choose every filter once, without a pause."""
    (visitor,) = await open_pages(address, 1)
    begun, used = time.perf_counter(), _processor(pid)
    seconds = [await visitor.choose(*chosen) for chosen in FILTERS]
    lasted, now = time.perf_counter() - begun, _processor(pid)
    await visitor.socket.close()
    return Measured(seconds, lasted, now - used if now and used else None)


def _processor(pid: int) -> float | None:
    """Return the processor seconds that a process has used; None where the system hides them."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return None
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


async def measure(address: str, pid: int, sessions: Sequence[int], seconds: float) -> None:
    """Print a table of what sessions see, alone and many at once."""
    print(
        f"\nThe Overview under load, {len(FILTERS)} filters; "
        f"{os.cpu_count()} cores shared with the driver"
    )
    print(f"  {'':<34}{'p50 s':>7}{'p95 s':>8}{'CPU s':>9}{'reruns/s':>10}{'reruns':>8}")
    print((await _one_by_one(address, pid)).line("every filter for the first time"), flush=True)
    again = await _one_by_one(address, pid)
    print(again.line("every filter again, answers kept"), flush=True)
    for count in sessions:
        found = await _at_once(address, pid, count, THINK, seconds)
        print(found.line(f"{count} sessions, think {THINK[0]:.0f}–{THINK[1]:.0f} s"), flush=True)
    most = max(sessions)
    found = await _at_once(address, pid, most, (0, 0), seconds / 2)
    print(found.line(f"{most} sessions that never think"), flush=True)
    rate = len(found.seconds) / found.lasted
    middle = statistics.median(again.seconds)
    print(f"  a filter change with answers kept: {middle:.2f} s, aim ≤ {CACHED_AIM} s")
    print(f"  reruns in all: {rate:.1f} a second, aim ≥ {RATE_AIM:.0f}")


def run(sessions: Sequence[int] = SESSIONS, seconds: float = SECONDS) -> None:
    """Start a server on loopback and measure it."""
    with running() as (address, process):
        wait_until_up(address)
        asyncio.run(measure(address, process.pid, sessions, seconds))


def main() -> None:
    """Run with the sessions and seconds asked for, both bounded."""
    parser = argparse.ArgumentParser(prog="bench.load", description=__doc__)
    parser.add_argument("--sessions", type=int, nargs="+", default=SESSIONS)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="for each row of the table")
    chosen = parser.parse_args()
    if max(chosen.sessions) > MOST_SESSIONS or chosen.seconds > MOST_SECONDS:
        parser.error(f"at most {MOST_SESSIONS} sessions and {MOST_SECONDS:.0f} seconds")
    run(chosen.sessions, chosen.seconds)


if __name__ == "__main__":
    main()
