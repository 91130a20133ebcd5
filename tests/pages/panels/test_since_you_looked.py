"""Who comes back is told what changed, exactly; who looks for the first time is told nothing."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pandas as pd
import pytest
import streamlit as st

from corridor.cli import main
from corridor.ui.frame import cached, last_look
from tests.pages.conftest import Open, html
from tests.store.conftest import account, imported

KIRKUK = {"province": ["Kirkuk"], "dates": ["2018-06-01", "2018-06-30"]}
FLAGS = ("--province", "Kirkuk", "--from", "2018-06-01", "--to", "2018-06-30")
HOSTILE = "<img src=x onerror=alert(1)>"
LINE = "Since you looked on 12 Nov 2026: "


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the browser sends of its cookies."""
    found: dict[str, str] = {}
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _: found))
    return found


@pytest.fixture(scope="module")
def changed(data_folder: Any) -> None:
    """Let two accounts of Kirkuk come, one of them by the series, and one of Basra."""
    rows = [
        account("T:1", event_date=date(2018, 6, 2), location=HOSTILE),
        account("UCDP:9000001", source="UCDP", event_date=date(2018, 6, 3), fatalities_best=4),
        account("T:2", admin1="Basra"),
    ]
    cached.store().commit(pd.concat(rows, ignore_index=True), imported(file_name="list.csv"))


def kept(page: str) -> list[str]:
    return re.findall(r'data-cw-look="cw-look-[0-9a-f]{12}=([^"]+)"', page)


def test_nothing_is_told_at_first_and_the_version_is_kept(open_page: Open, told: Any) -> None:
    page = html(open_page("overview", **KIRKUK))
    assert "Since you looked" not in page
    assert kept(page) == [f"{cached.store().version}.2026-11-25"]


@pytest.mark.usefixtures("changed")
def test_who_comes_back_sees_what_the_command_says_and_marks_it(
    open_page: Open, told: dict[str, str], data_folder: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    told[last_look._name()] = "0.2026-11-12"
    app = open_page("overview", **KIRKUK)
    page = html(app)
    as_of = "2018-06-30"
    assert main(["--data", str(data_folder), "--json", "diff", "0", *FLAGS, "--as-of", as_of]) == 0
    found = json.loads(capsys.readouterr().out)
    assert LINE + found["text"].replace("\u00a0", " ") + "." in page
    assert found["text"].startswith("2\u00a0incidents new")
    listed = page.partition("Incidents that are new, changed or gone")[2].partition("</table>")[0]
    assert listed.count("<tr") == len(found["new"]) + 1
    assert [*re.findall(r"incident=([^&\"]+)", listed)] == ["T%3A1", "UCDP%3A9000001"]
    assert listed.count("added by list.csv") == 2
    assert HOSTILE not in page
    old, new = found["figures"]["killed"]
    assert f"Killed: {old} → {new}" in page
    assert kept(page) == []
    app.button(key="cw-look-read").click().run()
    page = html(app)
    assert "Since you looked" not in page
    assert kept(page) == ["1.2026-11-25"]


@pytest.mark.usefixtures("changed")
def test_what_changed_elsewhere_is_no_news_and_is_not_taken_as_seen(
    open_page: Open, told: dict[str, str]
) -> None:
    told[last_look._name()] = "0.2026-11-12"
    page = html(open_page("overview", province=["Erbil"], dates=KIRKUK["dates"]))
    assert "Since you looked" not in page
    assert kept(page) == []


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize(
    "nonsense",
    ["", "x", "9.2026-11-12", "-1.2026-11-12", "0", "0.2026-13-45", "0.2026-11-12;", "٠.2026-11-12",
     "99999999999999999999.2026-11-12", HOSTILE],
)  # fmt: skip
def test_nonsense_of_a_browser_is_a_first_visit(
    open_page: Open, told: dict[str, str], nonsense: str
) -> None:
    told[last_look._name()] = nonsense
    app = open_page("overview", **KIRKUK)
    assert not app.exception
    assert "Since you looked" not in html(app)
    assert kept(html(app)) == ["1.2026-11-25"]


@pytest.mark.usefixtures("changed")
def test_a_look_at_another_store_says_nothing_here(open_page: Open, told: dict[str, str]) -> None:
    told["cw-look-000000000000"] = "0.2026-11-12"
    assert "Since you looked" not in html(open_page("overview", **KIRKUK))


@pytest.mark.usefixtures("changed")
def test_of_a_large_store_it_is_worked_out_when_it_is_asked_for(
    open_page: Open, told: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corridor.ui.panels.since_you_looked.LARGE", 1)
    told[last_look._name()] = "0.2026-11-12"
    app = open_page("overview", **KIRKUK)
    assert "The data have changed since you looked on 12 Nov 2026." in html(app)
    assert LINE not in html(app)
    app.button(key="cw-look-asked").click().run()
    assert f"{LINE}2 incidents new" in html(app)
