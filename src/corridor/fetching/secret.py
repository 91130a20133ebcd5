"""Tokens and passwords: read when they are needed, and nowhere kept."""

from __future__ import annotations

import importlib
import os
from functools import cache

from corridor.settings import SECRETS

_SERVICE = "corridor-watch"


def secret(name: str) -> str:
    """Return a secret (a key of `settings.SECRETS`), "" where nobody has set it.

    The environment wins; without it the system's keyring is asked, if Python's package for it is
    there and has one that opens without a desktop.
    """
    variable = SECRETS[name]
    return os.environ.get(variable, "").strip() or _of_keyring(variable)


@cache
def _of_keyring(variable: str) -> str:
    """Ask the keyring, once a process: it may be slow, or ask a person to open it."""
    try:
        keyring = importlib.import_module("keyring")
        found = keyring.get_password(_SERVICE, variable)
    except Exception:  # noqa: BLE001  not installed, locked, none on this system: then there is none
        return ""
    return str(found or "").strip()
