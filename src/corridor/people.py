"""Who asks, who writes, and what a person may do."""

from __future__ import annotations

import hmac
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal, get_args

from corridor.packs import PackError, Table, read_pack
from corridor.settings import SECRETS, Settings
from corridor.words import Message, later

Action = Literal[
    "upload", "hide", "link", "judge", "grade", "undo", "redo", "restore", "replace", "view"
]
ALL: Final[frozenset[Action]] = frozenset(get_args(Action))
Role = Literal["viewer", "analyst", "editor", "admin", ""]
# From the one that may do least to the one that may do most; "" is nobody's.
ROLES: Final[tuple[Role, ...]] = ("", "viewer", "analyst", "editor", "admin")

_ANALYST: Final[frozenset[Action]] = frozenset({"link", "judge", "grade", "view"})
_EDITOR: Final[frozenset[Action]] = _ANALYST | {"upload", "hide", "undo", "redo"}
# What each role may write; everybody who has one may look and take away.
RIGHTS: Final[dict[Role, frozenset[Action]]] = {
    "": frozenset(),
    "viewer": frozenset(),
    "analyst": _ANALYST,
    "editor": _EDITOR,
    "admin": ALL,
}
# Who has which role; in the data folder.
FILE: Final = "people.toml"
# What a proxy sends to show that a request came through it.
PROOF: Final = "X-Corridor-Proxy"
MOST_OF_NAME: Final = 80
_MOST_PEOPLE: Final = 10_000
_BETWEEN_GROUPS: Final = re.compile(r"[,;|\s]+")
# The values of a header by its name; none when it is not there.
Headers = Callable[[str], Sequence[str]]


class NotAllowedError(PermissionError):
    """A person may not do what was asked; says so."""


@dataclass(frozen=True)
class Person:
    """Somebody who asks or writes, by the name that the history carries; "" where none was given.

    Whoever runs commands on the machine holds its files anyway, and may do everything.
    """

    name: str = ""
    role: Role = "admin"

    def may(self, action: Action) -> bool:
        """Say whether the role of this person allows an action."""
        return action in RIGHTS[self.role]


def allow(person: Person, action: Action) -> None:
    """Raise NotAllowedError when a person may not do something."""
    if not person.may(action):
        raise NotAllowedError(
            later("not-allowed", name=person.name, role=person.role or "none", action=action)
        )


@dataclass(frozen=True)
class Directory:
    """The roles of people and of groups; names are compared without regard to case."""

    people: Mapping[str, Role]
    groups: Mapping[str, Role]

    def role(self, name: str, groups: Sequence[str] = ()) -> Role:
        """Return the role of a person: their own, else the highest of their groups; "" if none."""
        own = self.people.get(name.casefold())
        given = [self.groups.get(each.casefold(), "") for each in groups]
        return own if own is not None else max(["", *given], key=ROLES.index)


def read_directory(file: Path) -> Directory:
    """Read who has which role; PackError says what is wrong with the file, where, what to do."""
    table = read_pack(file, later("people-place"))
    people, groups = (_roles(table, key) for key in ("people", "groups"))
    table.close()
    return Directory(people, groups)


def _roles(table: Table, key: str) -> dict[str, Role]:
    if not table.has(key):
        return {}
    inner = table.table(key)
    roles: dict[str, Role] = {role: role for role in ROLES if role}
    return {name.casefold(): roles[inner.name(name, roles)] for name in inner.keys()}  # noqa: SIM118


def of_request(settings: Settings, headers: Headers) -> Person:
    """Return who a proxy says that asks; one without a role where that is not plain.

    The proxy proves itself with a secret, or anybody who reaches the port could name themselves.
    A header that comes twice is taken from nobody: one of the two may be a stranger's.
    """
    proofs, names = headers(PROOF), headers(settings.user_header)
    if len(proofs) != 1 or len(names) != 1 or not _is_proof(proofs[0]):
        return Person("", "")
    name = names[0].strip()
    groups = headers(settings.groups_header)
    if not name or len(name) > MOST_OF_NAME or not name.isprintable() or len(groups) > 1:
        return Person("", "")
    try:
        known = directory(settings)
    except PackError:  # who is on it is not known: nobody is let in
        return Person(name, "")
    return Person(name, known.role(name, _BETWEEN_GROUPS.split("".join(groups))))


def _is_proof(told: str) -> bool:
    wanted = os.environ.get(SECRETS["proxy_secret"], "")
    return bool(wanted) and hmac.compare_digest(told.encode(), wanted.encode())


def directory(settings: Settings) -> Directory:
    """Return who has which role, read anew when the file has changed; PackError as above."""
    file = settings.data_dir / FILE
    try:
        state = file.stat()
    except OSError:
        return read_directory(file)
    return _directory(file, (state.st_mtime_ns, state.st_size, state.st_ino))


@lru_cache(maxsize=4)
def _directory(file: Path, _state: tuple[int, int, int]) -> Directory:
    return read_directory(file)


def why_shut(settings: Settings) -> Message | None:
    """Say why nobody could sign in as this is set up; None when all is well or nobody has to."""
    if settings.sign_in == "no":
        return None
    if len(os.environ.get(SECRETS["proxy_secret"], "")) < 16:
        return later("people-no-secret", variable=SECRETS["proxy_secret"])
    try:
        known = directory(settings)
    except PackError as error:
        return error.message
    if not {*known.people.values(), *known.groups.values()}:
        return later("people-nobody", file=str(settings.data_dir / FILE))
    return None
