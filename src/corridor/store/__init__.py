"""The only home of DuckDB and of the table format."""

from corridor.store.log import Commit
from corridor.store.store import Store, StoreError, open_store

__all__ = ["Commit", "Store", "StoreError", "open_store"]
