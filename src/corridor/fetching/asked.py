"""What a person may ask to be fetched, and what comes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal

from corridor.fetching.errors import FetchError
from corridor.words import later

Source = Literal["ucdp", "ucdp-candidate", "acled"]
Through = Literal["file", "api"]
YEARLY: Final = re.compile(r"[0-9]{2}\.[1-9]")
# A month (25.0.9) or several in one (25.01.25.06).
CANDIDATE: Final = re.compile(
    r"[0-9]{2}\.0\.(?:[1-9]|1[0-2])|[0-9]{2}\.[01][0-9]\.[0-9]{2}\.[01][0-9]"
)


@dataclass(frozen=True)
class Asked:
    """One request: a source, its release ("" for what is newest), the days (None for all).

    `through` is how, where a source has both: its files, or its interface ("" for what is set up).
    """

    source: Source
    release: str = ""
    first: date | None = None
    last: date | None = None
    through: Through | Literal[""] = ""

    def refuse_misfit(self) -> None:
        """Raise FetchError for a release that is none of the source, and days without a choice."""
        form = {"ucdp": YEARLY, "ucdp-candidate": CANDIDATE}.get(self.source)
        if self.release and (form is None or not form.fullmatch(self.release)):
            kind = self.source if form is not None else "none"
            raise FetchError(later("fetch-no-such-release", kind=kind, release=repr(self.release)))
        if self.first and self.last and self.first > self.last:
            raise FetchError(
                later("fetch-days-backwards", first=str(self.first), last=str(self.last))
            )


@dataclass(frozen=True)
class Fetched:
    """A whole file that was fetched: where it lies, what it is, how many rows it has.

    `release` is "" where its source has none; `left_out` rows were of other countries; `is_new` is
    False when the file that was here is still the one that is there.
    """

    path: Path
    source: Source
    release: str
    rows: int
    left_out: int = 0
    is_new: bool = True

    @property
    def name(self) -> str:
        """Its name."""
        return self.path.name
