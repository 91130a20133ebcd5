"""How far incidents can be believed: by Admiralty grade, and what gave it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from corridor import queries, vocabulary
from corridor.filter import IncidentFilter
from corridor.store import Reader


@dataclass(frozen=True)
class Graded:
    """How many incidents have a grade of these origins (see `queries.by_grade`)."""

    grade: str
    letter_by: str
    number_by: str
    incidents: int

    @property
    def is_judged(self) -> bool:
        """Tell whether both halves say something: F and 6 do not."""
        unjudged = (vocabulary.UNJUDGED_SOURCE, vocabulary.UNJUDGED_ITEM)
        return self.grade[0] != unjudged[0] and self.grade[1] != unjudged[1]


@dataclass(frozen=True)
class Grades:
    """The incidents of `series` by the grade of their counted account, the best first."""

    series: str
    grades: tuple[Graded, ...]

    @property
    def incidents(self) -> int:
        """How many there are."""
        return sum(each.incidents for each in self.grades)

    @property
    def unjudged(self) -> int:
        """Of how many a half of the grade, or both, cannot be judged."""
        return sum(each.incidents for each in self.grades if not each.is_judged)

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `grades --json`."""
        return {
            "series": self.series,
            "incidents": self.incidents,
            "unjudged": self.unjudged,
            "grades": [asdict(each) for each in self.grades],
        }


def grades(store: Reader, chosen: IncidentFilter) -> Grades:
    """Count the measuring series' incidents of a filter by grade."""
    rows = queries.rows_of(queries.by_grade(store, chosen))
    return Grades(
        chosen.measuring,
        tuple(
            Graded(row["grade"], row["letter_by"], row["number_by"], int(row["incidents"]))
            for row in rows
        ),
    )
