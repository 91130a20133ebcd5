"""Run one command; 0 only when it did what was asked."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from corridor import settings
from corridor.cli.arguments import build_parser
from corridor.cli.chosen import ChoiceError
from corridor.cli.reading import READING
from corridor.cli.writing import WRITING
from corridor.ingest.upload import UploadError
from corridor.store import StoreError

_COMMANDS = READING | WRITING


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the arguments and run the command; give its exit code."""
    parsed = build_parser().parse_args(arguments)
    try:
        return _COMMANDS[parsed.command](parsed, settings.load(parsed.data))
    except (ChoiceError, StoreError, UploadError, OSError, ValueError) as error:
        print(f"corridor {parsed.command}: {error}", file=sys.stderr)
        return 1
