"""Drawn incidents that match nothing of a report move nothing of it; a filter's figures likewise.

The small store has the series' incidents that the report is measured on; drawn ones are added to it
as a commit would leave it, so rules, counts and grades are those of the product.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, Final, TypeAlias

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corridor import answers, queries, vocabulary
from corridor import settings as settings_module
from corridor.filter import IncidentFilter
from corridor.findings import evaluate, load_report
from corridor.queries import Summary
from corridor.settings import SHIPPED
from corridor.store import Reader, Store, open_store
from tests.store.conftest import account
from tests.store.test_sensitivity import reseed

Drawn: TypeAlias = Mapping[str, Any]
REPORT: Final = load_report(SHIPPED / "reports" / "is-there-a-return-of-isis-2018")
HERE: Final = ("Kirkuk", "Salah al-Din", "Diyala")
# Those of the corridor in the years that the report compares, and all that is no account of UCDP.
MEASURED: Final = """
    record_kind <> 'account' OR source <> 'UCDP' OR (
        'IS' IN (actor1, actor2) AND list_contains($here, admin1)
        AND (event_date < '2012-01-01' AND event_date >= '2010-01-01' OR event_date >= '2017-06-01')
    )
"""
# The day after the last that the series covers.
LATER: Final = date(2019, 1, 1)
RANKS: Final = ("exact", "near", "district", "governorate", "line or area", "country", "sea or air")
PROVINCES = st.sampled_from([*HERE, "Anbar", None])
OTHERS = st.sampled_from(["Government of Iraq", "Civilians", "PKK", "Forces of the US", None])
DAYS = st.dates(date(2009, 1, 1), date(2018, 12, 31))
KILLED = st.one_of(st.none(), st.integers(0, 60))
KM = st.one_of(st.none(), st.floats(0, 60))
ANYTHING: Final = {
    "source": st.sampled_from(["UCDP", "LOG"]),
    "event_date": DAYS,
    "date_precision": st.integers(1, 5),
    "event_type": st.sampled_from(vocabulary.EVENT_TYPES),
    "actor1": OTHERS,
    "actor2": OTHERS,
    "initiated_by": st.sampled_from(["IS", None]),
    "fatalities_best": KILLED,
    "deaths_civilians": KILLED,
    "admin1": PROVINCES,
    "admin2": st.sampled_from(["Daquq", "Samarra", "Tuz Khurmatu", None]),
    "reported_admin1": PROVINCES,
    "located_admin1": PROVINCES,
    "location": st.sampled_from(["Hamrin mountains", "Hawija", None]),
    "latitude": st.floats(33.5, 36.0),
    "longitude": st.floats(43.0, 45.5),
    "geo_precision": st.integers(1, 7),
    "nearest_road": st.sampled_from(["Kirkuk–Baghdad road", "Baghdad–Mosul road"]),
    "road_km": KM,
    "road_position_km": KM,
    "town_km": KM,
    "source_office": st.sampled_from([None, "BBC Monitoring", "Reuters;BBC Monitoring"]),
    "source_grade": st.builds(
        str.__add__, st.sampled_from("ABCDEF"), st.sampled_from("123456")
    ),
    "notes": st.sampled_from([None, "IS fighters at a fake checkpoint near Kirkuk"]),
}  # fmt: skip
# Nobody of it is IS; or no series tells it; or the series does not cover its day.
STRANGERS = st.one_of(
    st.fixed_dictionaries(ANYTHING),
    st.fixed_dictionaries(ANYTHING | {"actor1": st.just("IS"), "source": st.just("LOG")}),
    st.fixed_dictionaries(
        ANYTHING | {"actor1": st.just("IS"), "event_date": st.dates(LATER, date(2020, 1, 1))}
    ),
)  # fmt: skip
CHOICES: Final[dict[str, st.SearchStrategy[Any]]] = {
    "provinces": st.sampled_from([HERE, ("Kirkuk",), ("Anbar",)]),
    "event_types": st.sampled_from([("Battles",), ("Violence against civilians", "Riots")]),
    "actors": st.sampled_from([("IS",), ("Civilians", "PKK")]),
    "date_from": st.dates(date(2009, 6, 1), LATER),
    "date_to": st.dates(date(2010, 6, 1), LATER),
    "sources": st.sampled_from([("UCDP",), ("LOG",)]),
    "precision": st.sampled_from(["exact", "near", "district"]),
    "grade": st.sampled_from(vocabulary.GRADE_STOPS),
    "unjudged": st.booleans(),
}


@st.composite
def filters(draw: st.DrawFn) -> IncidentFilter:
    """Choose one thing or two: with more, hardly a filter keeps anything."""
    names = draw(st.lists(st.sampled_from(sorted(CHOICES)), min_size=1, max_size=2, unique=True))
    return IncidentFilter(**{"provinces": (), **{name: draw(CHOICES[name]) for name in names}})


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Store:
    data = tmp_path_factory.mktemp("small")
    reseed(data, MEASURED, here=list(HERE))
    return open_store(settings_module.load(data))


def plain(value: object) -> str:
    return json.dumps(value, default=str, sort_keys=True)


def of_the_report(reader: Reader) -> dict[str, str]:
    """All that is said of the report: verdicts, indicators, what they hang on, rivals, by grade."""
    found = evaluate(reader, REPORT)
    rivals = answers.rivals(reader, REPORT, found)
    assert rivals
    graded = [
        answers.graded_verdicts(reader, REPORT, found, grade, unjudged=unjudged)
        for grade, unjudged in (("B3", False), ("B2", True))
    ]
    return {
        "findings": plain(
            [
                [each.verdict, each.confidence.level, each.counted, each.not_yet_reported]
                + [[part.verdict, str(part.indicator)] for part in each.parts]
                for each in found
            ]
        ),
        "sensitivity": plain(
            [answers.sensitivity(reader, REPORT, each).as_json() for each in found]
        ),
        "rivals": plain(rivals.as_json()),
        "graded": plain([each.as_json() for some in graded for each in some.findings]),
    }


def counted(reader: Reader, chosen: IncidentFilter) -> tuple[Summary, tuple[str, ...]]:
    """What a filter counts, but for what is said of that which it leaves out, and the ids."""
    found = replace(
        queries.summary(reader, chosen),
        may_lie_there=0, others_may_lie_there=0, grade_of=0, grade_unjudged=0,
    )  # fmt: skip
    return found, queries.incident_ids(reader, chosen)


def shown(reader: Reader, chosen: IncidentFilter) -> list[str]:
    """What charts, map and tables show of a filter."""
    asked = (queries.by_type, queries.by_grade, queries.by_offices, queries.by_tactic,
             queries.disputes, queries.map_places)  # fmt: skip
    months = queries.timeline(reader, chosen, "month", "type")
    return [months.to_csv(), *(ask(reader, chosen).to_csv() for ask in asked)]


@cache
def before(asked: Callable[..., Any], small: Store, *of: IncidentFilter) -> Any:
    return asked(small, *of)


def is_kept(row: Drawn, chosen: IncidentFilter) -> bool:
    """Tell whether a filter keeps a drawn incident, in other words than the product does."""
    letter, number = row["source_grade"]
    takes = "F6" if chosen.unjudged else ""
    halves = chosen.grade or "F6"
    return (
        (not chosen.provinces or row["admin1"] in chosen.provinces)
        and (not chosen.event_types or row["event_type"] in chosen.event_types)
        and (not chosen.actors or bool({row["actor1"], row["actor2"]} & {*chosen.actors}))
        and (not chosen.date_from or row["event_date"] >= chosen.date_from)
        and (not chosen.date_to or row["event_date"] <= chosen.date_to)
        and (not chosen.sources or row["source"] in chosen.sources)
        and (not chosen.precision or row["geo_precision"] <= RANKS.index(chosen.precision) + 1)
        and (not chosen.grade or letter in takes or (letter <= halves[0] and letter != "F"))
        and (not chosen.grade or number in takes or (number <= halves[1] and number != "6"))
    )


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    drawn=st.lists(STRANGERS, min_size=4, max_size=12),
    several=st.lists(filters(), min_size=6, max_size=10),
    is_apart=st.booleans(),
)
def test_incidents_that_match_nothing_move_nothing(
    small: Store, drawn: list[Drawn], several: list[IncidentFilter], *, is_apart: bool
) -> None:
    """`is_apart`: the first filter keeps none of them. One that does counts just those."""
    first = several[0]
    added = [row for row in drawn if not (is_apart and is_kept(row, first))] or drawn
    rows = [account(f"{row['source']}:9{at:06}", **row) for at, row in enumerate(added)]
    with small.imagine(pd.concat(rows, ignore_index=True)) as after:
        assert of_the_report(after) == before(of_the_report, small)
        for chosen in several:
            kept = [row for row in added if is_kept(row, chosen)]
            found, was = counted(after, chosen), before(counted, small, chosen)
            measured = [row["source"] == "UCDP" and row["event_date"] < LATER for row in kept]
            assert (found[0].incidents or 0) == (was[0].incidents or 0) + sum(measured)
            assert len(found[1]) == len(was[1]) + len(kept)
            assert kept or found == was
        if not any(is_kept(row, first) for row in added):
            assert shown(after, first) == before(shown, small, first)
