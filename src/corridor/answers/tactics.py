"""How it was done: the incidents of a filter by tactic, and of how many that is not known."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from corridor import packs, queries
from corridor.filter import IncidentFilter
from corridor.store import Reader


@dataclass(frozen=True)
class Tactic:
    """A tactic, the incidents that tell it, and how many of them by a column of a source.

    The others tell it by a listed word in the notes.
    """

    name: str
    incidents: int
    coded: int


@dataclass(frozen=True)
class Tactics:
    """The tactics by the incidents of `series`, most first; an incident may have several.

    Of all `incidents`, so many have a tactic that is `known`; `unlisted` ones have notes without a
    word of the list, `silent` ones neither notes nor a code: their tactic is unknown. `word_list`
    is the version of the list.
    """

    series: str
    incidents: int
    known: int
    unlisted: int
    silent: int
    word_list: str
    tactics: tuple[Tactic, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `tactics --json`."""
        return asdict(self)


def tactics(store: Reader, chosen: IncidentFilter) -> Tactics:
    """Count the measuring series' incidents by the tactics that any of their accounts tells."""
    incidents, known, described = queries.tactics_known(store, chosen)
    rows = queries.rows_of(queries.by_tactic(store, chosen))
    return Tactics(
        chosen.measuring,
        incidents,
        known,
        described - known,
        incidents - described,
        packs.tactics().version,
        tuple(Tactic(row["tactic"], int(row["incidents"]), int(row["coded"])) for row in rows),
    )
