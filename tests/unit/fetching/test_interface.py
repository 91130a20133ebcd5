"""UCDP's interface, page by page: whole, gone on with, refused, too often, and broken."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from corridor.fetching import FetchError, NotAdmittedError
from corridor.settings import Settings
from tests.unit.fetching.conftest import Clock, Get
from tests.unit.fetching.publishers import TOKEN, Answer, Publisher, event

EVENTS = [*map(event, range(1, 8)), event(8, country="Syria", country_id=652)]


@pytest.fixture(autouse=True)
def filled(publisher: Publisher) -> None:
    publisher.events["25.1"] = list(EVENTS)
    publisher.pagesize = 3


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def pages(publisher: Publisher) -> list[str]:
    return [path.rpartition("page=")[2] for path, _ in publisher.asked]


def spent(ours: Settings) -> int:
    return sum(file.stat().st_size for file in ours.fetched_dir.glob("asked-*"))


def test_the_country_is_asked_for_with_the_token_and_every_page_is_taken(
    get: Get, publisher: Publisher, ours: Settings
) -> None:
    (found,) = get("ucdp", release="25.1")
    assert (found.name, found.release, found.rows) == ("GEDEvent_v25_1.csv", "25.1", 7)
    kept = rows(found.path)
    assert [row["id"] for row in kept] == [str(900000 + number) for number in range(1, 8)]
    assert kept[0]["date_start"] == "2024-03-02", "a day without a time"
    assert list(kept[0]) == list(event(1))
    asked = "/api/gedevents/25.1?pagesize=1000&Country=645&page="
    assert [path for path, _ in publisher.asked] == [f"{asked}{page}" for page in range(3)]
    assert {headers["x-ucdp-access-token"] for _, headers in publisher.asked} == {TOKEN}
    assert spent(ours) == 3
    assert not list(ours.fetched_dir.glob("*.pages"))


def test_candidate_events_come_from_the_same_interface(get: Get, publisher: Publisher) -> None:
    publisher.events["25.0.9"] = [event(1)]
    (found,) = get("ucdp-candidate", release="25.0.9")
    assert (found.name, found.rows) == ("GEDEvent_v25_0_9.csv", 1)


def test_what_is_unknown_stays_empty(get: Get, publisher: Publisher) -> None:
    publisher.events["25.1"] = [event(1, adm_2=None, latitude=None, active_year=True, deaths_a=0)]
    (row,) = rows(get("ucdp", release="25.1")[0].path)
    assert (row["adm_2"], row["latitude"], row["active_year"], row["deaths_a"]) == (
        "",
        "",
        "1",
        "0",
    )


def test_an_interrupted_list_goes_on_with_the_page_that_lacks(
    get: Get, publisher: Publisher, ours: Settings
) -> None:
    def broken(path: str, headers: dict[str, str]) -> Answer | None:
        return Answer(b'{"TotalCount": 7, "Resu') if path.endswith("page=2") else None

    publisher.faults.append(broken)
    with pytest.raises(FetchError, match="sent a part of its answer only, or no JSON"):
        get("ucdp", release="25.1")
    assert not (ours.fetched_dir / "GEDEvent_v25_1.csv").exists()
    assert get("ucdp", release="25.1")[0].rows == 7
    assert pages(publisher) == ["0", "1", "2", "2"]


def test_pages_that_lay_for_long_are_read_anew(
    get: Get, publisher: Publisher, clock: Clock
) -> None:
    publisher.faults.append(lambda path, _: Answer(b"[") if path.endswith("page=2") else None)
    with pytest.raises(FetchError):
        get("ucdp", release="25.1")
    clock.moment += timedelta(hours=7)
    assert get("ucdp", release="25.1")[0].rows == 7
    assert pages(publisher) == ["0", "1", "2", "0", "1", "2"]


def test_a_kept_page_that_was_damaged_is_read_anew(
    get: Get, publisher: Publisher, ours: Settings
) -> None:
    publisher.faults.append(lambda path, _: Answer(b"[") if path.endswith("page=2") else None)
    with pytest.raises(FetchError):
        get("ucdp", release="25.1")
    (ours.fetched_dir / "GEDEvent_v25_1.csv.pages" / "00001.json").write_text('{"Result": [')
    assert get("ucdp", release="25.1")[0].rows == 7
    assert pages(publisher) == ["0", "1", "2", "1", "2"]


@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_token_is_told_with_its_remedy(
    get: Get, publisher: Publisher, status: int
) -> None:
    publisher.faults.append(Answer(b"no: " + TOKEN.encode(), status))
    with pytest.raises(NotAdmittedError, match=rf"refuses the token \({status}\).*CORRIDOR_UCDP"):
        get("ucdp", release="25.1")
    assert len(publisher.asked) == 1


def test_without_a_token_the_interface_is_not_asked(
    get: Get, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CORRIDOR_UCDP_TOKEN")
    with pytest.raises(FetchError, match="no token for UCDP's interface"):
        get("ucdp", release="25.1", through="api")
    assert publisher.asked == []


def test_one_that_is_busy_is_asked_again_after_what_it_says(
    get: Get, publisher: Publisher, clock: Clock, ours: Settings
) -> None:
    publisher.faults += [
        Answer(status=429, headers={"Retry-After": "31"}),
        Answer(status=503, headers={"Retry-After": "Thu, 26 Nov 2026 12:00:45 GMT"}),
        Answer(status=500),
    ]
    assert get("ucdp", release="25.1")[0].rows == 7
    assert sum(clock.waits) == 31 + 14 + 1
    assert max(clock.waits) <= 1, "it can be stopped while it waits"
    assert spent(ours) == 6, "errors count"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(status=429, headers={"Retry-After": "900"}), "left alone for 15 minutes"),
        (Answer(status=429, headers={"Retry-After": "soon"}), "left alone for a minute"),
        (Answer(status=500), r"has a fault of its own \(500\). Repeat it later"),
        (Answer(status=400), r"does not answer this \(400\). It may have been asked too quickly"),
        (Answer(status=418), r"does not answer this \(418\)"),
    ],
)
def test_one_that_stays_busy_is_left_alone(
    get: Get, publisher: Publisher, clock: Clock, answer: Answer, said: str
) -> None:
    publisher.always = lambda *_: answer
    with pytest.raises(FetchError, match=said):
        get("ucdp", release="25.1")
    assert len(publisher.asked) <= 3
    assert sum(clock.waits) <= 60


def test_a_day_has_so_many_questions(
    get: Get, publisher: Publisher, ours: Settings, clock: Clock
) -> None:
    few = replace(ours, ucdp_requests_a_day=4)
    publisher.faults.append(Answer(b"", 401))
    with pytest.raises(NotAdmittedError):
        get("ucdp", few, release="25.1")
    get("ucdp", few, release="25.1")
    said = "answers 4 questions a day, and so many were asked today. Repeat it tomorrow"
    with pytest.raises(FetchError, match=said):
        get("ucdp", few, release="25.1")
    assert len(publisher.asked) == 4
    clock.moment += timedelta(days=1)
    assert get("ucdp", few, release="25.1")[0].rows == 7


def changed(publisher: Publisher, **values: Any) -> None:
    """Let the second page be another one."""

    def second(path: str, headers: dict[str, str]) -> Answer | None:
        if not path.endswith("page=1"):
            return None
        told = {"TotalCount": 7, "TotalPages": 3, "Result": [event(4), event(5), event(6)]}
        return Answer(json.dumps(told | values).encode())

    publisher.faults.append(second)


UNSOUND: dict[str, tuple[dict[str, Any], str]] = {
    "another count": ({"TotalCount": 8}, "list changed while it was read"),
    "another number of pages": ({"TotalPages": 4}, "list changed while it was read"),
    "the page before": ({"Result": [event(1), event(2), event(3)]}, "sent the same events twice"),
    "one event twice": ({"Result": [event(4), event(4), event(5)]}, "sent the same events twice"),
    "nothing": ({"Result": []}, "a page without any"),
    "too little": ({"Result": [event(4)]}, "says that it has 7 events and sent 5"),
    "no list": ({"Result": None}, "answered in a form that is not its own"),
    "no events": ({"Result": ["x"]}, "answered in a form that is not its own"),
    "no ids": ({"Result": [{"year": 2024}]}, "answered in a form that is not its own"),
    "no count": ({"TotalCount": "many"}, "answered in a form that is not its own"),
}


@pytest.mark.parametrize("kind", UNSOUND)
def test_pages_that_do_not_fit_together_are_not_kept(
    get: Get, publisher: Publisher, ours: Settings, kind: str
) -> None:
    values, said = UNSOUND[kind]
    changed(publisher, **values)
    with pytest.raises(FetchError, match=said):
        get("ucdp", release="25.1")
    assert not list(ours.fetched_dir.glob("*.pages"))
    assert get("ucdp", release="25.1")[0].rows == 7, "the next attempt begins anew"


ANSWERS = {
    "a web page": (b"<html><body>sign in</body></html>", "answered with a web page"),
    "a list": (b"[1, 2]", "answered in a form that is not its own"),
    "text": (b"temporarily closed", "a part of its answer only, or no JSON"),
    "no text": (b"\xff\xfe\x00", "a part of its answer only, or no JSON"),
    "a deep one": (b'{"a":' * 100_000, "a part of its answer only, or no JSON"),
    "nothing": (b"", "a part of its answer only, or no JSON"),
    "no events": (b'{"TotalCount": 0, "TotalPages": 0, "Result": []}', "has no events for this"),
}


@pytest.mark.parametrize("kind", ANSWERS)
def test_an_answer_that_is_no_page_is_refused(get: Get, publisher: Publisher, kind: str) -> None:
    body, said = ANSWERS[kind]
    publisher.always = lambda *_: Answer(body)
    with pytest.raises(FetchError, match=said):
        get("ucdp", release="25.1")


def test_half_a_body_is_noticed_by_its_length(get: Get, publisher: Publisher) -> None:
    whole = b'{"TotalCount": 1, "TotalPages": 1, "Result": [{"id": 1}]}       '
    publisher.faults.append(Answer(whole, cut=len(whole) - 5))
    with pytest.raises(FetchError, match="sent a part only"):
        get("ucdp", release="25.1")
