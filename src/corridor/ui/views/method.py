"""How it is done: sources, coverage, gaps, rules, codebook, versions."""

from __future__ import annotations

import platform
from importlib.metadata import version
from typing import Final

import streamlit as st

from corridor import __version__, queries, vocabulary
from corridor.codebook import codebook_markdown
from corridor.ui import cached, cells, parts
from corridor.ui.method_text import CANNOT_SHOW, CONTENTS, PRECISION, STATISTICS, TERMS
from corridor.ui.parts import Html, TableColumn
from corridor.words import numbers as fmt

LIBRARIES: Final = (
    "streamlit",
    "duckdb",
    "pandas",
    "plotly",
    "pydeck",
    "deltalake",
    "shapely",
    "statsmodels",
)


def show() -> None:
    """Draw the page: contents at the left, one readable column."""
    contents, text = st.columns((2, 8), gap="large")
    with contents:
        parts.show(_contents())
    with text:
        parts.show(
            parts.rule(),
            parts.headline("Method", "What these numbers are, and what they cannot show"),
        )
        _chapter("gaps", CANNOT_SHOW)
        _sources()
        _coverage()
        _chapter("precision", PRECISION)
        _chapter("statistics", STATISTICS)
        parts.show(
            _title("words"),
            parts.table(
                [TableColumn("Word", strong=True, whole=True), TableColumn("What it means")],
                [list(item) for item in TERMS.items()],
                caption="Words",
            ),
        )
        _codebook()
        _versions()


def _contents() -> Html:
    entries = "".join(
        f'<li><a href="#{anchor}">{title}</a></li>' for anchor, title in CONTENTS.items()
    )
    return Html(f'<nav class="cw-contents" aria-label="Contents"><ul>{entries}</ul></nav>')


def _title(anchor: str, subtitle: str = "") -> Html:
    return parts.lines(f'<span id="{anchor}"></span>', parts.section(CONTENTS[anchor], subtitle))


def _chapter(anchor: str, paragraphs: tuple[str, ...]) -> None:
    parts.show(_title(anchor), *(parts.paragraph(parts.rich(text)) for text in paragraphs))


def _sources() -> None:
    sources = cached.answer(queries.list_sources)
    columns = [
        TableColumn("Source", strong=True),
        TableColumn("What it counts"),
        TableColumn("Covers"),
        TableColumn("Accounts", numeric=True),
        TableColumn("Used for", phone=False),
        TableColumn("Licence, attribution", quiet=True, phone=False),
    ]
    rows = [_source(row) for row in queries.rows_of(sources)]
    parts.show(_title("sources"), parts.table(columns, rows, caption="Sources"))


def _source(row: cells.Row) -> list[str]:
    first, last = cells.moment(row["coverage_from"]), cells.moment(row["coverage_to"])
    is_declared = first is not None and last is not None
    period = f"{fmt.day(first)} – {fmt.day(last)}" if is_declared else "no declared coverage"
    texts = {name: cells.text(value) for name, value in row.items()}
    places = f"{texts['coverage_places']}, " if texts["coverage_places"] else ""
    return [
        f"{texts['source']}: {texts['title']}",
        texts["counts"],
        places + period,
        fmt.number(row["accounts"]),
        texts["role"],
        ". ".join(filter(None, (texts["licence"], texts["attribution"]))),
    ]


def _coverage() -> None:
    counts = cached.answer(queries.coverage)
    found = set(counts["admin1"])
    provinces = [name for name in vocabulary.CORRIDOR if name in found]
    provinces += sorted(found - set(provinces))
    told = sorted(set(counts["year"].astype(int)))
    years = [str(year) for year in range(told[0], told[-1] + 1)] if told else []
    held = {
        (str(row["admin1"]), str(row["year"])): int(row["incidents"])
        for row in queries.rows_of(counts)
    }
    parts.show(
        _title(
            "coverage",
            "UCDP’s incidents by year and province. An empty cell is a year in which none was "
            "recorded. That is not the same as a quiet year: how well a place was reported on "
            "changed over the years.",
        ),
        parts.heat_table(
            provinces, years, held, "Incidents by year and province, counted by UCDP", "Province"
        ),
    )


def _codebook() -> None:
    parts.show(
        _title(
            "codebook", "Every field of the store; the same text as python -m corridor codebook."
        )
    )
    with st.expander("Show the codebook"):
        st.markdown(codebook_markdown().split("\n", 1)[1])


def _versions() -> None:
    store = cached.store()
    rows = [["Corridor Watch", __version__], ["Data version", str(store.version)]]
    rows += [["Python", platform.python_version()], *([name, version(name)] for name in LIBRARIES)]
    parts.show(
        _title(
            "versions",
            "The same numbers come from the command line: python -m corridor summary, findings.",
        ),
        parts.table([TableColumn("What"), TableColumn("Version")], rows, caption="Versions"),
    )
