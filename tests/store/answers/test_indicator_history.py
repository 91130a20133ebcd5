"""How a finding's indicators went, against a walk through the rows of its history."""

from __future__ import annotations

import math

from corridor import answers
from corridor.findings import evaluate, history, load_report
from corridor.settings import SHIPPED
from corridor.store import Store
from corridor.texts import history_text

REPORT = load_report(SHIPPED / "reports" / "is-there-a-return-of-isis-2018")


def test_the_course_of_each_part_is_that_of_its_rows(store: Store) -> None:
    finding = evaluate(store, REPORT)[0]
    found = answers.indicator_history(store, REPORT, finding.number)
    rows = history(store, REPORT, finding.number)
    values: dict[str, list[tuple[str, float]]] = {}
    for part, as_of, value in zip(rows["part"], rows["as_of"], rows["value"], strict=True):
        if not math.isnan(value):
            values.setdefault(part, []).append((str(as_of)[:10], value))
    assert set(found.courses) == set(values)
    for part, walked in values.items():
        course = found.courses[part]
        ends = [(str(it.as_of), it.value) for it in (course.first, course.last, course.highest)]
        assert ends[:2] == [min(walked), max(walked)]
        assert ends[2] == next(it for it in sorted(walked) if it[1] == max(v for _, v in walked))
        assert course.varies == (len({value for _, value in walked}) > 1)


def test_it_is_said_for_who_cannot_see_the_line(store: Store) -> None:
    finding = evaluate(store, REPORT)[0]
    course = answers.indicator_history(store, REPORT, finding.number).courses
    said = history_text.in_words(finding.headline, course[finding.headline.slug])
    assert said.startswith(f"{finding.headline.label}, {finding.headline.indicator.name}, by month")
    assert said.index("first ") < said.index("highest ") < said.index("last ")
