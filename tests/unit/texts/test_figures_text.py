"""The note under the key figures."""

from __future__ import annotations

from datetime import date

from corridor.analysis.comparison import windows
from corridor.answers import KeyFigures
from corridor.spans import Spans
from corridor.texts.figures_text import note

YEAR = date(2024, 1, 1), date(2024, 12, 31)


def test_the_note_names_both_series_that_measure_as_one() -> None:
    """It named the first alone, while events of the second were counted."""
    covered = Spans(((date(2023, 1, 1), YEAR[1]),))
    compared = windows(*YEAR, covered)
    assert note(KeyFigures("UCDP", compared)).startswith("Counted by UCDP, ")
    both = KeyFigures("UCDP", compared, continuation="UCDP-CANDIDATE")
    assert note(both).startswith("Counted by UCDP and UCDP-CANDIDATE since its last release, ")
    assert both.as_json()["continuation"] == "UCDP-CANDIDATE"
