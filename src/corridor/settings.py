"""Paths and limits, read from the environment; every one has a default and a message."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import Field, dataclass, field, fields
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from platformdirs import user_data_dir

from corridor.words import later
from corridor.words.languages import LANGUAGES

# Pages, static files and data: in an installed package within it, else at the checkout's top.
_PACKED = Path(__file__).resolve().parent / "shipped"
IS_INSTALLED = _PACKED.is_dir()
PROJECT = _PACKED if IS_INSTALLED else Path(__file__).resolve().parents[2]
SHIPPED = PROJECT / "data"
# What is added must outlive a new release, which replaces the package.
OWN_DATA = Path(user_data_dir("corridor-watch", appauthor=False)) if IS_INSTALLED else SHIPPED

# Of the web, without a password in it: what stands there is shown.
_ADDRESS: Final = r"https?://[^\s/?#@]+(/[^\s?#]*)?"

# The name of a header.
_HEADER: Final = r"[A-Za-z][A-Za-z0-9-]{0,60}"

# Addresses of mail, with commas between them.
_MAILBOXES: Final = r"[^\s@,<>]+@[^\s@,<>]+(, ?[^\s@,<>]+@[^\s@,<>]+)*"

# Read where they are needed and nowhere kept: they are no part of `Settings`, which is shown,
# compared and sent to other processes.
SECRETS: Final = {
    "ucdp_token": "CORRIDOR_UCDP_TOKEN",
    "acled_user": "CORRIDOR_ACLED_USER",
    "acled_password": "CORRIDOR_ACLED_PASSWORD",
    "proxy_secret": "CORRIDOR_PROXY_SECRET",
    "webhook_secret": "CORRIDOR_WEBHOOK_SECRET",
    "smtp_user": "CORRIDOR_SMTP_USER",
    "smtp_password": "CORRIDOR_SMTP_PASSWORD",
}

_USED: Final[ContextVar[Path | None]] = ContextVar("data_folder", default=None)


def _setting(variable: str, default: Any, form: str = ".*") -> Any:
    return field(default=default, metadata={"variable": variable, "form": form})


@dataclass(frozen=True)
class Settings:
    """What an operator can set. `docs/settings.md` is written from here and `settings.ftl`."""

    data_dir: Path = _setting(
        "CORRIDOR_DATA",
        OWN_DATA,
    )
    language: str = _setting(
        "CORRIDOR_LANGUAGE",
        "en",
        form="|".join(LANGUAGES),
    )
    user: str = _setting("CORRIDOR_USER", "")
    today: str = _setting("CORRIDOR_TODAY", "", form=r"\d{4}-\d\d-\d\d|")
    max_upload_mb: int = _setting("CORRIDOR_MAX_UPLOAD_MB", 500)
    max_store_mb: int = _setting(
        "CORRIDOR_MAX_STORE_MB",
        10_000,
    )
    max_rows_shown: int = _setting("CORRIDOR_MAX_ROWS_SHOWN", 5000)
    allowed_hosts: str = _setting(
        "CORRIDOR_ALLOWED_HOSTS",
        "",
    )
    require_origin: str = _setting(
        "CORRIDOR_REQUIRE_ORIGIN",
        "yes",
        form="yes|no",
    )
    sign_in: str = _setting(
        "CORRIDOR_SIGN_IN",
        "no",
        form="no|proxy",
    )
    user_header: str = _setting("CORRIDOR_USER_HEADER", "X-Forwarded-Email", form=_HEADER)
    groups_header: str = _setting("CORRIDOR_GROUPS_HEADER", "X-Forwarded-Groups", form=_HEADER)
    memory_limit: str = _setting(
        "CORRIDOR_MEMORY_LIMIT",
        "2GB",
        form=r"[0-9]+(\.[0-9]+)? ?[KMGT]i?B",
    )
    threads: int = _setting("CORRIDOR_THREADS", 2)
    check_memory: str = _setting(
        "CORRIDOR_CHECK_MEMORY",
        "2GB",
        form=r"[0-9]+(\.[0-9]+)? ?[KMGT]i?B",
    )
    check_seconds: int = _setting(
        "CORRIDOR_CHECK_SECONDS",
        900,
    )
    checks_at_once: int = _setting(
        "CORRIDOR_CHECKS_AT_ONCE",
        2,
    )
    check_nice: int = _setting(
        "CORRIDOR_CHECK_NICE",
        10,
    )
    fetch: str = _setting(
        "CORRIDOR_FETCH",
        "yes",
        form="yes|no",
    )
    ucdp_url: str = _setting(
        "CORRIDOR_UCDP_URL",
        "https://ucdp.uu.se/downloads/ged/ged{digits}-csv.zip",
        form=_ADDRESS,
    )
    ucdp_candidate_url: str = _setting(
        "CORRIDOR_UCDP_CANDIDATE_URL",
        "https://ucdp.uu.se/downloads/candidateged/GEDEvent_v{underscored}.csv",
        form=_ADDRESS,
    )
    ucdp_api_url: str = _setting(
        "CORRIDOR_UCDP_API_URL",
        "https://ucdpapi.pcr.uu.se/api/gedevents/{version}",
        form=_ADDRESS,
    )
    ucdp_requests_a_day: int = _setting("CORRIDOR_UCDP_REQUESTS_A_DAY", 5000)
    acled_url: str = _setting(
        "CORRIDOR_ACLED_URL",
        "https://acleddata.com/api/acled/read",
        form=_ADDRESS,
    )
    acled_token_url: str = _setting(
        "CORRIDOR_ACLED_TOKEN_URL",
        "https://acleddata.com/oauth/token",
        form=_ADDRESS,
    )
    max_fetch_mb: int = _setting("CORRIDOR_MAX_FETCH_MB", 1000)
    fetch_seconds: int = _setting("CORRIDOR_FETCH_SECONDS", 1800)
    pages_url: str = _setting("CORRIDOR_PAGES_URL", "", form=_ADDRESS)
    webhook_url: str = _setting("CORRIDOR_WEBHOOK_URL", "", form=_ADDRESS)
    mail_to: str = _setting("CORRIDOR_MAIL_TO", "", form=_MAILBOXES)
    mail_from: str = _setting("CORRIDOR_MAIL_FROM", "", form=_MAILBOXES)
    smtp_url: str = _setting("CORRIDOR_SMTP_URL", "", form=r"smtps?://[^\s/?#@:]+(:[0-9]{1,5})?/?")
    message_seconds: int = _setting("CORRIDOR_MESSAGE_SECONDS", 10)

    def find(self, relative: str) -> Path:
        """Give the data folder's own copy of a shipped file or folder, else the shipped one."""
        return find(relative, self.data_dir)

    @property
    def store_dir(self) -> Path:
        """Where users' incidents are written (git-ignored, made from the seed)."""
        return self.data_dir / "incidents" / "store"

    @property
    def fetched_dir(self) -> Path:
        """Where files from publishers are kept (git-ignored), whole ones and parts."""
        return self.data_dir / "fetched"

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


_FIELDS: Final = {item.name: item for item in fields(Settings)}


def language() -> str:
    """Return the code of the language that is set; ValueError when it is none of ours."""
    return str(_only("language"))


def today() -> date:
    """Return the day that ages are counted to: the one that is set, else the clock's.

    ValueError when it is no day.
    """
    told = str(_only("today"))
    return date.fromisoformat(told) if told else datetime.now(UTC).date()


def now() -> datetime:
    """Return the minute in which a file is made, in UTC: the first of the day that is set."""
    told = str(_only("today"))
    moment = datetime.fromisoformat(told).replace(tzinfo=UTC) if told else datetime.now(UTC)
    return moment.replace(second=0, microsecond=0)


def address() -> str:
    """Return how links to the pages begin: where the server is known, else on this machine."""
    name = os.environ.get("STREAMLIT_BROWSER_SERVER_ADDRESS", "").strip()
    return f"https://{name}/" if name else "http://127.0.0.1:8501/"


def data_dir() -> Path:
    """Return the data folder that is used or set, whatever else is."""
    return _USED.get() or Path(_only("data_dir"))


@contextmanager
def using(folder: Path | None) -> Iterator[None]:
    """Use a data folder that was named by hand, None for that which is set, within a `with`."""
    token = _USED.set(folder.expanduser().resolve() if folder else None)
    try:
        yield
    finally:
        _USED.reset(token)


def find(relative: str, own: Path | None = None) -> Path:
    """Return a data folder's own copy (of the one that is set) of what is shipped, else that."""
    path = (own or data_dir()) / relative
    return path if path.exists() else SHIPPED / relative


def _only(name: str) -> Any:
    item = _FIELDS[name]
    text = os.environ.get(item.metadata["variable"], "").strip()
    return _convert(item, text) if text else item.default


def load(data_dir: Path | None = None) -> Settings:
    """Read the settings from the environment; `data_dir` given by hand, or `using` one, wins.

    Raises ValueError naming the variable when a value does not fit.
    """
    values: dict[str, Any] = {}
    for item in fields(Settings):
        text = os.environ.get(item.metadata["variable"], "").strip()
        if text:
            values[item.name] = _convert(item, text)
    by_hand = data_dir or _USED.get()
    if by_hand is not None:
        values["data_dir"] = by_hand.expanduser().resolve()
    return Settings(**values)


@lru_cache(maxsize=64)  # each look for a pack begins with the data folder
def _resolved(text: str, _here: str) -> Path:
    return Path(text).expanduser().resolve()


def _convert(item: Field[Any], text: str) -> Any:
    variable = item.metadata["variable"]
    if isinstance(item.default, Path):
        return _resolved(text, "" if Path(text).is_absolute() else str(Path.cwd()))
    if isinstance(item.default, int):
        if not text.isdecimal() or int(text) == 0:
            raise ValueError(later("setting-no-whole-number", variable=variable, value=repr(text)))
        return int(text)
    if not re.fullmatch(item.metadata["form"], text):
        example = str(item.default)
        if item.metadata["form"] == _ADDRESS:  # what was written may hold a password
            raise ValueError(later("setting-no-address", variable=variable, example=example))
        raise ValueError(
            later("setting-of-another-form", variable=variable, example=example, value=repr(text))
        )
    return text
