"""The layout that a person's mapping makes of a table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from corridor.ingest.model.header import plain_name
from corridor.ingest.model.layout import Cells, Codes, Layout, coded
from corridor.ingest.model.mapping import ColumnMap
from corridor.words import later

NAME: Final = "mapped"
_UNKNOWN: Final = "unknown_words"
_SAME: Final = "same_for_every_row"
_OURS: Final = "our_text_for_"


def layout(chosen: ColumnMap, names: Sequence[str]) -> Layout:
    """Make the layout of a file with these plain column names."""
    theirs = {name: plain_name(written) for name, written in chosen.columns}
    counts = plain_name(chosen.row_counts) if chosen.row_counts else None
    return Layout(
        name=NAME,
        title=NAME,
        required=tuple(dict.fromkeys([*theirs.values(), *([counts] if counts else [])])),
        known=frozenset(names),
        convert=partial(_convert, chosen, theirs),
        codes=_codes(chosen),
        origin=theirs,
        is_point="latitude" in theirs and theirs["latitude"] == theirs.get("longitude"),
        row_counts=counts,
        advice=later("name-columns-in-mapping"),
    )


def _codes(chosen: ColumnMap) -> Codes:
    lists = {
        _UNKNOWN: {word.casefold(): "" for word in chosen.unknown},
        _SAME: dict(chosen.same),
    }
    for name, text, ours in chosen.codes:
        lists.setdefault(_OURS + name, {})[text] = ours
    return lists


def _convert(chosen: ColumnMap, theirs: dict[str, str], cells: Cells) -> dict[str, str]:
    translated = {name for name, _, _ in chosen.codes}
    texts = {}
    for name, plain in theirs.items():
        cell = coded(_OURS + name, cells[plain]) if name in translated else cells[plain]
        texts[name] = coded(_UNKNOWN, f"lower({cell})", otherwise=cell)
    texts |= {name: coded(_SAME, f"'{name}'") for name, _ in chosen.same}
    return texts | {"incident_id": _id(texts, cells)}


def _id(texts: dict[str, str], cells: Cells) -> str:
    """Return SQL for `SOURCE:id`; the id of a row without one is made of all its text."""
    source = texts["source"]
    if "incident_id" not in texts:
        whole = ", ".join(cells[name] for name in sorted(cells))
        return f"{source} || ':' || left(md5(concat_ws(chr(31), {whole})), 16)"
    own = rf"regexp_replace({texts['incident_id']}, '\s+', '-', 'g')"
    return (
        f"CASE WHEN {own} = '' OR starts_with({own}, {source} || ':') THEN {own} "
        f"ELSE {source} || ':' || {own} END"
    )
