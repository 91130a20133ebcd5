"""Print values as JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from corridor.words.strange import harmless


def as_text(value: Any) -> str:
    """Return a value as JSON: unknown is null, dates are ISO, marks that are not seen, escaped."""
    return harmless(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def print_json(value: Any) -> None:
    """Print a value as JSON."""
    print(as_text(value))


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "tolist"):
        return value.tolist()
    return str(value)
