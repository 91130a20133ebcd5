"""The languages that can be spoken: one row each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from babel import Locale


@dataclass(frozen=True)
class Language:
    """A language: its code, the CLDR locale of its numbers, dates and plurals.

    `disguises` names the language whose messages a pseudo-language wears; it shows in a test what
    has not become a message yet.
    """

    code: str
    name: str
    locale: str
    # English lists without a comma before "and" are another locale than its dates: "17 Sep".
    lists: str = ""
    disguises: str = ""
    is_rtl: bool = False

    @cached_property
    def cldr(self) -> Locale:
        """Return the locale of numbers, dates and plurals."""
        return Locale.parse(self.locale)

    @cached_property
    def cldr_lists(self) -> Locale:
        """Return the locale of lists."""
        return Locale.parse(self.lists or self.locale)


LANGUAGES: Final = {
    row.code: row
    for row in (
        Language("en", "English", "en", lists="en_GB"),
        Language("xx", "Pseudo", "en", lists="en_GB", disguises="en"),
        Language("xr", "Pseudo, right to left", "en", lists="en_GB", disguises="en", is_rtl=True),
    )
}
