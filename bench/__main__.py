"""`python -m bench`: print what was measured, in four sections."""

from __future__ import annotations

import argparse

from bench import answers, ingest, page, scale


def main() -> None:
    """Run the sections asked for."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument(
        "--only", choices=("answers", "scale", "ingest", "page"), help="default: all"
    )
    parser.add_argument("--rows", type=int, default=1_000_000, help="synthetic accounts")
    chosen = parser.parse_args()
    sections = {
        "answers": answers.run,
        "scale": lambda: scale.run(chosen.rows),
        "ingest": lambda: ingest.run(chosen.rows),
        "page": page.run,
    }
    for name, run in sections.items():
        if chosen.only in (None, name):
            run()


if __name__ == "__main__":
    main()
