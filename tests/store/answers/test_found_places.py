"""What lies near a place that was searched for; the report's incident is found by its name."""

from __future__ import annotations

import pytest

from corridor import answers, queries
from corridor.filter import IncidentFilter
from corridor.settings import Settings
from corridor.store import Store
from tests.independent import numbers
from tests.store.conftest import Run

REPORT = "RAWABET:2018-06-17-injana"


@pytest.mark.parametrize("text", ["Hawiga", "Kanaan", "35.47, 44.39"])
def test_the_incidents_near_a_place_are_counted_as_by_hand(store: Store, text: str) -> None:
    found = answers.found_places(store, text)
    counted = [each for each in found.places if each.place.points]
    assert counted
    for each in counted:
        points = [
            numbers(IncidentFilter(provinces=(), near=f"{lat}, {lon}", near_km=10.0)).incidents or 0
            for lat, lon in each.place.points
        ]
        assert max(points) <= (each.incidents or 0) <= sum(points)
    assert all(each.incidents is None for each in found.places if each not in counted)
    assert (found.nearest, found.left_out, found.series) == ((), 0, "UCDP")


@pytest.mark.parametrize("text", ["Injana", "انجانة"])
def test_the_place_of_the_report_s_incident_is_found(store: Store, text: str) -> None:
    (found,) = answers.found_places(store, text).places
    assert (found.label, found.precision) == ("Injana", "approximate")
    assert dict(found.beside)["others"] >= 1
    report = queries.accounts_of(store, REPORT).set_index("incident_id").loc[REPORT]
    assert (report["latitude"], report["longitude"]) in found.place.points


def test_the_command_says_what_it_found_and_what_near_takes(run: Run, shipped: Settings) -> None:
    def told(text: str) -> str:
        found = run("find-place", text, data=shipped.data_dir)
        assert found.code == 0
        return found.out.replace("\u00a0", " ")

    assert "الحويجة town or village" in told("Hawiga")
    assert "Incidents are those by UCDP within 10 km, at any date;" in told("Hawiga")
    assert "“Kanaan” may mean several places: Kanaan, Baquba is taken." in told("Kanaan")
    assert "“Diyala” is an area (Diyala, province) without one point" in told("Diyala")
    assert told("Atlantis").startswith("No place is called “Atlantis”. Nearest names: ")
    value = run("find-place", "الحويجة", "--json", data=shipped.data_dir).json
    town, district = value["places"]
    assert (town["name"], town["near"], town["admin2"]) == ("Hawija", "Hawija", "Hawija")
    assert (district["kind"], district["near"], district["incidents"]) == ("district", None, None)
    near = run("summary", "--near", "Hawija", "--near-km", "10", "--province", "All Iraq",
               "--from", "1900-01-01", "--json", data=shipped.data_dir).json  # fmt: skip
    assert near["incidents"] == town["incidents"] > 0
