"""The gate: every part runs, whatever became of the ones before; a table at the end says all.

`python tests/gate.py check` is for daily work, `python tests/gate.py test` for all there is.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
# pytest says it so, and mypy: "12 passed in 3.4s", "Success: no issues found in 241 source files".
COUNTS = re.compile(r"(\d+) (passed|failed|errors?|skipped)\b")
# pytest ends with a line for each test that failed, and why.
FAILED = re.compile(r"(FAILED|ERROR) (tests/.+)")
# So many tests of a part may be tried again.
MOST_AGAIN = 3
NO_STORE = ("tests/unit", "tests/architecture")


@dataclass(frozen=True)
class Part:
    """One part of the gate: what it is called, what it runs, and how.

    `again` runs the tests that are named after it; what failed is tried a second time with it,
    alone, when all else has ended.
    """

    name: str
    command: Sequence[str]
    environment: dict[str, str] = field(default_factory=dict)
    is_beside_next: bool = False
    again: Sequence[str] = ()


@dataclass(frozen=True)
class Outcome:
    """How a part ended: its exit code, its time, the tests it counted, and those that failed.

    `second` names the tests that passed only when they were tried again.
    """

    name: str
    code: int
    seconds: float
    counts: dict[str, int]
    failed: tuple[str, ...] = ()
    second: tuple[str, ...] = ()

    def line(self) -> str:
        word = "passed" if self.code == 0 else "FAILED"
        counted = ", ".join(f"{count} {what}" for what, count in self.counts.items())
        return f"  {self.name:<24}{word:<8}{self.seconds:>7.1f} s   {counted}"


def tool(name: str) -> str:
    """Return a program of this environment."""
    return str(BIN / name)


def pytest_part(name: str, *arguments: str, beside: bool = False, **environment: str) -> Part:
    ours = {
        "CORRIDOR_THREADS": "1",  # each process has a core: more threads would only take turns
        "CORRIDOR_CHECK_NICE": "1",  # nobody reads beside a check: it need not stand back
        "PYTHONDONTWRITEBYTECODE": "",  # hundreds of processes would compile everything again
    }
    return Part(name, [sys.executable, "-m", "pytest", *arguments], ours | environment, beside)


def lint() -> list[Part]:
    return [
        Part("format", [tool("ruff"), "format", "--check", "."]),
        Part("lint", [tool("ruff"), "check", "."]),
        Part("imports", [tool("lint-imports")]),
        Part("spelling", [tool("codespell")]),
        Part("types", [tool("mypy")], is_beside_next=True),  # one core's work, the longest of these
    ]


def check() -> list[Part]:
    return [*lint(), pytest_part("units", *NO_STORE, "-m", "not slow", *SPREAD)]


def everything() -> list[Part]:
    search = [sys.executable, "tests/find_browser.py", "--install"]
    found = subprocess.run(search, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    named = {"CORRIDOR_BROWSER": found.stdout.strip()}
    # A browser waits half of its time: the other tests have the cores meanwhile.
    browser = pytest_part("browser", "tests/browser", *BROWSERS, beside=True, **named)
    return [
        *lint(),
        replace(browser, again=[sys.executable, "-m", "pytest"]),
        pytest_part("tests", "--ignore", "tests/browser", *SPREAD),
    ]


# The file is what shares a server or a store: its tests stay together. By name the quick unit
# tests come last: no core waits long for the last file.
SPREAD = ("--numprocesses", "auto", "--dist", "loadfile", "--no-loadscope-reorder")
BROWSERS = ("--numprocesses", str(min(2, os.cpu_count() or 1)), *SPREAD[2:])
KINDS = {"check": check, "test": everything, "lint": lint}


def groups(parts: Sequence[Part]) -> list[list[Part]]:
    """Return the parts in their order, those together that run side by side."""
    found: list[list[Part]] = [[]]
    for part in parts:
        found[-1].append(part)
        if not part.is_beside_next:
            found.append([])
    return [group for group in found if group]


def together(parts: Sequence[Part]) -> list[Outcome]:
    """Run parts side by side; of several, each line tells whose it is."""
    print(f"\n== {' and '.join(part.name for part in parts)}", flush=True)
    with ThreadPoolExecutor(len(parts)) as pool:
        return list(pool.map(lambda it: run(it, f"{it.name}: " if parts[1:] else ""), parts))


def run(part: Part, mark: str = "") -> Outcome:
    """Run a part, show what it says, and read its counts."""
    begun = time.monotonic()
    counts: dict[str, int] = {}
    failed: list[str] = []
    process = subprocess.Popen(
        part.command, cwd=ROOT, env=os.environ | part.environment, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace",
    )  # fmt: skip
    with process:
        assert process.stdout is not None
        for line in process.stdout:
            print(f"{mark}{line}", end="", flush=True)
            if line.rstrip().endswith(("s", ")", "=")) and " in " in line:
                counts = {what: int(count) for count, what in COUNTS.findall(line)} or counts
            if found := FAILED.match(line):
                failed.append(found[2].rstrip())
    return Outcome(part.name, process.returncode, time.monotonic() - begun, counts, tuple(failed))


def tried_again(part: Part, outcome: Outcome) -> Outcome:
    """Try the few tests that failed a second time, alone; more than a few are no accident."""
    # A test that fails and cannot be cleaned up after is named twice.
    names = list(dict.fromkeys(line.split(" - ")[0] for line in outcome.failed))
    if not part.again or not 0 < len(names) <= MOST_AGAIN:
        return outcome
    print(f"\n== {part.name}, what failed once more", flush=True)
    second = run(replace(part, command=[*part.again, *names]))
    left = second.failed if second.code else ()
    passed = tuple(name for name in names if all(not line.startswith(name) for line in left))
    if second.code and not left:  # it did not get to its tests
        passed, left = (), outcome.failed
    known = {what: count for what, count in outcome.counts.items() if not what.startswith("error")}
    counts = known | {
        "passed": outcome.counts.get("passed", 0) + len(passed),
        "failed": len({line.split(" - ")[0] for line in left}),
    }
    seconds = outcome.seconds + second.seconds
    return Outcome(part.name, second.code, seconds, counts, left, passed)


def summary(outcomes: Sequence[Outcome], seconds: float) -> str:
    """Return the table of all parts, what failed, and the sum of all tests in its last line."""
    total = {"passed": 0, "failed": 0, "skipped": 0}
    for outcome in outcomes:
        for what, count in outcome.counts.items():
            kind = "failed" if what.startswith("error") else what
            total[kind] += count
    bad = [outcome.name for outcome in outcomes if outcome.code]
    counted = ", ".join(f"{count} {what}" for what, count in total.items())
    parts = f"failed parts: {', '.join(bad)}" if bad else "all parts passed"
    return "\n".join(
        ["", "== summary", *(outcome.line() for outcome in outcomes), f"{parts}",
         *(f"  {test}" for outcome in outcomes for test in outcome.failed),
         *(f"passed only at the second try: {test}" for it in outcomes for test in it.second),
         f"{counted} in {seconds:.0f}s"]
    )  # fmt: skip


def main(kind: str) -> int:
    begun = time.monotonic()
    parts = KINDS[kind]()
    outcomes = [outcome for group in groups(parts) for outcome in together(group)]
    outcomes = [tried_again(part, it) for part, it in zip(parts, outcomes, strict=True)]
    print(summary(outcomes, time.monotonic() - begun), flush=True)
    return int(any(outcome.code for outcome in outcomes))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else "test"))
