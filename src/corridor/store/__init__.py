"""The only home of DuckDB and of the table format."""

from corridor.store.archive import Archived, export_store, import_store
from corridor.store.engine import lacks_memory
from corridor.store.errors import StoreError
from corridor.store.folding import fold
from corridor.store.imagined import Imagined
from corridor.store.log.commits import Commit
from corridor.store.reader import Reader
from corridor.store.seeding import open_store
from corridor.store.store import Store
from corridor.store.verify import Verification

__all__ = [
    "Archived",
    "Commit",
    "Imagined",
    "Reader",
    "Store",
    "StoreError",
    "Verification",
    "export_store",
    "fold",
    "import_store",
    "lacks_memory",
    "open_store",
]
