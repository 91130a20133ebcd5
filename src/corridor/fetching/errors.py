"""Why something was not fetched, said in a sentence with what to do.

None of them holds a text of the other side, a token, a password or a question that was sent.
"""

from __future__ import annotations

from corridor.words import ToldError


class FetchError(ToldError):
    """Something was not fetched; nothing of it is taken for whole."""


class NotPublishedError(FetchError):
    """The other side has nothing at the address: this version is not out, or no longer."""


class NotAdmittedError(FetchError):
    """The other side wants another token, or a fresh one."""


class UnchangedError(FetchError):
    """What is here is still what is there."""


class BeyondError(FetchError):
    """The other side has less of the file than had arrived, or will not go on with it."""


class UnsoundError(FetchError):
    """Pages do not fit together, or are none: none of them is kept."""
