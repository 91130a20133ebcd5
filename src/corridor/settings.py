"""Paths and limits, read from the environment; every one has a default and a help text."""

from __future__ import annotations

import os
import re
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any

from platformdirs import user_data_dir

from corridor.words.languages import LANGUAGES

# Pages, static files and data: in an installed package within it, else at the checkout's top.
_PACKED = Path(__file__).resolve().parent / "shipped"
IS_INSTALLED = _PACKED.is_dir()
PROJECT = _PACKED if IS_INSTALLED else Path(__file__).resolve().parents[2]
SHIPPED = PROJECT / "data"
# What is added must outlive a new release, which replaces the package.
OWN_DATA = Path(user_data_dir("corridor-watch", appauthor=False)) if IS_INSTALLED else SHIPPED


def _setting(variable: str, default: Any, meaning: str, form: str = ".*") -> Any:
    return field(default=default, metadata={"variable": variable, "help": meaning, "form": form})


@dataclass(frozen=True)
class Settings:
    """What an operator can set. `docs/settings.md` is written from here."""

    data_dir: Path = _setting(
        "CORRIDOR_DATA",
        OWN_DATA,
        "Folder that holds the incident store. Seed, reference geography and reports are "
        "read from it when it has them, else those that are shipped. An installed package keeps "
        "it in the person's own data folder, such as `~/.local/share/corridor-watch`.",
    )
    language: str = _setting(
        "CORRIDOR_LANGUAGE",
        "en",
        "Language of pages, command line and files. `xx` (English, accented and longer) and `xr` "
        "(the same, right to left) show developers what is no message yet.",
        form="|".join(LANGUAGES),
    )
    user: str = _setting(
        "CORRIDOR_USER", "", "Name written into the history of uploads made without a name."
    )
    max_upload_mb: int = _setting(
        "CORRIDOR_MAX_UPLOAD_MB", 500, "Largest file accepted for upload, in megabytes."
    )
    max_store_mb: int = _setting(
        "CORRIDOR_MAX_STORE_MB",
        10_000,
        "Largest store that `import-store` unpacks from an archive, in megabytes.",
    )
    max_rows_shown: int = _setting(
        "CORRIDOR_MAX_ROWS_SHOWN", 5000, "Most rows that the incident table shows at once."
    )
    allowed_hosts: str = _setting(
        "CORRIDOR_ALLOWED_HOSTS",
        "",
        "Names under which the server answers besides `localhost`, `127.0.0.1` and `::1`, with "
        "commas between them; `*.example.org` stands for any name below it, `*` for any. Empty: "
        "the name in `STREAMLIT_BROWSER_SERVER_ADDRESS`.",
    )
    require_origin: str = _setting(
        "CORRIDOR_REQUIRE_ORIGIN",
        "yes",
        "Whether a connection must say which page opened it, as every browser does; one that "
        "names a page of another address is refused in any case. `no` lets in programs that name "
        "none, and browsers behind a proxy that takes the header `Origin` away.",
        form="yes|no",
    )
    memory_limit: str = _setting(
        "CORRIDOR_MEMORY_LIMIT",
        "2GB",
        "Memory that DuckDB may use for queries.",
        form=r"[0-9]+(\.[0-9]+)? ?[KMGT]i?B",
    )
    threads: int = _setting("CORRIDOR_THREADS", 2, "Threads that DuckDB may use for queries.")
    check_memory: str = _setting(
        "CORRIDOR_CHECK_MEMORY",
        "2GB",
        "Memory that the process may take in which an uploaded file is checked or written; "
        "some 300 MB of it are the program itself. On Windows only DuckDB's part is limited.",
        form=r"[0-9]+(\.[0-9]+)? ?[KMGT]i?B",
    )
    check_seconds: int = _setting(
        "CORRIDOR_CHECK_SECONDS",
        900,
        "Seconds that the check of one uploaded file may take, once its turn has come.",
    )
    checks_at_once: int = _setting(
        "CORRIDOR_CHECKS_AT_ONCE",
        2,
        "Uploaded files that are worked on at the same time; others wait and see their place.",
    )
    check_nice: int = _setting(
        "CORRIDOR_CHECK_NICE",
        10,
        "How far a check stands back when readers want the processor too: from 1, hardly, to 19. "
        "On Windows it has no effect.",
    )

    def find(self, relative: str) -> Path:
        """Give the data folder's own copy of a shipped file or folder, else the shipped one."""
        own = self.data_dir / relative
        return own if own.exists() else SHIPPED / relative

    @property
    def store_dir(self) -> Path:
        """Where users' incidents are written (git-ignored, made from the seed)."""
        return self.data_dir / "incidents" / "store"

    @property
    def seed_dir(self) -> Path:
        """The shipped incidents (tracked)."""
        return self.find("incidents/seed")

    @property
    def reference_dir(self) -> Path:
        """Reference geography."""
        return self.find("reference")

    @property
    def reports_dir(self) -> Path:
        """Reports whose conclusions are tested."""
        return self.find("reports")


def language() -> str:
    """Return the code of the language that is set; ValueError when it is none of ours."""
    (item,) = (item for item in fields(Settings) if item.name == "language")
    text = os.environ.get(item.metadata["variable"], "").strip()
    return str(_convert(item, text) if text else item.default)


def load(data_dir: Path | None = None) -> Settings:
    """Read the settings from the environment; `data_dir` given by hand wins.

    Raises ValueError naming the variable when a value does not fit.
    """
    values: dict[str, Any] = {}
    for item in fields(Settings):
        text = os.environ.get(item.metadata["variable"], "").strip()
        if text:
            values[item.name] = _convert(item, text)
    if data_dir is not None:
        values["data_dir"] = data_dir.expanduser().resolve()
    return Settings(**values)


def _convert(item: Field[Any], text: str) -> Any:
    variable = item.metadata["variable"]
    if isinstance(item.default, Path):
        return Path(text).expanduser().resolve()
    if isinstance(item.default, int):
        if not text.isdecimal() or int(text) == 0:
            raise ValueError(f"{variable} must be a whole number above zero, not {text!r}")
        return int(text)
    if not re.fullmatch(item.metadata["form"], text):
        raise ValueError(f"{variable} must look like {item.default}, not {text!r}")
    return text
