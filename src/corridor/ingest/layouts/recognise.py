"""Which layout a file has: the one asked for, the one of a mapping, else the one that fits best."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from corridor.ingest.layouts import acled, gtd, mapped, native, ucdp_candidate, ucdp_ged
from corridor.ingest.model import known_words
from corridor.ingest.model.header import Expected, Header, plain_name, shorten, shown_names
from corridor.ingest.model.layout import Layout
from corridor.ingest.model.likeness import nearest, only_part
from corridor.ingest.model.mapping import ColumnMap, Recall
from corridor.ingest.model.problem import Problem, RefusedError, UnknownLayoutError
from corridor.store.workbench import Workbench
from corridor.words import Later, Message, later, say, written
from corridor.words import numbers as fmt

LAYOUTS: Final = {
    layout.name: layout
    for layout in (
        native.LAYOUT, ucdp_ged.LAYOUT, ucdp_candidate.LAYOUT, acled.LAYOUT, gtd.LAYOUT,
    )
}  # fmt: skip
KNOWN: Final = frozenset().union(*(layout.known for layout in LAYOUTS.values()))
# Shorter words stand in cells too.
_SHORTEST: Final = 3
EXPECTED: Final = Expected(
    KNOWN
    | {
        plain_name(word)
        for listed in known_words.COLUMNS.values()
        for word in listed
        if len(word) >= _SHORTEST
    },
    tuple(order for layout in LAYOUTS.values() for order in layout.orders),
)


# Part of a layout's required columns that shows a file was meant to be that layout.
_MEANT: Final = 0.5
_MEANT_IF_MARKED: Final = 0.3
# The name of a column that holds what happened in a year, a month or from a day on.
_SPAN: Final = re.compile(r"(?:19|20)[0-9]{2}(?:[-/](?:0?[1-9]|1[0-2])(?:[-/][0-9]{1,2})?)?")
# A column that is left out is offered a name only when it is nearly that: "killed" is none of ours.
_COLUMN_ALIKE: Final = 0.75


@dataclass(frozen=True)
class Recognised:
    """The layout of a file, and the mapping that made it where there is one.

    `problems` are of columns that will be left out; `notes` say what was assumed.
    """

    layout: Layout
    problems: tuple[Problem, ...]
    mapping: ColumnMap | None = None
    notes: tuple[Message, ...] = ()


def recognise(
    header: Header, wanted: str | None, given: ColumnMap | None, recall: Recall | None
) -> Recognised:
    """Find the layout of a file by its column names.

    `wanted` is a key of `LAYOUTS`, `given` a person's mapping; both win over what the names show.
    `recall` is asked for an earlier mapping when no layout fits. RefusedError says what is lacking.
    """
    if given and (lacking := given.lacking()):
        names = written(fmt.unit_list, tuple(lacking))
        raise RefusedError(later("mapping-refused", columns=names))
    notes: tuple[Message, ...] = ()
    if not given:
        chosen = _choose(header, wanted)
        # Any table of so many columns has the names of one whose columns are numbered.
        is_strange = chosen.missing(header.names) and not wanted and not header.is_numbered
        if recall and is_strange and (found := recall(header.names)):
            given, notes = found.mapping, (found.note,)
    if given:
        # Running numbers say nothing of a row.
        own = [name for name in header.names if name not in header.running]
        chosen = mapped.layout(given, own)
    if missing := chosen.missing(header.names):
        raise UnknownLayoutError(_of_counts(header) or _missing(header, chosen, missing))
    return Recognised(chosen, _unknown(header, chosen), given, notes)


def settle(bench: Workbench, header: Header, layout: Layout, version: str, today: date) -> Layout:
    """Return the layout of a landed file where its columns are those of two: its rows tell it."""
    is_either = layout is ucdp_ged.LAYOUT
    if is_either and ucdp_candidate.holds(bench, header, version, today):
        return ucdp_candidate.LAYOUT
    return layout


def _choose(header: Header, wanted: str | None) -> Layout:
    """Return the layout asked for, else the one that fits the column names best."""
    if wanted is not None and wanted not in LAYOUTS:
        listed = written(fmt.unit_list, tuple(LAYOUTS))
        raise RefusedError(later("no-such-layout", layout=wanted, layouts=listed))
    return LAYOUTS[wanted] if wanted else max(LAYOUTS.values(), key=lambda it: _fit(header, it))


def _fit(header: Header, layout: Layout) -> tuple[bool, bool, float]:
    """Rank a layout: nothing is missing, then a column of its own is there, then its share."""
    share = layout.share(header.names)
    return share == 1, _is_marked(header, layout), share


def _is_marked(header: Header, layout: Layout) -> bool:
    return bool(layout.marks & set(header.names))


def _missing(header: Header, layout: Layout, missing: list[tuple[str, ...]]) -> Later:
    pairs = _near(header, missing)
    near = len(pairs) / (len(layout.required) + len(layout.one_of))
    share = layout.share(header.names)
    enough = _MEANT
    if _is_marked(header, layout):  # our ids stand in our lists, a source's in its other tables too
        enough = 0 if layout is native.LAYOUT else _MEANT_IF_MARKED
    if share < enough and share + near <= _MEANT:
        unknown = later("columns-not-known", columns=written(shown_names, header.written))
        return written(fmt.sentences, unknown, native.LAYOUT.advice)
    lacking = later("columns-lacking", count=len(missing), columns=written(_needed, tuple(missing)))
    # Ids and nothing else that is needed: perhaps they were to be hidden.
    is_list = missing == [(name,) for name in native.LAYOUT.required[1:]]
    hide = later("hide-with-reasons") if is_list else ""
    renames = later("columns-to-rename", renames=written(_renamed, pairs)) if pairs else ""
    return written(fmt.sentences, lacking, renames, layout.advice, hide)


def _of_counts(header: Header) -> Message | None:
    """Say that a table counts incidents, by its column of counts or its columns of periods."""
    names = " ".join(header.names)
    period = next((kind for word, kind in known_words.PERIODS.items() if word in names), "any")
    counts = next(filter(known_words.counts_events, header.written), None)
    spans = [name for name in header.written if _SPAN.fullmatch(name)]
    if counts:
        return later("file-of-counts", period=period, column=shorten(counts))
    if len(spans) > 1:
        return later("file-of-counts-by-period", columns=written(shown_names, tuple(spans)))
    return None


def _needed(missing: Sequence[tuple[str, ...]]) -> str:
    return fmt.unit_list([fmt.either(names) for names in missing])


def _renamed(pairs: Sequence[tuple[tuple[str, ...], str]]) -> str:
    return fmt.unit_list(
        [say("column-to-rename", column=theirs, name=fmt.either(ours)) for ours, theirs in pairs]
    )


def _near(
    header: Header, missing: list[tuple[str, ...]]
) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Pair missing columns with the file's own one that is spelled most alike."""
    free = {
        name: theirs
        for name, theirs in zip(header.names, header.written, strict=True)
        if name not in KNOWN and len(name) <= 40
    }
    wanted = {names: " ".join(names) for names in missing}
    close = {names: nearest(it, free) or only_part(it, free) for names, it in wanted.items()}
    return tuple((names, free[found]) for names, found in close.items() if found)


def _unknown(header: Header, layout: Layout) -> tuple[Problem, ...]:
    """Warn of columns that will be left out, with the column that was perhaps meant."""
    if not layout.names_unknown:
        return ()
    return tuple(
        Problem(
            max(header.ends, 1),
            written,
            "",
            later("problem-column-not-known"),
            _left_out(name, header, layout),
            "warning",
        )
        for name, written in zip(header.names, header.written, strict=True)
        if name not in layout.known and name not in header.running
    )


def _left_out(name: str, header: Header, layout: Layout) -> Message:
    absent = sorted(layout.known - set(header.names) - native.CARRIED)
    near = nearest(name[:40], absent, _COLUMN_ALIKE)
    return later("column-ignored-perhaps", name=near) if near else later("column-ignored")
