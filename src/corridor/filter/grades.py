"""Which halves of an Admiralty grade a choice keeps."""

from __future__ import annotations

from typing import Any

from corridor import vocabulary


def grades_kept(grade: str, *, unjudged: bool) -> dict[str, Any]:
    """Return the letters and the numbers that a choice of a grade keeps, as SQL binds them."""
    letters, numbers = vocabulary.SOURCE_RELIABILITY, vocabulary.INFORMATION_CREDIBILITY
    return {
        name: [*known[: known.index(half) + 1], *(known[-1:] if unjudged else ())]
        for name, known, half in zip(
            ("grade_letters", "grade_numbers"), (letters, numbers), grade, strict=False
        )
    }
