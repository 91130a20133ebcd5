"""The timeline as a file, held against what the command prints; numbers of charts as CSV."""

from __future__ import annotations

import io
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest

from corridor.exchange.counts import counts_csv
from corridor.store import Store
from tests.store.conftest import LENT, Run

YEAR = ("--from", "2017-07-01", "--to", "2018-06-30")


@pytest.mark.parametrize("view", [(), ("--view", "mirrored")])
def test_a_timeline_is_written_as_a_picture_and_as_numbers(
    run: Run, store: Store, tmp_path: Path, view: tuple[str, ...]
) -> None:
    LENT[tmp_path] = store
    picture, numbers = tmp_path / "when.svg", tmp_path / "when.csv"
    for file in (picture, numbers):
        found = run("timeline", *YEAR, *view, "--out", file, data=tmp_path)
        assert found.code == 0
        assert str(file) in found.err
    root = ElementTree.fromstring(picture.read_text())  # noqa: S314  our own text
    words = " ".join("".join(node.itertext()) for node in root.iter())
    assert found.out.strip() in words
    assert "1 Jul 2017 – 30 Jun 2018" in words.replace("\u00a0", " ")
    assert "Uppsala Conflict Data Program" in words
    rows = pd.read_csv(numbers, parse_dates=["period_start"] if not view else [])
    if view:
        cells = run("timeline", *YEAR, *view, "--json", data=tmp_path).json["cells"]
        assert [cell["incidents"] for cell in cells] == rows["incidents"].tolist()
    else:
        labels = rows.dropna(subset="group").groupby("group")["group_label"].unique().map(list)
        assert labels["Battles"] == ["Armed clash"]
        own = rows[(rows["told_by"] == "UCDP") & (rows["period_start"] >= "2017-07-01")]
        every = run("summary", *YEAR, "--json", data=tmp_path).json["incidents"]
        assert own.loc[own["period_start"] <= "2018-06-30", "incidents"].sum() == every


def test_another_kind_of_file_is_refused(run: Run, store: Store, tmp_path: Path) -> None:
    LENT[tmp_path] = store
    found = run("timeline", *YEAR, "--out", tmp_path / "when.png", data=tmp_path)
    assert found.code != 0
    assert ".svg, .csv" in found.err
    assert not (tmp_path / "when.png").exists()


def test_numbers_of_a_chart_are_whole_days_are_days_and_no_formula_runs() -> None:
    frame = pd.DataFrame({"road": ["=1+1"], "day": pd.to_datetime(["2018-06-30"]), "killed": [3.0],
                          "low": [None], "share": [0.25]})  # fmt: skip
    text = counts_csv(frame.to_dict("records"))  # type: ignore[arg-type]
    cells = text.decode("utf-8-sig").splitlines()[1].split(",")
    assert cells == ['"\'=1+1"', '"2018-06-30"', '"3"', '""', '"0.25"']
    assert pd.read_csv(io.BytesIO(text))["low"].isna().all()
