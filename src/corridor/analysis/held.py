"""What simulation says of the product's own intervals: how often they hold, what they can decide.

The two files beside this one are written by `python -m bench.coverage --write` and
`python -m bench.power --write`, from SYNTHETIC months.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

# The correlations of neighbouring months that were seen; in months that are strangers, and in
# none that was seen, the intervals hold more often.
SEEN: Final = (0.3, 0.7)
_HERE: Final = Path(__file__).parent


@dataclass(frozen=True)
class Held:
    """In which share of runs the 90 % interval of a kind of indicator held the truth.

    Over all sizes, dispersions and correlations that were seen: the `least`, the `mean`, the
    `most`; `before` is the mean of the interval that the product had before, None where it had
    none. `runs` are those of a cell.
    """

    indicator: str
    least: float
    mean: float
    most: float
    before: float | None
    runs: int


@dataclass(frozen=True)
class Power:
    """How often a part gets which verdict in a world that is known.

    `incidents` are those of a year, `others` those that they are compared with (0 for none);
    `truth` is the indicator's value in that world, `claim` and `denial` the thresholds. `words` are
    the verdicts with their shares, most frequent first.
    """

    indicator: str
    incidents: int
    others: int
    truth: float
    claim: float
    denial: float
    words: tuple[tuple[str, float], ...]


@cache
def held() -> dict[str, Held]:
    """Return how often the intervals hold, by the kind of indicator."""
    cells: dict[str, list[dict[str, str]]] = {}
    for row in _rows("coverage.csv"):
        # What has no order in time has no correlation.
        if SEEN[0] <= float(row["rho"]) <= SEEN[1] or row["indicator"] in _WITHOUT_TIME:
            cells.setdefault(row["indicator"], []).append(row)
    return {kind: _held(kind, rows) for kind, rows in cells.items()}


_WITHOUT_TIME: Final = ("close_pairs", "misplaced_share")


def _held(kind: str, rows: list[dict[str, str]]) -> Held:
    shares = [float(row["held"]) for row in rows]
    before = [float(row["before"]) for row in rows if row["before"]]
    return Held(
        kind,
        min(shares),
        sum(shares) / len(shares),
        max(shares),
        sum(before) / len(before) if before else None,
        max(int(row["runs"]) for row in rows),
    )


@cache
def power() -> tuple[Power, ...]:
    """Return how often each kind of part gets which verdict, in the order of the file."""
    worlds: dict[tuple[str, int, int, float, float, float], list[tuple[str, float]]] = {}
    for row in _rows("power.csv"):
        truth, claim, denial = (float(row[name]) for name in ("truth", "claim", "denial"))
        sizes = int(row["incidents"]), int(row["others"])
        words = worlds.setdefault((row["indicator"], *sizes, truth, claim, denial), [])
        words.append((row["word"], float(row["share"])))
    return tuple(Power(*world, tuple(words)) for world, words in worlds.items())


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_HERE / name).open(newline="", encoding="utf-8") as lines:
        yield from csv.DictReader(lines)
