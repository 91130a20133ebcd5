"""`python -m bench`: print what was measured, in ten sections."""

from __future__ import annotations

import argparse

from bench import answers, history, ingest, instruments, load, maps, page, scale, verdicts

SECTIONS = (
    "answers",
    "scale",
    "maps",
    "ingest",
    "matching",
    "history",
    "verdicts",
    "page",
    "instruments",
    "load",
)


def main() -> None:
    """Run the sections asked for."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--only", choices=SECTIONS, help="default: all")
    parser.add_argument("--rows", type=int, default=1_000_000, help="synthetic accounts")
    chosen = parser.parse_args()
    sections = {
        "answers": answers.run,
        "scale": lambda: scale.run(chosen.rows),
        "maps": lambda: maps.run(chosen.rows),
        "ingest": lambda: ingest.run(chosen.rows),
        "matching": lambda: ingest.run_matching(chosen.rows, chosen.rows // 10),
        "history": history.run,
        "verdicts": lambda: verdicts.run(chosen.rows),
        "page": page.run,
        "instruments": instruments.run,
        "load": load.run,
    }
    for name, run in sections.items():
        if chosen.only in (None, name):
            run()


if __name__ == "__main__":
    main()
