"""`corridor update` against a publisher of this machine: shown, agreed to, saved as an upload."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corridor.settings import Settings
from tests.store.conftest import Run
from tests.unit.fetching.publishers import (
    PASSWORD,
    TOKEN,
    USER,
    Publisher,
    acled_event,
    csv_of,
    event,
    serving,
    zip_of,
)


@pytest.fixture
def publisher(monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    found = Publisher(
        files={"/ged/ged251-csv.zip": zip_of(csv_of([event(1), event(2), event(3)]))},
        events={"25.1": [event(1), event(2)]},
        acled=[acled_event(number) for number in range(1, 6)],
        pagesize=2,
    )
    with serving(found):
        at = {"UCDP": "/ged/ged{digits}-csv.zip", "UCDP_API": "/api/gedevents/{version}",
              "ACLED": "/api/acled/read", "ACLED_TOKEN": "/oauth/token"}  # fmt: skip
        for name, path in at.items():
            monkeypatch.setenv(f"CORRIDOR_{name}_URL", f"{found.url}{path}")
        yield found


@pytest.fixture
def account(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORRIDOR_ACLED_USER", USER)
    monkeypatch.setenv("CORRIDOR_ACLED_PASSWORD", PASSWORD)


def commits(run: Run, tiny: Settings) -> list[dict[str, object]]:
    found = run("history", "--json", data=tiny.data_dir).json
    return [item for item in found if item["action"] == "import"]


def test_a_release_is_shown_then_saved_once(run: Run, tiny: Settings, publisher: Publisher) -> None:
    data = tiny.data_dir
    shown = run("update", "ucdp", "--release", "25.1", data=data)
    assert shown.code == 0, shown.err
    assert "GEDEvent_v25_1.csv: fetched, 3 rows" in shown.out
    assert "3 rows: 3 new" in shown.out
    assert "nothing is saved yet" in shown.out
    assert "repeat it with --yes. The file lies in" in shown.out
    assert commits(run, tiny) == []
    saved = run("update", "ucdp", "--release", "25.1", "--yes", "--json", data=data)
    [file] = saved.json["files"]
    assert (file["release"], file["rows"], file["is_new"]) == ("25.1", 3, False)
    assert file["import"]["new"] == 3
    [commit] = commits(run, tiny)
    assert (commit["commit_id"], commit["file_name"]) == (
        file["import"]["commit"], "GEDEvent_v25_1.csv",
    )  # fmt: skip
    again = run("update", "ucdp", "--release", "25.1", "--yes", data=data)
    assert (again.code, len(commits(run, tiny))) == (0, 1)
    assert "the one that is here is still the newest, 3 rows" in again.out


def test_the_person_is_asked_where_there_is_one(
    run: Run, tiny: Settings, publisher: Publisher, account: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for said, count in (("n", 0), ("y", 1)):
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr("builtins.input", lambda _, said=said: said)
        found = run("update", "acled", data=tiny.data_dir)
        assert found.code == 0, found.err
        assert len(commits(run, tiny)) == count
    assert "commit " in found.out


def test_a_dry_run_tells_what_would_change_and_saves_nothing(
    run: Run, tiny: Settings, publisher: Publisher, account: None
) -> None:
    found = run("update", "acled", "--dry-run", "--yes", "--json", data=tiny.data_dir)
    assert found.json["files"][0]["import"]["outlook"]["summary"]["after"] is not None
    assert commits(run, tiny) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["ucdp", "--release", "24.1"], "corridor update: UCDP has nothing there (404)"),
        (["ucdp", "--release", "x"], "corridor update: 'x' is not the version of a yearly"),
        (["ucdp", "--through", "api"], "corridor update: There is no token for UCDP's interface."),
        (["ucdp", "--from", "2024-01-01"], "corridor update: only acled can be asked for days"),
        (["acled"], "corridor update: There is no account for ACLED."),
    ],
)
def test_what_cannot_be_fetched_is_one_sentence(
    run: Run, tiny: Settings, publisher: Publisher, words: list[str], said: str
) -> None:
    found = run("update", *words, data=tiny.data_dir)
    assert (found.code, found.out) == (1, "")
    assert found.err.startswith(said)
    assert found.err.count("\n") == 1
    assert not (tiny.data_dir / "incidents" / "store").exists(), "nothing was opened for it"


def test_no_secret_reaches_the_terminal_the_store_or_a_name(
    run: Run, tiny: Settings, publisher: Publisher, account: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CORRIDOR_UCDP_TOKEN", TOKEN)
    told = []
    for words in (["acled"], ["ucdp", "--release", "25.1"], ["ucdp", "--release", "24.1"]):
        for more in ([], ["--yes", "--json"]):
            found = run("update", *words, *more, data=tiny.data_dir)
            told += [found.out, found.err]
    assert len(commits(run, tiny)) == 2
    told.append(run("history", "--json", data=tiny.data_dir).out)
    files = [path for path in tiny.data_dir.rglob("*") if path.is_file()]
    told += [str(path) for path in files]
    told += [path.read_bytes().decode("latin-1") for path in files if not is_shipped(path)]
    hidden = (TOKEN, USER, PASSWORD, "access-1", "refresh-1")
    assert [one for one in told for secret in hidden if secret in one] == []


def is_shipped(path: Path) -> bool:
    return "reference" in path.parts
