"""Who writes, and what a person may do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from corridor.words import later

Action = Literal[
    "upload", "hide", "link", "judge", "grade", "undo", "redo", "restore", "replace", "view"
]
ALL: Final[frozenset[Action]] = frozenset(get_args(Action))


class NotAllowedError(PermissionError):
    """A person may not do what was asked; says so."""


@dataclass(frozen=True)
class Person:
    """Somebody who writes, by the name that the history carries; "" where none was given."""

    name: str = ""


def rights(_person: Person) -> frozenset[Action]:
    """Return what a person may do: everything, as nobody signs in yet."""
    return ALL


def allow(person: Person, action: Action) -> None:
    """Raise NotAllowedError when a person may not do something."""
    if action not in rights(person):
        raise NotAllowedError(later("not-allowed", name=person.name, action=action))
