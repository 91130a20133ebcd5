"""The layouts of uploaded files as text, written from the tables that read them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from corridor import vocabulary
from corridor.ingest import acled, acled_codes, gtd, gtd_codes, native, ucdp_ged
from corridor.ingest.layout import Layout

_INTRO: Final = (
    "# Layouts of files",
    "",
    "What an upload may look like, and what its codes become here. Written from the tables that",
    "read the files; a test fails when this page is stale.",
    "",
    "A file is recognised by its column names (`--layout` says it instead). A first row of HXL",
    "tags (#date+start) is left out. **A code that is in no table is refused with its line, never",
    "guessed**; an empty cell and a source's own code for unknown stay unknown.",
    "",
)


# What holds of every layout, and of tables read with a mapping.
_AS_THEY_COME: Final = """\
## Files as they come

What was assumed is described in the report, once for the file.

- **Header.** Title lines above the column names are passed over. Of a workbook the visible
  sheet is read whose first rows hold the most known column names; another one can be chosen
  (`--sheet`). A column without a name is
  left out when it is empty or holds a running number. Whole lines, or the whole file, inside one
  pair of quotation marks are read without them. A file without column names is read when it has
  the columns of an ACLED export or a UCDP GED release in their order; any other gets the names
  column 1, column 2, … for the mapping.
- **Rows left out.** Rows of other countries are no errors: one sentence counts them by country.
  A name that may be a part of Iraq, such as Iraq/Syria, is an error and never left out.
  In ACLED's actor-based export an event stands once for each actor; it counts once. A row of a
  source that always states a country, and has none, is refused: the row is cut off.
- **Other tables.** A source's own list of deleted events (`event_id_cnty`, `deleted_timestamp`)
  hides the events that are here; the day of the deletion is the reason. Counts by week, month
  or area are refused; with a mapping that names the column of counts (`row_counts`), rows that
  count one incident are read.
- **Numbers of people.** Words such as NA, -, n/k, unknown, مجهول are unknown. A range such as
  “3–5” or “at least 3” gives the lowest and the highest count of people killed, and no best
  count; of wounded or abducted it is unknown. A merged cell of a workbook is read in each of
  its rows, but a number of people in it is unknown: it may be that of all rows together.
  A cell that shows an error, such as #REF!, is empty, and told.
- **Coordinates.** Degrees with a point, in degrees and minutes, or with N and E. A decimal
  comma is read where semicolons or tabs part the cells, or when it is said (`--decimal comma`).
  With a mapping, one column may hold both: `35.1369, 44.4486`, `POINT (44.4486 35.1369)`,
  `35°08'13"N 44°26'55"E`, or MGRS (`38S MD 49767 88364`), of which the middle of the square is
  taken. Name it as latitude and as longitude.
- **Days.** Read are days in English, Arabic and Kurdish words, with or without the day of the
  week, and serial numbers of spreadsheets. A week, a month or a year alone is no day.
- **Times.** The day is kept as it is written; the report says where it was another day in
  Baghdad.
"""


def layouts_markdown() -> str:
    """Return the page on every layout as Markdown."""
    lines = [*_INTRO, *_AS_THEY_COME.split("\n"), *_native(), *_ucdp(), *_acled(), *_gtd()]
    return "\n".join(lines).rstrip("\n") + "\n"


def _native() -> list[str]:
    return [
        *_title(native.LAYOUT),
        "The columns of the [codebook](codebook.md), as in the template and in an export.",
        "",
    ]


def _ucdp() -> list[str]:
    types = ucdp_ged.TYPES
    names = {"1": "state-based", "2": "non-state", "3": "one-sided"}
    rows = [(code, names[code], types[code], ucdp_ged.SUB_TYPES[code]) for code in types]
    return [
        *_title(ucdp_ged.LAYOUT),
        "Yearly and candidate releases, global or by country, of any number of columns. Codes as",
        "in the UCDP GED codebook (2017 to 2025).",
        "",
        *_columns(ucdp_ged.LAYOUT),
        *_table(("type_of_violence", "meaning", "event type", "sub-event type"), rows),
        "`where_prec` (1–7), `date_prec` (1–5) and `event_clarity` (1, 2) are the ranks used here.",
        "−1 sources and reports of before 1900 are fill values and stay unknown. A midnight after",
        "a day is left out.",
        "",
    ]


def _acled() -> list[str]:
    subs = acled_codes.OLD_SUB_TYPES
    old = [
        (name.capitalize(), now, subs.get(name, "")) for name, now in acled_codes.OLD_TYPES.items()
    ]
    places = _ranks(acled_codes.GEO_PRECISIONS, vocabulary.GEO_PRECISIONS)
    days = _ranks(acled_codes.TIME_PRECISIONS, vocabulary.DATE_PRECISIONS)
    return [
        *_title(acled.LAYOUT),
        "Files of before 2019 (`data_id`) and since. Codes as in the ACLED codebooks (2015, 2017,",
        "2019 to 2024). The six event types and twenty-five sub-event types of now are read as",
        "they are; those of before become:",
        "",
        *_table(("event type of before 2019", "event type", "sub-event type"), old),
        "“Riots/Protests” is what actor1 or inter1 says (5 rioters, 6 protesters), else the",
        "interaction, as number or in words, else actor2 or inter2; when none tells, as in 56",
        f"alone, the row is refused. {_demonstrations()}.",
        "",
        *_table(("geo_precision", "location precision"), places),
        *_table(("time_precision", "date precision"), days),
        "`fatalities` is the best count. ACLED writes 0 also where no report gives a number; it is",
        "kept as it stands.",
        "",
        *_columns(acled.LAYOUT),
    ]


def _gtd() -> list[str]:
    fight = ", ".join(_target(code) for code in gtd_codes.ARMED)
    places = [
        (code, *(_place(key) for key in (code, f"{code} near"))) for code in gtd_codes.SPECIFICITY
    ]
    return [
        *_title(gtd.LAYOUT),
        "The whole file or fewer columns, in numbers or in words. Codes as in the GTD codebook",
        "(2015 to 2021).",
        "",
        *_table(("attacktype1", "meaning", "the target fights", "it does not"), _attacks()),
        f"Targets that fight: {fight}.",
        "A target that GTD calls unknown (20) is not known to fight. An attack whose type depends",
        "on the target and has none is refused.",
        "",
        *_table(("specificity", "location precision", "with vicinity 1"), places),
        "Day 0 is some day of the month, month 0 some day of the year: first and last day say so,",
        "and the date precision is month or year. With an approximate date it is unknown. −9 and",
        "−99 are unknown. Deaths divided among linked incidents, such as 2.5, lie between two",
        "whole numbers: low 2, high 3, best unknown. `doubtterr` is not read: it doubts that an",
        "incident is terrorism, not that it took place.",
        "",
        *_columns(gtd.LAYOUT),
    ]


def _title(layout: Layout) -> list[str]:
    return [f"## {layout.title} (`{layout.name}`)", ""]


def _columns(layout: Layout) -> list[str]:
    """Say which columns are needed, and for each that is kept the field it fills."""
    needed = [*layout.required, *(" or ".join(group) for group in layout.one_of)]
    fields: dict[str, list[str]] = {}
    for field, theirs in layout.origin.items():
        fields.setdefault(theirs, []).append(field)
    kept = [f"{theirs} → {' and '.join(ours)}" for theirs, ours in fields.items()]
    return [f"Needed: {', '.join(needed)}.", "", f"Kept: {'; '.join(kept)}.", ""]


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    names = list(head)
    lines = [names, ["---"] * len(names), *rows]
    return [*(f"| {' | '.join(cells)} |" for cells in lines), ""]


def _ranks(codes: dict[str, str], names: dict[int, str]) -> list[tuple[str, str]]:
    return [(code, f"{rank} {names[int(rank)]}") for code, rank in codes.items()]


def _demonstrations() -> str:
    found: dict[str, list[str]] = {}
    for code, event in acled_codes.INTERACTIONS.items():
        if code.isdecimal():
            found.setdefault(event, []).append(code)
    return "; ".join(f"{event}: {', '.join(sorted(codes))}" for event, codes in found.items())


def _attacks() -> list[tuple[str, ...]]:
    rows = []
    for number, name in enumerate(gtd_codes.ATTACKS, 1):
        events = [gtd_codes.EVENTS[f"{number} {side}"] for side in ("armed", "unarmed")]
        rows.append((str(number), name, *(_event(*event) for event in events)))
    return rows


def _event(event_type: str, sub_event: str) -> str:
    return f"{event_type}: {sub_event}" if sub_event else event_type


def _target(code: str) -> str:
    return f"{code} {gtd_codes.TARGETS[int(code) - 1]}"


def _place(key: str) -> str:
    rank = gtd_codes.PLACES[key]
    return f"{rank} {vocabulary.GEO_PRECISIONS[int(rank)]}"
