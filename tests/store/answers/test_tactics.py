"""How it was done: incidents by tactic, counted again from another reading of the notes."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from corridor import answers, queries
from corridor.answers import Tactic
from corridor.filter import IncidentFilter
from corridor.store import Store
from corridor.texts import tactics_text
from tests.independent import random_filters, tactics_told

YEAR = IncidentFilter(date_from=date(2017, 11, 1), date_to=date(2018, 10, 31))


@pytest.mark.parametrize(
    "chosen",
    [YEAR, IncidentFilter(provinces=()), *random_filters(4)],
    ids=lambda chosen: chosen.describe(),
)
def test_incidents_count_once_for_each_tactic(store: Store, chosen: IncidentFilter) -> None:
    found, rows = answers.tactics(store, chosen), tactics_told()
    listed = queries.list_incidents(store, chosen)
    own = listed[listed["beside"].isna()]  # measured, not beside it
    heads = rows.set_index("incident_id")["head"].reindex(own["incident_id"])
    told = rows[rows["head"].isin(heads)]
    by_head = pd.Series(
        {head: set().union(*sets) for head, sets in told.groupby("head")["tactics"]}, dtype=object
    )
    counts = by_head.explode().value_counts()
    assert {each.name: each.incidents for each in found.tactics} == counts.to_dict()
    has_text = told.groupby("head")["notes"].any()
    is_known = by_head.map(bool)
    assert (found.incidents, found.known) == (len(own), is_known.sum())
    assert found.unlisted == (has_text & ~is_known).sum()
    assert found.silent == (~has_text & ~is_known).sum()
    assert found.silent > 0 or found.incidents == 0
    unknown = own["tactic"].isna()
    assert unknown.sum() == found.unlisted + found.silent
    assert (unknown & own["tactic_source"].notna()).sum() == found.unlisted


def test_a_code_is_told_from_a_word(store: Store) -> None:
    found = {each.name: each for each in answers.tactics(store, YEAR).tactics}
    assert found["Fake checkpoint"] == Tactic("Fake checkpoint", 4, 0)
    assert found["Suicide bomb"] == Tactic("Suicide bomb", 2, 2)


def test_an_incident_says_of_each_account_what_tells_it(store: Store) -> None:
    told = answers.incident(store, "UCDP:259081").tactics
    assert tactics_text.with_sources(told["RAWABET:2018-06-17-injana"] or []) == (
        "Fake checkpoint – found in notes by the word “fake checkpoint”; "
        "Abduction/forced disappearance – coded: people abducted"
    )
    assert told["UCDP:259081"] is None
    (shepherds,) = answers.incident(store, "PUBLIC:2018-06-17-shepherds-afp").tactics.values()
    assert "“ambush”" in tactics_text.with_sources(shepherds or [])


def test_what_is_not_known_is_said(store: Store) -> None:
    found = answers.tactics(store, YEAR)
    assert tactics_text.known(found) == (
        f"An account tells how {found.known} of {found.incidents}\u00a0incidents were done."
    )
    assert tactics_text.unknown(found).startswith(
        f"{found.silent} have no notes and no code of how: their tactic is unknown."
    )
    cells = [("Ambush; Sniper", "x"), (None, "no listed word"), (None, None), (pd.NA, pd.NA)]
    assert [tactics_text.in_a_cell(*each) for each in cells] == [
        "Ambush, Sniper", "no listed word", None, None,
    ]  # fmt: skip
