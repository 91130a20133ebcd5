"""Queries over the shipped store, held against an independent computation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import shapely
from shapely.geometry import shape

from corridor import packs, queries
from corridor.filter import IncidentFilter
from corridor.spans import Spans
from corridor.store import Store
from corridor.vocabulary import CIVILIANS_TYPE
from tests.independent import NEAR, TACTICS, numbers, random_filters, random_places

JUNE = Spans(((date(2018, 6, 1), date(2018, 6, 30)),))
YEAR = IncidentFilter(date_from=date(2017, 7, 1), date_to=date(2018, 6, 30))


@pytest.mark.parametrize(
    "chosen",
    [*random_filters(30), *NEAR, *TACTICS, *random_places(8)],
    ids=lambda chosen: chosen.describe(),
)
def test_summary_equals_an_independent_computation(store: Store, chosen: IncidentFilter) -> None:
    found, expected = queries.summary(store, chosen), numbers(chosen)
    assert (found.incidents, found.fatalities_unknown, found.unplaced) == (
        expected.incidents,
        expected.unknown,
        expected.unplaced,
    )
    fatalities = (found.fatalities_low, found.fatalities_best, found.fatalities_high)
    assert fatalities == (expected.low, expected.best, expected.high)
    counts = (expected.incidents or 0, expected.beside)
    assert counts[1] == sum(told.incidents for told in found.beside.values())
    listed = queries.list_incidents(store, chosen)
    assert listed["incident_id"].is_unique
    assert split(listed.assign(incidents=1)) == counts
    assert split(queries.map_places(store, chosen)) == counts
    assert split(queries.timeline(store, chosen, "month", "type")) == counts


def split(rows: pd.DataFrame) -> tuple[int, int]:
    """Count what is measured and what stands beside it."""
    own = rows["beside"].isna()
    return int(rows.loc[own, "incidents"].sum()), int(rows.loc[~own, "incidents"].sum())


def test_random_filters_are_not_all_empty_or_full(store: Store) -> None:
    counts = [len(queries.list_incidents(store, chosen)) for chosen in random_filters(30)]
    assert sum(count > 0 for count in counts) >= 15
    assert len(set(counts)) >= 12


def test_primary_series_equals_the_source_file(store: Store, sources_dir: Path) -> None:
    import json

    events = pd.read_csv(sources_dir / "ucdp_ged_iraq.csv")
    year = events[events["date_start"].between("2017-07-01", "2018-06-30")]
    features = json.loads((sources_dir / "geo" / "iraq_adm1.geojson").read_text("utf-8"))[
        "features"
    ]
    corridor = shapely.union_all(
        [
            shape(feature["geometry"])
            for feature in features
            if feature["properties"]["ADM1_PCODE"] in ("IQG10", "IQG13", "IQG16")
        ]
    )
    inside = year[shapely.intersects(corridor, shapely.points(year["longitude"], year["latitude"]))]
    found = queries.summary(store, replace(YEAR, sources=("UCDP",)))
    assert found.incidents == len(inside) == 97
    assert found.fatalities_best == int(inside["best"].sum())
    assert (found.fatalities_low, found.fatalities_high) == (
        # In the file a low is now and then above its best, a high below it.
        int(inside["low"].clip(upper=inside["best"]).sum()),
        int(inside["high"].clip(lower=inside["best"]).sum()),
    )


def test_a_blank_governorate_inside_the_corridor_is_found(store: Store) -> None:
    listed = queries.list_incidents(store, replace(YEAR, provinces=("Diyala",)))
    row = listed.set_index("incident_id").loc["UCDP:259081"]
    assert pd.isna(row["reported_admin1"])
    assert row["located_admin1"] == "Diyala"


def test_linked_accounts_count_once_and_stand_beside_the_primary_one(store: Store) -> None:
    listed = queries.list_incidents(store, YEAR)
    row = listed.set_index("incident_id").loc["UCDP:259081"]
    assert "RAWABET:2018-06-17-injana" in list(row["account_ids"])
    assert "RAWABET:2018-06-17-injana" not in set(listed["incident_id"])
    accounts = queries.accounts_of(store, "RAWABET:2018-06-17-injana")
    assert accounts["incident_id"].iloc[0] == "UCDP:259081"
    assert accounts["account_rank"].tolist() == list(range(1, len(accounts) + 1))


def test_asking_for_a_source_counts_its_own_account(store: Store) -> None:
    listed = queries.list_incidents(store, replace(YEAR, sources=("RAWABET",)))
    assert "RAWABET:2018-06-17-injana" in set(listed["incident_id"])
    assert set(listed["source"]) == {"RAWABET"}


def test_country_centroids_are_in_no_province(store: Store) -> None:
    everywhere = IncidentFilter(provinces=(), text="")
    listed = queries.list_incidents(store, everywhere)
    country = listed[(listed["geo_precision"] == 6) & (listed["source"] == "UCDP")]
    assert len(country) == 139
    assert country["located_admin1"].isna().all()


def test_timeline_has_a_row_for_every_period(store: Store) -> None:
    rows = queries.timeline(store, YEAR, "month", "type")
    assert rows["period_start"].nunique() == 12
    assert rows["period_start"].min() == pd.Timestamp("2017-07-01")
    assert rows["period_end"].max() == pd.Timestamp("2018-06-30")
    quiet = queries.timeline(store, replace(YEAR, text="no such text"), "month", "type")
    assert quiet["incidents"].tolist() == [0] * 12
    assert quiet["fatalities_best"].tolist() == [0] * 12


def test_no_incidents_killed_nobody_where_days_are_covered(store: Store) -> None:
    quiet = replace(YEAR, text="no such text")
    found, (figures, before) = (
        queries.summary(store, quiet), queries.measured_figures(store, quiet, [JUNE, Spans()])
    )  # fmt: skip
    low, best, high = found.fatalities_low, found.fatalities_best, found.fatalities_high
    assert (found.incidents, low, best, high) == (0, 0, 0, 0)
    assert (found.civilians_killed, found.long_lasting_killed, found.first_date) == (0, 0, None)
    assert figures is not None
    assert (figures.killed, figures.civilians_killed, figures.multi_day_killed) == (0, 0, 0)
    assert before is None
    # UCDP's data end with 2018: what nobody watched is not known.
    later = replace(quiet, date_from=date(2018, 12, 1), date_to=date(2019, 1, 31))
    bars = queries.timeline(store, later, "month", "type")
    assert bars["fatalities_high"].fillna(-1).tolist() == [0, -1]
    unknown = queries.summary(store, replace(later, date_from=date(2019, 1, 1)))
    assert (unknown.incidents, unknown.fatalities_best, unknown.civilians_killed) == (None,) * 3


@pytest.mark.parametrize("period", queries.PERIODS)
@pytest.mark.parametrize("stack", queries.STACKS)
def test_timeline_keeps_the_sum(store: Store, period: str, stack: str) -> None:
    rows = queries.timeline(store, YEAR, period, stack)
    assert split(rows)[0] == queries.summary(store, YEAR).incidents
    assert (rows["period_end"] >= rows["period_start"]).all()


def test_unknown_period_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="period is one of"):
        queries.timeline(store, YEAR, "decade", "type")


def test_marks_of_the_map(store: Store) -> None:
    places = queries.map_places(store, YEAR)
    assert places["mark"].is_unique
    by_rank = places.groupby("geo_precision")["incidents"].sum()
    listed = queries.list_incidents(store, YEAR)
    own = places[places["beside"].isna()]
    assert by_rank.to_dict() == listed["geo_precision"].value_counts().to_dict()
    assert own[own["geo_precision"] == 4]["admin1"].is_unique


def test_default_period_is_the_last_covered_year(store: Store) -> None:
    options = queries.options(store)
    assert options.default_dates() == (date(2018, 1, 1), date(2018, 12, 31))
    assert options.default_filter().provinces == packs.region().provinces


def test_nearest_date_of_an_empty_period(store: Store) -> None:
    empty = replace(YEAR, date_from=date(2019, 3, 1), date_to=date(2019, 4, 1))
    found = queries.summary(store, empty)
    assert found.incidents is None  # not covered: unknown, not 0
    assert found.is_empty
    nearest = queries.nearest_date(store, empty)
    assert nearest is not None
    assert date(2018, 11, 1) < nearest <= date(2018, 12, 25)
    assert queries.nearest_date(store, replace(empty, text="no such text")) is None


def test_latest_incidents_are_the_first_of_the_list(store: Store) -> None:
    latest = queries.latest_incidents(store, YEAR, 6)["incident_id"].tolist()
    assert latest == queries.list_incidents(store, YEAR)["incident_id"].head(6).tolist()


INJANA = "UCDP:259081"


def found_by(store: Store, text: str, chosen: IncidentFilter = YEAR) -> set[str]:
    return set(queries.list_incidents(store, replace(chosen, text=text))["incident_id"])


@pytest.mark.parametrize(
    "text",
    [
        "Injana",
        "ANJANA",
        "Enjana",
        "انجانة",
        "إنجانة",
        "انجانه",
        "إنـجَانة",
        "Anjata",
        "RAWABET 2018-06-17",
    ],
)
def test_the_report_s_incident_is_found_by_any_name_of_its_place(store: Store, text: str) -> None:
    # Its counted account, UCDP's, names neither the place nor a point of it.
    assert INJANA in found_by(store, text)


def test_a_text_is_looked_for_in_accounts_that_are_not_counted(store: Store) -> None:
    assert found_by(store, "Federal police uniforms") == set()  # a field that is not searched
    assert found_by(store, "troops sent after the group") == {INJANA}
    only_ucdp = replace(YEAR, sources=("UCDP",))
    assert INJANA in found_by(store, "troops sent after the group", only_ucdp)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hawija", "الحويجة"),
        ("hawija", "Ḩawījah"),
        ("Tuz-Khurmatu", "tuz khurmatu"),
        ("Muqdadiya", "المقدادية"),
        ("Kirkuk", "كركوك"),
    ],
)
def test_spellings_of_a_place_find_the_same(store: Store, one: str, other: str) -> None:
    assert found_by(store, one) == found_by(store, other) != set()


def test_a_place_s_name_finds_what_happened_close_to_it(store: Store) -> None:
    anywhere = IncidentFilter(provinces=())
    listed = queries.list_incidents(store, replace(anywhere, text="Samarra Dam"))
    named = listed["location"].str.contains("Samarra Dam|Sāmarrā’ Dam", regex=True)
    assert named.any()
    others = listed[~named]
    assert not others.empty
    # 34.19779, 43.84831: a degree of latitude has 111 km, one of longitude here 92.
    away = ((others["latitude"] - 34.19779) * 111.2) ** 2
    away += ((others["longitude"] - 43.84831) * 92.0) ** 2
    assert (away.pow(0.5) < 5.05).all()
    assert (others["geo_precision"] <= 2).all()


def test_other_names_of_a_place_are_whole_words(store: Store) -> None:
    # "Dur" is another name of Dour, and a part of "during".
    listed = queries.list_incidents(store, IncidentFilter(provinces=(), text="Dour"))
    assert not listed.empty
    assert "during" not in " ".join(listed["location"].fillna("")).casefold()
    assert len(listed) < 300


@pytest.mark.parametrize("text", ["%", "--", "'", "。"])
def test_signs_alone_find_nothing(store: Store, text: str) -> None:
    assert found_by(store, text) == set()


@pytest.mark.parametrize("name", ["داعش", "Daesh", "ISIS", "تنظيم الدولة"])
def test_other_names_of_an_actor_find_it(store: Store, name: str) -> None:
    by_actor = len(queries.list_incidents(store, replace(YEAR, actors=("IS",))))
    assert len(queries.list_incidents(store, replace(YEAR, text=name))) >= by_actor > 50


def test_other_sources_are_counted_apart_from_the_series(store: Store) -> None:
    chosen = replace(YEAR, date_from=date(2018, 6, 1), date_to=date(2018, 6, 30))
    found = queries.summary(store, chosen)
    (series,) = queries.measured_counts(store, chosen, [JUNE])
    rows = queries.timeline(store, chosen, "month", "type")
    assert split(rows) == (series, found.beside["others"].incidents)
    assert found.incidents == series
    assert set(found.beside) == {"others"}
    assert found.beside["others"].incidents > 0


def test_windows_asked_together_hold_what_each_holds_alone(store: Store) -> None:
    twice = Spans(((date(2017, 3, 1), date(2017, 3, 31)), (date(2017, 9, 1), date(2017, 9, 30))))
    quiet = Spans(((date(1989, 1, 1), date(1989, 1, 2)),))
    windows = [JUNE, twice, Spans(), JUNE, quiet]
    found = queries.measured_figures(store, YEAR, windows)
    assert queries.measured_counts(store, YEAR, windows) == [it and it.incidents for it in found]
    alone = [
        queries.summary(store, replace(YEAR, date_from=first, date_to=last))
        for first, last in (*JUNE.pairs, *twice.pairs)
    ]
    assert found[0] == found[3]
    told = [(it.incidents, it.killed) if it else None for it in found]
    june, march, september = ((it.incidents or 0, it.fatalities_best or 0) for it in alone)
    both = tuple(map(sum, zip(march, september, strict=True)))
    assert told == [june, both, None, june, (0, 0)]


def test_groups_are_those_of_the_timeline(store: Store) -> None:
    groups = queries.by_group(store, YEAR, "province")
    by_year = queries.timeline(store, YEAR, "year", "province")
    keys = ["group", "beside", "is_provisional"]
    expected = by_year.groupby(keys, dropna=False)["incidents"].sum()
    assert groups.groupby(keys, dropna=False)["incidents"].sum().to_dict() == expected.to_dict()


def test_too_many_marks_are_gathered_in_cells_that_lose_no_incident(store: Store) -> None:
    all_time = replace(YEAR, date_from=None)
    marks = queries.map_places(store, all_time)
    gathered = queries.map_places(store, all_time, most_marks=100)
    assert not marks["is_cell"].any()
    cells = gathered[gathered["is_cell"]]
    assert 0 < len(cells) < 0.8 * len(marks[marks["geo_precision"] <= 2])
    for places, most in ((marks, queries.MOST_MARKS), (gathered, 100)):
        incidents = queries.map_incidents(store, all_time, most)
        assert incidents["incident_id"].is_unique
        counts = incidents["mark"].value_counts().to_dict()
        assert counts == dict(zip(places["mark"], places["incidents"], strict=True))
        assert split(places)[0] == queries.summary(store, all_time).incidents
    # A cell stands amid its points, and what is no point stays as it was.
    exact = cells[cells["geo_precision"] == 1]
    assert exact["latitude"].between(33, 36.5).all()
    vague = [
        places[~(places["geo_precision"] <= 2)]["mark"].tolist() for places in (marks, gathered)
    ]
    assert vague[0] == vague[1]


def test_a_text_does_not_shorten_the_distance_that_is_asked_for(store: Store) -> None:
    near = IncidentFilter(near="Hawija", near_km=60.0)
    told = IncidentFilter(text="Daesh")
    both = replace(near, text="Daesh")
    near_ids, told_ids, ids = (
        set(queries.list_incidents(store, chosen)["incident_id"]) for chosen in (near, told, both)
    )
    assert ids == near_ids & told_ids
    assert len(ids) > len(queries.list_incidents(store, replace(both, near_km=5.0)))


def test_a_mark_is_named_as_its_newest_incident_and_coloured_as_most_are(store: Store) -> None:
    every = replace(YEAR, provinces=(), date_from=None)
    listed = queries.list_incidents(store, every).set_index("incident_id")
    marked = queries.map_incidents(store, every)
    rows = marked.assign(
        **{name: marked["incident_id"].map(listed[name]) for name in ("event_type", "location")}
    )
    rows["day"] = marked["incident_id"].map(listed["event_date"])
    most = {}
    for mark, part in rows.groupby("mark"):
        counts = part["event_type"].value_counts()
        most[mark] = set(counts[counts == counts.max()].index)
    newest = rows.dropna(subset="location").sort_values(["day", "incident_id"])
    names = newest.groupby("mark")["location"].last()
    places = queries.map_places(store, every).set_index("mark")
    types = places["event_type"].to_dict()
    assert sum(len(kinds) > 1 for kinds in most.values()) > 20
    for mark, kinds in most.items():
        assert types[mark] in ({CIVILIANS_TYPE} if CIVILIANS_TYPE in kinds else kinds), mark
    assert places["location"].dropna().to_dict() == names.to_dict()
