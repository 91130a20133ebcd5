"""`python -m corridor.seed DIR`: rebuild everything shipped in `data/` and the terrain pictures."""

from __future__ import annotations

import sys
from pathlib import Path

from corridor.seed.geography import build_reference
from corridor.seed.incidents import SeedError, build_incidents
from corridor.seed.terrain import build_terrain
from corridor.settings import PROJECT, SHIPPED
from corridor.store.seeding import SEED_FILE


def main(arguments: list[str]) -> int:
    """Rebuild from the folder named; 0 when done."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print(
            "usage: make seed FROM=DIR, the folder with ucdp_ged_iraq.csv and geo/", file=sys.stderr
        )
        return 2
    source = Path(arguments[0])
    reference = SHIPPED / "reference"
    build_reference(source, reference)
    build_terrain(source, PROJECT / "static")
    target = SHIPPED / "incidents" / "seed" / SEED_FILE
    try:
        rows = build_incidents(source, SHIPPED / "incidents" / "source", reference, target)
    except SeedError as error:
        print(f"seed not made: {error}", file=sys.stderr)
        return 1
    print(f"{rows:,} records in {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
