"""Packs: what is added as data (`data/<kind>/<slug>/<kind>.toml`), read strictly.

A reader takes what it knows out of a `Table`, each number within its range, each name from its
list, each list with its length, and closes it. What is wrong is a PackError: file, line, place,
what it is, and what to do.
"""

from corridor.packs.reading import read_pack
from corridor.packs.table import SLUG, PackError, Table

__all__ = ["SLUG", "PackError", "Table", "read_pack"]
