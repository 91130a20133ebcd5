"""What `sql/grades.sql` binds: letters that packs give, and the spellings of news channels."""

from __future__ import annotations

from typing import Any

from corridor import packs, vocabulary


def grade_values() -> dict[str, Any]:
    """Return what `grades.sql` binds."""
    series = packs.all_series()
    return {
        "packed": [each.code for each in series],
        "pack_letters": [
            {"source": each.code, "letter": each.reliability}
            for each in series
            if each.reliability != vocabulary.UNJUDGED_SOURCE
        ],
        "channel_starts": [
            {"start": start, "channel": channel}
            for start, channel in vocabulary.CHANNEL_STARTS.items()
        ],
        "no_letter": vocabulary.UNJUDGED_SOURCE,
        "no_number": vocabulary.UNJUDGED_ITEM,
    }
