"""Map and timeline as instruments: what a click, a filter, a played window and a million cost.

In a browser without a graphics card (software drawing), beside the server on the same machine.
What is played, and the million, is SYNTHETIC: shipped accounts with new ids and days, moved by up
to half a degree.
"""

from __future__ import annotations

import contextlib
import os
import platform
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as Timeout
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.maps import scattered
from bench.page import PERIODS, choose_period
from bench.scale import SEED, synthetic_records
from bench.server import SIZE, browser, running, wait_until_settled, wait_until_up
from bench.timing import print_aim
from corridor import queries, settings
from corridor.filter import IncidentFilter
from corridor.maps.sent_map import table
from corridor.store import open_store
from corridor.store.seeding import SEED_FILE

CLICK_AIM, CHANGE_AIM, PAINT_AIM = 0.3, 0.5, 3.0
MOST_SENT, MOST_A_MARK = 20_000, 15.0
# Points that are played, and the frames a second that are aimed at.
PLAYED: Final = {2_000: 20.0, 10_000: 8.0}
CLICKS, PLAY_SECONDS = 5, 4.0
TRIES, REST_MS, MOST_MS = 4, 1500, 180_000
YEAR: Final = "dates=2017-07-01&dates=2018-06-30"
ALL_DAYS: Final = IncidentFilter(
    provinces=(), date_from=date(1989, 1, 1), date_to=date(2018, 12, 31)
)
ALL: Final = "province=All+Iraq&dates=1989-01-01&dates=2018-12-31"
# All happens in the first days of a window that grows: from then on each frame has every point.
FIRST_DAYS: Final = 20
PLAYED_YEAR: Final = "province=All+Iraq&dates=2018-01-01&dates=2018-12-31"
THE_MAP: Final = "document.querySelector('.cw-map')?.parentElement.corridorMap"
PAINTED: Final = f"() => {THE_MAP}?.drawing.frames > 0"
FRAMES: Final = f"() => [{THE_MAP}.drawing.frames, performance.now()]"
# Where on the page a mark of the map, and a bar of the timeline, is: `at` (0-1) of all in view.
MARK: Final = f"""at => {{
    const {{ drawing }} = {THE_MAP};
    const box = document.querySelector("#map-marks").getBoundingClientRect();
    const points = drawing.marks.find(({{ id }}) => id === "exact").data;
    const seen = points.map(({{ p }}) => drawing.viewport().project(p))
        .filter(([x, y]) => x > 60 && y > 60 && x < box.width - 60 && y < box.height - 60);
    const [x, y] = seen[Math.floor(at * seen.length)];
    return [box.x + x, box.y + y];
}}"""
BAR: Final = """at => {
    const bars = [...document.querySelectorAll(".st-key-timeline_bars .bars .point path")];
    const box = bars[Math.floor(at * bars.length)].getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
}"""
# Press and release in one moment, as a hand does.
CLICK: Final = """([clientX, clientY]) => {
    const hit = document.elementFromPoint(clientX, clientY);
    const hand = {bubbles: true, pointerType: "mouse", pointerId: 1, isPrimary: true,
        clientX, clientY};
    hit.dispatchEvent(new PointerEvent("pointerdown", {...hand, button: 0, buttons: 1}));
    hit.dispatchEvent(new PointerEvent("pointerup", {...hand, button: 0}));
}"""


def run() -> None:
    """Measure each beside its aim, and name the machine."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(f"\nInstruments: {os.cpu_count()} cores of {platform.machine()}, software drawing, "
          f"load {load:.1f} at the start")  # fmt: skip
    with browser() as opened:
        with running() as (address, _):
            wait_until_up(address)
            _clicks(opened, f"{address}/map?{YEAR}", "map", MARK)
            _clicks(opened, f"{address}/timeline?{YEAR}", "timeline", BAR)
            _changes(opened, address)
            _first_paint(opened, address, "the shipped incidents")
            _roll(opened, address)
        _weigh()
        for points, aim in PLAYED.items():
            with _synthetic(points, played=True) as address:
                _play(opened, address, points, aim)
        with _synthetic(1_000_000) as address:
            _first_paint(opened, address, "a SYNTHETIC million")


class Wire:
    """What goes over the websockets of a page, and when."""

    def __init__(self, page: Page) -> None:
        self.received: list[bytes] = []
        self.sent: list[float] = []
        self.last = 0.0
        page.on("websocket", self._listen)

    def _listen(self, socket: Any) -> None:
        socket.on("framereceived", self._take)
        socket.on("framesent", lambda _: self.sent.append(time.perf_counter()))

    def _take(self, data: bytes) -> None:
        self.received.append(bytes(data))
        self.last = time.perf_counter()

    def clear(self) -> None:
        """Forget what went over them."""
        self.received, self.sent = [], []

    def answered(self) -> float:
        """Return the seconds from what was asked first to what came last."""
        return self.last - self.sent[0]

    def size(self, kind: str = "") -> int:
        """Return the bytes of all that came, or of the elements of a kind."""
        kinds = (ForwardMsg.FromString(data).delta.new_element for data in self.received)
        told = zip(kinds, self.received, strict=True)
        return sum(len(data) for it, data in told if kind in ("", it.WhichOneof("type")))


def _clicks(opened: Browser, address: str, name: str, spot: str) -> None:
    """Click marks or bars one after the other, each another, and wait until all is settled."""
    page = opened.new_page(viewport=SIZE)
    wire = Wire(page)
    page.goto(address)
    wait_until_settled(page, name)
    if name == "map":
        page.wait_for_function(PAINTED)
    times, answered, sizes, own = [], [], [], []
    for number in range(CLICKS):
        page.wait_for_timeout(REST_MS)
        times.append(_click(page, wire, name, page.evaluate(spot, (number + 0.5) / CLICKS)))
        answered.append(wire.answered())
        sizes.append(wire.size())
        own.append(wire.size("bidi_component"))
    print_aim(f"a click to all settled, {name}", times, CLICK_AIM)
    print(f"    of it from asked to all sent: {statistics.median(answered):.2f} s")
    _print(f"  what map and timeline get of it, {name}", f"{max(own):,} bytes", f"≤ {MOST_SENT:,}",
           max(own) <= MOST_SENT, f"with all panels {max(sizes):,}")  # fmt: skip
    page.close()


def _click(page: Page, wire: Wire, name: str, spot: tuple[float, float]) -> float:
    """Click there, again where the first was not taken; give the seconds until all is settled."""
    for _ in range(TRIES):
        before = page.url
        page.mouse.move(spot[0] - 8, spot[1] - 8)
        page.mouse.move(*spot)
        page.wait_for_timeout(REST_MS)
        wire.clear()
        begun = time.perf_counter()
        page.evaluate(CLICK, spot)
        with contextlib.suppress(Timeout):
            page.wait_for_function(
                "before => location.href !== before", arg=before, polling=10, timeout=5000
            )
            return wait_until_settled(page, name) - begun
    raise SystemExit(f"no click was taken on the page {name}")


def _changes(opened: Browser, address: str) -> None:
    page = opened.new_page(viewport=SIZE)
    page.goto(f"{address}/map")
    wait_until_settled(page, "map")
    page.get_by_text("Change filter", exact=True).click()
    wait_until_settled(page, "map")
    for told in ("for the first time", "again"):
        times = [choose_period(page, "map", period) for period in PERIODS]
        print_aim(f"a new period to the whole page, map, {told}", times, CHANGE_AIM)
    page.close()


def _weigh() -> None:
    """Weigh what is played of all shipped incidents, as it is sent."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(settings.load(Path(folder)))
        grains = table(queries.map_grains(store, ALL_DAYS), queries.map_places(store, ALL_DAYS))
    written = pa.BufferOutputStream()
    sent = pa.Table.from_pandas(grains, preserve_index=False)
    with pa.ipc.new_stream(written, sent.schema) as stream:
        stream.write_table(sent)
    each = written.tell() / len(grains)
    _print("what is played, a point (mark, day, type)", f"{each:.1f} bytes", f"≤ {MOST_A_MARK:.0f}",
           each <= MOST_A_MARK, f"{len(grains):,} points")  # fmt: skip


def _play(opened: Browser, address: str, points: int, aim: float) -> None:
    page = opened.new_page(viewport=SIZE)
    wire = Wire(page)
    page.goto(f"{address}/map?{PLAYED_YEAR}")
    wait_until_settled(page, "map")
    page.wait_for_function(PAINTED)
    page.locator('[data-cw-play="span"]').select_option("grow")
    page.locator('[data-cw-play="play"]').click()
    page.wait_for_function(f"() => {THE_MAP}.player.end - {THE_MAP}.player.first > {FIRST_DAYS}")
    wire.clear()
    rate = _frames(page)
    asked = len(wire.sent)
    drawn = page.evaluate(f"() => {THE_MAP}.drawing.sums.n.filter(n => n > 0).length")
    page.evaluate(f"() => {{ const {{ drawing }} = {THE_MAP}; drawing.marks = []; }}")
    bare = _frames(page)
    page.close()
    _print(f"playback of {points:,} SYNTHETIC points", f"{rate:.1f} frames a second",
           f"≥ {aim:.0f}", rate >= aim,
           f"{drawn:,} marks drawn; {bare:.1f} without any mark")  # fmt: skip
    _print("  asked of the server meanwhile", f"{asked} messages", "0", asked == 0)


def _roll(opened: Browser, address: str) -> None:
    """Play all that is shipped as it plays by itself: 90 days at a time."""
    page = opened.new_page(viewport=SIZE)
    page.goto(f"{address}/map?{ALL}")
    wait_until_settled(page, "map")
    page.wait_for_function(PAINTED)
    points = page.evaluate(f"() => {THE_MAP}.player.grains.day.length")
    page.locator('[data-cw-play="play"]').click()
    rate = _frames(page)
    page.close()
    _print("playback of all shipped, 90 days at a time", f"{rate:.1f} frames a second",
           f"≥ {PLAYED[2_000]:.0f}", rate >= PLAYED[2_000], f"of {points:,} points")  # fmt: skip


def _frames(page: Page) -> float:
    """Return the frames a second that the map draws."""
    first, begun = page.evaluate(FRAMES)
    page.wait_for_timeout(1000 * PLAY_SECONDS)
    last, ended = page.evaluate(FRAMES)
    return float(1000 * (last - first) / (ended - begun))


def _first_paint(opened: Browser, address: str, what: str) -> None:
    """Open the map of all in a browser that knows the page, on a server that was asked."""
    page = opened.new_page(viewport=SIZE)
    wire = Wire(page)
    page.goto(f"{address}/method")
    page.locator("h1").first.wait_for(timeout=MOST_MS)
    for told in ("for the first time", "again"):
        wire.clear()
        begun = time.perf_counter()
        page.goto(f"{address}/map?{ALL}")
        page.wait_for_function(PAINTED, polling=20, timeout=MOST_MS)
        print_aim(f"first paint of {what}, {told}", [time.perf_counter() - begun],
                  PAINT_AIM)  # fmt: skip
        wait_until_settled(page, "map", MOST_MS / 1000)
        print(f"    sent for the map: {wire.size('bidi_component'):,} bytes", flush=True)
    page.close()


@contextlib.contextmanager
def _synthetic(rows: int, *, played: bool = False) -> Iterator[str]:
    """Run a server on a data folder whose shipped incidents are SYNTHETIC ones."""
    records = scattered(synthetic_records(rows))
    if played:
        records = _to_be_played(records)
    with tempfile.TemporaryDirectory() as folder:
        seed = Path(folder) / "incidents" / "seed"
        seed.mkdir(parents=True)
        pq.write_table(records, seed / SEED_FILE, compression="zstd")
        with running(Path(folder)) as (address, _):
            wait_until_up(address)
            yield address


def _to_be_played(records: pa.Table) -> pa.Table:
    """Let all happen at exact places in the first days of 2018."""
    is_account = np.asarray(records["record_kind"]) == "account"
    days = np.random.default_rng(SEED).integers(0, FIRST_DAYS, len(records))
    dates = np.datetime64("2018-01-01") + days.astype("timedelta64[D]")
    changed = {
        "event_date": pa.array(dates, mask=~is_account),
        "event_date_end": pa.nulls(len(records), pa.date32()),
        "geo_precision": pa.array(np.ones(len(records), np.int32), mask=~is_account),
    }
    for name, values in changed.items():
        at = records.schema.get_field_index(name)
        records = records.set_column(at, name, values.cast(records.schema.field(name).type))
    return records


def _print(what: str, found: str, aim: str, is_reached: bool, more: str = "") -> None:
    verdict = "reached" if is_reached else "missed"
    print(f"  {what:<48}{found:>16}   aim {aim}: {verdict}{f'   ({more})' if more else ''}",
          flush=True)  # fmt: skip
