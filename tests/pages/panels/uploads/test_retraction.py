"""A list of incidents to hide on the uploads page: what is shown, asked, done and undone."""

from __future__ import annotations

import hashlib

import pytest
from streamlit.testing.v1 import AppTest

from corridor.store import Store
from corridor.ui.frame import cached
from corridor.ui.panels.uploads import jobs
from tests.pages.conftest import Open, html
from tests.pages.panels.test_uploads import hand_in

OF_THE_FRAME = {"civilians", "unjudged", "view-moves", "view-replaces"}
SERIES = "SELECT count(*) AS n FROM incidents WHERE source = 'UCDP'"


def primary(store: Store, number: int) -> list[str]:
    """Ids of incidents of the primary series without another account."""
    found = store.read(
        "SELECT incident_id FROM incidents WHERE source = 'UCDP' AND accounts = 1 "
        "ORDER BY incident_id LIMIT $number",
        {"number": number},
    )
    return list(found["incident_id"])


def key_of(name: str, data: bytes) -> str:
    return f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"


def count(sql: str = SERIES) -> int:
    return int(cached.store().read(sql)["n"].iloc[0])


def hide(app: AppTest) -> AppTest:
    return app.button(key="hide").click().run()


def test_a_list_is_shown_hidden_and_brought_back(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "MOST_HERE", 1)  # as a large one: by a worker
    app = open_page("uploads")
    assert "A list of incident ids with a reason for each hides those incidents." in html(app)
    first, second = primary(cached.store(), 2)
    before = count()
    data = f"incident_id;reason\n{first};told twice\n{second};told twice\n".encode()
    app = hand_in(app, "list.csv", data)
    said = html(app)
    assert "list.csv, read as a list to hide" in said
    assert "2 incidents from UCDP disappear: averages and verdicts can" in said
    assert "What would change" in said
    assert "no figure changes." in said
    assert "No verdict changes" in said
    assert first in said
    assert second in said
    assert "another account" not in said
    assert not [box for box in app.checkbox if box.key not in OF_THE_FRAME]
    reason = app.text_area(key=key_of("reason", data))
    assert reason.value == "told twice"
    reason.set_value("told twice, checked by hand").run()
    assert app.button(key="hide").label == "Hide 2\u00a0incidents"
    app.text_input(key="author").set_value("Layla").run()
    app = hide(app)
    newest = cached.store().history()[0]
    assert (newest.action, newest.author, newest.file_name) == ("retraction", "Layla", "list.csv")
    assert newest.note == "told twice, checked by hand"
    said = html(app)
    assert f"2 incidents hidden. Saved as change {newest.commit_id}." in said
    assert "read as a list to hide" not in said
    assert count() == before - 2

    app = hand_in(app, "list.csv", data)
    assert "Saved as change" not in html(app)
    button = app.button(key="hide")
    assert (button.label, button.disabled) == ("Nothing new to hide", True)
    app.button(key=f"Undo-{newest.commit_id}").click().run()
    said = html(app)
    assert "Undo retraction of list.csv: 2 incidents will be seen again." in said
    app.button(key="undo-it").click().run()
    assert count() == before
    assert app.button(key="hide").label == "Hide 2\u00a0incidents"


def test_unknown_ids_stop_a_list_unless_the_others_are_to_be_hidden(open_page: Open) -> None:
    (known,) = primary(cached.store(), 1)
    data = f"incident_id\n{known}\nNO:1\n".encode()
    app = hand_in(open_page("uploads"), "ids.csv", data)
    said = html(app)
    assert "no such incident here" in said
    assert "Copy the id from the Incidents page" in said
    assert app.button(key="hide").disabled
    (box,) = [box for box in app.checkbox if box.key not in OF_THE_FRAME]
    assert box.label == "Hide the 1 that is here, leave out 1\u00a0bad row"
    box.check().run()
    before = count()
    app = hide(app)
    assert "a retraction needs a reason" in html(app)
    assert count() == before
    app.text_area(key=key_of("reason", data)).set_value("wrong").run()
    app = hide(app)
    assert "1 incident hidden" in html(app)
    assert cached.store().history()[0].counts == {"retracted": 1, "left out": 1}
    assert count() == before - 1


def test_accounts_outside_the_series_and_accounts_that_stay_are_told(open_page: Open) -> None:
    found = cached.store().read(
        "SELECT account_ids FROM incidents WHERE source = 'UCDP' AND accounts = 2 LIMIT 1"
    )
    first, second = found["account_ids"].iloc[0]
    app = hand_in(open_page("uploads"), "other.csv", f"incident_id\n{second}\n".encode())
    said = html(app)
    assert (
        "None comes from UCDP: averages and verdicts stay as they are. 1 of them has another"
        in said
    )
    app = hand_in(app, "first.csv", f"incident_id\n{first}\n".encode())
    assert (
        "verdicts can change.</strong> 1 of them has another account, which stays visible."
        in html(app)
    )


def test_reasons_of_the_rows_are_kept_and_a_broken_list_is_said(open_page: Open) -> None:
    first, second = primary(cached.store(), 2)
    data = f"id,reason\n{first},told twice\n{second},not in Iraq\n".encode()
    app = hand_in(open_page("uploads"), "own.csv", data)
    area = app.text_area(key=key_of("reason", data))
    assert (area.value, area.placeholder) == (
        "",
        "Each row keeps the reason given in the list.",
    )
    assert "not in Iraq" in html(app)
    hide(app)
    commit = cached.store().history()[0]
    kept = cached.store().read(
        "SELECT reason FROM records WHERE commit_id = $commit ORDER BY incident_id",
        {"commit": commit.commit_id},
    )
    assert kept["reason"].tolist() == ["told twice", "not in Iraq"]
    broken = hand_in(open_page("uploads"), "broken.csv", b"incident_id,reason\nA:1,x,y\n")
    said = html(broken)
    assert "broken.csv cannot be read. Nothing was saved." in said
    assert "line 2 has 3 cells" in said
