"""Take times and print them beside each other."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence

ROUNDS = 7


def medians_ms(calls: Mapping[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """Give the median time of each call in milliseconds.

    The calls take turns, so that a busy moment of the machine hits all of them.
    """
    times: dict[str, list[float]] = {name: [] for name in calls}
    for turn in range(rounds + 1):
        for name, call in calls.items():
            start = time.perf_counter()
            call()
            if turn:  # the first one warms up
                times[name].append(time.perf_counter() - start)
    return {name: statistics.median(taken) * 1000 for name, taken in times.items()}


def print_ratios(title: str, rows: Mapping[str, Mapping[str, float]]) -> None:
    """Print `rows[question][engine]` in ms, and each engine's sum over the first engine's."""
    engines = list(next(iter(rows.values())))
    print(f"\n{title}")
    print("  " + "".join(f"{name:>20}" for name in ("ms", *engines)))
    for question, times in rows.items():
        print("  " + f"{question:>20}" + "".join(f"{times[name]:>20.1f}" for name in engines))
    sums = {name: sum(times[name] for times in rows.values()) for name in engines}
    print("  " + f"{'sum':>20}" + "".join(f"{sums[name]:>20.1f}" for name in engines))
    ratios = "".join(f"{sums[name] / sums[engines[0]]:>20.2f}" for name in engines)
    print("  " + f"{'ratio':>20}" + ratios)


def print_aim(what: str, seconds: Sequence[float], aim: float) -> None:
    """Print the median of some runs in seconds, all of them, and the aim."""
    middle = statistics.median(seconds)
    runs = ", ".join(f"{value:.2f}" for value in seconds)
    verdict = "reached" if middle <= aim else "missed"
    print(f"  {what:<48}{middle:>6.2f} s   aim ≤ {aim} s: {verdict}   ({runs})")
