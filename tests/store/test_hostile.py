"""Texts made to do harm, through every kind of file, the exports and the command line."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from corridor import queries, schema
from corridor.exchange.export import incidents_csv, incidents_geojson, incidents_parquet
from corridor.exchange.template import annotated_csv, rejects_csv
from corridor.filter import IncidentFilter
from corridor.ingest import read_upload
from corridor.ingest.model.characters import SIGNS
from corridor.ingest.review.confirm import Choices, confirm
from corridor.ingest.review.retractions import read_retractions
from corridor.ingest.review.upload import check
from corridor.settings import Settings
from corridor.store import Store, open_store
from tests.hostile import ACLED, ACLED_COLUMNS, ALL, MARKUP, TEMPLATES, row_of, rows, table_of
from tests.store.conftest import LENT, Run
from tests.torture.seed import small_data_folder

EVERYTHING = IncidentFilter(provinces=())
JUNE = ("--from", "2018-06-01", "--to", "2018-06-30", "--province", "All Iraq")
STARTS = tuple(SIGNS)
WRITTEN = [text for text in ALL if "\x00" not in text]


def test_there_are_enough_of_them() -> None:
    assert len(ALL) >= 150


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return small_data_folder(tmp_path_factory.mktemp("hostile") / "data")


@pytest.fixture(scope="module")
def hostile(data: Settings) -> Store:
    """A small store with a row for every text, handed in by a name that is one too."""
    LENT[data.data_dir] = store = open_store(data)
    name = "\x1b]0;x\x07<img src=x onerror=owned()>/../**x**.csv"
    found = check(store, data, table_of(rows()), name)
    assert found.report.refused is None
    done = confirm(store, found, "=1+1<b>\x1b[2J\n![x](//evil.example)", Choices(only_good=True))
    assert done is not None
    assert done.counts["new"] > 400
    return store


def test_what_is_refused_comes_back_harmless(data: Settings, hostile: Store) -> None:
    found = check(hostile, data, table_of(rows()), "again.csv").report
    for text in (annotated_csv(found), rejects_csv(found)):
        assert starts(text.encode() if isinstance(text, str) else text) == []


def starts(data: bytes) -> list[str]:
    """Give the cells that a spreadsheet would compute, at either separator."""
    cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row]
    return [cell for cell in cells if cell.startswith(STARTS) and not _is_number(cell)]


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def test_exports_are_harmless_and_come_in_again_as_they_are(data: Settings, hostile: Store) -> None:
    listed = queries.list_incidents(hostile, EVERYTHING)
    text = incidents_csv(listed)
    assert starts(text) == []
    again = check(hostile, data, text, "export.csv").report
    assert (again.rejected_rows, again.new, again.updated) == (0, 0, 0)
    features = json.loads(incidents_geojson(listed))["features"]
    carried = {item["properties"]["incident_id"]: item["properties"]["notes"] for item in features}
    stored = dict(zip(listed["incident_id"], listed["notes"], strict=True))
    parquet = pd.read_parquet(io.BytesIO(incidents_parquet(listed)))
    assert dict(zip(parquet["incident_id"], parquet["notes"], strict=True)) == stored
    assert carried == {name: text if isinstance(text, str) else None
                       for name, text in stored.items()}  # fmt: skip


def commanding(text: str) -> list[str]:
    """Give the characters that a terminal would obey."""
    kinds = ("Cc", "Cf", "Cs", "Zl", "Zp")
    return [one for one in text if one not in "\n\t" and unicodedata.category(one) in kinds]


COMMANDS: dict[str, tuple[str, ...]] = {
    "history": ("history",),
    "JSON": ("incidents", "--json", *JUNE),
    "GeoJSON": ("incidents", "--format", "geojson", *JUNE),
    "timeline": ("timeline", "--stack", "actor", "--period", "day", *JUNE),
    "verify": ("verify",),
    "files": ("files",),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_printed_commands_no_terminal(
    run: Run, data: Settings, hostile: Store, name: str
) -> None:
    found = run(*COMMANDS[name], data=data.data_dir)
    assert (found.code, commanding(found.out + found.err)) == (0, [])


def told(store: Store, text: str = "") -> int:
    """Count the incidents that say a text, those of the series and those beside it."""
    found = queries.summary(store, replace(EVERYTHING, text=text))
    return (found.incidents or 0) + sum(each.incidents for each in found.beside.values())


def test_every_text_is_found_by_itself_and_is_no_pattern(hostile: Store) -> None:
    """A filter's text is bound: it finds what says it, and nothing else."""
    whole = told(hostile)
    for text in ALL[::2]:
        queries.summary(hostile, replace(EVERYTHING, text=text, actors=(text,), sources=(text,)))
    for text in ("'; DROP TABLE records; --", "$incident_id", "{{7*7}}", "read_text("):
        assert 0 < told(hostile, text) < whole / 4, text
    for text in ("%", "_"):
        assert told(hostile, text) < whole / 4, text


@pytest.mark.parametrize("everywhere", [False, True])
def test_other_layouts_and_their_codes_are_text_too(everywhere: bool) -> None:
    """Free words everywhere, or every cell and the names of columns as well."""
    known = {} if everywhere else ACLED
    made = [
        {name: known.get(name, text).replace("{number}", str(number)) for name in ACLED_COLUMNS}
        for number, text in enumerate(WRITTEN)
    ]
    report = read_upload(table_of(made), "x.csv", today=date(2026, 1, 1))
    assert report.refused is None
    assert report.rows == sum(any(map(str.strip, row.values())) for row in made) - everywhere
    named = [dict(zip([*WRITTEN[:40], "x"], WRITTEN[at : at + 41], strict=True))
             for at in range(0, 160, 41)]  # fmt: skip
    refused = read_upload(table_of(named), "x.csv", today=date(2026, 1, 1)).refused
    assert refused is not None


def test_a_mapping_and_its_table_are_text_too(run: Run, data: Settings, tmp_path: Path) -> None:
    head = {
        "Ref": "",
        "Date of attack": "",
        "Kind of incident": "",
        "Killed": "",
        "Governorate": "",
    }
    table = [head | {"Ref": f"{at}", "Date of attack": "2018-06-05", "Kind of incident": text[:80],
                     "Governorate": "Kirkuk", text[:60]: text} for at, text in
             enumerate(MARKUP + TEMPLATES)]  # fmt: skip
    names = list(dict.fromkeys(name for row in table for name in row))
    file = tmp_path / "sheet.csv"
    file.write_bytes(table_of([{name: row.get(name, "") for name in names} for row in table]))
    drafted = run("mapping", file)
    assert (drafted.code, commanding(drafted.out + drafted.err)) == (0, [])
    mapping = tmp_path / "mapping.json"
    for text in WRITTEN[::3]:
        wrong = {"corridor_mapping": 1, text: {text: text}, "same": {"source": text}}
        mapping.write_text(json.dumps(wrong), encoding="utf-8")
        found = run("import", file, "--mapping", mapping, "--dry-run", data=data.data_dir)
        assert (found.code, commanding(found.out + found.err)) == (1, []), text
        mapping.write_text(text, encoding="utf-8")
        found = run("import", file, "--mapping", mapping, "--dry-run", data=data.data_dir)
        assert (found.code, commanding(found.out + found.err)) == (1, []), text


def test_a_list_of_incidents_to_hide_is_text_too(data: Settings, hostile: Store) -> None:
    table = table_of([{"incident_id": text, "reason": text} for text in WRITTEN])
    found = read_retractions(hostile, data, table, "list.csv")
    assert found.report.refused is None
    assert found.report.rows > 200


def test_a_nul_makes_a_file_binary_and_is_refused_in_a_sentence() -> None:
    for text in set(ALL) - set(WRITTEN):
        report = read_upload(table_of([row_of(1, text)]), "x.csv", today=date(2026, 1, 1))
        assert report.refused is not None
        assert "binary data" in report.refused


def test_no_field_of_text_is_forgotten() -> None:
    """A field that is added later must be put into the rows as well."""
    free = {item.name for item in schema.CSV_COLUMNS if item.type == "VARCHAR" and not item.choices}
    said = set(row_of(0, "x"))
    ours = {"initiated_by", "country", "reported_admin1", "reported_admin2", "dyad"}
    assert free - said == ours
