"""Reading is ended when the program ends: nobody waits for a long question."""

from __future__ import annotations

import threading

import pytest

from corridor.store import Store, StoreError

ENDLESS = "SELECT count(*) AS n FROM range(1000000000000) AS a, range(1000) AS b WHERE a.range = -1"
PATIENCE = 120  # a hundred times what it takes: only a hang is longer


def test_a_question_that_runs_is_ended_with_an_error_and_others_can_be_asked(store: Store) -> None:
    assert store.read("SELECT 1 AS n")["n"].tolist() == [1]
    told: list[str] = []

    def ask() -> None:
        with pytest.raises(StoreError) as caught:
            store.read(ENDLESS)
        told.append(str(caught.value))

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    for _ in range(PATIENCE * 10):
        store.end_reading()
        asking.join(0.1)
        if told:
            break
    assert "cannot be read" in told[0]
    assert store.read("SELECT 2 AS n")["n"].tolist() == [2]
