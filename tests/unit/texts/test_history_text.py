"""An indicator through time, in words."""

from __future__ import annotations

import pytest

from corridor.texts.history_text import value_words

NAN = float("nan")


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [(0.53, "share", "53\u00a0%"), (1.69, "ratio", "1.69×"), (33.02, "km", "33\u00a0km"),
     (2, "", "2.00"), (NAN, "share", "unknown")],
)  # fmt: skip
def test_values_are_written_with_their_unit(value, unit, written):
    assert value_words(value, unit) == written
