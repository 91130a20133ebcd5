"""Tactics: a column of the source says one, or a listed word in the notes; else it is unknown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from corridor import packs, vocabulary
from corridor.packs import PackError
from corridor.packs.tactics import load_tactics
from corridor.settings import PROJECT, SHIPPED
from corridor.store import Store, open_store
from corridor.words import say
from tests import tactics_again
from tests.independent import accounts
from tests.paths import PAIRS
from tests.store.conftest import account, imported
from tests.torture.seed import small_data_folder

ABDUCTION = vocabulary.ABDUCTION
IED = "Remote explosive/landmine/IED"
# What notes say, and what is found in them.
TOLD = {
    "Fake checkpoint on the road": {"Fake checkpoint"},
    "FAKE  Check-point!": {"Fake checkpoint"},
    "An ambushed patrol, then a sniper": {"Ambush", "Sniper"},
    "A suicide car bomb": {"Car bomb", "Suicide bomb"},
    "A car bomb": {"Car bomb"},
    "Snipering about, bombastic": set(),
    "Police defused a roadside bomb": set(),
    "A roadside bomb was defused": set(),
    "Police defused a bomb; a car bomb killed two": {"Car bomb"},
    # What takes back reaches over three words, no further.
    "Foiled two bombs and a car bomb": {"Car bomb"},
    "Two men accused of kidnapping were held": set(),
    "No hostages, but a mortar round": {"Shelling/artillery/missile attack"},
    "نصب كمين في سيطرة وهمية": {"Ambush", "Fake checkpoint"},
    "انفجار عبوة ناسفة وبالكمين": {IED, "Ambush"},
    "العبوة الناسفة": {IED},
    "إبطال مفعول عبوة ناسفة": set(),
    "تمّ اِخْتِطاف مدنيين": {ABDUCTION},
    "هێرشی ئاسمانی": {"Air/drone strike"},
    "Shots at a car": set(),
}


def pages() -> pd.DataFrame:
    """Return the accounts coded from news pages."""
    names = ("pages", "pages_again", "pages_last")
    rows = [pd.read_csv(PAIRS / f"{name}.csv") for name in names]
    return pd.concat(rows).dropna(subset=["notes"])


def shipped_notes() -> pd.Series[str]:
    return accounts().set_index("incident_id")["notes"].dropna()


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store with the notes of `TOLD`, of the pages, and accounts whose columns say more."""
    store = open_store(small_data_folder(tmp_path_factory.mktemp("tactics")))
    notes = {f"T:{at}": text for at, text in enumerate(TOLD)}
    notes |= dict(pages()[["incident_id", "notes"]].itertuples(index=False))
    rows = [account(name, notes=text) for name, text in notes.items()]
    rows += [
        account("C:taken", abducted=2, notes="Two taken in an ambush"),
        account("C:suicide", sub_event_type="Suicide bomb"),
        account("C:silent", notes="Shots at a car"),
        account("C:nothing"),
    ]
    store.commit(pd.concat(rows, ignore_index=True), imported())
    return store


def found(store: Store, column: str = "tactic") -> dict[str, set[str]]:
    rows = store.read("SELECT * FROM account_tactics WHERE said_by = 'notes'")
    return {str(name): set(group[column]) for name, group in rows.groupby("incident_id")}


def test_a_listed_word_in_the_notes_tells_a_tactic(told: Store) -> None:
    rows = found(told)
    assert {text: rows.get(f"T:{at}", set()) for at, text in enumerate(TOLD)} == TOLD


def test_it_is_what_another_way_of_reading_finds(told: Store) -> None:
    rows, notes = found(told), pages().set_index("incident_id")["notes"]
    again = {name: tactics_again.found_in(text) for name, text in notes.items()}
    assert {name: rows.get(str(name), set()) for name in again} == again
    assert sum(map(bool, again.values())) > 100
    assert {text: tactics_again.found_in(text) for text in TOLD} == TOLD


def test_each_says_where_it_is_from_and_the_unknown_stays_unknown(told: Store) -> None:
    rows = told.read("SELECT * FROM incident_tactics").set_index("incident_key")
    words = f" (word list {packs.tactics().version})"
    assert rows.loc["C:taken", "tactic"] == f"Ambush; {ABDUCTION}"
    assert rows.loc["C:taken", "tactic_source"] == (
        f"Ambush: found in notes by “ambush”; {ABDUCTION}: coded in abducted{words}"
    )
    assert rows.loc["C:suicide", "tactic_source"] == (
        f"Suicide bomb: coded in sub_event_type{words}"
    )
    assert rows["tactic"].isna()["C:silent"]
    assert rows.loc["C:silent", "tactic_source"] == f"no listed word in notes{words}"
    assert "C:nothing" not in rows.index


def test_each_tactic_has_words_and_each_word_a_tactic_of_the_list() -> None:
    listed = packs.tactics()
    assert {each.tactic for each in listed.words} == set(vocabulary.TACTICS)
    pairs = [(each.word, each.tactic) for each in listed.words]
    assert len(pairs) == len(set(pairs))
    assert {each.language for each in listed.words} == {"en", "ar", "ku"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('name = "Ambush"', 'name = "Ambus"', "Perhaps “Ambush” is meant."),
        ("between = 3", "between = 30", "“between” must be from 0 to 10, not 30"),
        ("ku = [", "kurdish = [", "kurdish"),
    ],
)
def test_a_fault_of_the_list_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    file = tmp_path / "tactics.toml"
    file.write_text((SHIPPED / "tactics.toml").read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(PackError) as caught:
        load_tactics(file)
    assert said in str(caught.value)
    assert "tactics.toml, line " in str(caught.value)


LABELS = pd.read_csv(PAIRS.parent / "tactics.csv", keep_default_na=False)


def sets(column: str) -> pd.Series[Any]:
    return LABELS[column].map(lambda text: set(filter(None, text.split("; "))))


def scores() -> list[str]:
    """Return the lines of the table in docs/method.md: by tactic, then of all."""
    told, found, is_fresh = sets("told"), sets("found"), LABELS["portion"] == "fresh"

    def counted(name: str, portion: pd.Series[bool]) -> list[int]:
        names = {name} if name else set(vocabulary.TACTICS)
        pairs = [
            (one & names, two & names)
            for one, two in zip(told[portion], found[portion], strict=True)
        ]
        right = sum(len(one & two) for one, two in pairs)
        return [right, sum(len(two) for _, two in pairs), sum(len(one) for one, _ in pairs)]

    lines = []
    for name in (*vocabulary.TACTICS, ""):
        cells = []
        for portion in (is_fresh, ~is_fresh):
            right, of_found, of_told = counted(name, portion)
            cells += [f"{right} of {of_found}", f"{right} of {of_told}"]
        lines.append(f"| {name or '**all**'} | {' | '.join(cells)} |")
    return lines


def test_what_is_found_is_what_the_labels_were_measured_with(told: Store) -> None:
    notes: dict[str, str] = dict(pages()[["incident_id", "notes"]].itertuples(index=False))
    notes |= dict(shipped_notes())
    again = {name: tactics_again.found_in(text) for name, text in notes.items()}
    measured = dict(zip(LABELS["id"], sets("found"), strict=True))
    assert {name: measured[name] for name in again} == again
    assert len(again) == 342
    headlines = LABELS[LABELS["text"] == "headline"]
    assert len(LABELS) == len(again) + len(headlines)


def test_method_tells_how_often_the_words_are_right() -> None:
    told = (PROJECT / "docs" / "method.md").read_text("utf-8")
    assert [line for line in scores() if line not in told] == []
    right, of_found, of_told = re.findall(r"(\d+) of (\d+) \| \d+ of (\d+)", scores()[-1])[0]
    said = say("method-tactics").replace("\u00a0", " ")
    assert f"Of {of_found} tactics that words found" in said
    assert f"{right} were right" in said
    assert f"of {of_told} that a reader saw" in said
