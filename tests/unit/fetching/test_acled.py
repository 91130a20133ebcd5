"""ACLED's interface: an account changed for a token, pages until an empty one, and what fails."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from corridor.fetching import FetchError, NotAdmittedError, offered
from corridor.settings import Settings
from tests.unit.fetching.conftest import Get
from tests.unit.fetching.publishers import PASSWORD, USER, Answer, Publisher, acled_event

EVENTS = [*map(acled_event, range(1, 8)), acled_event(8, iso="760", country="Syria")]


@pytest.fixture(autouse=True)
def filled(publisher: Publisher) -> None:
    publisher.acled = list(EVENTS)
    publisher.pagesize = 3


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read(publisher: Publisher) -> list[str]:
    return [path for path, _ in publisher.asked if path.startswith("/api")]


def test_an_account_is_changed_for_a_token_and_every_page_is_taken(
    get: Get, publisher: Publisher
) -> None:
    (found,) = get("acled")
    assert (found.name, found.release, found.rows) == ("acled.csv", "", 7)
    kept = rows(found.path)
    assert [row["event_id_cnty"] for row in kept] == [f"IRQ9000{number}" for number in range(1, 8)]
    assert kept[0]["notes"] == "An invented clash, with a comma."
    [form] = publisher.forms
    assert form == {"client_id": ["acled"], "grant_type": ["password"], "username": [USER],
                    "password": [PASSWORD], "scope": ["authenticated"]}  # fmt: skip
    asked = "/api/acled/read?_format=json&limit=5000&iso=368&page="
    assert read(publisher) == [f"{asked}{page}" for page in range(1, 5)], "until an empty page"


def test_days_are_asked_for(get: Get, publisher: Publisher) -> None:
    (found,) = get("acled", first=date(2024, 3, 2), last=date(2024, 3, 4))
    assert (found.name, found.rows) == ("acled-2024-03-02-2024-03-04.csv", 3)
    assert "event_date=2024-03-02%7C2024-03-04&event_date_where=BETWEEN" in read(publisher)[0]
    get("acled", first=date(2024, 3, 6))
    assert "event_date=2024-03-06&event_date_where=%3E%3D" in read(publisher)[-1]


def expired(path: str, headers: dict[str, str]) -> Answer | None:
    return Answer(b"expired", 401) if path.endswith("page=2") else None


def test_an_expired_token_is_renewed_in_the_middle(get: Get, publisher: Publisher) -> None:
    publisher.faults.append(expired)
    assert get("acled")[0].rows == 7
    assert [form["grant_type"][0] for form in publisher.forms] == ["password", "refresh_token"]
    assert publisher.forms[1]["refresh_token"] == ["refresh-1"]
    assert publisher.asked[-1][1]["authorization"] == "Bearer access-2"


def test_without_a_way_to_renew_it_signs_in_again(get: Get, publisher: Publisher) -> None:
    def lost(path: str, headers: dict[str, str]) -> Answer | None:
        return Answer(b"{}", 400) if path == "/oauth/token" else None

    publisher.faults += [expired, lost]
    assert get("acled")[0].rows == 7
    assert [form["grant_type"][0] for form in publisher.forms] == ["password", "password"]


def test_a_token_that_stays_refused_is_told(get: Get, publisher: Publisher) -> None:
    publisher.always = lambda path, _: Answer(b"", 403) if path.startswith("/api") else None
    with pytest.raises(NotAdmittedError, match=r"refuses the account \(403\).*ACLED_PASSWORD"):
        get("acled")
    assert len(read(publisher)) == 1


def test_a_wrong_password_is_told(
    get: Get, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CORRIDOR_ACLED_PASSWORD", "wrong-one")
    with pytest.raises(NotAdmittedError, match="name or password is wrong"):
        get("acled")
    assert read(publisher) == []


def test_without_an_account_it_is_not_offered(
    get: Get, publisher: Publisher, ours: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert offered(ours) == ("ucdp", "ucdp-candidate", "acled")
    monkeypatch.delenv("CORRIDOR_ACLED_USER")
    assert offered(ours) == ("ucdp", "ucdp-candidate")
    with pytest.raises(FetchError, match=r"no account for ACLED\. Set CORRIDOR_ACLED_USER"):
        get("acled")
    assert publisher.asked == []


def test_an_interrupted_list_goes_on_with_the_page_that_lacks(
    get: Get, publisher: Publisher
) -> None:
    publisher.faults.append(lambda path, _: Answer(b"{") if path.endswith("page=3") else None)
    with pytest.raises(FetchError):
        get("acled")
    assert get("acled")[0].rows == 7
    assert [path[-1] for path in read(publisher)] == ["1", "2", "3", "3", "4"]


def body(**values: object) -> Answer:
    told = {"status": 200, "success": True, "count": 1, "data": [acled_event(1)]}
    return Answer(json.dumps(told | values).encode())


ANSWERS = {
    "it says no": (body(success=False, data=None), "answers that it cannot do this"),
    "another status": (body(status=403), "answers that it cannot do this"),
    "no list": (body(data={"a": 1}), "answered in a form that is not its own"),
    "another count": (body(count=2), "answered in a form that is not its own"),
    "no id": (body(data=[{"event_date": "2024-01-01"}]), "answered in a form that is not its own"),
    "always one page": (body(), "sent the same events twice"),
    "no events": (body(count=0, data=[]), "has no events for this request"),
    "no token": (Answer(b'{"access_token": null}'), "answered in a form that is not its own"),
}


@pytest.mark.parametrize("kind", ANSWERS)
def test_an_answer_that_is_no_page_is_refused(
    get: Get, publisher: Publisher, ours: Settings, kind: str
) -> None:
    answer, said = ANSWERS[kind]
    place = "/oauth" if kind == "no token" else "/api"
    publisher.always = lambda path, _: answer if path.startswith(place) else None
    with pytest.raises(FetchError, match=said):
        get("acled")
    assert not (ours.fetched_dir / "acled.csv").exists()
