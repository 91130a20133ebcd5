"""`python -m corridor …`: the same queries as the pages, the same numbers."""

from corridor.cli.main import main

__all__ = ["main"]
