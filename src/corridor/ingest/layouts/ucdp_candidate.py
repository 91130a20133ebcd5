"""UCDP Candidate events: provisional, in the columns of UCDP GED, and a series of their own.

They come by months, are not cumulative, and a later file may state an event again: the last holds.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from corridor.ingest.layouts import ucdp_ged, ucdp_versions
from corridor.ingest.model.header import Header
from corridor.ingest.model.layout import Cells
from corridor.ingest.model.statements import filled
from corridor.store.workbench import Workbench
from corridor.words import later

SOURCE: Final = "UCDP-CANDIDATE"
SOURCE_TITLE: Final = "UCDP Candidate Events Dataset"
_STATUS: Final = "code_status"
_DAY: Final = "date_end"
# What a coder has settled: every event of a release is so.
_SETTLED: Final = "Clear"


def _convert(cells: Cells) -> dict[str, str]:
    return ucdp_ged.convert(cells, SOURCE, SOURCE_TITLE)


LAYOUT: Final = replace(
    ucdp_ged.LAYOUT,
    name="ucdp_candidate",
    title="UCDP Candidate",
    convert=_convert,
    advice=later("use-ucdp-candidate-as-published"),
    source=SOURCE,
    versions=ucdp_versions.CANDIDATE,
    orders=(),  # those of GED are looked for once
    last_wins=True,
)


def holds(bench: Workbench, header: Header, version: str, today: date) -> bool:
    """Say whether a landed file in the columns of UCDP GED holds candidate events.

    Its version tells it; without one an event that is not settled, or one of this year, which no
    release covers.
    """
    if ucdp_versions.CANDIDATE.is_one(version) or ucdp_versions.GED.is_one(version):
        return ucdp_versions.CANDIDATE.is_one(version)
    places = {name: f"c{at}" for at, name in enumerate(header.names)}
    if _DAY not in places:
        return False
    status = f"trim({places[_STATUS]})" if _STATUS in places else "''"
    asked = {"settled": ["", _SETTLED.lower()], "year": f"{today.year:04d}"}
    sql = filled("is_provisional", status=status, day=places[_DAY])
    return bool(bench.one(sql, asked))
