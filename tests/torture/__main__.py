"""`python -m tests.torture`: torture the store, print the report and write docs/torture.md."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from corridor.settings import PROJECT
from tests.torture import full_disk, syncs
from tests.torture.report import Tried, markdown
from tests.torture.seed import small_data_folder
from tests.torture.storm import Storm, race_to_undo


def torture(folder: Path, writers: int, uploads: int, kills: int, seed: int) -> Tried:
    settings = small_data_folder(folder / "data")
    books = Storm(settings, writers, uploads, kills).rage(seed)
    race = race_to_undo(settings, writers)
    disk = full_disk.why_not() or full_disk.fill_up(folder)
    traced = small_data_folder(folder / "traced")
    order = syncs.why_not() or syncs.traced_import(traced, folder)
    return Tried(seed, writers, books, race, disk, order)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--uploads", type=int, default=200)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=20180617)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tried = torture(
            Path(folder).resolve(), chosen.writers, chosen.uploads, chosen.kills, chosen.seed
        )
    text = markdown(tried)
    print(text)
    (PROJECT / "docs" / "torture.md").write_text(text, encoding="utf-8")
    return 0 if tried.is_right else 1


if __name__ == "__main__":
    sys.exit(main())
