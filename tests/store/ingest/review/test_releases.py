"""Releases of a series: what they replace and withdraw, told before and done in one commit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corridor.settings import Settings
from corridor.store import open_store
from tests.paths import CASES
from tests.store.conftest import Run
from tests.ucdp_files import Row, events, text

ALL = ("--province", "All Iraq", "--from", "1989-01-01", "--to", "2024-12-31")
HELD = events(60, 2019, 2023)
Ask = Callable[..., Any]


@pytest.fixture
def ask(run: Run, tiny: Settings, tmp_path: Path) -> Ask:
    """Run a command in a small store; rows are handed in as a file of a name."""

    def call(command: str, *asked: object) -> Any:
        words = list(asked)
        if words and isinstance(words[0], tuple):
            name, rows = words[0]
            (tmp_path / name).write_text(text(rows), encoding="utf-8")
            words[0] = tmp_path / name
        return run(command, *words, data=tiny.data_dir)

    return call


def named(version: str, rows: list[Row]) -> tuple[str, list[Row]]:
    """Give a file as UCDP names it."""
    return f"GEDEvent_v{version.replace('.', '_')}.csv", rows


def next_release() -> list[Row]:
    """Give what 25.1 says: three events fewer than 24.1, one changed, twelve more."""
    changed = HELD[10] | {"best": "9", "high": "9", "low": "9", "deaths_a": "9"}
    return [changed, *HELD[11:], *HELD[3:10], *events(12, 2024, 2024, number=800_000)]


def plain(text: str) -> str:
    """Give a text with plain blanks."""
    return text.replace("\u00a0", " ")


def sources(tiny: Settings) -> dict[str, Any]:
    """Give what the store says of each source."""
    rows = open_store(tiny).read("SELECT * FROM sources")
    return {row["source"]: row for _, row in rows.iterrows()}


def told(ask: Ask) -> list[str]:
    """Give every answer of the store that a release can move."""
    commands = [("summary", *ALL), ("findings",), ("coverage",), ("incidents", *ALL)]
    return [
        ask(name, *asked, *(("--format", "json") if name == "incidents" else ("--json",))).out
        for name, *asked in commands
    ]


def incidents(ask: Ask) -> int:
    found: int = ask("summary", *ALL, "--json").json["incidents"]
    return found


def test_it_says_what_it_does_before_and_after(ask: Ask) -> None:
    ask("import", named("24.1", HELD))
    before, there = told(ask), incidents(ask)
    dry = ask("import", named("25.1", next_release()), "--dry-run", "--json").json
    counts = {key: dry["release"][key] for key in ("new", "changed", "unchanged", "withdrawn")}
    assert counts == {"new": 12, "changed": 1, "unchanged": 56, "withdrawn": 3}
    gone = [f"UCDP:{row['id']}" for row in HELD[:3]]
    assert sorted(dry["release"]["withdrawn_ids"]) == gone
    said = plain(ask("import", named("25.1", next_release()), "--dry-run").out)
    assert "12 new, 1 changed, 56 unchanged, 3 withdrawn." in said
    assert f"withdrawn: {gone[0]}" in said
    assert "UCDP 25.1 replaces what 24.1 said of 1 Jan 2019 – 31 Dec 2023." in said
    assert told(ask) == before
    done = ask("import", named("25.1", next_release()), "--json").json
    assert {key: done["release"][key] for key in counts} == counts
    assert incidents(ask) == there + 12 - 3
    entry = ask("history", "--json").json[0]
    assert (entry["note"], entry["counts"]["withdrawn"]) == ("UCDP 25.1", 3)
    assert (entry["counts"]["new"], entry["counts"]["updated"]) == (12, 1)
    listed = ask("incidents", *ALL, "--format", "json").json
    assert not {row["incident_id"] for row in listed} & set(gone)
    ask("undo", done["commit"])
    assert told(ask) == before


def test_version_span_and_attribution_come_from_the_store(ask: Ask, tiny: Settings) -> None:
    done = ask("import", named("25.1", next_release()), "--json").json
    span = {key: done["release"][key] for key in ("version", "from", "to", "places")}
    assert span == {"version": "25.1", "from": "2019-01-01", "to": "2024-12-31", "places": None}
    source = sources(tiny)["UCDP"]
    assert (source["release"], source["role"]) == ("25.1", "series")
    assert "version 25.1" in source["title"]
    assert "version 25.1" in source["attribution"]
    spans = open_store(tiny).read("SELECT * FROM spans WHERE source = 'UCDP' ORDER BY first_day")
    assert [str(day.date()) for day in spans["last_day"]] == ["2018-12-31", "2024-12-31"]
    assert spans["release"].tolist() == ["19.1", "25.1"]


def test_an_older_release_needs_a_yes(ask: Ask) -> None:
    ask("import", named("25.1", next_release()))
    before = told(ask)
    refused = ask("import", named("24.1", HELD))
    assert refused.code == 1
    assert "UCDP 24.1 is older than 25.1, which is here" in refused.err
    assert told(ask) == before
    assert "older than 25.1" in ask("import", named("24.1", HELD), "--dry-run").out
    assert ask("import", named("24.1", HELD), "--sure").code == 0


def test_a_file_that_leaves_much_out_is_asked_about(ask: Ask, tiny: Settings) -> None:
    ask("import", named("24.1", HELD))
    some = named("25.1", HELD[:20])
    refused = ask("import", some)
    assert refused.code == 1
    assert "leaves out 40 of the 60 accounts of UCDP" in refused.err
    part = ask("import", some, "--part", "--json").json
    assert (part["release"]["withdrawn"], part["release"]["is_part"]) == (0, True)
    assert len(ask("incidents", *ALL, "--format", "json").json) == 100 + 60
    assert sources(tiny)["UCDP"]["release"] == "24.1"


def test_rows_without_a_version_declare_no_days_that_are_covered(ask: Ask, tiny: Settings) -> None:
    ask("import", named("25.1", next_release()))
    ask("import", ("corrected.csv", [HELD[30] | {"best": "7", "high": "7"}]))
    assert sources(tiny)["UCDP"]["release"] == "25.1"
    assert len(open_store(tiny).read("SELECT * FROM spans WHERE source = 'UCDP'")) == 2


def test_what_was_withdrawn_comes_back_when_it_is_stated_again(ask: Ask) -> None:
    ask("import", named("24.1", HELD))
    ask("import", named("25.1", next_release()))
    there = incidents(ask)
    again = ask("import", named("26.1", [*next_release(), HELD[0]]), "--json").json
    assert (again["release"]["changed"], again["release"]["withdrawn"]) == (1, 0)
    assert incidents(ask) == there + 1


def test_what_a_person_has_hidden_stays_hidden(ask: Ask) -> None:
    ask("import", named("24.1", HELD))
    ask("retract", f"UCDP:{HELD[20]['id']}", "--reason", "not there")
    there = incidents(ask)
    done = ask("import", named("25.1", next_release()), "--json").json
    assert done["release"]["withdrawn"] == 3
    assert incidents(ask) == there + 12 - 3


def test_without_a_version_nothing_is_withdrawn(ask: Ask) -> None:
    ask("import", named("24.1", HELD))
    dry = ask("import", ("list.csv", HELD[:30]), "--dry-run", "--json").json
    assert (dry["release"]["version"], dry["release"]["withdrawn"]) == (None, 0)
    assert "such as 25.1" in dry["release"]["remarks"][0]
    asked = ask("import", ("list.csv", next_release()), "--release", "25.1", "--dry-run", "--json")
    assert asked.json["release"]["withdrawn"] == 3


def test_days_between_releases_are_told_as_open(ask: Ask) -> None:
    rows = events(20, 2021, 2024)
    remarks = ask("import", named("25.1", rows), "--dry-run", "--json").json["release"]["remarks"]
    assert list(map(plain, remarks)) == [
        "No file of UCDP covers 1 Jan 2019 – 31 Dec 2020: these days stay unknown until one does."
    ]


def test_a_version_that_does_not_cover_its_rows_is_refused(ask: Ask) -> None:
    refused = ask("import", named("24.1", events(20, 2020, 2024)))
    assert refused.code == 1
    assert "version 24.1 does not cover all of these days" in refused.err


def test_a_world_file_says_in_one_line_what_it_leaves_out(ask: Ask) -> None:
    abroad = [row | {"country": "Syria", "id": str(int(row["id"]) + 50_000)} for row in HELD]
    done = ask("import", named("25.1", [*next_release(), *abroad]), "--json").json
    assert (done["left_out"], done["rejected"]) == (60, 0)
    assert "60 rows of other countries left out: Syria 60." in done["notes"]
    refused = ask("import", named("25.1", abroad))
    assert refused.code == 1
    assert "All 60 rows are of other countries: Syria 60." in refused.out + refused.err


def test_a_changed_layout_is_named(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "GEDEvent_v25_1.csv").write_text(text(HELD).replace(",best,", ",best_est,", 1))
    said = ask("import", tmp_path / "GEDEvent_v25_1.csv", "--dry-run")
    assert said.code == 1
    assert "lacks the required column best." in said.out + said.err


def test_the_same_release_again_changes_nothing(ask: Ask) -> None:
    first = ask("import", named("25.1", next_release()), "--json").json
    before = told(ask)
    again = ask("import", named("25.1", next_release()), "--json").json
    assert again["commit"] == first["commit"]
    assert told(ask) == before


def test_candidate_events_are_a_series_apart(ask: Ask, tiny: Settings) -> None:
    before = ask("findings", "--json").out
    done = ask("import", CASES / "c38_ucdp_candidate_2026.csv", "--json").json
    assert (done["layout"], done["new"]) == ("ucdp_candidate", 12)
    assert done["release"]["series"] == "UCDP-CANDIDATE"
    span = done["release"]["from"], done["release"]["to"]
    assert span == ("2026-01-01", "2026-08-31")
    assert ask("findings", "--json").out == before
    assert sources(tiny)["UCDP-CANDIDATE"]["role"] == "series"


def test_the_case_of_25_1_is_a_release(ask: Ask) -> None:
    done = ask("import", CASES / "c39_ucdp_25_1_2019_2024.csv", "--json").json
    release = done["release"]
    assert (release["version"], release["held"]) == ("25.1", "19.1")
    assert (release["from"], release["to"]) == ("2019-01-01", "2024-12-31")
    assert (release["new"], release["withdrawn"]) == (75, 0)


def test_months_of_candidate_events_come_in_any_order(ask: Ask, tiny: Settings) -> None:
    months = {
        month: [row | {"code_status": "Check"} for row in of_month(month)] for month in (2, 3)
    }
    for month in (3, 2):
        done = ask("import", named(f"24.0.{month}", months[month]), "--json").json
        assert (done["release"]["questions"], done["release"]["withdrawn"]) == ([], 0)
    assert sources(tiny)["UCDP-CANDIDATE"]["role"] == "series"
    again = ask("import", named("24.0.3", months[3][1:]), "--json").json
    assert (again["release"]["withdrawn"], again["release"]["unchanged"]) == (1, 4)


def of_month(month: int) -> list[Row]:
    """Give five invented events of a month of 2024."""
    day = f"2024-{month:02}-11 00:00:00.000"
    rows = events(5, 2024, 2024, number=900_000 + 10 * month, seed=month)
    return [row | {"code_status": "Check", "date_start": day, "date_end": day} for row in rows]


def test_an_older_month_does_not_overwrite_a_newer_one_unasked(ask: Ask) -> None:
    """25.0.4 states an event of March again; 25.0.3, handed in later, is older."""
    march = events(8, 2025, 2025, number=910_000)
    march = [row | {"date_start": "2025-03-20 00:00:00.000", "date_end": "2025-03-20 00:00:00.000",
                    "code_status": "Clear"} for row in march]  # fmt: skip
    april = [row | {"date_start": "2025-04-20 00:00:00.000", "date_end": "2025-04-20 00:00:00.000"}
             for row in events(4, 2025, 2025, number=920_000)]  # fmt: skip
    again = april[0] | {"id": march[0]["id"], "best": "9", "high": "9", "low": "9", "deaths_a": "9"}
    ask("import", ("GEDEvent_v25_0_4.csv", [again, *april[1:]]))
    older = ("GEDEvent_v25_0_3.csv", march)
    refused = ask("import", older)
    assert refused.code == 1
    assert "1 event was stated again by UCDP-CANDIDATE 25.0.4, which is newer" in plain(refused.err)
    killed = ask("incident", f"UCDP-CANDIDATE:{march[0]['id']}", "--json")
    assert killed.json["accounts"][0]["fatalities_best"] == 9
    assert ask("import", older, "--sure").code == 0
    assert ask("import", ("GEDEvent_v25_0_3.csv", march[1:]), "--dry-run").code == 0
