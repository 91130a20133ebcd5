"""What a filter change on the Overview costs the server: its processor time, from asked to sent.

One session changes provinces and dates over Streamlit's own websocket, once through every filter
of the load test (each for the first time: its answers, charts and map are made) and then again
and again (all of them kept). The clock is the server's own, so other programs do not add to it
(Linux). It holds all of a change: the script, what is sent, and what Streamlit does about it.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import time
from collections.abc import Sequence
from typing import Final

from bench.load import FILTERS, Visitor, open_pages
from bench.server import running, wait_until_up

ROUNDS, MOST_ROUNDS = 3, 50
AIM: Final = 0.06
# What runs after a change is sent (garbage, timers) is the change's too.
REST: Final = 0.15


def processor_seconds(pid: int) -> float:
    """Return what a process has used of the processor, to the microsecond."""
    return time.clock_gettime((~pid << 3) | 2)  # how Linux names the clock of another process


async def _change(visitor: Visitor, pid: int, number: int) -> tuple[float, int]:
    """Choose a filter; return the server's seconds and the bytes that it sent."""
    begun = processor_seconds(pid)
    await visitor.choose(*FILTERS[number])
    await asyncio.sleep(REST)
    return processor_seconds(pid) - begun, visitor.received


def _tell(what: str, changes: Sequence[tuple[float, int]]) -> None:
    used, sent = [seconds for seconds, _ in changes], [size for _, size in changes]
    print(
        f"  {what:<30}{statistics.median(used):>7.3f} s of the processor"
        f" ({min(used):.3f}–{max(used):.3f}), {statistics.median(sent) / 1000:.0f} kB sent,"
        f" {len(changes)} changes",
        flush=True,
    )


async def measure(address: str, pid: int, rounds: int) -> None:
    """Print the medians of first and of later changes."""
    (visitor,) = await open_pages(address, 1)
    for told in ("for the first time", *["again"] * rounds):
        _tell(f"a filter {told}", [await _change(visitor, pid, at) for at in range(len(FILTERS))])
    _tell("the same filter", [await _change(visitor, pid, 0) for _ in range(len(FILTERS))][1:])
    await visitor.socket.close()


def main() -> None:
    """Start a server on loopback and measure it."""
    parser = argparse.ArgumentParser(prog="bench.rerun", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="of every filter, again")
    rounds = parser.parse_args().rounds
    if not 0 < rounds <= MOST_ROUNDS or sys.platform != "linux":
        parser.error(f"1–{MOST_ROUNDS} rounds, on Linux")
    with running() as (address, process):
        wait_until_up(address)
        print(f"\nA filter change on the Overview, {len(FILTERS)} filters; aim {AIM} s again")
        asyncio.run(measure(address, process.pid, rounds))


if __name__ == "__main__":
    main()
