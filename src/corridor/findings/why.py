"""Say why an incident matched an evidence rule: predicate, distance, days."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from corridor.findings.predicates import Seen, explain
from corridor.findings.rules import Rule
from corridor.findings.series import Series
from corridor.store.errors import clauses
from corridor.words import say


class Reasons:
    """Gives the phrases for some rows of a series, named by their positions."""

    def __init__(self, series: Series, chosen: NDArray[np.intp]) -> None:
        self.series = series
        records = series.rows.iloc[chosen].to_dict("records")
        self.rows = dict(zip(chosen.tolist(), records, strict=True))

    def of(self, rule: Rule, index: int) -> str:
        """Say why row number `index` matches a rule, which it does."""
        found = list(dict.fromkeys(explain(rule, Seen(self.rows[index], index, self.series))))
        return str(clauses(found)) if found else say("why-rule")
