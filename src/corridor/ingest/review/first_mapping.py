"""A first mapping of an unknown table, from its column names: for a person to mend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from rapidfuzz import fuzz, process

from corridor import schema
from corridor.ingest.checks.coordinates import is_inside, parse_point
from corridor.ingest.checks.rows import cleaning
from corridor.ingest.files.opening import open_upload
from corridor.ingest.layouts.recognise import EXPECTED
from corridor.ingest.model import known_words
from corridor.ingest.model.characters import restore_cell, trim
from corridor.ingest.model.header import Header, plain_name
from corridor.ingest.model.mapping import NEEDED, ColumnMap, MappingError, Recalled, from_json
from corridor.ingest.model.report import IngestReport
from corridor.ingest.model.statements import filled, statement
from corridor.settings import Settings
from corridor.store import Store
from corridor.store.workbench import Workbench
from corridor.words import later

# Percent of letters that must agree. Short words are easily alike: they must agree wholly.
_ENOUGH: Final = 82
_SHORT: Final = 4
_POINT: Final = ("latitude", "longitude")


# Rows whose texts are shown as examples, and texts of one column that a person can translate.
_FIRST: Final = 200
MOST_TEXTS: Final = 40
_SHOWN: Final = 3


def suggest(table: Glance) -> ColumnMap:
    """Pair columns by their names, each at most once, the surest pairs first.

    One column that holds both coordinates is paired with both. Texts of the column of event types
    that are our types or sub-events, or words for them, are paired as well. The source is not
    guessed.
    """
    written = [name for name in table.header.written if name not in table.header.running]
    pairs = _pairs(written)
    pairs |= _point(table, [name for name in written if name not in pairs.values()], pairs)
    columns = {name: pairs[name] for name in (c.name for c in schema.CSV_COLUMNS) if name in pairs}
    texts = table.texts(columns["event_type"]) if "event_type" in columns else ()
    return ColumnMap(
        tuple(columns.items()),
        codes=tuple(
            ("event_type", text, found) for text in texts if (found := known_words.event_type(text))
        ),
        row_counts=next(filter(known_words.counts_events, written), None),
    )


def draft(table: Glance) -> dict[str, Any]:
    """Return the suggestion as a mapping file, with empty places for what must be filled in."""
    found = suggest(table).as_json()
    columns = found["columns"]
    found["same"] = {name: "" for name in NEEDED if name not in columns}
    if "event_type" in columns:
        texts = table.texts(columns["event_type"])
        found["codes"]["event_type"] = {text: known_words.event_type(text) or "" for text in texts}
    return found


def _point(table: Glance, free: list[str], pairs: dict[str, str]) -> dict[str, str]:
    """Return the pairs of a column that says both coordinates, by its name or its cells."""
    if any(name in pairs for name in _POINT):
        return {}
    known = {known_words.plain_words(name) for name in known_words.POINTS}
    for theirs in sorted(free, key=lambda name: known_words.plain_words(name) not in known):
        examples = table.examples.get(theirs, ())
        points = [parse_point(text) for text in examples]
        if points and all(point and is_inside(*point) for point in points):
            return dict.fromkeys(_POINT, theirs)
    return {}


def _pairs(written: Iterable[str]) -> dict[str, str]:
    scored = sorted(
        (
            (-score, name, theirs)
            for theirs in written
            for name, score in _scores(theirs).items()
            if score >= _ENOUGH
        ),
    )
    found: dict[str, str] = {}
    for _, name, theirs in scored:
        if name not in found and theirs not in found.values():
            found[name] = theirs
    return found


def _scores(theirs: str) -> dict[str, float]:
    word = known_words.plain_words(theirs)
    if len(word) <= _SHORT:
        return {name: 100.0 for name in _known() if word in _known()[name]}
    best = (
        (name, process.extractOne(word, known, scorer=fuzz.token_sort_ratio))
        for name, known in _known().items()
    )
    return {name: found[1] for name, found in best if found}


@cache
def _known() -> dict[str, tuple[str, ...]]:
    return {
        column.name: tuple(
            map(known_words.plain_words, (column.name, *known_words.COLUMNS.get(column.name, ())))
        )
        for column in schema.CSV_COLUMNS
    }


@dataclass(frozen=True, eq=False)
class Glance:
    """A table that was opened, and not yet understood.

    `examples` gives, for each column's own name, its first few different texts.
    """

    header: Header
    rows: int
    examples: Mapping[str, tuple[str, ...]]
    bench: Workbench

    def texts(self, written: str) -> tuple[str, ...]:
        """Return the different texts of a column, most frequent first, at most `MOST_TEXTS`."""
        at = self.header.written.index(written)
        found = self.bench.rows(filled("texts_of", cell=f"clean(c{at})"), {"most": MOST_TEXTS})
        return tuple(text for (text,) in found)


def look(
    data: bytes, settings: Settings, folder: Path | None = None, sheet: str | None = None
) -> Glance:
    """Open a table; RefusedError when it cannot be read, as for any upload.

    With a `folder` its rows are kept in a file there.
    """
    opened = open_upload(data, EXPECTED, settings.max_upload_mb, sheet)
    bench = Workbench.alone(settings.memory_limit, settings.threads, folder)
    bench.run(cleaning())
    opened.land(bench)
    header = opened.header
    # Cleaned here: five hundred macros in one statement keep DuckDB busy for half a minute.
    asked = ", ".join(f"c{at}" for at in range(len(header.names)))
    rows = bench.rows(filled("first_texts", cells=asked), {"most": _FIRST})
    examples = {}
    for name, column in zip(header.written, zip(*rows, strict=True), strict=True):
        texts = (restore_cell(trim(cell or "")) for cell in column)
        examples[name] = tuple(dict.fromkeys(filter(None, texts)))[:_SHOWN]
    return Glance(header, bench.one(statement("count_landed")), examples, bench)


def remember(report: IngestReport) -> dict[str, Any]:
    """Return what a commit keeps of a mapped file: its plain column names and the mapping."""
    if report.mapping is None:
        return {}
    names = sorted(plain_name(written) for written in report.header)
    return {"columns": names, "mapping": report.mapping.as_json()}


def recall(store: Store, names: tuple[str, ...]) -> Recalled | None:
    """Find the newest upload of a table with these columns, in any order; None without one."""
    wanted = sorted(names)
    for commit in store.history():
        if commit.reading.get("columns") == wanted:
            try:
                mapping = from_json(commit.reading.get("mapping"))
            except MappingError:  # written by another release
                continue
            when = commit.recorded_at.date().isoformat()
            return Recalled(mapping, later("mapping-of-before", file=commit.file_name, day=when))
    return None
