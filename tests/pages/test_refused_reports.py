"""A report that cannot be used leaves the others and the incidents as they are, and says why."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
import streamlit as st

from corridor.cli import main
from corridor.settings import SHIPPED
from tests.pages.conftest import Open, html
from tests.pages.test_pages import PAGES

GOOD = "is-there-a-return-of-isis-2018"
WRONG = "a-wrong-one"
SENTENCE = (
    "a-wrong-one/report.toml, line 25: report › rules › near_road › near_road: "
    "“km” must be from 0 to 1000, not nan."
)
Put = Callable[..., None]


@pytest.fixture
def put(data_folder: Path) -> Put:
    """Make the data folder's reports: the shipped ones of these names, and a wrong one."""

    def made(*names: str) -> None:
        shutil.rmtree(data_folder / "reports", ignore_errors=True)
        text = (SHIPPED / "reports" / GOOD / "report.toml").read_text(encoding="utf-8")
        old = "near_road = { km = 5 }\n\n[rules.off_town]"
        assert old in text
        texts = dict.fromkeys(names, text) | {WRONG: text.replace(old, old.replace("5", "nan"))}
        for name, content in texts.items():
            (data_folder / "reports" / name).mkdir(parents=True)
            (data_folder / "reports" / name / "report.toml").write_text(content, encoding="utf-8")
        st.cache_resource.clear()
        st.cache_data.clear()

    return made


def line_of_the_fault(folder: Path) -> int:
    text = (folder / "reports" / WRONG / "report.toml").read_text(encoding="utf-8")
    return text.count("\n", 0, text.index("nan")) + 1


def test_the_others_are_shown_beside_a_refused_one(
    put: Put, open_page: Open, data_folder: Path
) -> None:
    put(GOOD)
    told = SENTENCE.replace("25", str(line_of_the_fault(data_folder)))
    for name in PAGES:
        app = open_page(name)
        assert not app.exception
        shown = unescape(html(app))
        assert html(app).count("<h1") == 1
        assert (told in shown) == (name in {"findings", "method"}), name
    findings = unescape(html(open_page("findings")))
    assert "One report cannot be used, and is not shown. Mend its file, then start" in findings
    assert "Activity is back at the level of 2010–2011" in findings
    assert "Activity is back at the level of 2010–2011" in unescape(html(open_page("overview")))
    assert "The report’s incident, " in unescape(html(open_page("map")))


def test_without_a_report_the_pages_show_the_incidents(
    put: Put, open_page: Open, data_folder: Path
) -> None:
    put()
    told = SENTENCE.replace("25", str(line_of_the_fault(data_folder)))
    for name in PAGES:
        app = open_page(name)
        assert not app.exception, app.exception
        shown = unescape(html(app))
        assert html(app).count("<h1") == 1
        assert (told in shown) == (name in {"findings", "method", "overview"}), name
        assert ("No report is tested" in shown) == (name in {"findings", "overview"}), name
        assert "UCDP Georeferenced Event Dataset" in shown
    assert "Latest incidents" in unescape(html(open_page("overview")))
    assert "The report’s incident, " not in unescape(html(open_page("map")))


def test_commands_of_a_refused_report_say_so_and_the_others_go_on(
    put: Put, data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(GOOD)
    told = SENTENCE.replace("25", str(line_of_the_fault(data_folder)))
    for command in (["findings"], ["road-profile"], ["evidence", "1"]):
        assert main([*command, "--report", WRONG]) == 1
        out, err = capsys.readouterr()
        assert (out, told in err) == ("", True)
        assert main(command) == 0  # a name that sorts before takes nobody's place
        capsys.readouterr()
    assert main(["findings", "--report", GOOD]) == 0
    assert "Activity is back at the level" in capsys.readouterr().out
    assert main(["findings", "--report", "../../x"]) == 1
    assert f"known: {GOOD}, {WRONG}" in capsys.readouterr().err
    assert main(["summary"]) == 0
    capsys.readouterr()

    assert main(["reports"]) == 1
    out = capsys.readouterr().out
    assert f"{GOOD}: Is there a return of ISIS? (5 findings)\n" in out
    assert f"{WRONG}: cannot be used. " in out
    assert told in out
    assert main(["reports", "--json"]) == 1
    wrong, good = json.loads(capsys.readouterr().out)
    assert (wrong["slug"], wrong["title"], wrong["findings"]) == (WRONG, None, None)
    assert told in wrong["refused"]
    assert good == {
        "slug": GOOD, "title": "Is there a return of ISIS?", "region": "kirkuk-salah-al-din-diyala",
        "findings": 5, "refused": None,
    }  # fmt: skip


def test_a_folder_that_is_added_takes_nobodys_place(
    put: Put, open_page: Open, data_folder: Path
) -> None:
    put(GOOD, "a-first-one")
    copy = data_folder / "reports" / "a-first-one" / "report.toml"
    text = copy.read_text(encoding="utf-8")
    copy.write_text(text.replace("2010–2011", "the old years"), encoding="utf-8")
    assert "Activity is back at the level of 2010–2011" in unescape(html(open_page("overview")))
    other = unescape(html(open_page("overview", report=["a-first-one"])))
    assert "Activity is back at the level of the old years" in other


@pytest.fixture
def wrong_country(data_folder: Path) -> Iterator[None]:
    """A country whose zone there is not, and no other kept."""
    file = data_folder / "country.toml"
    text = (SHIPPED / "country.toml").read_text(encoding="utf-8")
    file.write_text(text.replace("utm_zone = 38", "utm_zone = 380"), encoding="utf-8")
    st.cache_resource.clear()
    yield
    file.unlink()
    st.cache_resource.clear()


@pytest.mark.usefixtures("wrong_country")
def test_a_country_that_cannot_be_used_is_said_on_every_page(open_page: Open) -> None:
    for name in PAGES:
        app = open_page(name)
        assert not app.exception
        shown = unescape(html(app))
        assert "The pages need a file that cannot be used. Mend it, then start the server" in shown
        assert "“utm_zone” must be from 1 to 60, not 380." in shown


def test_a_folder_that_is_no_name_is_refused(
    put: Put, data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(GOOD, "My Report")
    assert main(["reports"]) == 1
    assert "digits and hyphens, not 'My Report'. Rename it." in capsys.readouterr().out


def test_a_cited_account_that_is_not_there_is_named(
    put: Put, open_page: Open, data_folder: Path
) -> None:
    """It is no reason to refuse a report: an upload that holds it may have been undone."""
    put(GOOD)
    file = data_folder / "reports" / GOOD / "report.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("cited = [", 'cited = ["UCDP:nowhere", ', 1), encoding="utf-8")
    st.cache_resource.clear()
    st.cache_data.clear()
    app = open_page("findings")
    app.segmented_control(key="evidence-1").set_value("cited").run()
    told = unescape(html(app))
    assert "One cited account is not in the data: UCDP:nowhere." in told
