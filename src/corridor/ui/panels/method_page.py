"""How it is done: sources, coverage, gaps, rules, codebook, versions."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from importlib.metadata import version
from typing import Final

import streamlit as st

from corridor import __version__, answers, packs, queries
from corridor.codebook import codebook_markdown
from corridor.filter import IncidentFilter
from corridor.texts import as_text
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.ui.panels import method_tables, refused_reports
from corridor.ui.panels.back_tests import back_tests
from corridor.ui.parts import Html, TableColumn
from corridor.ui.parts.method_text import AHEAD, CONTENTS, STATISTICS, TERMS
from corridor.words import numbers as fmt
from corridor.words import say, terms

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


def show(chosen: IncidentFilter) -> None:
    """Draw the page: contents at the left, one readable column; back-tests are of a filter."""
    contents, text = st.columns((2, 8), gap="large")
    with contents:
        parts.show(_contents())
    with text:
        parts.show(
            parts.rule(),
            parts.headline(say("method-kicker"), say("method-headline")),
            refused_reports.notice(),
        )
        _chapter("gaps", _gaps())
        _sources()
        _coverage()
        _chapter("precision", _precision())
        _chapter("statistics", (_thresholds(), *map(say, STATISTICS)))
        _simulated()
        _ahead(chosen)
        parts.show(
            _title("words"),
            parts.table(
                [
                    TableColumn(say("method-word"), strong=True, whole=True),
                    TableColumn(say("method-meaning")),
                ],
                [list(item) for item in TERMS.items()],
                caption=say("method-words"),
            ),
        )
        _codebook()
        _versions()


def _contents() -> Html:
    entries = "".join(
        f'<li><a href="#{anchor}">{parts.esc(say(key))}</a></li>'
        for anchor, key in CONTENTS.items()
    )
    title = parts.esc(say("method-contents"))
    return Html(f'<nav class="cw-contents" aria-label="{title}"><ul>{entries}</ul></nav>')


def _title(anchor: str, subtitle: str = "") -> Html:
    heading = parts.section(say(CONTENTS[anchor]), subtitle)
    return parts.lines(f'<span class="cw-anchor" id="{anchor}"></span>', heading)


def _chapter(anchor: str, paragraphs: Iterable[str]) -> None:
    told = (parts.paragraph(parts.rich(text)) for text in paragraphs if text)
    parts.show(_title(anchor), *told)


def _gaps() -> tuple[str, ...]:
    series, reporting = packs.series(), cached.region().reporting
    release = cached.answer(queries.held_release, series.code)
    silence = say("method-silence", reporting=f"{reporting} " if reporting else "")
    caveats = (packs.of_release(text, release) for text in series.caveats)
    as_of = packs.of_release(series.as_of, release)
    return (*caveats, silence, say("method-selected"), as_of, *_grades())


def _grades() -> tuple[str, ...]:
    """Say how a grade comes about, and which series a pack has graded, and why."""
    told = [
        say(
            "method-graded",
            source=each.code,
            grade=each.reliability,
            reason=each.reliability_reason,
        )
        for each in packs.all_series()
        if each.reliability_reason
    ]
    return (say("method-grades"), *told)


def _precision() -> tuple[str, ...]:
    sketched = cached.region().sketched
    provinces = say("method-which-province", sketched=f" {sketched}" if sketched else "")
    return (say("method-how-drawn"), provinces, say("method-which-period"), say("method-tactics"))


def _thresholds() -> str:
    tested = cached.report()
    how = tested.thresholds if tested else ""
    return say("method-thresholds", set=f" {how}" if how else "")


def _simulated() -> None:
    parts.show(parts.paragraph(parts.rich(say("method-simulated"))), method_tables.held())
    parts.show(parts.paragraph(parts.rich(say("method-power"))))
    with st.expander(say("method-show-power")):
        parts.show(method_tables.power())


def _ahead(chosen: IncidentFilter) -> None:
    _chapter("ahead", map(say, AHEAD))
    # Back-tests take a second: they are made when somebody opens them.
    tables = st.expander(say("method-show-back-tests"), key="back_tests", on_change="rerun")
    if tables.open:
        with tables:
            parts.show(cached.kept(back_tests, chosen))


def _sources() -> None:
    sources = cached.answer(queries.list_sources)
    columns = [
        TableColumn(say("heading-source"), strong=True),
        TableColumn(say("method-counts")),
        TableColumn(say("method-covers"), phone=False),
        TableColumn(say("heading-accounts"), numeric=True),
        TableColumn(say("method-used-for"), phone=False),
        TableColumn(say("method-licence"), quiet=True, phone=False),
    ]
    rows = [_source(row) for row in queries.rows_of(sources)]
    parts.show(_title("sources"), parts.table(columns, rows, caption=say("method-sources")))


def _source(row: as_text.Row) -> list[str]:
    first, last = as_text.moment(row["coverage_from"]), as_text.moment(row["coverage_to"])
    covered = say("method-no-coverage")
    if first is not None and last is not None:
        covered = say("method-days-covered", first=fmt.day(first), last=fmt.day(last))
    texts = {name: as_text.text(value) for name, value in row.items()}
    if places := texts["coverage_places"]:
        covered = say("method-places-and-days", places=places, days=covered)
    return [
        f"{texts['source']}: {texts['title']}",
        texts["counts"],
        covered,
        fmt.number(row["accounts"]),
        terms.term(texts["role"]),
        ". ".join(filter(None, (texts["licence"].rstrip("."), texts["attribution"]))),
    ]


def _coverage() -> None:
    found = cached.answer(answers.coverage, cached.region().provinces, cached.series())
    provinces = [terms.term(name) for name in found.provinces]
    years = [str(year) for year in found.years]
    held = {(terms.term(name), str(year)): n for (name, year), n in found.incidents.items()}
    caption = say("method-coverage-caption", series=found.series)
    corner = say("heading-province")
    parts.show(
        _title("coverage", say("method-coverage-told", series=found.series)),
        parts.heat_table(provinces, years, held, caption, corner),
    )


def _codebook() -> None:
    parts.show(_title("codebook", say("method-codebook-told")))
    with st.expander(say("method-show-codebook")):
        st.markdown(codebook_markdown().split("\n", 1)[1])


def _versions() -> None:
    store = cached.store()
    rows = [[say("product"), __version__], [say("method-data-version"), str(store.version)]]
    rows += [["Python", platform.python_version()], *([name, version(name)] for name in LIBRARIES)]
    columns = [TableColumn(say("method-what")), TableColumn(say("method-version"))]
    parts.show(
        _title("versions", say("method-versions-told")),
        parts.table(columns, rows, caption=say("method-versions")),
    )
