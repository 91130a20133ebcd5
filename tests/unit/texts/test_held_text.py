"""The two tables of Method say what the two files of simulation hold."""

from __future__ import annotations

import csv

from bench import coverage, power

from corridor.analysis import held
from corridor.findings.indicators import KINDS
from corridor.texts import held_text


def test_each_kind_says_what_its_cells_hold() -> None:
    with coverage.FILE.open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["indicator"] == "rate_ratio"]
    shares = [float(row["held"]) for row in rows if float(row["rho"]) >= 0.3]
    found = held.held()["rate_ratio"]
    assert (found.least, found.most) == (min(shares), max(shares))
    told = next(row for row in held_text.held_rows() if row[0] == "Level against earlier years")
    least, most = (f"{100 * share:.0f}" for share in (min(shares), max(shares)))
    assert told[2] == f"91 ({least}–{most})"
    assert told[3] == f"{100 * (found.before or 0):.0f}"
    assert "Welch" in told[1]


def test_every_kind_with_an_interval_by_chance_is_simulated() -> None:
    without = {"place_distance", "account_distance", "naming_accounts", "needed_factor",
               "exact_ratio", "outside_share"}  # fmt: skip
    assert set(held.held()) == set(KINDS) - without


def test_a_world_says_its_words_most_frequent_first() -> None:
    with power.FILE.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    assert len(held_text.power_rows()) == len(held.power()) == len(power.situations())
    told = held_text.power_rows()[0]
    first = rows[0]
    assert told[:3] == ["Level against earlier years", first["incidents"], first["others"]]
    assert told[3:6] == ["0.25\u00a0times", "0.80\u00a0times", "0.50\u00a0times"]
    assert told[6].startswith(f"{first['word']}\u00a0{100 * float(first['share']):.0f}")
    words = [word for row in held_text.power_rows() for word in row[6].split(", ")]
    assert not any(word.endswith("\u00a00") for word in words)
    for world in held.power():
        shares = [share for _, share in world.words]
        assert shares == sorted(shares, reverse=True)
        assert abs(sum(shares) - 1) < 0.01
