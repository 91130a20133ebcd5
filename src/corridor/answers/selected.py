"""What is selected of the incidents that a filter keeps, and its figures beside the filter's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from corridor import queries
from corridor.answers.findings import SIDES
from corridor.filter import IncidentFilter
from corridor.filter.selection import Selection, Term
from corridor.findings import Finding
from corridor.queries import Summary
from corridor.store import Reader


@dataclass(frozen=True)
class Selected:
    """The incidents of a selection: `ids`, their `summary`, and a filter of just these.

    `empty` are the terms of which the filter keeps nothing now: another filter, an undone upload.
    `too_vague` are incidents of the filter that no shape on the map can hold, None where none was
    drawn: their place is known less well than to about 25 km. `may_lie_there` are those left out of
    the shape that could be in it for all that is known, and those of others alone.
    """

    selection: Selection
    ids: tuple[str, ...]
    summary: Summary
    chosen: IncidentFilter
    empty: tuple[Term, ...]
    too_vague: int | None
    may_lie_there: tuple[int, int] = (0, 0)


def selected(
    store: Reader,
    chosen: IncidentFilter,
    selection: Selection,
    findings: tuple[Finding, ...] = (),
) -> Selected:
    """Find what a selection means among the incidents that a filter keeps.

    A term is looked for apart from the filter's own choice of that kind, and only what both keep
    is selected. `findings` are those that terms of that kind may speak of.
    """
    kept = set(queries.incident_ids(store, chosen))
    found = {term: kept & set(_ids(store, chosen, term, findings)) for term in selection.terms}
    ids = tuple(sorted(set().union(*found.values())))
    only = replace(chosen, only=ids or ("",))
    shape = next(
        (term for term in selection.terms if term.kind in ("area", "circle", "road")), None
    )
    drawn = queries.summary(store, shape.narrowed(chosen)) if shape else None
    return Selected(
        selection,
        ids,
        queries.summary(store, only),
        only,
        tuple(term for term, named in found.items() if not named),
        drawn.unmeasured if drawn else None,
        (drawn.may_lie_there, drawn.others_may_lie_there) if drawn else (0, 0),
    )


def _ids(
    store: Reader, chosen: IncidentFilter, term: Term, findings: tuple[Finding, ...]
) -> Sequence[str]:
    if term.kind == "mark":
        return queries.marked_ids(store, chosen, (term.text,))
    if term.kind == "incident":  # by the id of any of its accounts
        counted = queries.accounts_of(store, term.text)["incident_id"].head(1)
        return (term.text, *counted)
    if term.kind == "finding":
        return _evidence(term.text, findings)
    return queries.incident_ids(store, term.narrowed(chosen))


def _evidence(text: str, findings: tuple[Finding, ...]) -> Sequence[str]:
    slug, _, side = text.partition("/")
    finding = next((item for item in findings if item.slug == slug), None)
    if finding is None or side not in SIDES:
        return ()
    listed: pd.DataFrame = getattr(finding.evidence, side)
    return tuple(listed["incident_id"])
